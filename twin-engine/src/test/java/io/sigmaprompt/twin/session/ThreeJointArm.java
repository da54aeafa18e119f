package io.sigmaprompt.twin.session;

import io.sigmaprompt.physics.model.Inertia;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointDynamics;
import io.sigmaprompt.physics.model.JointLimits;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.Link;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.world.SimulationSettings;
import io.sigmaprompt.twin.analysis.AnalysisSettings;
import io.sigmaprompt.twin.arbitration.ArbitrationSettings;
import io.sigmaprompt.twin.cognition.MindSpec;
import io.sigmaprompt.twin.cognition.tree.TreeDesign;
import io.sigmaprompt.twin.cognition.tree.robot.RobotContext;
import io.sigmaprompt.twin.cognition.tree.robot.RobotNodes;
import io.sigmaprompt.twin.cognition.tree.xml.TreeReader;
import io.sigmaprompt.twin.command.GateSettings;
import io.sigmaprompt.twin.input.TwinMode;
import io.sigmaprompt.twin.prediction.PredictionSettings;
import io.sigmaprompt.twin.simulation.VirtualRobot;
import io.sigmaprompt.twin.skill.Goal;
import io.sigmaprompt.twin.skill.JointPath;
import io.sigmaprompt.twin.telemetry.ingest.IngestSettings;
import java.util.List;
import java.util.Map;

/** A small arm with believable weights, and a twin that watches its elbow. */
public final class ThreeJointArm {
    public static final JointPath PICK = new JointPath(
            "pick",
            List.of("pan", "lift", "elbow"),
            List.of(new double[] {0, -0.6, 0.9}, new double[] {0.8, -0.3, 1.5}),
            1.2,
            true);

    private ThreeJointArm() {}

    public static RobotModel model() {
        Inertia body = new Inertia(4, new Vec3(0, 0, 0.15), 0.04, 0, 0, 0.04, 0, 0.01);
        List<Link> links = List.of(link("base", body), link("shoulder", body), link("upper", body), link("fore", body));
        List<Joint> joints = List.of(
                joint("pan", "base", "shoulder", new Vec3(0, 0, 1), 0.2, 80),
                joint("lift", "shoulder", "upper", new Vec3(0, 1, 0), 0.1, 80),
                joint("elbow", "upper", "fore", new Vec3(0, 1, 0), 0.35, 50));
        return new RobotModel("three_joint_arm", false, links, joints);
    }

    private static Link link(String name, Inertia inertia) {
        return new Link(name, inertia, List.of(), List.of());
    }

    private static Joint joint(String name, String parent, String child, Vec3 axis, double height, double effort) {
        return new Joint(
                name,
                JointType.REVOLUTE,
                parent,
                child,
                Pose.fromXyzRpy(0, 0, height, 0, 0, 0),
                axis,
                new JointLimits(-3, 3, 3, effort),
                new JointDynamics(1.5, 3, 0.05),
                null);
    }

    public static VirtualRobot body() {
        return new VirtualRobot(
                "arm",
                model(),
                new double[] {0, -0.6, 0.9},
                SimulationSettings.DEFAULT,
                8_000_000,
                7,
                1e-5,
                1e-3,
                0.001);
    }

    /** A mind from the inside of a tree; it may follow {@link #PICK} as {@code pick}. */
    public static MindSpec.Tree tree(String name, String nodes) {
        RobotContext robot = RobotContext.of(List.of("pan", "lift", "elbow"), Map.of("pick", PICK));
        String text = "<root BTCPP_format=\"4\"><BehaviorTree ID=\"Main\">" + nodes + "</BehaviorTree></root>";
        TreeDesign design = TreeReader.parse(text, name + ".xml", RobotNodes.library(robot));
        return new MindSpec.Tree(name, design, robot, Map.of());
    }

    public static TwinConfiguration twin(boolean lockStep, TwinMode mode) {
        MindSpec guard = tree("guard", """
                <Parallel success_count="1" failure_count="2">
                  <Sequence>
                    <FindingActive kind="stale" hold="0.3"/>
                    <Propose behaviour="hold_until_heard" priority="80"/>
                  </Sequence>
                  <Sequence>
                    <FindingActive kind="residual" joint="elbow" hold="2"/>
                    <Propose behaviour="slow_and_report" priority="50" path="pick" speed="0.3"/>
                  </Sequence>
                </Parallel>
                """);
        List<MindSpec> minds = List.of(new MindSpec.Task("task", "pick_part", 10, new Goal.FollowPath(PICK, 1)), guard);
        return twin(lockStep, mode, minds, GateSettings.DEFAULT);
    }

    public static TwinConfiguration twin(boolean lockStep, TwinMode mode, List<MindSpec> minds, GateSettings gate) {
        return new TwinConfiguration(
                "arm",
                body(),
                lockStep,
                mode,
                IngestSettings.DEFAULT,
                PredictionSettings.DEFAULT,
                AnalysisSettings.DEFAULT,
                minds,
                ArbitrationSettings.DEFAULT,
                gate);
    }

    public static SessionConfiguration session(boolean lockStep, TwinMode mode) {
        return new SessionConfiguration("test", 7, List.of(twin(lockStep, mode)));
    }
}
