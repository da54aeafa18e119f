package io.sigmaprompt.twin.maintenance.advice;

import io.sigmaprompt.twin.maintenance.trend.LifeForecast;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one indicator of one joint has gone over the sessions.
 *
 * @param unit of its values
 * @param readings where it could be told, in time order
 * @param healthy what it was at first; not a number while there are too few readings
 * @param now what it is after the last session, noise taken out; not a number where nothing is known
 * @param limit not a number where it has none
 * @param perHour its trend, a unit of operation; not a number while there are too few readings
 * @param certainty how surely there is a trend at all, 0 to 1
 * @param left hours of operation until the limit, null where that cannot be told
 * @param note why there are no readings, or what they are of; empty where there is nothing to say
 */
public record IndicatorCourse(
        String joint,
        Aspect aspect,
        String unit,
        List<Reading> readings,
        double healthy,
        double now,
        double limit,
        double perHour,
        double certainty,
        @Nullable LifeForecast left,
        String note) {
    public IndicatorCourse {
        readings = List.copyOf(readings);
    }

    /** How much of the way from healthy to the limit is gone, 0 to 1 and beyond. */
    public double worn() {
        return (now - healthy) / (limit - healthy);
    }
}
