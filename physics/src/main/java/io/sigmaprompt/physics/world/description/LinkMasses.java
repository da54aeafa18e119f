package io.sigmaprompt.physics.world.description;

import io.sigmaprompt.physics.model.Inertia;
import io.sigmaprompt.physics.model.Link;
import java.util.List;

/** What the bodies of a world weigh, and how they resist turning. Buffers that are filled on demand. */
public final class LinkMasses {
    public final double[] mass;
    /** Centres of mass, link frame, 3 a body, metres. */
    private final double[] centre;
    /** About the centre of mass, link frame: xx, xy, xz, yy, yz, zz, 6 a body, kg m². */
    private final double[] inertia;
    /** From the body's origin to its centre of mass, world axes, metres; see {@link #locate}. */
    public final double[] arm = new double[3];

    private final double[] local = new double[3];

    public LinkMasses(List<WorldRobot> robots, int bodies) {
        mass = new double[bodies];
        centre = new double[3 * bodies];
        inertia = new double[6 * bodies];
        for (WorldRobot robot : robots) {
            int body = robot.bodyOffset();
            for (Link link : robot.model().links()) {
                set(body++, link.inertia());
            }
        }
    }

    private void set(int body, Inertia of) {
        mass[body] = of.mass();
        centre[3 * body] = of.com().x();
        centre[3 * body + 1] = of.com().y();
        centre[3 * body + 2] = of.com().z();
        int o = 6 * body;
        inertia[o] = of.ixx();
        inertia[o + 1] = of.ixy();
        inertia[o + 2] = of.ixz();
        inertia[o + 3] = of.iyy();
        inertia[o + 4] = of.iyz();
        inertia[o + 5] = of.izz();
    }

    /** Fills {@link #arm} of a body that stands at a pose of the world's. */
    public void locate(int body, double[] poses) {
        int p = 12 * body;
        int c = 3 * body;
        for (int k = 0; k < 3; k++) {
            int r = p + 3 * k;
            arm[k] = poses[r] * centre[c] + poses[r + 1] * centre[c + 1] + poses[r + 2] * centre[c + 2];
        }
    }

    /**
     * The rotational inertia about the centre of mass times a vector, both along the world's axes.
     *
     * @param out Modified. 3 numbers; may be {@code x}
     */
    public void turn(int body, double[] poses, double[] x, double[] out) {
        int p = 12 * body;
        int o = 6 * body;
        for (int k = 0; k < 3; k++) {
            local[k] = poses[p + k] * x[0] + poses[p + 3 + k] * x[1] + poses[p + 6 + k] * x[2];
        }
        double a = inertia[o] * local[0] + inertia[o + 1] * local[1] + inertia[o + 2] * local[2];
        double b = inertia[o + 1] * local[0] + inertia[o + 3] * local[1] + inertia[o + 4] * local[2];
        double c = inertia[o + 2] * local[0] + inertia[o + 4] * local[1] + inertia[o + 5] * local[2];
        for (int k = 0; k < 3; k++) {
            int r = p + 3 * k;
            out[k] = poses[r] * a + poses[r + 1] * b + poses[r + 2] * c;
        }
    }
}
