package io.sigmaprompt.headless.cli;

import io.sigmaprompt.headless.simulation.MujocoLayout;
import io.sigmaprompt.headless.simulation.RunSummary;
import io.sigmaprompt.headless.simulation.Scene;
import io.sigmaprompt.headless.simulation.SceneOptions;
import io.sigmaprompt.headless.simulation.SceneRun;
import io.sigmaprompt.headless.simulation.TrajectoryFile;
import io.sigmaprompt.headless.simulation.TrajectoryHash;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.model.mechanism.Keyframe;
import io.sigmaprompt.physics.world.WorldSettings;
import io.sigmaprompt.physics.world.WorldStoppedException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Runs a scene and tells what became of it. */
@Command(
        name = "simulate",
        header = "Run a scene with contacts from start to end.",
        description = "Tell whether it settled, its energies, contacts, overlap and residual; with --out write poses, "
                + "velocities, energies and contacts of all bodies, in the layout of MuJoCo.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  sigma simulate scene.xml",
            "  sigma simulate scene.xml --duration 5 --rate 50 --out trajectory.json",
            "  sigma simulate world.sdf --step 0.0005 --sleep",
            "  sigma simulate arm.urdf --base-height 0.5 --floor --duration 1"
        })
final class SimulateCommand implements Callable<Integer> {
    private static final double PROGRESS_SECONDS = 2;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Sigma sigma;

    @Parameters(
            paramLabel = "SCENE",
            description = "An MJCF scene, an SDF world, a robot in any format, or library:NAME.")
    @SuppressWarnings("NullAway.Init")
    private String given;

    @Option(
            names = "--duration",
            paramLabel = "S",
            defaultValue = "2",
            description = "Simulated seconds. The default is 2.")
    private double duration;

    @Option(
            names = "--rate",
            paramLabel = "HZ",
            defaultValue = "100",
            description = "Samples a simulated second. The default is 100.")
    private double rate;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write the samples, as JSON.")
    private @Nullable Path out;

    @Option(names = "--step", paramLabel = "S", description = "The step, instead of the file's own.")
    private @Nullable Double step;

    @Option(
            names = "--keyframe",
            paramLabel = "NAME|none",
            description = "Where it starts. Left out: the file's first keyframe, where it has one.")
    private @Nullable String keyframe;

    @Option(
            names = "--control",
            paramLabel = "NAME=VALUE",
            description = "What an actuator is told for the whole run; may be repeated.")
    private Map<String, Double> controls = new LinkedHashMap<>();

    @Option(
            names = "--base-height",
            paramLabel = "Z",
            description = "Frees a robot's root, with its origin at that height.")
    private @Nullable Double baseHeight;

    @Option(names = "--floor", description = "Lays a plane at height 0.")
    private boolean floor;

    @Option(
            names = "--sleep",
            description = "Let bodies that rest sleep: faster, and their poses are the same, but while they sleep no"
                    + " contacts of theirs are told.")
    private boolean sleep;

    @Option(
            names = "--arg",
            paramLabel = "NAME=VALUE",
            description = "A value for one of the file's xacro arguments; may be repeated.")
    private Map<String, String> arguments = new LinkedHashMap<>();

    @Override
    public Integer call() {
        Console console = sigma.console();
        requireFinite();
        Path source = GivenPath.scene(given);
        Path target = out;
        if (target != null) {
            GivenPath.requireWritable("--out", target);
            GivenPath.requireOther("--out", target, source, "the scene");
        }
        String named = Objects.equals(keyframe, "none") ? "" : keyframe;
        Scene scene = Scene.load(source, new SceneOptions(step, named, baseHeight, floor, sleep, arguments));
        controls.forEach(
                (name, value) -> scene.actuators().setControl(scene.actuators().index(name), value));
        SceneRun run = new SceneRun(scene, duration, rate);
        MujocoLayout layout = new MujocoLayout(scene.robot().model());
        console.warnings(scene.warnings());
        sayStart(console, scene, run);
        RunSummary summary = new RunSummary();
        TrajectoryHash hash = new TrajectoryHash();
        Progress progress = new Progress(console);
        if (target == null) {
            SceneRun.Outcome outcome = run.run(
                    layout,
                    sample -> {
                        hash.add(sample);
                        summary.add(sample);
                    },
                    progress::at);
            return tell(console, scene, layout, outcome, summary, hash.hex());
        }
        String engine = "SigmaPrompt " + VersionCommand.workbenchVersion();
        String note =
                scene.start() == null ? "" : "from keyframe " + scene.start().name();
        String model = source.getFileName().toString();
        try (TrajectoryFile file = TrajectoryFile.begin(target, model, engine, note, options(scene), layout)) {
            SceneRun.Outcome outcome = run.run(
                    layout,
                    sample -> {
                        hash.add(sample);
                        summary.add(sample);
                        file.add(sample);
                    },
                    progress::at);
            String hex = hash.hex();
            file.end(hex, object(scene, outcome, summary));
            int code = tell(console, scene, layout, outcome, summary, hex);
            console.line("  written to " + target);
            return code;
        }
    }

