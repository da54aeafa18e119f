package io.sigmaprompt.scenarios.run;

import io.sigmaprompt.scenarios.language.Scenario;
import io.sigmaprompt.twin.session.KernelInput;
import java.util.List;

/** One run of a scenario. {@link #run} belongs to one thread; the other methods may be called from any. */
@SuppressWarnings("DoNotCallSuggester")
public final class ScenarioRun implements AutoCloseable {
    public ScenarioRun(Scenario scenario, RunOptions options, List<RunListener> listeners) {
        throw new UnsupportedOperationException(scenario.name() + options + listeners.size());
    }

    /**
     * Runs to the end on the calling thread.
     *
     * @throws io.sigmaprompt.twin.port.OutsideFailureException if something outside failed; what was recorded is kept
     */
    public RunResult run() {
        throw new UnsupportedOperationException();
    }

    public void pause() {}

    public void resume() {}

    /** Advances a paused run by so many cycles of 10 ms. */
    public void step(int cycles) {
        throw new UnsupportedOperationException("step " + cycles);
    }

    /** Changes the pace: 0 as fast as it can, 1 real time. */
    public void setSpeed(double speed) {
        throw new UnsupportedOperationException("speed " + speed);
    }

    /** Ends the run at its next tick. */
    public void stop(String reason) {
        throw new UnsupportedOperationException(reason);
    }

    /** Hands an input to the next tick. */
    public void submit(KernelInput input) {
        throw new UnsupportedOperationException(input.toString());
    }

    public boolean paused() {
        return false;
    }

    public double speed() {
        return 0;
    }

    @Override
    public void close() {}
}
