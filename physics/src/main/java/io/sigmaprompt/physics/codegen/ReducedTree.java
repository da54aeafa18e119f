package io.sigmaprompt.physics.codegen;

import io.sigmaprompt.physics.dynamics.BodyTree;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.spatial.SpatialInertia;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A robot whose motion is that of its {@link BodyTree}, described with as few numbers as may be.
 *
 * <p>Two freedoms of description are used. A body's origin may lie anywhere on its joint's axis: it is put where offsets
 * between joints vanish. And the part of a body that is a thin rod on the axis of its revolute joint feels nothing of
 * that joint's motion, so that it may as well belong to the parent: mass, moment along the axis, and one second moment
 * of each such body go there, which leaves seven of ten parameters (Gautier, Khalil, Direct calculation of minimum set
 * of inertial parameters of serial robots, IEEE Transactions on Robotics and Automation 6(3), 1990). A prismatic joint
 * does not turn its body, whose second moments go to the parent likewise. Torques, mass matrix, momentum and energy
 * stay what they were; what joints transmit across their axes does not.
 */
final class ReducedTree {
    /** Numbers this near to 0, 1 and -1 in a rotation are rounding of these, as quaternions of right angles leave it. */
    private static final double SNAP = 1e-15;

    final RobotModel model;
    /** Bodies in depth-first order; the world, which stands at 0, has no joint. */
    final List<ReducedBody> bodies = new ArrayList<>();

    private final List<List<ReducedBody>> children = new ArrayList<>();
    final int[] linkBody;
    /** Transform (12) from each link's frame to its body's. */
    final double[][] linkPlacement;
    /** Entry of q that holds each angle. */
    final int[] angles;

    ReducedTree(RobotModel model) {
        BodyTree tree = new BodyTree(model);
        this.model = model;
        List<Integer> found = new ArrayList<>();
        for (int b = 0; b < tree.bodies(); b++) {
            ReducedBody body = body(tree, b, found);
            bodies.add(body);
            children.add(new ArrayList<>());
            if (b > 0) {
                children.get(body.parent).add(body);
            }
        }
        angles = found.stream().mapToInt(Integer::intValue).toArray();
        int links = model.links().size();
        linkBody = new int[links];
        linkPlacement = new double[links][];
        for (int link = 0; link < links; link++) {
            linkBody[link] = tree.linkBody(link);
            linkPlacement[link] = tree.linkPlacement(link);
        }
        bodies.getFirst().setInertia(new double[SpatialInertia.SIZE]); // what is welded to the world never counts
        for (ReducedBody body : moving()) {
            snap(body.placement);
            slide(body);
        }
        for (ReducedBody body : moving().reversed()) {
            handOver(body);
        }
    }

    /**
     * How many pairs of a moving link and one that it hangs on, or is, a robot has: what the mass matrix and all that is
     * like it grows with. A branch of n joints has n (n + 1) / 2.
     */
    static long branchPairs(RobotModel model) {
        int[] depth = depths(model);
        long pairs = depth[0];
        for (int j = 0; j < model.joints().size(); j++) {
            pairs += model.joints().get(j).type().velocities() > 0 ? depth[j + 1] : 0;
        }
        return pairs;
    }

    /** How many moving bodies hang on each other on a robot's longest branch. */
    static int depth(RobotModel model) {
        return Arrays.stream(depths(model)).max().orElse(0);
    }

    /** For each link, the moving bodies between the world and it, its own included. */
    private static int[] depths(RobotModel model) {
        int[] depth = new int[model.links().size()];
        depth[0] = model.floatingBase() ? 1 : 0;
        for (int j = 0; j < model.joints().size(); j++) {
            boolean moves = model.joints().get(j).type().velocities() > 0;
            depth[j + 1] = depth[model.parentLink(j)] + (moves ? 1 : 0);
        }
        return depth;
    }

