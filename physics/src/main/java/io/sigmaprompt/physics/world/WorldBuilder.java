package io.sigmaprompt.physics.world;

import io.sigmaprompt.physics.actuator.ForceElement;
import io.sigmaprompt.physics.actuator.GearedElement;
import io.sigmaprompt.physics.actuator.mechanism.MechanismActuators;
import io.sigmaprompt.physics.actuator.spring.JointSprings;
import io.sigmaprompt.physics.actuator.spring.TendonForces;
import io.sigmaprompt.physics.collision.CollisionScene;
import io.sigmaprompt.physics.constraint.BlockLayout;
import io.sigmaprompt.physics.constraint.coordinate.CoordinateConstraint;
import io.sigmaprompt.physics.constraint.coordinate.CoordinateConstraints;
import io.sigmaprompt.physics.dynamics.GenericDynamics;
import io.sigmaprompt.physics.dynamics.RobotDynamics;
import io.sigmaprompt.physics.model.Frame;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.mechanism.Equality;
import io.sigmaprompt.physics.model.mechanism.Mechanism;
import io.sigmaprompt.physics.model.mechanism.ModelWarning;
import io.sigmaprompt.physics.model.mechanism.RobotReading;
import io.sigmaprompt.physics.world.constraint.CoordinateRows;
import io.sigmaprompt.physics.world.constraint.FreedomRows;
import io.sigmaprompt.physics.world.constraint.JointConstraints;
import io.sigmaprompt.physics.world.constraint.LoopConstraint;
import io.sigmaprompt.physics.world.constraint.PairRows;
import io.sigmaprompt.physics.world.contact.ContactConstraints;
import io.sigmaprompt.physics.world.description.NeutralOverlaps;
import io.sigmaprompt.physics.world.description.SceneColliders;
import io.sigmaprompt.physics.world.description.StaticLinks;
import io.sigmaprompt.physics.world.description.TreeCut;
import io.sigmaprompt.physics.world.description.TreePart;
import io.sigmaprompt.physics.world.description.WorldRobot;
import io.sigmaprompt.physics.world.step.StiffnessCheck;
import io.sigmaprompt.physics.world.step.WorldConstraints;
import io.sigmaprompt.physics.world.step.WorldForces;
import io.sigmaprompt.physics.world.tree.ArticulatedTree;
import io.sigmaprompt.physics.world.tree.BodyMap;
import io.sigmaprompt.physics.world.tree.FreeBody;
import io.sigmaprompt.physics.world.tree.WorldTree;
import java.util.ArrayList;
import java.util.List;

/** Puts robots and scenes into a world. What their descriptions say of contacts, loops and couplings is in it. */
public final class WorldBuilder {
    private final List<RobotReading> readings = new ArrayList<>();
    private final List<WorldRobot> robots = new ArrayList<>();
    private final List<PendingElement> elements = new ArrayList<>();
    private final List<MechanismActuators> actuators = new ArrayList<>();
    private final List<ModelWarning> warnings = new ArrayList<>();
    private int nq;
    private int nv;
    private int bodies;

    private record PendingElement(WorldRobot robot, ForceElement element) {}

    /** Adds a robot or scene as its description places it, with its springs, tendons and actuators. */
    public WorldRobot add(RobotReading reading) {
        WorldRobot robot = new WorldRobot(reading.model(), reading.mechanism(), nq, nv, bodies);
        readings.add(reading);
        robots.add(robot);
        nq += reading.model().nq();
        nv += reading.model().nv();
        bodies += reading.model().links().size();
        RobotDynamics whole = new GenericDynamics(robot.model());
        push(robot, new JointSprings(whole, robot.mechanism()));
        if (!robot.mechanism().tendons().isEmpty()) {
            push(robot, new TendonForces(whole, robot.mechanism()));
        }
        MechanismActuators motors = new MechanismActuators(whole, robot.mechanism());
        if (!robot.mechanism().actuators().isEmpty()) {
            push(robot, motors);
        }
        actuators.add(motors);
        return robot;
    }

    /** Lets something push a robot's joints. */
    public WorldBuilder push(WorldRobot robot, ForceElement element) {
        elements.add(new PendingElement(robot, element));
        return this;
    }

    /** What the last world that was built leaves out of the descriptions, and what its step is too large for. */
    public List<ModelWarning> warnings() {
        return List.copyOf(warnings);
    }

    /**
     * Makes the world.
     *
     * @throws io.sigmaprompt.physics.model.BadInputException if a free body has no mass, or a shape cannot touch
     */
    public World build(WorldSettings settings) {
        List<TreeCut> cuts = new ArrayList<>();
        List<WorldTree> trees = new ArrayList<>();
        List<Boolean> rests = new ArrayList<>();
        for (WorldRobot robot : robots) {
            TreeCut cut = new TreeCut(robot.model());
            cuts.add(cut);
            for (TreePart part : cut.parts()) {
                trees.add(tree(robot, part, settings));
                rests.add(part.freeBody() && mayRest(robot));
            }
        }
        WorldTree[] all = trees.toArray(WorldTree[]::new);
        int[] starts = new int[all.length + 1];
        boolean[] mayRest = new boolean[all.length];
        String[] names = new String[bodies];
        for (int t = 0; t < all.length; t++) {
            starts[t] = all[t].vOffset;
            mayRest[t] = rests.get(t);
        }
        starts[all.length] = nv;
        for (WorldRobot robot : robots) {
            for (int l = 0; l < robot.model().links().size(); l++) {
                names[robot.bodyOffset() + l] = robot.model().links().get(l).name();
            }
        }
        warnings.clear();
        BodyMap map = new BodyMap(all, bodies);
        SceneColliders colliders = colliders();
        CollisionScene scene = new CollisionScene(colliders.colliders(), colliders.filter(), colliders.pairs());
        robots.forEach(this::noteIntegrator);
        warnings.addAll(StiffnessCheck.of(robots, colliders.colliders(), settings.step()));
        WorldForces forces = new WorldForces(map, robots, nv, bodies, settings.gravity());
        elements.forEach(e -> forces.add(e.robot(), e.element()));
        return new World(
                new WorldParts(
                        robots,
                        cuts,
                        all,
                        map,
                        new BlockLayout(all.length, starts),
                        scene,
                        colliders.links().stream().mapToInt(Integer::intValue).toArray(),
                        constraints(all, map, scene, cuts, settings),
                        forces,
                        List.copyOf(actuators),
                        mayRest,
                        names,
                        nq,
                        nv),
                settings);
    }

