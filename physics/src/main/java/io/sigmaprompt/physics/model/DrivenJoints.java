package io.sigmaprompt.physics.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The joints that a robot moves by itself, those of one coordinate that follow no other, and how q and v hang on them.
 * Order is the model's. Immutable.
 */
public final class DrivenJoints {
    private final List<Joint> joints;
    private final List<String> names;
    private final Map<String, Integer> index = new LinkedHashMap<>();

    /** Per scalar joint of the model, mimics too: its entries in q and v, and what it follows. */
    private final int[] qIndex;

    private final int[] vIndex;
    private final int[] drive;
    private final double[] multiplier;
    private final double[] offset;

    public DrivenJoints(RobotModel model) {
        List<Joint> driven = new ArrayList<>();
        List<Joint> scalar = new ArrayList<>();
        for (Joint joint : model.joints()) {
            if (joint.type().isScalar()) {
                scalar.add(joint);
                if (joint.mimic() == null) {
                    index.put(joint.name(), driven.size());
                    driven.add(joint);
                }
            }
        }
        joints = List.copyOf(driven);
        names = joints.stream().map(Joint::name).toList();
        int n = scalar.size();
        qIndex = new int[n];
        vIndex = new int[n];
        drive = new int[n];
        multiplier = new double[n];
        offset = new double[n];
        for (int i = 0; i < n; i++) {
            int joint = model.jointIndex(scalar.get(i).name());
            qIndex[i] = model.qIndex(joint);
            vIndex[i] = model.vIndex(joint);
            follow(model, scalar.get(i), i);
        }
    }

    /** Walks from a joint along what it mimics to the drive it hangs on. */
    private void follow(RobotModel model, Joint start, int i) {
        multiplier[i] = 1;
        Joint joint = start;
        for (int steps = 0; joint.mimic() != null; steps++) {
            Mimic mimic = joint.mimic();
            int leader = model.jointIndex(mimic.joint());
            if (leader < 0 || steps > model.joints().size()) {
                throw new IllegalArgumentException(
                        "joint '" + start.name() + "' mimics '" + mimic.joint() + "', which leads to no driven joint");
            }
            offset[i] += multiplier[i] * mimic.offset();
            multiplier[i] *= mimic.multiplier();
            joint = model.joints().get(leader);
        }
        drive[i] = index(joint.name());
        if (drive[i] < 0) {
            throw new IllegalArgumentException(
                    "joint '" + start.name() + "' mimics '" + joint.name() + "', which is no joint of one coordinate");
        }
    }

    public int count() {
        return joints.size();
    }

    public Joint joint(int drive) {
        return joints.get(drive);
    }

    public List<String> names() {
        return names;
    }

    /** The driven joint of that name, or -1. */
    public int index(String name) {
        Integer found = index.get(name);
        return found == null ? -1 : found;
    }

    /** As {@link #index(String)}, quicker where a name is the one guessed: most sources tell in the model's order. */
    public int index(String name, int guess) {
        return guess < names.size() && names.get(guess).equals(name) ? guess : index(name);
    }

    /**
     * Writes the positions of the driven joints, and of those that follow them, into q.
     *
     * @param driven one entry a driven joint
     * @param q nq entries. Modified.
     */
    public void scatterPosition(double[] driven, double[] q) {
        for (int i = 0; i < drive.length; i++) {
            q[qIndex[i]] = multiplier[i] * driven[drive[i]] + offset[i];
        }
    }

    /**
     * Writes the velocities (or accelerations) of the driven joints, and of those that follow them, into v (or vdot).
     *
     * @param driven one entry a driven joint
     * @param v nv entries. Modified.
     */
    public void scatterVelocity(double[] driven, double[] v) {
        for (int i = 0; i < drive.length; i++) {
            v[vIndex[i]] = multiplier[i] * driven[drive[i]];
        }
    }

    /**
     * Sums joint efforts onto the drives that bear them, by virtual work.
     *
     * @param tau nv entries
     * @param driven one entry a driven joint. Modified.
     */
    public void gatherEffort(double[] tau, double[] driven) {
        Arrays.fill(driven, 0);
        for (int i = 0; i < drive.length; i++) {
            driven[drive[i]] += multiplier[i] * tau[vIndex[i]];
        }
    }
}