    private static ReducedBody body(BodyTree tree, int b, List<Integer> angles) {
        JointType type = tree.type(b);
        int angle = -1;
        if (type == JointType.REVOLUTE || type == JointType.CONTINUOUS || type == JointType.PLANAR) {
            angle = angles.size();
            angles.add(tree.q(b) + (type == JointType.PLANAR ? 2 : 0));
        }
        ReducedBody body = new ReducedBody(
                b,
                tree.parent(b),
                type,
                tree.q(b),
                tree.v(b),
                tree.axes(b),
                tree.joint(b) + 1,
                angle,
                tree.placement(b));
        body.setInertia(tree.inertia(b));
        return body;
    }

    private static void snap(double[] placement) {
        for (int k = 0; k < 9; k++) {
            double nearest = Math.rint(placement[k]);
            if (Math.abs(placement[k] - nearest) <= SNAP) {
                placement[k] = nearest;
            }
        }
    }

    /** The moving bodies, parents before children. */
    List<ReducedBody> moving() {
        return bodies.subList(1, bodies.size());
    }

    /** Mass of all that moves, kg. */
    double mass() {
        double sum = 0;
        for (ReducedBody body : bodies) {
            sum += body.mass;
        }
        return sum;
    }

    /** The bodies that hang on one. */
    List<ReducedBody> children(int parent) {
        return children.get(parent);
    }

    private void slide(ReducedBody body) {
        if (!body.turns() && body.type != JointType.PRISMATIC) {
            return;
        }
        List<ReducedBody> children = children(body.index);
        List<Double> candidates = new ArrayList<>(List.of(0.0));
        for (int r = 0; r < 3; r++) {
            if (Math.abs(body.placement[3 * r + 2]) == 1) {
                candidates.add(-body.placement[9 + r] * body.placement[3 * r + 2]);
            }
        }
        children.forEach(child -> candidates.add(child.placement[11]));
        double best = 0;
        int least = Integer.MAX_VALUE;
        for (double candidate : candidates) {
            int cost = bodies.get(body.parent).type == JointType.FIXED ? 0 : offsets(body, candidate);
            for (ReducedBody child : children) {
                cost += lasting(child, candidate);
            }
            if (cost < least) {
                least = cost;
                best = candidate;
            }
        }
        if (best != 0) {
            move(body, children, best);
        }
    }

    /** How many entries of a body's offset are left where it slides on its axis. */
    private static int offsets(ReducedBody body, double slide) {
        int count = 0;
        for (int r = 0; r < 3; r++) {
            count += body.placement[9 + r] + body.placement[3 * r + 2] * slide == 0 ? 0 : 1;
        }
        return count;
    }

    /** How many are left where its parent slides, without what it can slide away by itself. */
    private static int lasting(ReducedBody body, double parentSlide) {
        int count = 0;
        for (int r = 0; r < 3; r++) {
            double offset = body.placement[9 + r] - (r == 2 ? parentSlide : 0);
            count += offset == 0 || Math.abs(body.placement[3 * r + 2]) == 1 ? 0 : 1;
        }
        return count;
    }

    private void move(ReducedBody body, List<ReducedBody> children, double d) {
        body.slide(d);
        children.forEach(child -> child.placement[11] -= d);
        for (int link = 0; link < linkBody.length; link++) {
            if (linkBody[link] == body.index) {
                linkPlacement[link][11] -= d;
            }
        }
    }

    private void handOver(ReducedBody body) {
        ReducedBody parent = bodies.get(body.parent);
        if (body.turns()) {
            double[] rod = {0, 0, 0, 0, 0, body.spread[5]};
            parent.add(body.placement, body.mass, new double[] {0, 0, body.moment[2]}, rod);
            body.mass = 0;
            body.moment[2] = 0;
            body.spread[5] = 0;
        } else if (body.type == JointType.PRISMATIC) {
            double[] here = body.placement.clone();
            Arrays.fill(here, 9, 12, 0);
            parent.add(here, 0, new double[3], body.spread);
            Arrays.fill(body.spread, 0);
        }
    }
}
