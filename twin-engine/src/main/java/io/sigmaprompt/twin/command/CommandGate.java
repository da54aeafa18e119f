package io.sigmaprompt.twin.command;

import io.sigmaprompt.physics.codegen.CompiledDynamics;
import io.sigmaprompt.physics.dynamics.RobotDynamics;
import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.physics.model.JointDynamics;
import io.sigmaprompt.physics.model.JointLimits;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.record.GateRecord;
import io.sigmaprompt.twin.record.GateRecord.Verdict;
import java.util.Arrays;
import java.util.List;

/**
 * Stands between a decision and an actuator, and looks at every set point at every tick. What fits all limits passes as
 * it is; what asks too much motion is followed as fast as the limits allow; what asks too much effort, or comes while
 * nobody listens, is replaced by braking to a halt.
 */
public final class CommandGate implements Restorable {
    /** Rounding that a set point at its limit may have. */
    private static final double TOLERANCE = 1e-9;

    /** A margin takes at most this share of a joint's range: a gripper's finger has 40 mm in all. */
    private static final double LARGEST_MARGIN = 0.05;

    private final GateSettings settings;
    private final DrivenJoints joints;
    private final RobotDynamics inverseDynamics;
    private final double[] q;
    private final double[] v;
    private final double[] vdot;
    private final double[] tau;
    private final double[] drive;
    private final double[] position;
    private final double[] velocity;
    private final double[] acceleration;

    /** Where this tick began, to brake from there if its motion proves too much. */
    private final double[] positionBefore;

    private final double[] velocityBefore;
    private final LimitUse positionUse = new LimitUse("position");
    private final LimitUse velocityUse = new LimitUse("velocity");
    private final LimitUse accelerationUse = new LimitUse("acceleration");
    private final LimitUse effortUse = new LimitUse("effort");
    private final LimitUse watchdogUse = new LimitUse("watchdog");
    private boolean held;
    private Verdict verdict = Verdict.CLOSED;
    private String reason = "no command yet";

    /**
     * A gate at rest.
     *
     * @param start nq entries; the base of a floating robot is taken to rest there
     * @param driven where the driven joints are, one entry each
     */
    public CommandGate(RobotModel model, DrivenJoints joints, double[] start, double[] driven, GateSettings settings) {
        this.settings = settings;
        this.joints = joints;
        inverseDynamics = CompiledDynamics.of(model);
        q = start.clone();
        v = new double[model.nv()];
        vdot = new double[model.nv()];
        tau = new double[model.nv()];
        // The kernel is made here, and not in a tick.
        inverseDynamics.inverseDynamics(q, v, vdot, tau);
        int n = joints.count();
        drive = new double[n];
        position = driven.clone();
        velocity = new double[n];
        acceleration = new double[n];
        positionBefore = new double[n];
        velocityBefore = new double[n];
    }

    /**
     * Begins where the robot is, so that the first command asks no more change of it than the limits allow.
     *
     * @param start position, one entry a driven joint
     * @param startVelocity its velocity
     */
    public void reset(double[] start, double[] startVelocity) {
        System.arraycopy(start, 0, position, 0, start.length);
        System.arraycopy(startVelocity, 0, velocity, 0, start.length);
        Arrays.fill(acceleration, 0);
        held = false;
    }

    /** Lets nothing through. */
    public void close(String why) {
        clearUses();
        held = false;
        verdict = Verdict.CLOSED;
        reason = why;
    }

    private void clearUses() {
        positionUse.clear();
        velocityUse.clear();
        accelerationUse.clear();
        effortUse.clear();
        watchdogUse.clear();
    }

    /**
     * Looks at one set point; what may be sent stands in {@link #position}, {@link #velocity}, {@link #acceleration}.
     *
     * @param wanted position, one entry a driven joint
     * @param wantedVelocity its velocity
     * @param wantedAcceleration its acceleration
     * @param silenceNanos time since telemetry last came
     * @param stop why nothing may move, or empty
     * @param seconds length of the tick
     */
    public void check(
            double[] wanted,
            double[] wantedVelocity,
            double[] wantedAcceleration,
            long silenceNanos,
            String stop,
            double seconds) {
        clearUses();
        watchdogUse.note((double) silenceNanos / settings.watchdogNanos(), "");
        if (!stop.isEmpty()) {
            brake(seconds, stop);
        } else if (silenceNanos > settings.watchdogNanos()) {
            brake(seconds, "no telemetry for more than " + settings.watchdogNanos() / 1_000_000 + " ms");
        } else if (held && moving()) {
            brake(seconds, reason);
        } else if (!finite(wanted) || !finite(wantedVelocity) || !finite(wantedAcceleration)) {
            brake(seconds, "the set point is not a number");
        } else {
            held = false;
            pass(wanted, wantedVelocity, wantedAcceleration, seconds);
        }
    }

