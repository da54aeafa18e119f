package io.sigmaprompt.physics.world.step;

import io.sigmaprompt.physics.actuator.ForceElement;
import io.sigmaprompt.physics.actuator.GearedElement;
import io.sigmaprompt.physics.actuator.mechanism.MechanismActuators;
import io.sigmaprompt.physics.actuator.spring.JointSprings;
import io.sigmaprompt.physics.actuator.spring.TendonForces;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.model.mechanism.JointCompliance;
import io.sigmaprompt.physics.world.description.WorldRobot;
import io.sigmaprompt.physics.world.snapshot.StateReader;
import io.sigmaprompt.physics.world.snapshot.StateWriter;
import io.sigmaprompt.physics.world.tree.BodyMap;
import io.sigmaprompt.physics.world.tree.WorldTree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What pushes the bodies of a world: each robot's own elements, and wrenches from outside. */
public final class WorldForces {
    private final BodyMap map;
    private final List<RobotElement> elements = new ArrayList<>();
    private final double[] armature;
    private final double[] tau;
    private final double[] diagonal;
    /** Moment about the body's origin and force, world axes, 6 a body. */
    private final double[] external;

    /** What acted on bodies in the last step besides weight, joints and contacts; likewise. */
    private final double[] applied;
    /** Gravity as it is now, and what slows bodies down. */
    public BodyField field() {
        return field;
    }

    /** The acceleration of free fall now, m/s²; not to be written. */
    public double[] gravity() {
        return field.gravity();
    }

    /** What actuators gave along each freedom, and what the mass matrix's diagonal gained by them. */
    private final double[] effort;

    private final double[] slope;
    private final double[] start;
    /** Freedoms on which springs pull, or what may be one. */
    private final boolean[] sprung;

    private final boolean[] pushed;
    private final double[] wrench = new double[6];
    private final BodyField field;
    private double[] along = new double[64];

    /** An element and the arrays of its robot, which are the world's cut to size. */
    private record RobotElement(
            WorldRobot robot,
            ForceElement element,
            boolean drives,
            double[] q,
            double[] v,
            double[] tau,
            double[] diagonal) {}

    public WorldForces(BodyMap map, List<WorldRobot> robots, int nv, int bodies, Vec3 gravity) {
        this.map = map;
        field = new BodyField(robots, bodies, gravity);
        armature = new double[nv];
        tau = new double[nv];
        diagonal = new double[nv];
        external = new double[6 * bodies];
        applied = new double[6 * bodies];
        effort = new double[nv];
        slope = new double[nv];
        start = new double[nv];
        pushed = new boolean[bodies];
        sprung = new boolean[nv];
        for (WorldRobot robot : robots) {
            for (int j = 0; j < robot.model().joints().size(); j++) {
                Joint joint = robot.model().joints().get(j);
                int o = robot.vOffset() + robot.model().vIndex(j);
                Arrays.fill(
                        armature,
                        o,
                        o + joint.type().velocities(),
                        joint.dynamics().armature());
            }
        }
    }

    public void add(WorldRobot robot, ForceElement element) {
        int nv = robot.model().nv();
        if (element instanceof GearedElement drive) {
            armature[robot.vOffset() + drive.freedom()] += drive.armature();
        }
        boolean drives = !(element instanceof JointSprings || element instanceof TendonForces);
        if (element instanceof JointSprings) {
            markSprings(robot);
        } else if (!(element instanceof MechanismActuators)) {
            Arrays.fill(sprung, robot.vOffset(), robot.vOffset() + nv, true);
        }
        elements.add(new RobotElement(
                robot,
                element,
                drives,
                new double[robot.model().nq()],
                new double[nv],
                new double[nv],
                new double[nv]));
    }

    private void markSprings(WorldRobot robot) {
        for (JointCompliance spring : robot.mechanism().compliances()) {
            int joint = robot.model().jointIndex(spring.joint());
            if (joint >= 0 && spring.stiffness() != 0) {
                int o = robot.vOffset() + robot.model().vIndex(joint);
                int count = robot.model().joints().get(joint).type().velocities();
                Arrays.fill(sprung, o, o + count, true);
            }
        }
    }

