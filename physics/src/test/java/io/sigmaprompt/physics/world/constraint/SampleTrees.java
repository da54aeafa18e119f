package io.sigmaprompt.physics.world.constraint;

import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.spatial.SplitMix64;
import io.sigmaprompt.physics.world.SmallWorld;
import io.sigmaprompt.physics.world.description.TreeCut;
import io.sigmaprompt.physics.world.description.TreePart;
import io.sigmaprompt.physics.world.tree.ArticulatedTree;
import io.sigmaprompt.physics.world.tree.BodyMap;
import io.sigmaprompt.physics.world.tree.FreeBody;
import io.sigmaprompt.physics.world.tree.WorldTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** An arm that forks and a free body, somewhere on their way. */
final class SampleTrees {
    /** Bodies of the arm and the free one, as the model numbers links; 0 is the ground. */
    static final int UPPER = 1;

    static final int LEFT = 2;
    static final int RIGHT = 3;
    static final int BOX = 4;

    private static final String SCENE = """
            <worldbody>
              <body name="upper" pos="0 0 1"><joint name="shoulder" axis="0 1 0"/>
                <inertial pos="0.2 0.1 0" mass="2" diaginertia="0.01 0.02 0.03"/>
                <body name="left" pos="0.4 0 0"><joint name="elbow" axis="0 0 1"/>
                  <inertial pos="0.15 0 0.1" mass="1" diaginertia="0.02 0.01 0.02"/></body>
                <body name="right" pos="0.4 0.1 0"><joint name="slide" type="slide" axis="1 0 1"/>
                  <inertial pos="0 0 0.1" mass="0.5" diaginertia="0.01 0.01 0.01"/></body>
              </body>
              <body name="box" pos="1 0 0.5"><freejoint/>
                <inertial pos="0.1 0.05 0" mass="3" diaginertia="0.03 0.04 0.05"/></body>
            </worldbody>""";

    final WorldTree[] trees;
    final BodyMap map;
    final int nv;
    final double[] poses;
    final double[] v;
    final double[] w;
    private final double[] velocities;

    SampleTrees(Path folder, long seed) throws IOException {
        RobotModel model = SmallWorld.read(folder, SCENE).model();
        int bodies = model.links().size();
        Vec3 gravity = new Vec3(0, 0, -9.81);
        List<TreePart> parts = new TreeCut(model).parts();
        trees = new WorldTree[parts.size()];
        for (int t = 0; t < trees.length; t++) {
            TreePart part = parts.get(t);
            int[] links = part.links().stream().mapToInt(Integer::intValue).toArray();
            if (part.freeBody()) {
                trees[t] = new FreeBody(part, part.qOffset(), part.vOffset(), links, gravity);
            } else {
                links[0] = -1;
                trees[t] = new ArticulatedTree(part, part.qOffset(), part.vOffset(), links, gravity);
            }
        }
        map = new BodyMap(trees, bodies);
        nv = model.nv();
        poses = new double[12 * bodies];
        velocities = new double[6 * bodies];
        v = new double[nv];
        w = new double[nv];
        SplitMix64 random = new SplitMix64(seed);
        double[] q = model.neutral();
        for (int k = 0; k < v.length; k++) {
            v[k] = random.symmetric();
        }
        for (int k = 0; k < 3; k++) {
            q[k] = random.symmetric();
        }
        for (WorldTree tree : trees) {
            tree.place(q, poses);
            tree.move(q, v, poses, velocities);
            tree.prepare(q, v, new double[nv], new double[nv], 1e-3, new double[nv]);
            tree.whitenVelocity(v, w);
        }
    }

    /** The power of a wrench (moment about the world's origin, force) on a body. */
    double power(int body, double[] wrench, int o) {
        if (body < 0) {
            return 0;
        }
        int p = 12 * body + 9;
        int u = 6 * body;
        double x = poses[p];
        double y = poses[p + 1];
        double z = poses[p + 2];
        double fx = wrench[o + 3];
        double fy = wrench[o + 4];
        double fz = wrench[o + 5];
        return velocities[u] * (wrench[o] - (y * fz - z * fy))
                + velocities[u + 1] * (wrench[o + 1] - (z * fx - x * fz))
                + velocities[u + 2] * (wrench[o + 2] - (x * fy - y * fx))
                + velocities[u + 3] * fx
                + velocities[u + 4] * fy
                + velocities[u + 5] * fz;
    }
}
