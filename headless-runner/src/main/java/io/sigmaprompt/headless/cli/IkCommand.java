package io.sigmaprompt.headless.cli;

import io.sigmaprompt.headless.report.SessionText;
import io.sigmaprompt.physics.codegen.CompiledDynamics;
import io.sigmaprompt.physics.dynamics.RobotDynamics;
import io.sigmaprompt.physics.kinematics.IkOptions;
import io.sigmaprompt.physics.kinematics.IkSolution;
import io.sigmaprompt.physics.kinematics.InverseKinematics;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.mechanism.RobotReading;
import io.sigmaprompt.physics.model.reader.RobotFile;
import io.sigmaprompt.physics.spatial.SpatialTransform;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Finds joint positions that bring a frame of a robot where it is wanted. */
@Command(
        name = "ik",
        description = "Find joint positions that bring a frame where it is wanted, within all limits; or say why not.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  sigma ik library:industrial-arm --frame tool0 --xyz 0.5 0.2 0.6",
            "  sigma ik library:industrial-arm --frame tool0 --xyz 0.5 0.2 0.6 --rpy 3.14 0 0 --json"
        })
final class IkCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Sigma sigma;

    @Parameters(paramLabel = "ROBOT", description = "A URDF, xacro, MJCF or SDF file, or library:NAME.")
    @SuppressWarnings("NullAway.Init")
    private String robot;

    @Mixin
    private final FrameTarget target = new FrameTarget();

    @Mixin
    private final StartPosture start = new StartPosture();

    @Option(names = "--near", description = "Use what the target leaves free to stay near the start.")
    private boolean near;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Where restarts begin (1).")
    private long seed;

    @Option(
            names = "--arg",
            paramLabel = "NAME=VALUE",
            description = "A value for one of the file's xacro arguments; may be repeated.")
    private Map<String, String> arguments = new LinkedHashMap<>();

    @Override
    public Integer call() {
        Console console = sigma.console();
        RobotReading reading = RobotFile.read(GivenPath.robot(robot), arguments);
        RobotModel model = reading.model();
        double[] q = start.configuration(reading);
        IkOptions options = IkOptions.DEFAULT.withSeed(seed);
        RobotDynamics dynamics = CompiledDynamics.of(model);
        IkSolution solution =
                InverseKinematics.of(dynamics).solve(target.of(model), q, near ? options.withPosture(q) : options);
        if (console.json()) {
            Map<String, Object> object = object(model, solution);
            object.put("warnings", reading.warnings());
            console.object(object);
        } else {
            console.warnings(reading.warnings());
            tell(console, model, solution);
            console.line(place(dynamics, solution));
        }
        return solution.solved() ? ExitCode.PASSED : ExitCode.FAILED;
    }

    private static Map<String, Object> positions(RobotModel model, IkSolution solution) {
        double[] q = solution.q();
        Map<String, Object> positions = new LinkedHashMap<>();
        for (int j = 0; j < model.joints().size(); j++) {
            Joint joint = model.joints().get(j);
            int count = joint.type().positions();
            int o = model.qIndex(j);
            if (count == 1) {
                positions.put(joint.name(), q[o]);
            } else if (count > 1) {
                positions.put(
                        joint.name(), Arrays.stream(q, o, o + count).boxed().toList());
            }
        }
        return positions;
    }

    private static Map<String, Object> object(RobotModel model, IkSolution solution) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("verdict", solution.solved() ? "PASSED" : "FAILED");
        object.put("outcome", solution.outcome().name());
        object.put("explanation", solution.explanation());
        object.put("positions", positions(model, solution));
        object.put("residuals", solution.residuals());
        object.put("activeLimits", solution.activeLimits());
        object.put("iterations", solution.iterations());
        object.put("restarts", solution.restarts());
        return object;
    }

    private static void tell(Console console, RobotModel model, IkSolution solution) {
        int width = model.joints().stream()
                .mapToInt(joint -> joint.name().length())
                .max()
                .orElse(0);
        positions(model, solution).forEach((name, position) -> {
            boolean slides = model.joints().get(model.jointIndex(name)).type() == JointType.PRISMATIC;
            String value = position instanceof Double number
                    ? rounded(number) + (slides ? " m" : " rad")
                    : position.toString();
            console.line("  " + name + " ".repeat(width - name.length() + 2) + value);
        });
        String words = solution.solved() ? "solved" : solution.explanation();
        console.line(console.paint(solution.solved() ? Tone.OK : Tone.BAD, words) + " (" + solution.iterations()
                + " steps, " + solution.restarts() + " restarts)");
    }

    /** Where the frame ends, and how far from where it was wanted. */
    private String place(RobotDynamics dynamics, IkSolution solution) {
        RobotModel model = dynamics.model();
        double[] poses = new double[SpatialTransform.SIZE * model.links().size()];
        dynamics.linkPoses(solution.q(), poses);
        int origin = SpatialTransform.SIZE * model.linkIndex(target.frame()) + 9;
        IkSolution.Residual residual = solution.residuals().getFirst();
        List<String> missing = new ArrayList<>();
        if (target.withPosition()) {
            missing.add(SessionText.number(residual.position()) + " m");
        }
        if (target.withOrientation()) {
            missing.add(SessionText.number(residual.orientation()) + " rad");
        }
        return String.format(
                "%s is at %s %s %s m, off by %s",
                target.frame(),
                rounded(poses[origin]),
                rounded(poses[origin + 1]),
                rounded(poses[origin + 2]),
                String.join(" and ", missing));
    }

    /** A number as people write it: what is below a picometre or a picoradian is nothing. */
    private static String rounded(double number) {
        return SessionText.number(Math.abs(number) < 1e-12 ? 0 : number);
    }
}
