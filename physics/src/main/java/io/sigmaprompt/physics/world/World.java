package io.sigmaprompt.physics.world;

import io.sigmaprompt.physics.actuator.mechanism.MechanismActuators;
import io.sigmaprompt.physics.collision.CollisionScene;
import io.sigmaprompt.physics.collision.manifold.ContactBuffer;
import io.sigmaprompt.physics.constraint.BlockLayout;
import io.sigmaprompt.physics.constraint.SolverReport;
import io.sigmaprompt.physics.constraint.StepResidual;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Suggestion;
import io.sigmaprompt.physics.world.constraint.Recovery;
import io.sigmaprompt.physics.world.contact.ContactResidual;
import io.sigmaprompt.physics.world.description.WorldRobot;
import io.sigmaprompt.physics.world.snapshot.StateReader;
import io.sigmaprompt.physics.world.snapshot.StateWriter;
import io.sigmaprompt.physics.world.step.BodyReach;
import io.sigmaprompt.physics.world.step.ContactRecord;
import io.sigmaprompt.physics.world.step.PositionCorrection;
import io.sigmaprompt.physics.world.step.Sleep;
import io.sigmaprompt.physics.world.step.VelocityProblem;
import io.sigmaprompt.physics.world.step.WorldConstraints;
import io.sigmaprompt.physics.world.step.WorldForces;
import io.sigmaprompt.physics.world.tree.BodyMap;
import io.sigmaprompt.physics.world.tree.WorldPlacement;
import io.sigmaprompt.physics.world.tree.WorldTree;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Robots, free bodies and ground that touch each other, stepped through time: deterministic to the bit, without allocation in
 * a step once its buffers have grown. Made by {@link WorldBuilder}. One thread at a time.
 *
 * <p>Its bodies are the links of its robots, robot after robot; its q, v and tau are theirs, robot after robot, each in its
 * model's layout.
 */
public final class World {
    private final WorldSettings settings;
    private final List<WorldRobot> robots;
    private final WorldTree[] trees;
    private final WorldForces forces;
    private final List<MechanismActuators> actuators;
    private final CollisionScene scene;
    private final WorldConstraints constraints;
    private final VelocityProblem problem;
    private final PositionCorrection correction;
    private final Sleep sleep;
    private final BodyReach reach;
    private final WorldPlacement placement;
    private final ContactBuffer contacts = new ContactBuffer();
    private final ContactRecord record = new ContactRecord();
    private final BodyMap map;
    private final int[] colliderLinks;
    private final WorldState state;
    private final double[] q;
    private final double[] v;
    private final double[] poses;
    private final double[] velocities;
    private final double[] lastVelocities;
    private final boolean[] awake;
    private final String[] bodyNames;
    private double time;
    private double lastStep;
    private long steps;
    private boolean shapesPlaced;

    World(WorldParts parts, WorldSettings settings) {
        this.settings = settings;
        robots = List.copyOf(parts.robots());
        trees = parts.trees();
        scene = parts.scene();
        forces = parts.forces();
        map = parts.map();
        colliderLinks = parts.colliderLinks();
        actuators = parts.actuators();
        bodyNames = parts.bodyNames();
        int bodies = bodyNames.length;
        state = new WorldState(parts.nq(), parts.nv());
        q = state.q;
        v = state.v;
        poses = new double[12 * bodies];
        velocities = new double[6 * bodies];
        awake = new boolean[bodies];
        lastVelocities = new double[6 * bodies];
        BlockLayout layout = parts.layout();
        placement = new WorldPlacement(trees, poses);
        constraints = parts.constraints();
        Recovery recovery =
                new Recovery(settings.tolerance(), settings.recovery(), settings.recoverySpeed() * settings.step());
        correction = new PositionCorrection(trees, layout, constraints, settings.solver(), recovery);
        reach = new BodyReach(scene.colliders(), bodies, settings.gravity());
        sleep = new Sleep(trees, parts.map(), bodies, parts.mayRest());
        problem = new VelocityProblem(trees, sleep, constraints, layout, settings.solver());
        parts.placeGround(poses);
        reset();
    }

