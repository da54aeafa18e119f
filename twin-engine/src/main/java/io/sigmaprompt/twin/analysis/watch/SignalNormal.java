package io.sigmaprompt.twin.analysis.watch;

import java.util.List;

/** What is normal for a signal, phase by phase. */
public record SignalNormal(String signal, String unit, List<PhaseNormal> phases) {
    public SignalNormal {
        phases = List.copyOf(phases);
    }
}
