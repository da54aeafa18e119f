package io.sigmaprompt.headless.cli;

import io.sigmaprompt.physics.codegen.CompiledDynamics;
import io.sigmaprompt.physics.kinematics.IkOptions;
import io.sigmaprompt.physics.kinematics.IkSolution;
import io.sigmaprompt.physics.kinematics.InverseKinematics;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.mechanism.RobotReading;
import io.sigmaprompt.physics.model.reader.RobotFile;
import io.sigmaprompt.physics.spatial.SplitMix64;
import io.sigmaprompt.twin.skill.planning.MotionClearance;
import io.sigmaprompt.twin.skill.planning.MotionPlan;
import io.sigmaprompt.twin.skill.planning.MotionPlanner;
import io.sigmaprompt.twin.skill.planning.PlanningSpace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Plans a motion of a robot that touches nothing. */
@Command(
        name = "plan",
        header = "Plan a motion that touches nothing, as fast as the joints may; or say why there is none.",
        description =
                "From where the robot is at first to joint positions, or to where a frame is wanted. It keeps clear of "
                        + "itself and of obstacles at every instant, which is proven and not sampled, and limits of speed and "
                        + "acceleration hold. The same question gives the same motion.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  sigma plan library:collaborative-arm --to arm_joint_1=2 --to arm_joint_4=-1",
            "  sigma plan library:industrial-arm --frame tool0 --xyz -0.3 0.5 0.5 --box 0.35,0.35,0.4,0.1,0.1,0.8",
            "  sigma plan library:industrial-arm --to shoulder_pan_joint=2 --ball 0,0.8,0.1,0.15 --out motion.csv"
        })
final class PlanCommand implements Callable<Integer> {
    /** So many postures are looked for that bring a frame where it is wanted. */
    private static final int POSTURES = 8;

    /** Postures nearer than this, rad or m in any joint, are one. */
    private static final double SAME = 1e-3;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Sigma sigma;

    @Parameters(paramLabel = "ROBOT", description = "A URDF, xacro, MJCF or SDF file, or library:NAME.")
    @SuppressWarnings("NullAway.Init")
    private String robot;

    @Option(
            names = "--to",
            paramLabel = "JOINT=VALUE",
            description =
                    "Where a joint is to be, radians or metres; may be repeated. The others of its limb end where they"
                            + " begin.")
    private final Map<String, Double> to = new LinkedHashMap<>();

    @Mixin
    private final FrameTarget target = new FrameTarget();

    @Mixin
    private final StartPosture start = new StartPosture();

    @Mixin
    private final ObstacleOptions about = new ObstacleOptions();

    @Option(
            names = "--margin",
            paramLabel = "M",
            defaultValue = "0.01",
            description = "Least distance to keep, metres (0.01); between postures that are measured half of it.")
    private double margin;

    @Option(
            names = "--speed",
            paramLabel = "SHARE",
            defaultValue = "0.5",
            description = "Share of the robot's speed that is used (0.5); full speed is reached in half a second.")
    private double speed;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Where the search begins (1).")
    private long seed;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write the motion as CSV: time, and each joint's position, velocity and acceleration.")
    private @Nullable Path out;

    @Option(
            names = "--rate",
            paramLabel = "HZ",
            defaultValue = "100",
            description = "Rows a second of that file (100).")
    private double rate;

    @Option(
            names = "--arg",
            paramLabel = "NAME=VALUE",
            description = "A value for one of the file's xacro arguments; may be repeated.")
    private final Map<String, String> arguments = new LinkedHashMap<>();

    @Override
    public Integer call() {
        Console console = sigma.console();
        check();
        RobotReading reading = RobotFile.read(GivenPath.robot(robot), arguments);
        console.warnings(console.json() ? List.of() : reading.warnings());
        double[] q = start.configuration(reading);
        PlanningSpace space = space(reading, q);
        MotionClearance clearance = new MotionClearance(reading, space, about.obstacles(), margin);
        MotionPlan plan = plan(reading.model(), q, space, clearance);
        PlanAccount account = new PlanAccount(space, clearance, plan);
        if (console.json()) {
            Map<String, Object> object = account.object();
            object.put("warnings", reading.warnings());
            console.object(object);
        } else {
            account.lines(console).forEach(console::line);
        }
        if (plan instanceof MotionPlan.Planned planned && out != null) {
            TrajectoryFile.write(out, planned.trajectory(), rate);
            console.aside("wrote " + out);
        }
        return plan instanceof MotionPlan.Planned ? ExitCode.PASSED : ExitCode.FAILED;
    }

