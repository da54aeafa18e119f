package io.sigmaprompt.twin.maintenance.advice;

import io.sigmaprompt.twin.maintenance.advice.MaintenanceAdvice.Urgency;
import io.sigmaprompt.twin.maintenance.trend.LifeForecast;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes advice of courses. A limit that was passed asks for it now; a trend asks for it beforehand where it is certain, has
 * gone a fair part of the way to the limit, and reaches it before long: a wandering number of a sound joint does none of
 * these for long.
 */
final class Adviser {
    /** How surely there must be a trend. */
    private static final double CERTAIN = 0.99;

    /** Share of the way to the limit that must be gone. */
    private static final double WORN = 0.2;

    /** A forecast reaches no further than so many times the operation that was seen. */
    private static final double REACH = 4;

    private static final double SECONDS_PER_DAY = 86_400;

    private final String robot;
    private final double hours;
    private final double hoursPerSession;
    private final double hoursPerDay;

    Adviser(String robot, List<HealthSession> sessions, double hours) {
        this.robot = robot;
        this.hours = hours;
        hoursPerSession = hours / sessions.size();
        double days = (sessions.getLast().startedSeconds() - sessions.getFirst().startedSeconds()) / SECONDS_PER_DAY;
        hoursPerDay = days >= 1 ? hours / days : Double.NaN;
    }

    List<MaintenanceAdvice> advise(List<IndicatorCourse> courses) {
        return courses.stream()
                .map(this::advise)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparingDouble(MaintenanceAdvice::byHours)
                        .thenComparingDouble(each -> each.left().median()))
                .toList();
    }

    private @Nullable MaintenanceAdvice advise(IndicatorCourse course) {
        LifeForecast left = course.left();
        if (left == null) {
            return null;
        }
        boolean passed = course.worn() >= 1;
        boolean coming = course.certainty() >= CERTAIN
                && course.worn() >= WORN
                && (course.limit() - course.healthy()) * course.perHour() > 0
                && left.median() <= REACH * hours;
        if (!passed && !coming) {
            return null;
        }
        return new MaintenanceAdvice(
                robot,
                course.joint(),
                course.aspect(),
                passed ? Urgency.NOW : Urgency.PLAN,
                course.aspect().remedy(),
                passed ? "now" : when(left),
                passed ? 0 : left.low(),
                why(course),
                evidence(course),
                left);
    }

    private String when(LifeForecast left) {
        double most = left.low();
        String text = "within " + Hours.words(most) + " of operation";
        double sessions = most / hoursPerSession;
        text += String.format(Locale.ROOT, ", %.0f sessions like these", Math.floor(sessions));
        if (!Double.isNaN(hoursPerDay)) {
            text += String.format(Locale.ROOT, ", %.0f days at this pace", Math.floor(most / hoursPerDay));
        }
        return text + "; the limit is reached after " + Hours.words(left.median()) + ", " + percent(left.coverage())
                + " between " + Hours.words(left.low()) + " and " + Hours.words(left.high());
    }

    private String why(IndicatorCourse course) {
        double change = course.now() / course.healthy() - 1;
        String size = course.healthy() == 0 || course.aspect().adds()
                ? ""
                : String.format(Locale.ROOT, " (%+.0f %%)", 100 * change);
        return course.aspect().meaning() + ": " + course.aspect().words()
                + (course.aspect().adds() ? " has come" : " went from " + number(course.healthy())) + " to "
                + number(course.now()) + " " + course.unit() + size + ", and " + number(course.limit())
                + " is the limit";
    }

    private static String evidence(IndicatorCourse course) {
        int n = course.readings().size();
        return String.format(
                Locale.ROOT,
                "%d sessions, %s of operation; a trend is %s certain, %s %s an hour",
                n,
                Hours.words(course.readings().getLast().use()),
                course.certainty() > 0.995 ? "more than 99 %" : percent(course.certainty()),
                number(course.perHour()),
                course.unit());
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }
}
