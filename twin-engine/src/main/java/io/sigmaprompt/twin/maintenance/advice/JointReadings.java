package io.sigmaprompt.twin.maintenance.advice;

import io.sigmaprompt.twin.record.HealthIndicatorRecord.Indicator;
import io.sigmaprompt.twin.record.HealthIndicatorRecord.Joint;
import io.sigmaprompt.twin.record.HealthIndicatorRecord.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes one joint's indicators out of sessions, so that they can be compared. */
final class JointReadings {
    private final String name;
    private final List<HealthSession> sessions;
    private final double[] use;

    /** @param use hours of operation by the end of each session */
    JointReadings(String name, List<HealthSession> sessions, double[] use) {
        this.name = name;
        this.sessions = sessions;
        this.use = use;
    }

    private @Nullable Joint joint(int session) {
        return sessions.get(session).health().joints().stream()
                .filter(joint -> joint.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    List<Reading> of(Aspect aspect) {
        double speed = aspect == Aspect.FRICTION ? usualSpeed() : 0;
        List<Reading> readings = new ArrayList<>();
        double sum = 0;
        for (int i = 0; i < sessions.size(); i++) {
            Joint joint = joint(i);
            if (joint == null
                    || readings.size() > 0 && !(use[i] > readings.getLast().use())) {
                continue;
            }
            if (aspect.adds()) {
                sum += aspect == Aspect.DAMAGE
                        ? joint.load().damage()
                        : joint.load().travel() * (joint.prismatic() ? 1 : 0.5 / Math.PI);
                readings.add(new Reading(i, use[i], sum, 0));
                continue;
            }
            Indicator told = joint.indicator(kind(aspect));
            if (!told.told()) {
                continue;
            }
            readings.add(
                    aspect == Aspect.FRICTION
                            ? friction(i, joint, told, speed)
                            : new Reading(i, use[i], told.value(), told.deviation()));
        }
        return readings;
    }

    /** Friction as it would be at the usual speed: a faster session is no worn joint. */
    private Reading friction(int session, Joint joint, Indicator told, double speed) {
        Indicator viscous = joint.indicator(Kind.VISCOUS_FRICTION);
        double away = viscous.told() ? speed - joint.speed() : 0;
        double more = viscous.told() ? away * viscous.value() : 0;
        double doubt = viscous.told() ? away * viscous.deviation() : 0;
        return new Reading(
                session,
                use[session],
                told.value() + more,
                Math.sqrt(told.deviation() * told.deviation() + doubt * doubt));
    }

    /** Median speed of all sessions in which friction is told, rad/s or m/s. */
    double usualSpeed() {
        double[] speeds = sessions.stream()
                .flatMap(each -> each.health().joints().stream())
                .filter(joint -> joint.name().equals(name)
                        && joint.indicator(Kind.FRICTION).told())
                .mapToDouble(Joint::speed)
                .toArray();
        Arrays.sort(speeds);
        return speeds.length == 0 ? Double.NaN : speeds[speeds.length / 2];
    }

    private static Kind kind(Aspect aspect) {
        return switch (aspect) {
            case FRICTION -> Kind.FRICTION;
            case EFFORT_GAIN -> Kind.EFFORT_GAIN;
            case CURRENT_GAIN -> Kind.CURRENT_GAIN;
            case THERMAL_RESISTANCE -> Kind.THERMAL_RESISTANCE;
            case BACKLASH -> Kind.BACKLASH;
            case DEAD_TRAVEL -> Kind.DEAD_TRAVEL;
            case DAMAGE, TRAVEL -> throw new IllegalArgumentException(aspect + " is no indicator of a session");
        };
    }

    /** The unit of the last session that has the joint. */
    String unit(Aspect aspect) {
        Joint last = last();
        return switch (aspect) {
            case DAMAGE -> "full cycles";
            case TRAVEL -> last != null && last.prismatic() ? "m" : "revolutions";
            default -> last == null ? "" : last.indicator(kind(aspect)).unit();
        };
    }

    /** What the last session says of the indicator. */
    String note(Aspect aspect) {
        Joint last = last();
        return aspect.adds() || last == null ? "" : last.indicator(kind(aspect)).note();
    }

    private @Nullable Joint last() {
        for (int i = sessions.size() - 1; i >= 0; i--) {
            Joint joint = joint(i);
            if (joint != null) {
                return joint;
            }
        }
        return null;
    }
}
