package io.sigmaprompt.physics.world.step;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.world.description.LinkMasses;
import io.sigmaprompt.physics.world.description.WorldRobot;
import io.sigmaprompt.physics.world.snapshot.StateReader;
import io.sigmaprompt.physics.world.snapshot.StateWriter;
import io.sigmaprompt.physics.world.tree.BodyMap;
import java.util.Arrays;
import java.util.List;

/**
 * What acts on bodies by their mass: gravity as far as it differs from that which their dynamics were made for, and damping
 * in proportion to mass and inertia. The damping of all links together is the mass matrix times their velocity times a part
 * of at most 1, so that no step is too large for it.
 */
public final class BodyField {
    private final LinkMasses masses;
    private final double[] made;
    private final double[] gravity;
    private final double[] extra = new double[3];
    /** Linear and angular, 1/s, 2 a body. */
    private final double[] damping;

    private boolean pulls;
    private boolean slows;
    private final double[] moment = new double[3];
    private final double[] spin = new double[3];

    BodyField(List<WorldRobot> robots, int bodies, Vec3 gravity) {
        masses = new LinkMasses(robots, bodies);
        made = new double[] {gravity.x(), gravity.y(), gravity.z()};
        this.gravity = made.clone();
        damping = new double[2 * bodies];
    }

    void reset() {
        System.arraycopy(made, 0, gravity, 0, 3);
        Arrays.fill(damping, 0);
        look();
    }

    public void setGravity(double... now) {
        if (now.length != 3 || !Double.isFinite(now[0] + now[1] + now[2])) {
            throw new BadInputException(
                    "world, gravity",
                    "expected 3 finite numbers, found " + Arrays.toString(now),
                    "Give the acceleration of free fall in m/s², as 0 0 -9.81.");
        }
        System.arraycopy(now, 0, gravity, 0, 3);
        look();
    }

    public void setDamping(int body, double linear, double angular) {
        if (!(linear >= 0 && angular >= 0 && Double.isFinite(linear + angular))) {
            throw new BadInputException(
                    "world, damping of body " + body,
                    "expected rates of 0 or above, found " + linear + " and " + angular,
                    "Give them in 1/s: 0.1 takes a tenth of the speed in a second.");
        }
        damping[2 * body] = linear;
        damping[2 * body + 1] = angular;
        look();
    }

    private void look() {
        pulls = false;
        for (int k = 0; k < 3; k++) {
            extra[k] = gravity[k] - made[k];
            pulls |= extra[k] != 0;
        }
        slows = false;
        for (double d : damping) {
            slows |= d > 0;
        }
    }

    /** The acceleration of free fall now, m/s²; not to be written. */
    double[] gravity() {
        return gravity;
    }

    /** By how much it differs from that which the dynamics were made for, m/s²; not to be written. */
    double[] change() {
        return extra;
    }

    /**
     * Adds what gravity's change does to a body.
     *
     * @param wrench Modified. moment about the body's origin, force; world axes
     * @return whether anything was added
     */
    boolean weigh(int body, double[] poses, double[] wrench) {
        if (!pulls || masses.mass[body] == 0) {
            return false;
        }
        masses.locate(body, poses);
        double m = masses.mass[body];
        add(m * extra[0], m * extra[1], m * extra[2], wrench, 0);
        return true;
    }

    /** Likewise the damping, to what acts on all bodies, 6 a body. */
    boolean slow(int body, double[] poses, double[] velocities, double dt, double[] wrenches) {
        double linear = damping[2 * body];
        double angular = damping[2 * body + 1];
        if (!slows || linear == 0 && angular == 0) {
            return false;
        }
        masses.locate(body, poses);
        int o = 6 * body;
        double[] r = masses.arm;
        double part = Math.min(linear, 1 / dt) * masses.mass[body];
        double x = velocities[o];
        double y = velocities[o + 1];
        double z = velocities[o + 2];
        add(
                -part * (velocities[o + 3] + y * r[2] - z * r[1]),
                -part * (velocities[o + 4] + z * r[0] - x * r[2]),
                -part * (velocities[o + 5] + x * r[1] - y * r[0]),
                wrenches,
                o);
        System.arraycopy(velocities, o, spin, 0, 3);
        masses.turn(body, poses, spin, moment);
        for (int k = 0; k < 3; k++) {
            wrenches[o + k] -= Math.min(angular, 1 / dt) * moment[k];
        }
        return true;
    }

    private void add(double fx, double fy, double fz, double[] wrench, int o) {
        double[] r = masses.arm;
        wrench[o] += r[1] * fz - r[2] * fy;
        wrench[o + 1] += r[2] * fx - r[0] * fz;
        wrench[o + 2] += r[0] * fy - r[1] * fx;
        wrench[o + 3] += fx;
        wrench[o + 4] += fy;
        wrench[o + 5] += fz;
    }

    /** What gravity's change adds to the potential energy of all that moves, joules. */
    public double potentialEnergy(double[] poses, BodyMap map) {
        double sum = 0;
        for (int body = 0; pulls && body < masses.mass.length; body++) {
            if (map.block(body) >= 0) {
                masses.locate(body, poses);
                for (int k = 0; k < 3; k++) {
                    sum -= masses.mass[body] * extra[k] * (poses[12 * body + 9 + k] + masses.arm[k]);
                }
            }
        }
        return sum;
    }

    void save(StateWriter out) {
        out.put(gravity, 0, 3);
        out.put(damping, 0, damping.length);
    }

    void restore(StateReader in) {
        in.get(gravity, 0, 3);
        in.get(damping, 0, damping.length);
        look();
    }
}