    /** Puts all robots into their reference configurations, at rest, at time 0. */
    public void reset() {
        state.takeHome(robots);
        time = 0;
        steps = 0;
        forces.clear();
        constraints.mouse().clear();
        takeGravity();
        actuators.forEach(MechanismActuators::reset);
        moved();
    }

    /**
     * Puts everything somewhere else, as if it had always been there; time goes on.
     *
     * @param configuration q of the world
     * @param velocity v of the world
     */
    public void teleport(double[] configuration, double[] velocity) {
        state.take(configuration, velocity);
        moved();
    }

    /**
     * Puts one robot somewhere else, the others staying as they are.
     *
     * @param robot its index
     * @param configuration q of the robot
     * @param velocity v of the robot
     */
    public void teleport(int robot, double[] configuration, double[] velocity) {
        state.take(robots.get(robot), configuration, velocity);
        moved();
    }

    /**
     * Puts a body that moves freely, or the floating base of a robot, somewhere else.
     *
     * @param pose origin, then quaternion (x, y, z, w)
     * @param twist angular, then linear velocity of its origin, its own axes
     * @throws BadInputException if the body does not move freely
     */
    public void place(int body, double[] pose, double[] twist) {
        FreePlacement.write(this, map, body, pose, twist, q, v);
        moved();
    }

    /**
     * Pulls a point of a body to a place, as a spring with critical damping does, until it is released or set again.
     *
     * @param point in the body, metres
     * @param target in the world, metres
     * @param frequency natural frequency of the pull, rad/s, positive; the body's mass does not matter
     */
    public void pull(int body, double[] point, double[] target, double frequency) {
        WorldState.require("point", point, 3);
        WorldState.require("target", target, 3);
        if (!(frequency > 0 && Double.isFinite(frequency))) {
            throw new BadInputException(
                    "world, frequency of a pull", "expected rad/s above 0, found " + frequency, "Use 10.");
        }
        constraints.mouse().set(body, point, target, frequency);
        wake(body);
    }

    /** Ends a {@link #pull}. */
    public void release() {
        if (constraints.mouse().body >= 0) {
            wake(constraints.mouse().body);
        }
        constraints.mouse().clear();
    }

    /**
     * Switches equalities of a name: weld, connect, joint coupling. One that is switched on far from closed closes at once.
     *
     * @throws BadInputException if there is none
     */
    public void setEquality(String name, boolean active) {
        if (!constraints.activate(name, active)) {
            throw new BadInputException(
                    "world, equality '" + name + "'",
                    "there is none of this name" + Suggestion.phrase(name, constraints.equalities()),
                    "There are " + String.join(", ", constraints.equalities()) + ".");
        }
        sleep.wakeAll();
    }

    /**
     * Puts a robot into a state that its description names, the others staying as they are.
     *
     * @param robot its index
     * @throws BadInputException if it names no such state
     */
    public void reset(int robot, String keyframe) {
        state.takeKeyframe(robots.get(robot), keyframe, actuators.get(robot));
        moved();
    }

    private void moved() {
        sleep.wakeAll();
        constraints.clear();
        placement.place(q);
        for (WorldTree tree : trees) {
            tree.move(q, v, poses, velocities);
        }
        System.arraycopy(velocities, 0, lastVelocities, 0, velocities.length);
        lastStep = 0;
        record.clear();
        forces.forget();
        findContacts();
        Arrays.fill(constraints.contacts().impulses(), 0);
    }

    /** Moves on by the settings' step. */
    public void step() {
        step(settings.step());
    }