    private static boolean finite(double[] values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    private void pass(double[] wanted, double[] wantedVelocity, double[] wantedAcceleration, double seconds) {
        System.arraycopy(position, 0, positionBefore, 0, position.length);
        System.arraycopy(velocity, 0, velocityBefore, 0, velocity.length);
        boolean limited = false;
        for (int i = 0; i < wanted.length; i++) {
            limited |= follow(i, wanted[i], wantedVelocity[i], wantedAcceleration[i], seconds);
        }
        if (effortTooGreat()) {
            System.arraycopy(positionBefore, 0, position, 0, position.length);
            System.arraycopy(velocityBefore, 0, velocity, 0, velocity.length);
            brake(seconds, "the motion asks more effort of " + effortUse.joint() + " than it may");
        } else {
            verdict = limited ? Verdict.LIMITED : Verdict.PASSED;
            reason = limited ? "slowed to fit the limits" : "all clear";
        }
    }

    /** Moves one joint towards its set point; true where that had to be made smaller. */
    private boolean follow(int i, double wanted, double wantedVelocity, double wantedAcceleration, double seconds) {
        JointLimits limits = joints.joint(i).limits();
        String name = joints.names().get(i);
        double margin = Math.min(settings.positionMargin(), LARGEST_MARGIN * (limits.upper() - limits.lower()));
        double lower = limits.lower() + margin;
        double upper = limits.upper() - margin;
        double fastest = limits.velocity() * settings.velocityShare();
        double most = settings.acceleration();
        positionUse.note(shareOfRange(wanted, lower, upper), name);
        velocityUse.note(Math.abs(wantedVelocity) / fastest, name);
        accelerationUse.note(Math.abs(wantedAcceleration) / most, name);
        boolean fits = wanted >= lower
                && wanted <= upper
                && Math.abs(wantedVelocity) <= fastest * (1 + TOLERANCE)
                && Math.abs(wantedAcceleration) <= most * (1 + TOLERANCE)
                && Math.abs(wantedVelocity - velocity[i]) <= most * seconds + TOLERANCE
                && Math.abs((wanted - position[i]) / seconds - velocity[i]) <= most * seconds + TOLERANCE;
        if (fits) {
            position[i] = wanted;
            velocity[i] = wantedVelocity;
            acceleration[i] = wantedAcceleration;
            return false;
        }
        double goal = Math.max(lower, Math.min(wanted, upper));
        double error = goal - position[i];
        double closing = Math.min(Math.abs(error) / seconds, Math.sqrt(most * Math.abs(error)));
        double speed = (error < 0 ? -closing : closing) + (goal == wanted ? wantedVelocity : 0);
        speed = Math.max(-fastest, Math.min(speed, fastest));
        double change = Math.max(-most * seconds, Math.min(speed - velocity[i], most * seconds));
        move(i, velocity[i] + change, change / seconds, seconds);
        return true;
    }

    private static double shareOfRange(double value, double lower, double upper) {
        double middle = 0.5 * (lower + upper);
        return Double.isFinite(middle) && upper > lower ? Math.abs(value - middle) / (upper - middle) : 0;
    }

    private boolean effortTooGreat() {
        joints.scatterPosition(position, q);
        joints.scatterVelocity(velocity, v);
        joints.scatterVelocity(acceleration, vdot);
        inverseDynamics.inverseDynamics(q, v, vdot, tau);
        joints.gatherEffort(tau, drive);
        for (int i = 0; i < drive.length; i++) {
            JointDynamics dynamics = joints.joint(i).dynamics();
            double effort = drive[i] + dynamics.armature() * acceleration[i] + dynamics.loss(velocity[i]);
            double limit = joints.joint(i).limits().effort() * settings.effortShare();
            effortUse.note(Math.abs(effort) / limit, joints.names().get(i));
        }
        return !effortUse.ok();
    }

    private void brake(double seconds, String why) {
        held = true;
        verdict = Verdict.HELD;
        reason = why;
        double most = settings.acceleration() * seconds;
        for (int i = 0; i < position.length; i++) {
            double change = Math.max(-most, Math.min(-velocity[i], most));
            move(i, velocity[i] + change, change / seconds, seconds);
        }
    }

    private void move(int i, double newVelocity, double newAcceleration, double seconds) {
        velocity[i] = newVelocity;
        acceleration[i] = newAcceleration;
        position[i] += newVelocity * seconds;
    }

    /** Whether the last look left a velocity. */
    public boolean moving() {
        for (double one : velocity) {
            if (one != 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether commands were replaced by braking at the last look. */
    public boolean held() {
        return held;
    }

    public Verdict verdict() {
        return verdict;
    }

    public String reason() {
        return reason;
    }

    /** What may be sent; live, read only, one entry a driven joint. */
    public double[] position() {
        return position;
    }

    public double[] velocity() {
        return velocity;
    }

    public double[] acceleration() {
        return acceleration;
    }

    /** Each check at the last look. */
    public List<GateRecord.Check> checks() {
        return List.of(
                positionUse.check(),
                velocityUse.check(),
                accelerationUse.check(),
                effortUse.check(),
                watchdogUse.check());
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putDoubles(position);
        out.putDoubles(velocity);
        out.putDoubles(acceleration);
        out.putBoolean(held);
        out.putEnum(verdict);
        out.putString(reason);
        for (LimitUse use : uses()) {
            use.save(out);
        }
    }

    @Override
    public void restore(CanonicalInput in) {
        in.getDoubles(position);
        in.getDoubles(velocity);
        in.getDoubles(acceleration);
        held = in.getBoolean();
        verdict = in.getEnum(Verdict.values());
        reason = in.getString();
        for (LimitUse use : uses()) {
            use.restore(in);
        }
    }

    private List<LimitUse> uses() {
        return List.of(positionUse, velocityUse, accelerationUse, effortUse, watchdogUse);
    }
}
