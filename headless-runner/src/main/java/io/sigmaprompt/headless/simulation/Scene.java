package io.sigmaprompt.headless.simulation;

import io.sigmaprompt.physics.actuator.mechanism.MechanismActuators;
import io.sigmaprompt.physics.constraint.SolverReport;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Geometry;
import io.sigmaprompt.physics.model.Inertia;
import io.sigmaprompt.physics.model.Link;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Shape;
import io.sigmaprompt.physics.model.Suggestion;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.model.mechanism.Keyframe;
import io.sigmaprompt.physics.model.mechanism.Mechanism;
import io.sigmaprompt.physics.model.mechanism.ModelWarning;
import io.sigmaprompt.physics.model.mechanism.RobotReading;
import io.sigmaprompt.physics.model.reader.RobotFile;
import io.sigmaprompt.physics.world.World;
import io.sigmaprompt.physics.world.WorldBuilder;
import io.sigmaprompt.physics.world.WorldSettings;
import io.sigmaprompt.physics.world.description.WorldRobot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a file describes, in a world, with all that pushes its joints, where it starts. */
public final class Scene {
    private final World world;
    private final WorldRobot robot;
    private final List<String> warnings;
    private final @Nullable Keyframe start;

    private Scene(World world, WorldRobot robot, List<String> warnings, @Nullable Keyframe start) {
        this.world = world;
        this.robot = robot;
        this.warnings = List.copyOf(warnings);
        this.start = start;
    }

    /**
     * Reads a scene and puts it where it starts.
     *
     * @throws BadInputException if the file is wrong, or the options do not fit it
     */
    public static Scene load(Path file, SceneOptions options) {
        RobotReading read = RobotFile.read(file, options.arguments());
        Double height = options.baseHeight();
        RobotReading reading = height == null ? read : freed(read);
        Mechanism mechanism = reading.mechanism();
        Keyframe keyframe = keyframe(mechanism, options.keyframe());
        WorldSettings settings = settings(mechanism, options);
        WorldBuilder builder = new WorldBuilder();
        WorldRobot robot = builder.add(reading);
        if (options.floor()) {
            builder.add(floor());
        }
        World world = builder.build(settings);
        List<String> warnings = new ArrayList<>();
        reading.warnings().stream().map(ModelWarning::toString).forEach(warnings::add);
        builder.warnings().stream().map(ModelWarning::toString).forEach(warnings::add);
        if (world.v().length == 0) {
            warnings.add(file + ": nothing in it can move: it has neither a free body nor a joint");
        }
        if (height != null) {
            double[] q = world.q().clone();
            q[robot.qOffset() + 2] = height;
            world.teleport(q, world.v().clone());
        }
        if (keyframe != null) {
            world.reset(0, keyframe.name());
        }
        return new Scene(world, robot, warnings, keyframe);
    }

    private static RobotReading freed(RobotReading reading) {
        RobotModel model = reading.model();
        if (model.floatingBase() || model.links().getFirst().inertia().equals(Inertia.ZERO)) {
            throw new BadInputException(
                    "--base-height",
                    "expected a robot whose root has a mass, found '"
                            + model.links().getFirst().name() + "' without one",
                    "Leave the option away: in MJCF and SDF worlds the file says what floats.");
        }
        return new RobotReading(model.withFloatingBase(true), reading.mechanism(), reading.warnings());
    }

    private static @Nullable Keyframe keyframe(Mechanism mechanism, @Nullable String name) {
        if (name == null) {
            return mechanism.keyframes().isEmpty()
                    ? null
                    : mechanism.keyframes().getFirst();
        }
        Keyframe found = name.isEmpty() ? null : mechanism.keyframe(name);
        if (found == null && !name.isEmpty()) {
            List<String> known =
                    mechanism.keyframes().stream().map(Keyframe::name).toList();
            throw new BadInputException(
                    "--keyframe",
                    "the file has no keyframe '" + name + "'" + Suggestion.phrase(name, known),
                    known.isEmpty()
                            ? "It has none; leave the option away."
                            : "It has " + String.join(", ", known) + ", or write --keyframe none.");
        }
        return found;
    }

    private static WorldSettings settings(Mechanism mechanism, SceneOptions options) {
        boolean says = !mechanism.equals(Mechanism.NONE);
        Double step = options.step();
        double chosen = step != null ? step : says ? mechanism.options().timestep() : WorldSettings.DEFAULT.step();
        boolean weightless = "disable".equals(mechanism.options().flags().get("gravity"));
        Vec3 gravity = weightless ? Vec3.ZERO : mechanism.options().gravity();
        return WorldSettings.DEFAULT.withStep(chosen).withGravity(gravity).withSleeping(options.sleeping());
    }

    private static RobotReading floor() {
        Shape plane = new Shape("floor", Pose.IDENTITY, new Geometry.Plane(0, 0), null);
        Link ground = new Link("floor", Inertia.ZERO, List.of(), List.of(plane));
        return new RobotReading(new RobotModel("floor", false, List.of(ground), List.of()), List.of());
    }

    public World world() {
        return world;
    }

    /** Whether a contact of the last step is closed or pushes; others are only near. */
    public boolean touches(int contact) {
        if (world.contacts().geometry[7 * contact + 6] <= 0) {
            return true;
        }
        double[] impulses = world.contactImpulses();
        int o = 3 * contact;
        return world.steps() > 0 && (impulses[o] != 0 || impulses[o + 1] != 0 || impulses[o + 2] != 0);
    }

    /** What the solver took in the last step, of whatever its method goes through; on the mean of all islands, rounded up. */
    public int iterations() {
        SolverReport report = world.solverReport();
        int all = report.sweeps + report.newtonSteps;
        return report.islands == 0 ? 0 : Math.ceilDiv(all, report.islands);
    }

    /** What the file describes; a floor that was laid is another. */
    public WorldRobot robot() {
        return robot;
    }

    public MechanismActuators actuators() {
        return world.actuators(0);
    }

    /** What of the file is odd or left out. */
    public List<String> warnings() {
        return warnings;
    }

    /** The keyframe it started from, or null. */
    public @Nullable Keyframe start() {
        return start;
    }
}