    /**
     * Moves on.
     *
     * @param dt seconds, positive
     * @throws WorldStoppedException if a velocity would not be finite; the state is that before the step
     */
    public void step(double dt) {
        System.arraycopy(velocities, 0, lastVelocities, 0, velocities.length);
        forces.apply(q, v, poses, velocities, dt);
        prepare(dt);
        while (sleep.wakeTouched(contacts, constraints.contacts())) {
            prepare(dt);
        }
        requireFinite(problem.solve(contacts, q, v, poses, dt));
        problem.collect(contacts, dt);
        record.take(contacts, constraints.contacts(), problem.set(), map, sleep, dt);
        constraints.addWrenches(poses, forces.applied());
        problem.advance(q, v, forces, dt);
        correction.correct(contacts, problem.set(), q, v, problem.next(), dt, placement);
        forces.settle(v);
        boolean fell = settings.sleeping() && sleep.settle(problem.set(), v, dt);
        shapesPlaced = false;
        time += dt;
        lastStep = dt;
        steps++;
        for (int t = 0; t < trees.length; t++) {
            trees[t].place(q, poses);
            trees[t].move(q, v, poses, velocities);
        }
        if (fell) {
            // What sleeps is not looked at again: its shapes stand where it lies, as after a restore.
            scene.update(poses, reach.margins(), awake);
            shapesPlaced = true;
        }
    }

    /** Places the shapes where the bodies are now, for rays and distances. */
    void placeShapes() {
        if (!shapesPlaced) {
            scene.update(poses, reach.margins(), sleep.still());
            shapesPlaced = true;
        }
    }

    /** Where the step would lead without constraints, and what may touch on the way. */
    private void prepare(double dt) {
        requireFinite(problem.prepare(q, v, forces, dt));
        reach.update(velocities, dt);
        findContacts();
    }

    private void findContacts() {
        scene.update(poses, reach.margins(), sleep.still());
        shapesPlaced = true;
        scene.findContacts(contacts);
    }

    private void requireFinite(int tree) {
        if (tree >= 0) {
            int[] bodies = trees[tree].bodies;
            throw new WorldStoppedException(
                    bodyNames[bodies[0] >= 0 ? bodies[0] : bodies[1]],
                    time,
                    "its velocity would not be finite; look at the forces on it, and take a smaller step");
        }
    }

    /** Takes rounding off the time that several steps have summed up to. */
    public void land(double exact) {
        time = exact;
    }

    /** Simulated seconds. */
    public double time() {
        return time;
    }

    /** Steps since the last reset. */
    public long steps() {
        return steps;
    }

    public WorldSettings settings() {
        return settings;
    }

    public List<WorldRobot> robots() {
        return robots;
    }

    /** The configuration, live: read it, do not write it. */
    public double[] q() {
        return q;
    }

    /** The velocity, live: read it, do not write it. */
    public double[] v() {
        return v;
    }

    /** The actuators of a robot's description, whose controls may be set. */
    public MechanismActuators actuators(int robot) {
        return actuators.get(robot);
    }

    /** How many bodies there are. */
    public int bodyCount() {
        return bodyNames.length;
    }

    public String bodyName(int body) {
        return bodyNames[body];
    }

    /** Where bodies are, 12 each: R (body to world), then the origin; live. */
    public double[] poses() {
        return poses;
    }

    /** How bodies move, 6 each: at their origins, world axes, angular first; live. */
    public double[] velocities() {
        return velocities;
    }

    /** {@link #velocities} before the last step; live. */
    public double[] lastVelocities() {
        return lastVelocities;
    }

    /** The contacts of the last step, at its start; live. */
    public ContactBuffer contacts() {
        return contacts;
    }

    /**
     * Which bodies overlap by more than the tolerance, where they stood at the last step's start; before the first step,
     * where they were put. The coming steps push them apart without adding velocity. Allocates.
     */
    public List<BodyOverlap> overlaps() {
        return BodyOverlap.of(this, contacts, settings.tolerance());
    }

    /** What each contact gave in the last step on its second body: 3 a contact, world, N s; live. */
    public double[] contactImpulses() {
        return constraints.contacts().impulses();
    }

    /** How long the last step was, seconds; 0 where the world has been put somewhere since. */
    double lastStep() {
        return lastStep;
    }

    /** The contacts that bear, also those of sleeping bodies. */
    ContactRecord record() {
        return record;
    }

    /** The body of each collider, also of one that never moves. */
    int[] colliderLinks() {
        return colliderLinks;
    }

    WorldForces forces() {
        return forces;
    }

