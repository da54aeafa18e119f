package io.sigmaprompt.headless.cli;

import io.sigmaprompt.headless.dynamics.Kernel;
import io.sigmaprompt.headless.dynamics.StatesAnalysis;
import io.sigmaprompt.physics.dynamics.RobotDynamics;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.ModelHash;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.model.mechanism.ModelWarning;
import io.sigmaprompt.physics.model.mechanism.RobotReading;
import io.sigmaprompt.physics.model.reader.RobotFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Computes a robot's dynamics in given states. */
@Command(
        name = "dynamics",
        header = "Compute a robot's dynamics in the states of a file.",
        description = "Read states (q, v, a, tau and, of a free root, its pose) and write them back with all that "
                + "follows: inverse and forward dynamics, mass matrix, bias, energies, momentum, Jacobian, poses. "
                + "Where v, a or tau are missing, what needs them is left out.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  sigma dynamics arm.urdf --states states.json --out quantities.json",
            "  sigma dynamics arm.urdf --states states.json --out quantities.json --derivatives",
            "  sigma dynamics arm.urdf --states states.json --out on_the_moon.json --gravity 0,0,-1.62",
        })
final class DynamicsCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Sigma sigma;

    @Parameters(paramLabel = "ROBOT", description = "A URDF, xacro, MJCF or SDF file, or library:NAME.")
    @SuppressWarnings("NullAway.Init")
    private String robot;

    @Option(names = "--states", paramLabel = "FILE", required = true, description = "The states, as JSON.")
    @SuppressWarnings("NullAway.Init")
    private String states;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "Where to write what was computed.")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(names = "--floating", description = "The root is free. Also where the states say \"floating_base\": true.")
    private boolean floating;

    @Option(
            names = "--mimic",
            description = "Tie the joints that follow another to it, instead of taking them as joints of their own.")
    private boolean mimic;

    @Option(
            names = "--kernel",
            paramLabel = "KERNEL",
            defaultValue = "compiled",
            description = "What computes: ${COMPLETION-CANDIDATES}. The default is ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init")
    private Kernel kernel;

    @Option(
            names = "--gravity",
            paramLabel = "X,Y,Z",
            split = ",",
            description = "Free fall in the world, m/s², instead of the states' own.")
    private @Nullable List<Double> gravity;

    @Option(names = "--derivatives", description = "Write the derivatives and the regressor, too.")
    private boolean derivatives;

    @Option(
            names = "--arg",
            paramLabel = "NAME=VALUE",
            description = "A value for one of the file's xacro arguments; may be repeated.")
    private Map<String, String> arguments = new LinkedHashMap<>();

    @Override
    public Integer call() {
        Console console = sigma.console();
        Vec3 chosen = chosenGravity();
        GivenPath.requireWritable("--out", out);
        Path source = GivenPath.robot(robot);
        Path given = GivenPath.existing("--states", states);
        GivenPath.requireOther("--out", out, source, "the robot");
        GivenPath.requireOther("--out", out, given, "the states");
        RobotReading reading = RobotFile.read(source, arguments);
        StatesAnalysis analysis = StatesAnalysis.read(
                reading.model(), given, new StatesAnalysis.Options(floating, mimic, kernel, chosen));
        RobotDynamics dynamics = analysis.dynamics();
        if (dynamics.model().floatingBase() && !floating) {
            console.line("The states free the robot's root (\"floating_base\": true).");
        }
        analysis.write(out, "SigmaPrompt " + VersionCommand.workbenchVersion(), robot, derivatives);
        List<String> warnings = Stream.concat(
                        reading.warnings().stream().map(ModelWarning::toString), analysis.warnings().stream())
                .toList();
        console.warnings(warnings);
        String hash = ModelHash.of(dynamics.model());
        console.line(String.format(
                "%d state%s of %s, %d freedom%s, %s kernel, model %s, written to %s",
                analysis.count(),
                analysis.count() == 1 ? "" : "s",
                dynamics.model().name(),
                analysis.freedoms(),
                analysis.freedoms() == 1 ? "" : "s",
                dynamics.kernel(),
                hash,
                out));
        if (console.json()) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("robot", dynamics.model().name());
            object.put("states", analysis.count());
            object.put("nv", analysis.freedoms());
            object.put("floatingBase", dynamics.model().floatingBase());
            object.put("kernel", dynamics.kernel());
            object.put("modelHash", hash);
            object.put("out", out.toString());
            object.put("warnings", warnings);
            console.object(object);
        }
        return ExitCode.PASSED;
    }

    private @Nullable Vec3 chosenGravity() {
        if (gravity == null) {
            return null;
        }
        if (gravity.size() != 3 || !gravity.stream().allMatch(Double::isFinite)) {
            throw new BadInputException(
                    "--gravity", "expected three finite numbers x,y,z, found " + gravity, "Write --gravity 0,0,-9.81");
        }
        return new Vec3(gravity.get(0), gravity.get(1), gravity.get(2));
    }
}