    /** Whether what pushes a tree in this step depends on nothing but its velocity: no springs, no servos. */
    boolean steady(WorldTree tree) {
        for (int i = tree.vOffset; i < tree.vOffset + tree.nv; i++) {
            if (sprung[i] || slope[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /** Sets what pushes a body from outside until it is set again: about its origin, world axes. */
    public void push(int body, double mx, double my, double mz, double fx, double fy, double fz) {
        int o = 6 * body;
        external[o] = mx;
        external[o + 1] = my;
        external[o + 2] = mz;
        external[o + 3] = fx;
        external[o + 4] = fy;
        external[o + 5] = fz;
        pushed[body] = mx != 0 || my != 0 || mz != 0 || fx != 0 || fy != 0 || fz != 0;
    }

    boolean pushed(int body) {
        return pushed[body];
    }

    /** Sums up all forces at a state whose links are placed. */
    public void apply(double[] q, double[] v, double[] poses, double[] velocities, double dt) {
        Arrays.fill(tau, 0);
        Arrays.fill(effort, 0);
        Arrays.fill(slope, 0);
        System.arraycopy(v, 0, start, 0, start.length);
        System.arraycopy(external, 0, applied, 0, external.length);
        System.arraycopy(armature, 0, diagonal, 0, diagonal.length);
        for (int i = 0; i < elements.size(); i++) {
            apply(elements.get(i), q, v, dt);
        }
        for (int body = 0; body < pushed.length; body++) {
            if (map.block(body) >= 0) {
                boolean slowed = field.slow(body, poses, velocities, dt, applied);
                System.arraycopy(applied, 6 * body, wrench, 0, 6);
                if (field.weigh(body, poses, wrench) || slowed || pushed[body]) {
                    addExternal(body, poses);
                }
            }
        }
    }

    private void apply(RobotElement e, double[] q, double[] v, double dt) {
        int vo = e.robot().vOffset();
        int nv = e.v().length;
        System.arraycopy(q, e.robot().qOffset(), e.q(), 0, e.q().length);
        System.arraycopy(v, vo, e.v(), 0, nv);
        System.arraycopy(tau, vo, e.tau(), 0, nv);
        System.arraycopy(diagonal, vo, e.diagonal(), 0, nv);
        e.element().apply(e.q(), e.v(), dt, e.tau(), e.diagonal());
        for (int i = 0; e.drives() && i < nv; i++) {
            effort[vo + i] += e.tau()[i] - tau[vo + i];
            slope[vo + i] += (e.diagonal()[i] - diagonal[vo + i]) / dt;
        }
        System.arraycopy(e.tau(), 0, tau, vo, nv);
        System.arraycopy(e.diagonal(), 0, diagonal, vo, nv);
    }

    private void addExternal(int body, double[] poses) {
        int p = 12 * body + 9;
        wrench[0] += poses[p + 1] * wrench[5] - poses[p + 2] * wrench[4];
        wrench[1] += poses[p + 2] * wrench[3] - poses[p] * wrench[5];
        wrench[2] += poses[p] * wrench[4] - poses[p + 1] * wrench[3];
        WorldTree tree = map.tree(body);
        int[] movers = tree.movers(map.link(body));
        if (along.length < movers.length) {
            along = new double[2 * movers.length];
        }
        tree.project(map.link(body), 1, wrench, 0, along, 0);
        tree.addForce(movers, along, tau);
    }

    /** Tells what actuators came to by the step's end: their implicit part acts on the change of velocity. */
    public void settle(double[] v) {
        for (int i = 0; i < effort.length; i++) {
            effort[i] -= slope[i] * (v[i] - start[i]);
        }
    }

    /** What actuators gave along each freedom over the last step, N m and N. */
    public double[] effort() {
        return effort;
    }

    /** What acted on each body over the last step besides weight, joints and contacts: about its origin, world axes. */
    public double[] applied() {
        return applied;
    }

    double[] tau() {
        return tau;
    }

    double[] diagonal() {
        return diagonal;
    }

    /** Kinetic energy of the drives' rotors, joules. */
    public double armatureEnergy(double[] v) {
        double sum = 0;
        for (int i = 0; i < armature.length; i++) {
            sum += armature[i] * v[i] * v[i];
        }
        return 0.5 * sum;
    }

    /** Lets nothing push from outside. */
    public void clear() {
        Arrays.fill(external, 0);
        Arrays.fill(pushed, false);
        field.reset();
    }

    /** Forgets the last step. */
    public void forget() {
        Arrays.fill(effort, 0);
        Arrays.fill(applied, 0);
    }

    public void save(StateWriter out) {
        for (int body = 0; body < pushed.length; body++) {
            out.put(pushed[body] ? 1 : 0);
        }
        out.put(external, 0, external.length);
        field.save(out);
        out.put(applied, 0, applied.length);
        out.put(effort, 0, effort.length);
        for (RobotElement e : elements) {
            int size = e.element().stateSize();
            int o = out.skip(size);
            e.element().save(out.data(), o);
        }
    }

    public void restore(StateReader in) {
        for (int body = 0; body < pushed.length; body++) {
            pushed[body] = in.flag();
        }
        in.get(external, 0, external.length);
        field.restore(in);
        in.get(applied, 0, applied.length);
        in.get(effort, 0, effort.length);
        for (RobotElement e : elements) {
            e.element().restore(in.data(), in.skip(e.element().stateSize()));
        }
    }
}