    /** What touches, and what rays meet. */
    public CollisionScene scene() {
        return scene;
    }

    /**
     * Sets what pushes a body from outside, until it is set again.
     *
     * @param wrench moment about the body's origin (N m), force (N); world axes
     */
    public void push(int body, double[] wrench) {
        forces.push(body, wrench[0], wrench[1], wrench[2], wrench[3], wrench[4], wrench[5]);
        wake(body);
    }

    /**
     * Changes the acceleration of free fall, from the coming step on and until a reset.
     *
     * @param gravity 3 numbers, world, m/s²
     */
    public void setGravity(double... gravity) {
        forces.field().setGravity(gravity);
        takeGravity();
        sleep.wakeAll();
    }

    private void takeGravity() {
        double[] g = forces.gravity();
        reach.fall(g[0], g[1], g[2]);
    }

    /**
     * Slows a body down as a thin medium does, from the coming step on and until a reset: of its velocity, a part of rate
     * times step is gone in each step, all of it at most.
     *
     * @param linear of its centre of mass, 1/s, not negative
     * @param angular 1/s, not negative
     */
    public void setDamping(int body, double linear, double angular) {
        forces.field().setDamping(body, linear, angular);
    }

    /** What solving the last step took. */
    public SolverReport solverReport() {
        return problem.report();
    }

    /** How far the contacts of the last step are from the laws of contact; allocates, and is only of use after a step. */
    public StepResidual residual() {
        return ContactResidual.of(
                contacts, constraints.contacts(), problem.set(), problem.free(), problem.next(), lastStep);
    }

    /** How many trees of bodies sleep. */
    public int sleeping() {
        return sleep.count();
    }

    /** Wakes a body, and all that sleep with it. */
    public void wake(int body) {
        for (int t = 0; t < trees.length; t++) {
            for (int b : trees[t].bodies) {
                if (b == body) {
                    sleep.wake(t);
                }
            }
        }
    }

    /** Kinetic energy of all bodies, joules. */
    public double kineticEnergy() {
        double sum = 0;
        for (WorldTree tree : trees) {
            sum += tree.kineticEnergy(q, v);
        }
        return sum + forces.armatureEnergy(v);
    }

    /** Potential energy of weight, joules; zero with all mass at the world's origin. */
    public double potentialEnergy() {
        double sum = 0;
        for (WorldTree tree : trees) {
            sum += tree.potentialEnergy(q);
        }
        return sum + forces.field().potentialEnergy(poses, map);
    }

    /** How far the worst loop or coupling is open, metres or radians; 0 where there is none. */
    public double loopError() {
        return constraints.openness(q, poses);
    }

    /**
     * Takes all that decides the future.
     *
     * @param reused a snapshot of this world whose memory may be used again, or null
     */
    public WorldSnapshot save(@Nullable WorldSnapshot reused) {
        StateWriter out = new StateWriter(reused == null ? new double[64] : reused.data());
        out.put(time);
        out.put((double) steps);
        out.put(lastStep);
        out.put(q, 0, q.length);
        out.put(v, 0, v.length);
        out.put(lastVelocities, 0, lastVelocities.length);
        constraints.save(out);
        sleep.save(out);
        forces.save(out);
        record.save(out);
        return new WorldSnapshot(out.data(), out.size());
    }

    /** Goes back to a snapshot of this world, or of one made of the same parts: what follows repeats bit by bit. */
    public void restore(WorldSnapshot snapshot) {
        StateReader in = new StateReader(snapshot.data());
        time = in.number();
        steps = (long) in.number();
        lastStep = in.number();
        in.get(q, 0, q.length);
        in.get(v, 0, v.length);
        in.get(lastVelocities, 0, lastVelocities.length);
        constraints.restore(in);
        sleep.restore(in);
        forces.restore(in);
        record.restore(in);
        takeGravity();
        placement.place(q);
        for (WorldTree tree : trees) {
            tree.move(q, v, poses, velocities);
        }
        // What sleeps is not looked at again in a step: its shapes are placed now.
        scene.update(poses, reach.margins(), awake);
    }
}