    private void noteIntegrator(WorldRobot robot) {
        if (robot.mechanism().options().integrator().equals("RK4")) {
            warnings.add(new ModelWarning(
                    "robot '" + robot.model().name() + "'",
                    "integrator RK4 changes nothing here: robots that nothing holds, without springs and servos, are stepped"
                            + " so anyway, and all else semi-implicitly; take a smaller step for more accuracy"));
        }
    }

    /** Free bodies rest where nothing but springs and dampers of joints could move them. */
    private boolean mayRest(WorldRobot robot) {
        return elements.stream().noneMatch(e -> e.robot().equals(robot) && !(e.element() instanceof JointSprings));
    }

    private static WorldTree tree(WorldRobot robot, TreePart part, WorldSettings settings) {
        int q = robot.qOffset() + part.qOffset();
        int v = robot.vOffset() + part.vOffset();
        int[] links = new int[part.links().size()];
        for (int l = 0; l < links.length; l++) {
            boolean ground = l == 0 && !part.model().floatingBase();
            links[l] = ground ? -1 : robot.bodyOffset() + part.links().get(l);
        }
        return part.freeBody()
                ? new FreeBody(part, q, v, links, settings.gravity())
                : new ArticulatedTree(part, q, v, links, settings.gravity());
    }

    private SceneColliders colliders() {
        List<SceneColliders> parts = new ArrayList<>();
        int[] offsets = new int[robots.size()];
        for (int r = 0; r < offsets.length; r++) {
            offsets[r] = robots.get(r).bodyOffset();
            parts.add(colliders(robots.get(r)));
        }
        SceneColliders all = SceneColliders.join(parts, offsets);
        warnings.addAll(all.warnings());
        return all;
    }

    /** Where a description has no word for what never touches, as URDF, that is what overlaps at rest. */
    private SceneColliders colliders(WorldRobot robot) {
        SceneColliders described = SceneColliders.of(robot.model(), robot.mechanism());
        if (!robot.mechanism().equals(Mechanism.NONE)) {
            return described;
        }
        NeutralOverlaps overlaps = NeutralOverlaps.of(robot.model(), described);
        warnings.addAll(overlaps.warnings());
        return SceneColliders.of(robot.model(), Mechanism.NONE.withExclusions(overlaps.exclusions()));
    }

    private WorldConstraints constraints(
            WorldTree[] trees, BodyMap map, CollisionScene scene, List<TreeCut> cuts, WorldSettings settings) {
        FreedomRows rows = new FreedomRows(trees, nv);
        List<CoordinateRows> couplings = new ArrayList<>();
        List<LoopConstraint> loops = new ArrayList<>();
        for (int r = 0; r < robots.size(); r++) {
            WorldRobot robot = robots.get(r);
            List<CoordinateConstraint> all = new ArrayList<>(CoordinateConstraints.mimics(robot.model()));
            all.addAll(CoordinateConstraints.of(robot.model(), robot.mechanism()));
            all.forEach(c -> couplings.add(new CoordinateRows(c, robot, rows)));
            for (Equality equality : robot.mechanism().equalities()) {
                switch (equality) {
                    case Equality.Connect c ->
                        loops.add(loop(robot, cuts.get(r), c.name(), c.active(), c.first(), c.second(), false));
                    case Equality.Weld w ->
                        loops.add(loop(robot, cuts.get(r), w.name(), w.active(), w.first(), w.second(), true));
                    default -> {}
                }
            }
        }
        return new WorldConstraints(
                new ContactConstraints(map, scene.colliders(), settings.bounceSpeed()),
                new JointConstraints(robots, drives(), rows),
                couplings.toArray(CoordinateRows[]::new),
                loops.toArray(LoopConstraint[]::new),
                new PairRows(map));
    }

    private List<JointConstraints.DriveFreedom> drives() {
        List<JointConstraints.DriveFreedom> drives = new ArrayList<>();
        for (PendingElement e : elements) {
            if (e.element() instanceof GearedElement drive) {
                drives.add(new JointConstraints.DriveFreedom(e.robot().vOffset() + drive.freedom(), drive));
            }
        }
        return drives;
    }

    private static LoopConstraint loop(
            WorldRobot robot, TreeCut cut, String name, boolean active, Frame first, Frame second, boolean weld) {
        return new LoopConstraint(
                name,
                active,
                body(robot, cut, first),
                place(cut, first),
                body(robot, cut, second),
                place(cut, second),
                weld);
    }

    private static int body(WorldRobot robot, TreeCut cut, Frame frame) {
        return cut.ground().contains(frame.link()) ? -1 : robot.bodyOffset() + frame.link();
    }

    private static Pose place(TreeCut cut, Frame frame) {
        Pose ground = cut.ground().pose(frame.link());
        return ground == null ? frame.pose() : StaticLinks.under(ground, frame.pose());
    }
}
