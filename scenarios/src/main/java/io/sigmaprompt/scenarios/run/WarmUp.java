package io.sigmaprompt.scenarios.run;

import io.sigmaprompt.scenarios.language.Scenario;
import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.input.TwinMode;
import io.sigmaprompt.twin.session.SessionConfiguration;
import io.sigmaprompt.twin.session.TwinConfiguration;
import io.sigmaprompt.twin.session.TwinKernel;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a scenario's loop in lock-step for a moment and throws the result away, so that its code is loaded and compiled
 * before a live wire, which does not wait, is opened.
 */
final class WarmUp {
    private static final int TICKS = 3_000;
    private static final int TRACKING_BY_TICK = 100;

    private WarmUp() {}

    /** Starts warming up beside whatever else is prepared; join the thread before the session begins. */
    static Thread start(Scenario scenario) {
        return Thread.ofPlatform().name("warm-up").daemon().start(() -> run(scenario.session()));
    }

    private static void run(SessionConfiguration session) {
        List<TwinConfiguration> twins =
                session.twins().stream().map(LockStep::of).toList();
        TwinKernel kernel = new TwinKernel(new SessionConfiguration(session.name(), session.seed(), twins));
        List<KernelInput> goLive = new ArrayList<>();
        for (TwinConfiguration twin : twins) {
            goLive.add(new KernelInput.GateArming(twin.robot(), true, "warm-up"));
            goLive.add(new KernelInput.ModeRequest(twin.robot(), TwinMode.LIVE, "warm-up"));
        }
        for (int tick = 0; tick < TICKS; tick++) {
            kernel.tick(tick == TRACKING_BY_TICK ? goLive : List.of(), record -> {});
        }
    }
}
