package io.sigmaprompt.headless.bench.nab;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Suggestion;
import io.sigmaprompt.twin.analysis.stream.ContextDetector;
import io.sigmaprompt.twin.analysis.stream.SignalDetector;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The detectors that can be run over the benchmark, each with one setting for all series. */
public final class NabDetectors {
    private static final Map<String, Supplier<SignalDetector>> ALL =
            Map.of("context", ContextDetector::new, "windowed-gaussian", WindowedGaussian::new);

    /** What is run where none is asked for: ours, and the benchmark's yardstick. */
    public static final List<String> USUAL = List.of("context", "windowed-gaussian");

    private NabDetectors() {}

    /**
     * A source of detectors that have seen nothing.
     *
     * @throws BadInputException if there is none of that name
     */
    public static Supplier<SignalDetector> named(String name) {
        Supplier<SignalDetector> detector = ALL.get(name);
        if (detector == null) {
            List<String> names = ALL.keySet().stream().sorted().toList();
            throw new BadInputException(
                    "--detector",
                    "expected one of " + String.join(", ", names) + ", found '" + name + "'"
                            + Suggestion.phrase(name, names),
                    "Leave it out for " + String.join(" and ", USUAL) + ".");
        }
        return detector;
    }
}
