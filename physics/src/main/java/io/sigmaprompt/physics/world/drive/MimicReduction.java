package io.sigmaprompt.physics.world.drive;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.Mimic;
import io.sigmaprompt.physics.model.RobotModel;

/**
 * Mimic joints follow their leaders, {@code v = G·v_r} and {@code q = G·q_r + c}: each velocity coordinate is a multiple
 * of one independent coordinate (Featherstone, Rigid Body Dynamics Algorithms, 2008, section 3.2). A mimic of a mimic
 * follows that one's leader.
 */
public final class MimicReduction {
    /** Number of independent coordinates. */
    final int size;
    /** The independent coordinate (0 .. size - 1) that each entry of v follows. */
    final int[] coordinate;
    /** How much each entry of v moves for one of its coordinate; 1 for leaders. */
    final double[] factor;
    /** Whether any joint mimics another. */
    public final boolean any;
    /** For each follower: its and its leader's index in q, its and its leader's in v. */
    private final int[] followerQ;

    private final int[] leaderQ;
    private final int[] followerV;
    private final int[] leaderV;
    private final double[] multiplier;
    private final double[] offset;
    private final RobotModel model;

    public MimicReduction(RobotModel model) {
        this.model = model;
        int joints = model.joints().size();
        int followers = 0;
        for (Joint joint : model.joints()) {
            followers += joint.mimic() != null && joint.type().isScalar() ? 1 : 0;
        }
        any = followers > 0;
        followerQ = new int[followers];
        leaderQ = new int[followers];
        followerV = new int[followers];
        leaderV = new int[followers];
        multiplier = new double[followers];
        offset = new double[followers];
        boolean[] follows = new boolean[model.nv()];
        int f = 0;
        for (int j = 0; j < joints; j++) {
            Joint joint = model.joints().get(j);
            if (joint.mimic() != null && joint.type().isScalar()) {
                resolve(model, j, f);
                follows[followerV[f]] = true;
                f++;
            }
        }
        coordinate = new int[model.nv()];
        factor = new double[model.nv()];
        int count = 0;
        for (int i = 0; i < model.nv(); i++) {
            if (!follows[i]) {
                coordinate[i] = count++;
                factor[i] = 1;
            }
        }
        size = count;
        for (int k = 0; k < followers; k++) {
            coordinate[followerV[k]] = coordinate[leaderV[k]];
            factor[followerV[k]] = multiplier[k];
        }
    }

    private void resolve(RobotModel model, int follower, int f) {
        double m = 1;
        double c = 0;
        int leader = follower;
        int hops = 0;
        for (Mimic mimic = model.joints().get(leader).mimic();
                mimic != null;
                mimic = model.joints().get(leader).mimic()) {
            c += m * mimic.offset();
            m *= mimic.multiplier();
            leader = model.jointIndex(mimic.joint());
            String place = "joint '" + model.joints().get(follower).name() + "', mimic";
            if (leader < 0 || !model.joints().get(leader).type().isScalar()) {
                throw new BadInputException(
                        place,
                        "expected a revolute, continuous or prismatic joint to follow, found '" + mimic.joint() + "'",
                        "Name a joint of this robot that moves by one coordinate.");
            }
            if (++hops > model.joints().size()) {
                throw new BadInputException(
                        place,
                        "expected a joint that leads, found that following '" + mimic.joint() + "' comes back here",
                        "Let one joint of the circle move by itself.");
            }
        }
        followerQ[f] = model.qIndex(follower);
        leaderQ[f] = model.qIndex(leader);
        followerV[f] = model.vIndex(follower);
        leaderV[f] = model.vIndex(leader);
        multiplier[f] = m;
        offset[f] = c;
    }

    /** What to throw where the mass matrix of the independent coordinates is singular, found at one of them. */
    BadInputException singular(int independent) {
        String owner = "floating base";
        for (int j = 0; j < model.joints().size(); j++) {
            Joint joint = model.joints().get(j);
            for (int k = 0; k < joint.type().velocities() && joint.mimic() == null; k++) {
                owner = coordinate[model.vIndex(j) + k] == independent ? "joint '" + joint.name() + "'" : owner;
            }
        }
        return new BadInputException(
                "robot '" + model.name() + "', " + owner,
                "expected a positive definite mass matrix, found that this moves no inertia of its own",
                "Look for a moving link without mass or inertia, with inertias that break the triangle inequality, or for"
                        + " axes that coincide; armature helps, too.");
    }

    /** Puts the followers where their leaders want them, in q (nq) and v (nv). */
    public void follow(double[] q, double[] v) {
        for (int f = 0; f < followerQ.length; f++) {
            q[followerQ[f]] = multiplier[f] * q[leaderQ[f]] + offset[f];
            v[followerV[f]] = multiplier[f] * v[leaderV[f]];
        }
    }

    /** Makes a vector of rates (nv) that its leaders' entries determine. */
    void followRates(double[] rates) {
        for (int f = 0; f < followerV.length; f++) {
            rates[followerV[f]] = multiplier[f] * rates[leaderV[f]];
        }
    }

    /** Brings efforts on followers (nv) home to their leaders, and leaves 0 on the followers. */
    void gather(double[] effort) {
        for (int f = 0; f < followerV.length; f++) {
            effort[leaderV[f]] += multiplier[f] * effort[followerV[f]];
            effort[followerV[f]] = 0;
        }
    }

    /** Sums |multiplier|^power of the followers' values onto their leaders: 1 for friction, 2 for damping. */
    void gatherLosses(double[] values, int power) {
        for (int f = 0; f < followerV.length; f++) {
            double m = Math.abs(multiplier[f]);
            values[leaderV[f]] += (power == 2 ? m * m : m) * values[followerV[f]];
            values[followerV[f]] = 0;
        }
    }
}