    private void check() {
        if (to.isEmpty() == !target.given()) {
            throw new BadInputException(
                    "--to, --frame",
                    to.isEmpty() ? "expected one of them, found none" : "expected one of them, found both",
                    "Say either where joints are to be or where a frame is wanted.");
        }
        if (!(margin > 0 && margin <= 0.1)) {
            throw new BadInputException("--margin", "expected up to 0.1 m, above 0, found " + margin, "Try 0.01.");
        }
        if (!(speed > 0 && speed <= 1)) {
            throw new BadInputException("--speed", "expected up to 1, above 0, found " + speed, "Try 0.5.");
        }
        if (!(rate > 0 && rate <= 10_000)) {
            throw new BadInputException("--rate", "expected up to 10000 Hz, above 0, found " + rate, "Try 100.");
        }
        if (out != null) {
            GivenPath.requireWritable("--out", out);
        }
    }

    /** The joints of the limb that is to move, in the robot's order. */
    private PlanningSpace space(RobotReading reading, double[] q) {
        RobotModel model = reading.model();
        DrivenJoints driven = new DrivenJoints(model);
        double[] now = driven.names().stream()
                .mapToDouble(name -> q[model.qIndex(model.jointIndex(name))])
                .toArray();
        List<Integer> ends = new ArrayList<>();
        if (to.isEmpty()) {
            ends.add(target.of(model).frame().link());
        }
        to.keySet().forEach(name -> {
            StartPosture.coordinate(model, "--to", name);
            ends.add(model.jointIndex(name) + 1);
        });
        List<String> names = driven.names().stream()
                .filter(name -> concerns(model, model.jointIndex(name) + 1, ends))
                .toList();
        return new PlanningSpace(model, names, now, q);
    }

    /** Whether a link carries one of some links or, where joints are named, hangs on one. */
    private boolean concerns(RobotModel model, int link, List<Integer> ends) {
        return ends.stream().anyMatch(end -> carries(model, link, end) || !to.isEmpty() && carries(model, end, link));
    }

    private static boolean carries(RobotModel model, int link, int end) {
        int at = end;
        while (at > link) {
            at = model.parentLink(at - 1);
        }
        return at == link;
    }

    private MotionPlan plan(RobotModel model, double[] q, PlanningSpace space, MotionClearance clearance) {
        MotionPlanner planner = MotionPlanner.of(clearance, speed);
        double[] from = space.present();
        if (!to.isEmpty()) {
            double[] goal = from.clone();
            for (int j = 0; j < goal.length; j++) {
                goal[j] = to.getOrDefault(space.names().get(j), goal[j]);
            }
            return planner.plan(from, List.of(goal), seed);
        }
        InverseKinematics kinematics = InverseKinematics.of(CompiledDynamics.of(model));
        List<double[]> goals = new ArrayList<>();
        String reason = "";
        SplitMix64 random = new SplitMix64(seed);
        double[] near = q.clone();
        double[] x = from.clone();
        for (int k = 0; k < POSTURES; k++) {
            IkSolution solution = kinematics.solve(target.of(model), near, IkOptions.DEFAULT.withSeed(seed + k));
            space.draw(random, x);
            space.configuration(x, near);
            double[] goal = space.coordinates(solution.q());
            if (!solution.solved()) {
                reason = solution.explanation();
            } else if (goals.stream().noneMatch(known -> same(known, goal))) {
                goals.add(goal);
            }
        }
        return goals.isEmpty() ? new MotionPlan.Refused(reason, 0) : planner.plan(from, goals, seed);
    }

    private static boolean same(double[] a, double[] b) {
        for (int j = 0; j < a.length; j++) {
            if (Math.abs(a[j] - b[j]) > SAME) {
                return false;
            }
        }
        return true;
    }
}
