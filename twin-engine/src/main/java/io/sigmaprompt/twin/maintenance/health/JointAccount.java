package io.sigmaprompt.twin.maintenance.health;

import io.sigmaprompt.twin.record.HealthIndicatorRecord.Indicator;
import io.sigmaprompt.twin.record.HealthIndicatorRecord.Kind;
import java.util.List;

/** Puts a joint's fits into numbers, and says why where there is none. */
final class JointAccount {
    /** Looks without which nothing is told. */
    private static final double LEAST_LOOKS = 20;

    private static final double LEAST_HEAT_LOOKS = 10;

    /** A number whose deviation is more than this share of it is none. */
    private static final double VAGUE = 0.25;

    /** The same in shares of the effort limit, for frictions near zero. */
    private static final double VAGUE_EFFORT = 0.005;

    /** The same for a gain of 1. */
    private static final double VAGUE_GAIN = 0.05;

    /** The same for play, rad or m. */
    private static final double VAGUE_PLAY = 0.005;

    /** Models and clocks are never exact: by this share of itself a friction is unsure however often it is seen. */
    private static final double FRICTION_ERROR = 0.02;

    /** The same of a gain. */
    private static final double GAIN_ERROR = 0.005;

    private static final String STILL = "it has hardly moved yet";
    private static final String VAGUE_MOTION = "its motion does not tell it apart from the rest";
    private static final String ONE_SIDED = "the load has not turned round yet";

    private final JointHealth joint;
    private final String force;
    private final String way;

    JointAccount(JointHealth joint) {
        this.joint = joint;
        force = joint.prismatic() ? "N" : "N·m";
        way = joint.prismatic() ? "m" : "rad";
    }

    List<Indicator> indicators() {
        double floor = VAGUE_EFFORT * joint.limit();
        return List.of(
                friction(floor),
                effort(Kind.COULOMB_FRICTION, JointHealth.COULOMB, VAGUE, floor, force),
                effort(Kind.VISCOUS_FRICTION, JointHealth.VISCOUS, VAGUE, floor / joint.fastest(), force + "·s/" + way),
                effort(Kind.EFFORT_GAIN, JointHealth.GAIN, 0, VAGUE_GAIN, "1"),
                current(),
                heat(),
                play(
                        Kind.BACKLASH,
                        joint.play(),
                        "no position of the motor's side is told, and one encoder shows no play",
                        ""),
                play(
                        Kind.DEAD_TRAVEL,
                        joint.deadTravel(),
                        "no command is told while it rests under load",
                        "between command and position; a loop closed over this encoder hides play"));
    }

    private Indicator friction(double floor) {
        EvidenceRegression fit = joint.effort();
        double v = joint.speed();
        double value = fit.value(JointHealth.COULOMB) + v * fit.value(JointHealth.VISCOUS);
        double variance = fit.covariance(JointHealth.COULOMB, JointHealth.COULOMB)
                + 2 * v * fit.covariance(JointHealth.COULOMB, JointHealth.VISCOUS)
                + v * v * fit.covariance(JointHealth.VISCOUS, JointHealth.VISCOUS);
        double deviation = widened(Math.sqrt(Math.max(variance, 0)), FRICTION_ERROR * value);
        return judged(Kind.FRICTION, value, deviation, fit.evidence(), VAGUE, floor, force, unmoved());
    }

    private String unmoved() {
        return !joint.effortHeard() ? "no effort is measured" : joint.effort().evidence() < LEAST_LOOKS ? STILL : "";
    }

    private Indicator effort(Kind kind, int unknown, double share, double floor, String unit) {
        EvidenceRegression fit = joint.effort();
        double error = unknown == JointHealth.GAIN ? GAIN_ERROR : FRICTION_ERROR;
        double deviation = widened(fit.deviation(unknown), error * fit.value(unknown));
        return judged(kind, fit.value(unknown), deviation, fit.evidence(), share, floor, unit, unmoved());
    }

    private Indicator current() {
        EvidenceRegression fit = joint.current();
        String missing = !joint.currentHeard() ? "no current is told" : fit.evidence() < LEAST_LOOKS ? STILL : "";
        return judged(
                Kind.CURRENT_GAIN,
                fit.value(JointHealth.GAIN),
                widened(fit.deviation(JointHealth.GAIN), GAIN_ERROR * fit.value(JointHealth.GAIN)),
                fit.evidence(),
                VAGUE_GAIN,
                0,
                joint.prismatic() ? "A/N" : "A/(N·m)",
                missing);
    }

    private static double widened(double deviation, double error) {
        return Math.sqrt(deviation * deviation + error * error);
    }

    private static Indicator judged(
            Kind kind,
            double value,
            double deviation,
            double evidence,
            double share,
            double floor,
            String unit,
            String missing) {
        String why = missing.isEmpty() && deviation > Math.max(share * Math.abs(value), floor) ? VAGUE_MOTION : missing;
        return why.isEmpty()
                ? new Indicator(kind, value, deviation, evidence, unit, "")
                : none(kind, evidence, unit, why);
    }

    private Indicator heat() {
        ThermalFit fit = joint.heat();
        String unit = joint.heatByCurrent() ? "K/A²" : joint.prismatic() ? "K/N²" : "K/(N·m)²";
        if (!joint.heatHeard()) {
            return none(Kind.THERMAL_RESISTANCE, 0, unit, "no temperature is told");
        }
        double evidence = fit.evidence();
        if (evidence < LEAST_HEAT_LOOKS) {
            return none(Kind.THERMAL_RESISTANCE, evidence, unit, "its temperature is not known for long enough");
        }
        if (!(fit.deviation() < VAGUE * Math.abs(fit.resistance()))) {
            return none(Kind.THERMAL_RESISTANCE, evidence, unit, "load and ambient cannot be told apart");
        }
        return new Indicator(
                Kind.THERMAL_RESISTANCE,
                fit.resistance() / joint.heatScale(),
                fit.deviation() / joint.heatScale(),
                evidence,
                unit,
                fit.ambientKnown() ? "" : "the ambient is not measured");
    }

    private Indicator play(Kind kind, PlayFit fit, String unheard, String note) {
        String missing = !fit.heard() ? unheard : fit.reversed() ? "" : ONE_SIDED;
        if (missing.isEmpty() && fit.evidence() < LEAST_LOOKS) {
            missing = "too few independent looks";
        }
        if (missing.isEmpty() && fit.deviation() > VAGUE_PLAY) {
            missing = "it cannot be told apart from compliance";
        }
        return missing.isEmpty()
                ? new Indicator(kind, fit.play(), fit.deviation(), fit.evidence(), way, note)
                : none(kind, fit.evidence(), way, missing);
    }

    private static Indicator none(Kind kind, double evidence, String unit, String why) {
        return new Indicator(kind, Double.NaN, Double.NaN, evidence, unit, why);
    }
}
