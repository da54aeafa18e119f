package io.sigmaprompt.scenarios.run;

import java.nio.file.Path;
import java.util.List;

/**
 * What came of a run.
 *
 * @param reason one sentence for the verdict
 * @param traceHash hex, of all that the session said
 * @param exactness what the session is exact from
 * @param runDirectory where it lies on disk
 * @param simSeconds session time that passed
 * @param wallSeconds time that passed outside from the first tick on
 * @param startSeconds time that passed outside before the first tick, while robots were started and reached
 * @param dynamics what the bits of each robot's dynamics rest on
 * @param warnings what was odd, but not wrong
 * @param artefacts file names in the run directory
 */
public record RunResult(
        String scenario,
        Verdict verdict,
        String reason,
        List<ExpectationResult> expectations,
        String traceHash,
        String exactness,
        Path runDirectory,
        double simSeconds,
        double wallSeconds,
        double startSeconds,
        List<DynamicsProvenance> dynamics,
        List<String> warnings,
        List<String> artefacts) {
    public RunResult {
        expectations = List.copyOf(expectations);
        dynamics = List.copyOf(dynamics);
        warnings = List.copyOf(warnings);
        artefacts = List.copyOf(artefacts);
    }
}
