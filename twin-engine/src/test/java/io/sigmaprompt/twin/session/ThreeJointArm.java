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
import io.sigmaprompt.twin.cognition.tree.TreeSpec;
import io.sigmaprompt.twin.command.GateSettings;
import io.sigmaprompt.twin.input.TwinMode;
import io.sigmaprompt.twin.prediction.PredictionSettings;
import io.sigmaprompt.twin.record.FindingRecord;
import io.sigmaprompt.twin.simulation.VirtualRobot;
import io.sigmaprompt.twin.skill.Goal;
import io.sigmaprompt.twin.skill.JointPath;
import io.sigmaprompt.twin.telemetry.ingest.IngestSettings;
import java.util.List;

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

    public static TwinConfiguration twin(boolean lockStep, TwinMode mode) {
        TreeSpec guard = new TreeSpec.Parallel(List.of(
                new TreeSpec.Sequence(List.of(
                        new TreeSpec.FindingActive(FindingRecord.Kind.STALE, null, 300_000_000),
                        new TreeSpec.Propose("hold_until_heard", 80, new Goal.Hold()))),
                new TreeSpec.Sequence(List.of(
                        new TreeSpec.FindingActive(FindingRecord.Kind.RESIDUAL, "elbow", 2_000_000_000),
                        new TreeSpec.Propose("slow_and_report", 50, new Goal.FollowPath(PICK, 0.3))))));
        List<MindSpec> minds = List.of(
                new MindSpec.Task("task", "pick_part", 10, new Goal.FollowPath(PICK, 1)),
                new MindSpec.Tree("guard", guard));
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
