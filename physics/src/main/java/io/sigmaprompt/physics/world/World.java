package io.sigmaprompt.physics.world;

import io.sigmaprompt.physics.actuator.mechanism.MechanismActuators;
import io.sigmaprompt.physics.collision.CollisionScene;
import io.sigmaprompt.physics.collision.manifold.ContactBuffer;
import io.sigmaprompt.physics.constraint.SolverReport;
import io.sigmaprompt.physics.constraint.StepResidual;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Suggestion;
import io.sigmaprompt.physics.world.description.WorldRobot;
import io.sigmaprompt.physics.world.snapshot.StateReader;
import io.sigmaprompt.physics.world.snapshot.StateWriter;
import io.sigmaprompt.physics.world.step.ContactRecord;
import io.sigmaprompt.physics.world.step.WorldConstraints;
import io.sigmaprompt.physics.world.step.WorldForces;
import io.sigmaprompt.physics.world.tree.BodyMap;
import io.sigmaprompt.physics.world.tree.WorldTree;
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
    private final WorldMotion motion;
    private final BodyMap map;
    private final int[] colliderLinks;
    private final WorldState state;
    private final double[] q;
    private final double[] v;
    private final String[] bodyNames;
    private double time;
    private long steps;

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
        constraints = parts.constraints();
        state = new WorldState(parts.nq(), parts.nv());
        q = state.q;
        v = state.v;
        motion = new WorldMotion(parts, settings, state);
        reset();
    }

    /** Puts all robots into their reference configurations, at rest, at time 0. */
    public void reset() {
        state.takeHome(robots);
        time = 0;
        steps = 0;
        forces.clear();
        constraints.mouse().clear();
        motion.takeGravity();
        actuators.forEach(MechanismActuators::reset);
        motion.moved();
    }

    /**
     * Puts everything somewhere else, as if it had always been there; time goes on.
     *
     * @param configuration q of the world
     * @param velocity v of the world
     */
    public void teleport(double[] configuration, double[] velocity) {
        state.take(configuration, velocity);
        motion.moved();
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
        motion.moved();
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
        motion.moved();
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
        motion.sleep().wakeAll();
    }

    /**
     * Puts a robot into a state that its description names, the others staying as they are.
     *
     * @param robot its index
     * @throws BadInputException if it names no such state
     */
    public void reset(int robot, String keyframe) {
        state.takeKeyframe(robots.get(robot), keyframe, actuators.get(robot));
        motion.moved();
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
        motion.step(dt, time);
        time += dt;
        steps++;
    }

    /** Places the shapes where the bodies are now, for rays and distances. */
    void placeShapes() {
        motion.placeShapes();
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
        return motion.poses;
    }

    /** How bodies move, 6 each: at their origins, world axes, angular first; live. */
    public double[] velocities() {
        return motion.velocities;
    }

    /** {@link #velocities} before the last step; live. */
    public double[] lastVelocities() {
        return motion.lastVelocities;
    }

    /** The contacts of the last step, at its start; live. */
    public ContactBuffer contacts() {
        return motion.contacts();
    }

    /**
     * Which bodies overlap by more than the tolerance, where they stood at the last step's start; before the first step,
     * where they were put. The coming steps push them apart without adding velocity. Allocates.
     */
    public List<BodyOverlap> overlaps() {
        return BodyOverlap.of(this, motion.contacts(), settings.tolerance());
    }

    /** What each contact gave in the last step on its second body: 3 a contact, world, N s; live. */
    public double[] contactImpulses() {
        return constraints.contacts().impulses();
    }

    /** How long the last step was, seconds; 0 where the world has been put somewhere since. */
    double lastStep() {
        return motion.lastStep();
    }

    /** The contacts that bear, also those of sleeping bodies. */
    ContactRecord record() {
        return motion.record();
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
        motion.takeGravity();
        motion.sleep().wakeAll();
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
        return motion.report();
    }

    /** How far the contacts of the last step are from the laws of contact; allocates, and is only of use after a step. */
    public StepResidual residual() {
        return motion.residual();
    }

    /** How many trees of bodies motion.sleep(). */
    public int sleeping() {
        return motion.sleep().count();
    }

    /** Wakes a body, and all that sleep with it. */
    public void wake(int body) {
        motion.wake(body);
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
        return sum + forces.field().potentialEnergy(motion.poses, map);
    }

    /** How far the worst loop or coupling is open, metres or radians; 0 where there is none. */
    public double loopError() {
        return constraints.openness(q, motion.poses);
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
        motion.save(out);
        return new WorldSnapshot(out.data(), out.size());
    }

    /** Goes back to a snapshot of this world, or of one made of the same parts: what follows repeats bit by bit. */
    public void restore(WorldSnapshot snapshot) {
        StateReader in = new StateReader(snapshot.data());
        time = in.number();
        steps = (long) in.number();
        motion.restore(in);
    }
}
