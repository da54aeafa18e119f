package io.sigmaprompt.headless.bench.mirror;

import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.world.SimulationSettings;
import io.sigmaprompt.twin.analysis.AnalysisSettings;
import io.sigmaprompt.twin.arbitration.ArbitrationSettings;
import io.sigmaprompt.twin.command.GateSettings;
import io.sigmaprompt.twin.input.TwinMode;
import io.sigmaprompt.twin.prediction.PredictionSettings;
import io.sigmaprompt.twin.session.SessionConfiguration;
import io.sigmaprompt.twin.session.TwinConfiguration;
import io.sigmaprompt.twin.session.TwinKernel;
import io.sigmaprompt.twin.simulation.VirtualRobot;
import io.sigmaprompt.twin.telemetry.ingest.IngestSettings;
import java.util.ArrayList;
import java.util.List;

/** The robots of a bench, all of one model, and what they say. */
public final class Fleet {
    private static final long SEED = 7;

    private final MirrorBenchPlan plan;
    private final RobotModel model;
    private final MotionTape tape;
    private final List<String> names = new ArrayList<>();

    public Fleet(MirrorBenchPlan plan) {
        this.plan = plan;
        model = FleetModel.of(plan.joints());
        tape = new MotionTape(model, plan.rate(), SEED);
        for (int k = 0; k < plan.robots(); k++) {
            names.add("robot" + k);
        }
    }

    public MotionTape tape() {
        return tape;
    }

    public List<String> names() {
        return names;
    }

    /** When a robot's first frame comes, nanoseconds: robots do not speak all at once. */
    long phase(int robot) {
        return period() * robot / names.size();
    }

    /** Nanoseconds between the joint states of a robot. */
    public long period() {
        return 1_000_000_000L / plan.rate();
    }

    /** After so many joint states a robot also tells what it was commanded; 0: never. */
    public int statesPerReference() {
        return plan.references() == 0 ? 0 : Math.max(1, plan.rate() / plan.references());
    }

    /** A kernel that mirrors some of the robots. */
    public TwinKernel kernel(List<String> robots) {
        return new TwinKernel(new SessionConfiguration(
                "bench", SEED, robots.stream().map(this::twin).toList()));
    }

    private TwinConfiguration twin(String robot) {
        VirtualRobot body =
                new VirtualRobot(robot, model, tape.start(), SimulationSettings.DEFAULT, period(), SEED, 0, 0, 0);
        return new TwinConfiguration(
                robot,
                body,
                false,
                TwinMode.MIRROR,
                new IngestSettings(period(), 5, 2 * period()),
                PredictionSettings.DEFAULT,
                AnalysisSettings.DEFAULT,
                List.of(),
                ArbitrationSettings.DEFAULT,
                GateSettings.DEFAULT);
    }
}
