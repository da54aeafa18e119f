package io.sigmaprompt.physics.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A robot with some of its joints, and those that follow them, locked where they stand: they become fixed, their links one
 * body with what carries them, and q and v lose their entries. Immutable.
 */
public final class LockedJoints {
    private final RobotModel whole;
    private final RobotModel model;
    private final Set<String> locked = new LinkedHashSet<>();

    /**
     * Locks joints.
     *
     * @param names joints of one coordinate
     * @param q nq entries of the whole robot: where they are locked
     * @throws IllegalArgumentException if a name is not that of a joint of one coordinate
     */
    public LockedJoints(RobotModel whole, Collection<String> names, double[] q) {
        this.whole = whole;
        for (String name : names) {
            int joint = whole.jointIndex(name);
            if (joint < 0 || !whole.joints().get(joint).type().isScalar()) {
                throw new IllegalArgumentException("'" + name + "' is no joint of one coordinate");
            }
            locked.add(name);
        }
        for (int before = -1; before < locked.size(); ) {
            before = locked.size();
            whole.joints().stream()
                    .filter(joint -> joint.mimic() != null
                            && locked.contains(joint.mimic().joint()))
                    .forEach(joint -> locked.add(joint.name()));
        }
        double[] following = following(q);
        List<Joint> joints = new ArrayList<>();
        for (Joint joint : whole.joints()) {
            joints.add(
                    locked.contains(joint.name())
                            ? fixed(joint, following[whole.qIndex(whole.jointIndex(joint.name()))])
                            : joint);
        }
        model = locked.isEmpty() ? whole : new RobotModel(whole.name(), whole.floatingBase(), whole.links(), joints);
    }

    /** The same with joints that follow others where they follow. */
    private double[] following(double[] q) {
        DrivenJoints driven = new DrivenJoints(whole);
        double[] positions = new double[driven.count()];
        for (int j = 0; j < positions.length; j++) {
            positions[j] = q[whole.qIndex(whole.jointIndex(driven.names().get(j)))];
        }
        double[] following = q.clone();
        driven.scatterPosition(positions, following);
        return following;
    }

    private static Joint fixed(Joint joint, double position) {
        return new Joint(
                joint.name(),
                JointType.FIXED,
                joint.parent(),
                joint.child(),
                joint.origin().times(moved(joint, position)),
                joint.axis(),
                JointLimits.NONE,
                JointDynamics.NONE,
                null);
    }

    private static Pose moved(Joint joint, double position) {
        Vec3 axis = joint.axis();
        if (joint.type() == JointType.PRISMATIC) {
            return Pose.at(new Vec3(position * axis.x(), position * axis.y(), position * axis.z()));
        }
        double s = StrictMath.sin(0.5 * position);
        return new Pose(0, 0, 0, s * axis.x(), s * axis.y(), s * axis.z(), StrictMath.cos(0.5 * position));
    }

    /** The joints that are locked, those named first. */
    public Set<String> names() {
        return Collections.unmodifiableSet(locked);
    }

    /** The robot without them. */
    public RobotModel model() {
        return model;
    }

    /**
     * What is left of a configuration.
     *
     * @param q nq entries of the whole robot
     * @return nq entries of {@link #model}
     */
    public double[] configuration(double[] q) {
        double[] left = new double[model.nq()];
        int base = whole.floatingBase() ? JointType.FLOATING.positions() : 0;
        System.arraycopy(q, 0, left, 0, base);
        for (int j = 0; j < model.joints().size(); j++) {
            Joint joint = model.joints().get(j);
            System.arraycopy(
                    q,
                    whole.qIndex(whole.jointIndex(joint.name())),
                    left,
                    model.qIndex(j),
                    joint.type().positions());
        }
        return left;
    }
}