    private void requireFinite() {
        Double height = baseHeight;
        if (height != null && !Double.isFinite(height)) {
            throw new BadInputException(
                    "--base-height", "expected a finite height in metres, found " + height, "Write --base-height 0.5");
        }
        Double chosen = step;
        if (chosen != null && !(chosen > 0 && chosen <= 1)) {
            throw new BadInputException(
                    "--step", "expected above 0 and up to 1 second, found " + chosen, "Write --step 0.001");
        }
    }

    /** On standard error, so that a pipe gets the outcome alone. */
    private static void sayStart(Console console, Scene scene, SceneRun run) {
        Keyframe start = scene.start();
        if (start != null) {
            console.aside("Starts from keyframe '" + start.name() + "'; --keyframe none starts from the file's pose.");
        }
        if (!run.isAligned()) {
            console.aside("Samples are taken at the step that is nearest to their time.");
        }
    }

    private int tell(
            Console console,
            Scene scene,
            MujocoLayout layout,
            SceneRun.Outcome outcome,
            RunSummary summary,
            String hash) {
        console.endStatus();
        console.line(String.format(
                Locale.ROOT,
                "%s: %d bod%s, %d freedom%s, %d actuator%s",
                scene.robot().model().name(),
                layout.bodies().size(),
                layout.bodies().size() == 1 ? "y" : "ies",
                layout.nv(),
                layout.nv() == 1 ? "" : "s",
                scene.actuators().names().size(),
                scene.actuators().names().size() == 1 ? "" : "s"));
        double seconds = Math.max(outcome.nanos(), 1) / 1e9;
        double simulated = outcome.steps() * scene.world().settings().step();
        console.line(RunSummary.line(
                "run",
                String.format(
                        Locale.ROOT,
                        "%.6g s in %d steps of %.4g ms; %.0f steps a second, %.3g x real time",
                        simulated,
                        outcome.steps(),
                        1000 * scene.world().settings().step(),
                        outcome.steps() / seconds,
                        simulated / seconds)));
        summary.lines().forEach(console::line);
        if (sleep) {
            console.line(RunSummary.line("sleeping", scene.world().sleeping() + " at the end"));
        }
        console.line(RunSummary.line("trace hash", hash));
        if (console.json()) {
            Map<String, Object> object = object(scene, outcome, summary);
            object.put("traceHash", hash);
            if (out != null) {
                object.put("out", out.toString());
            }
            console.object(object);
        }
        WorldStoppedException stopped = outcome.stopped();
        if (stopped != null) {
            console.error("the world stopped: " + stopped.getMessage());
            return ExitCode.FAILED;
        }
        return ExitCode.PASSED;
    }

    private static Map<String, Object> object(Scene scene, SceneRun.Outcome outcome, RunSummary summary) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("verdict", outcome.stopped() == null ? "PASSED" : "STOPPED");
        object.put("steps", outcome.steps());
        object.put("time", scene.world().time());
        object.putAll(summary.object());
        object.put("sleeping", scene.world().sleeping());
        object.put("warnings", scene.warnings());
        WorldStoppedException stopped = outcome.stopped();
        if (stopped != null) {
            Map<String, Object> why = new LinkedHashMap<>();
            why.put("body", stopped.body());
            why.put("time", stopped.time());
            why.put("reason", String.valueOf(stopped.getMessage()));
            object.put("stopped", why);
        }
        return object;
    }

    private static Map<String, Object> options(Scene scene) {
        WorldSettings settings = scene.world().settings();
        Vec3 gravity = settings.gravity();
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("timestep", settings.step());
        options.put("integrator", "semi-implicit Euler; free flight exact");
        options.put("solver", "exact Coulomb cones, rigid unless the file says otherwise");
        options.put("cone", "exact");
        options.put("gravity", List.of(gravity.x(), gravity.y(), gravity.z()));
        options.put("contacts_limits_friction", true);
        options.put("overlapLeftAlone", settings.tolerance());
        options.put("bounceSpeed", settings.bounceSpeed());
        options.put("sleeping", settings.sleeping());
        return options;
    }

    /** Tells every other second how far it is. */
    private final class Progress {
        private final Console console;
        private long last = System.nanoTime();

        Progress(Console console) {
            this.console = console;
        }

        void at(double time) {
            long now = System.nanoTime();
            if (now - last > PROGRESS_SECONDS * 1e9) {
                last = now;
                console.progress(
                        String.format(Locale.ROOT, "%.4g of %.4g s (%.0f %%)", time, duration, 100 * time / duration));
            }
        }
    }
}
