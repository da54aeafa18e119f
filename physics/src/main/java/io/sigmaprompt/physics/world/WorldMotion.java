package io.sigmaprompt.physics.world;

import io.sigmaprompt.physics.collision.CollisionScene;
import io.sigmaprompt.physics.collision.manifold.ContactBuffer;
import io.sigmaprompt.physics.constraint.BlockLayout;
import io.sigmaprompt.physics.constraint.SolverReport;
import io.sigmaprompt.physics.constraint.StepResidual;
import io.sigmaprompt.physics.world.constraint.Recovery;
import io.sigmaprompt.physics.world.contact.ContactResidual;
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

/**
 * How the bodies of a world go from one state to the next: forces, contacts, velocities, places; and what is known of the
 * last step. All but the time is kept here.
 */
final class WorldMotion {
    private final WorldTree[] trees;
    private final WorldForces forces;
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
    private final String[] bodyNames;
    private final boolean sleeping;
    private final double[] q;
    private final double[] v;
    /** Places and velocities, 12 and 6 a body, and the velocities before the last step. */
    final double[] poses;

    final double[] velocities;
    final double[] lastVelocities;
    private final boolean[] awake;
    private double lastStep;
    private boolean shapesPlaced;

    WorldMotion(WorldParts parts, WorldSettings settings, WorldState state) {
        trees = parts.trees();
        scene = parts.scene();
        forces = parts.forces();
        map = parts.map();
        bodyNames = parts.bodyNames();
        constraints = parts.constraints();
        sleeping = settings.sleeping();
        int bodies = bodyNames.length;
        q = state.q;
        v = state.v;
        poses = new double[12 * bodies];
        velocities = new double[6 * bodies];
        awake = new boolean[bodies];
        lastVelocities = new double[6 * bodies];
        BlockLayout layout = parts.layout();
        placement = new WorldPlacement(trees, poses);
        Recovery recovery =
                new Recovery(settings.tolerance(), settings.recovery(), settings.recoverySpeed() * settings.step());
        correction = new PositionCorrection(trees, layout, constraints, settings.solver(), recovery);
        reach = new BodyReach(scene.colliders(), bodies, settings.gravity());
        sleep = new Sleep(trees, map, bodies, parts.mayRest());
        problem = new VelocityProblem(trees, sleep, constraints, layout, settings.solver());
        parts.placeGround(poses);
    }

    /** Begins anew where q and v are now. */
    void moved() {
        sleep.wakeAll();
        constraints.clear();
        place();
        System.arraycopy(velocities, 0, lastVelocities, 0, velocities.length);
        lastStep = 0;
        record.clear();
        forces.forget();
        findContacts();
        Arrays.fill(constraints.contacts().impulses(), 0);
    }

    /** Tells how fast bodies may come to fall. */
    void takeGravity() {
        double[] g = forces.gravity();
        reach.fall(g[0], g[1], g[2]);
    }

    /**
     * Moves on.
     *
     * @param dt seconds, positive
     * @param time at the step's start, seconds
     * @throws WorldStoppedException if a velocity would not be finite; the state is that before the step
     */
    void step(double dt, double time) {
        System.arraycopy(velocities, 0, lastVelocities, 0, velocities.length);
        forces.apply(q, v, poses, velocities, dt);
        prepare(dt, time);
        while (sleep.wakeTouched(contacts, constraints.contacts())) {
            prepare(dt, time);
        }
        requireFinite(problem.solve(contacts, q, v, poses, dt), time);
        problem.collect(contacts, dt);
        record.take(contacts, constraints.contacts(), problem.set(), map, sleep, dt);
        constraints.addWrenches(poses, forces.applied());
        problem.advance(q, v, forces, dt);
        correction.correct(contacts, problem.set(), q, v, problem.next(), dt, placement);
        forces.settle(v);
        boolean fell = sleeping && sleep.settle(problem.set(), v, dt);
        shapesPlaced = false;
        lastStep = dt;
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
    private void prepare(double dt, double time) {
        requireFinite(problem.prepare(q, v, forces, dt), time);
        reach.update(velocities, dt);
        findContacts();
    }

    private void findContacts() {
        scene.update(poses, reach.margins(), sleep.still());
        shapesPlaced = true;
        scene.findContacts(contacts);
    }

    private void place() {
        placement.place(q);
        for (WorldTree tree : trees) {
            tree.move(q, v, poses, velocities);
        }
    }

    private void requireFinite(int tree, double time) {
        if (tree >= 0) {
            int[] bodies = trees[tree].bodies;
            throw new WorldStoppedException(
                    bodyNames[bodies[0] >= 0 ? bodies[0] : bodies[1]],
                    time,
                    "its velocity would not be finite; look at the forces on it, and take a smaller step");
        }
    }

    /** Wakes a body, and all that sleep with it. */
    void wake(int body) {
        for (int t = 0; t < trees.length; t++) {
            for (int b : trees[t].bodies) {
                if (b == body) {
                    sleep.wake(t);
                }
            }
        }
    }

    Sleep sleep() {
        return sleep;
    }

    /** The contacts of the last step, at its start. */
    ContactBuffer contacts() {
        return contacts;
    }

    /** The contacts that bear, also those of sleeping bodies. */
    ContactRecord record() {
        return record;
    }

    /** How long the last step was, seconds; 0 where the world has been put somewhere since. */
    double lastStep() {
        return lastStep;
    }

    SolverReport report() {
        return problem.report();
    }

    StepResidual residual() {
        return ContactResidual.of(
                contacts, constraints.contacts().solved(), problem.set(), problem.free(), problem.next(), lastStep);
    }

    void save(StateWriter out) {
        out.put(lastStep);
        out.put(q, 0, q.length);
        out.put(v, 0, v.length);
        out.put(lastVelocities, 0, lastVelocities.length);
        constraints.save(out);
        sleep.save(out);
        forces.save(out);
        record.save(out);
    }

    void restore(StateReader in) {
        lastStep = in.number();
        in.get(q, 0, q.length);
        in.get(v, 0, v.length);
        in.get(lastVelocities, 0, lastVelocities.length);
        constraints.restore(in);
        sleep.restore(in);
        forces.restore(in);
        record.restore(in);
        takeGravity();
        place();
        // What sleeps is not looked at again in a step: its shapes are placed now.
        scene.update(poses, reach.margins(), awake);
    }
}
