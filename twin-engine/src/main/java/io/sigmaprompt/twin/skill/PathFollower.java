package io.sigmaprompt.twin.skill;

import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.physics.model.JointLimits;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns the chosen goal into a set point for each tick. A path is followed by its own clock, whose rate is turned up or
 * down; to hold is to turn the rate to zero, so that the robot stops on its way and goes on from there. From elsewhere
 * it first approaches the path in a straight line of joint space.
 */
public final class PathFollower implements Restorable {
    /** How fast the rate may change, per second. */
    private static final double RATE_SLEW = 2;

    /** Share of the velocity limits that an approach uses. */
    private static final double APPROACH_SHARE = 0.4;

    /** An approach is never faster, rad/s or m/s. */
    private static final double FASTEST_APPROACH = 1;

    /** Peak over mean velocity of a quintic from rest to rest. */
    private static final double QUINTIC_PEAK = 1.875;

    private static final double SHORTEST_APPROACH_SECONDS = 0.4;

    /** Nearer than this, rad or m, the path is followed at once. */
    private static final double ON_PATH = 5e-6;

    private final DrivenJoints joints;
    private final Map<String, Double> progressByPath = new LinkedHashMap<>();
    private final double[] position;
    private final double[] velocity;
    private final double[] acceleration;
    private final double[] approachFrom;
    private final double[] target;
    private final Quintic quintic = new Quintic();

    private @Nullable JointPath path;
    private String pathName = "";
    private double progress;
    private double rate;
    private boolean approaching;
    private double approachElapsed;
    private double approachSeconds;

    public PathFollower(DrivenJoints joints, double[] start) {
        this.joints = joints;
        position = start.clone();
        velocity = new double[start.length];
        acceleration = new double[start.length];
        approachFrom = new double[start.length];
        target = new double[start.length];
    }

    /** Begins from rest at {@code start}; paths keep the progress they had. */
    public void reset(double[] start) {
        System.arraycopy(start, 0, position, 0, start.length);
        rest();
        leavePath();
    }

    private void rest() {
        for (int i = 0; i < velocity.length; i++) {
            velocity[i] = 0;
            acceleration[i] = 0;
        }
        rate = 0;
    }

    private void leavePath() {
        if (!pathName.isEmpty()) {
            progressByPath.put(pathName, progress);
        }
        path = null;
        pathName = "";
        approaching = false;
    }

    /** Advances by {@code seconds} towards the goal. */
    public void step(Goal goal, double seconds) {
        double wantedRate = 0;
        if (goal instanceof Goal.FollowPath follow) {
            if (follow.path().name().equals(pathName)) {
                path = follow.path();
                wantedRate = follow.speed();
            } else if (rate == 0) {
                leavePath();
                begin(follow.path());
                wantedRate = follow.speed();
            }
        }
        JointPath current = path;
        if (current == null) {
            rest();
            return;
        }
        double change = Math.max(-RATE_SLEW * seconds, Math.min(wantedRate - rate, RATE_SLEW * seconds));
        rate += change;
        double slew = change / seconds;
        if (approaching) {
            approach(seconds, slew);
        } else {
            progress += rate * seconds;
            follow(current, slew);
        }
    }

    private void begin(JointPath next) {
        rest();
        path = next;
        pathName = next.name();
        progress = progressByPath.getOrDefault(pathName, 0.0);
        System.arraycopy(position, 0, approachFrom, 0, position.length);
        System.arraycopy(position, 0, target, 0, position.length);
        double seconds = 0;
        double distance = 0;
        for (int j = 0; j < next.joints().size(); j++) {
            int drive = joints.index(next.joints().get(j));
            locate(next, j, progress);
            target[drive] = quintic.position();
            double way = Math.abs(target[drive] - position[drive]);
            JointLimits limits = joints.joint(drive).limits();
            double speed = Math.min(APPROACH_SHARE * limits.velocity(), FASTEST_APPROACH);
            distance = Math.max(distance, way);
            seconds = Math.max(seconds, QUINTIC_PEAK * way / speed);
        }
        approaching = distance > ON_PATH;
        approachElapsed = 0;
        approachSeconds = Math.max(seconds, SHORTEST_APPROACH_SECONDS);
    }

    private void approach(double seconds, double slew) {
        approachElapsed = Math.min(approachElapsed + rate * seconds, approachSeconds);
        for (int i = 0; i < position.length; i++) {
            quintic.evaluate(approachElapsed, approachSeconds, approachFrom[i], 0, 0, target[i], 0, 0);
            set(i, slew);
        }
        if (approachElapsed >= approachSeconds) {
            approaching = false;
            rest();
        }
    }

    private void follow(JointPath current, double slew) {
        for (int j = 0; j < current.joints().size(); j++) {
            locate(current, j, progress);
            set(joints.index(current.joints().get(j)), slew);
        }
    }

    private void set(int drive, double slew) {
        position[drive] = quintic.position();
        velocity[drive] = quintic.velocity() * rate;
        acceleration[drive] = quintic.acceleration() * rate * rate + quintic.velocity() * slew;
    }

    /** Evaluates one joint of a path at its own time. */
    private void locate(JointPath path, int column, double time) {
        int count = path.waypoints().size();
        int legs = path.cyclic() ? count : count - 1;
        double leg = path.legSeconds();
        double t = path.cyclic() ? time - Math.floor(time / (legs * leg)) * (legs * leg) : Math.min(time, legs * leg);
        int k = Math.max(0, Math.min((int) Math.floor(t / leg), legs - 1));
        double from = path.waypoints().get(k)[column];
        double to = path.waypoints().get((k + 1) % count)[column];
        quintic.evaluate(Math.min(t - k * leg, leg), leg, from, 0, 0, to, 0, 0);
    }

    /** The set point; live, read only, one entry a driven joint. */
    public double[] position() {
        return position;
    }

    public double[] velocity() {
        return velocity;
    }

    public double[] acceleration() {
        return acceleration;
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putInt(progressByPath.size());
        progressByPath.forEach((name, value) -> {
            out.putString(name);
            out.putDouble(value);
        });
        out.putDoubles(position);
        out.putDoubles(velocity);
        out.putDoubles(acceleration);
        out.putDoubles(approachFrom);
        out.putDoubles(target);
        GoalCodec.save(path == null ? null : new Goal.FollowPath(path, 1), out);
        out.putDouble(progress);
        out.putDouble(rate);
        out.putBoolean(approaching);
        out.putDouble(approachElapsed);
        out.putDouble(approachSeconds);
    }

    @Override
    public void restore(CanonicalInput in) {
        progressByPath.clear();
        int paths = in.getInt();
        for (int i = 0; i < paths; i++) {
            String name = in.getString();
            progressByPath.put(name, in.getDouble());
        }
        in.getDoubles(position);
        in.getDoubles(velocity);
        in.getDoubles(acceleration);
        in.getDoubles(approachFrom);
        in.getDoubles(target);
        path = GoalCodec.restore(in) instanceof Goal.FollowPath follow ? follow.path() : null;
        pathName = path == null ? "" : path.name();
        progress = in.getDouble();
        rate = in.getDouble();
        approaching = in.getBoolean();
        approachElapsed = in.getDouble();
        approachSeconds = in.getDouble();
    }
}
