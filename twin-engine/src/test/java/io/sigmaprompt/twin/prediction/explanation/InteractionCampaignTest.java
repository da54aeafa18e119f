package io.sigmaprompt.twin.prediction.explanation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.twin.analysis.FindingBoard;
import io.sigmaprompt.twin.analysis.interaction.InteractionDetector;
import io.sigmaprompt.twin.record.FindingRecord;
import io.sigmaprompt.twin.simulation.HiddenFault;
import io.sigmaprompt.twin.simulation.HiddenTruth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Of drawn faults of every kind, pushes and loads become one finding each at their link, and hardly any other does; sound
 * robots are left alone. With {@code sigma.long} 216 faults, else 36.
 */
class InteractionCampaignTest {
    private static final boolean LONG = Boolean.getBoolean("sigma.long");
    private static final int FAULTS = LONG ? 216 : 36;
    private static final int HEALTHY = LONG ? 20 : 4;
    private static final long SEED = 220_000;

    private final RobotModel[] arms = {LibraryRobots.arm(0), LibraryRobots.arm(1)};

    private static List<String> found(TruthTrial trial, RobotModel arm) {
        List<FindingRecord> told = new ArrayList<>();
        FindingBoard board = new FindingBoard("robot", told::add);
        InteractionDetector detector = new InteractionDetector(arm);
        trial.explanations().forEach(each -> detector.take(each, board));
        return told.stream()
                .filter(FindingRecord::active)
                .map(FindingRecord::id)
                .toList();
    }

    private static String wanted(HiddenFault fault) {
        return switch (fault.kind()) {
            case PUSH -> "contact/" + fault.place();
            case PAYLOAD -> "payload/" + fault.place();
            default -> "";
        };
    }

    @Test
    void pushesAndLoadsAreFoundOnceAndLittleElseIs() {
        HiddenFault.Kind[] kinds = HiddenFault.Kind.values();
        Map<String, Integer> tally = new TreeMap<>();
        List<String> odd = new ArrayList<>();
        for (int k = 0; k < FAULTS; k++) {
            RobotModel arm = arms[k % 2];
            HiddenFault fault =
                    DrawnFault.draw(arm, kinds[k / 2 % kinds.length], SEED + k).fault();
            TruthTrial trial = new TruthTrial(arm, HiddenTruth.faults(arm, List.of(fault)), SEED + k);
            trial.run(8);
            List<String> found = found(trial, arm);
            String wanted = wanted(fault);
            boolean right = found.equals(wanted.isEmpty() ? List.of() : List.of(wanted));
            tally.merge((wanted.isEmpty() ? "other" : "touch") + (right ? " right" : " wrong"), 1, Integer::sum);
            if (!right) {
                odd.add(fault + " -> " + found);
            }
        }
        System.out.println(tally);
        odd.forEach(System.out::println);
        int touches = FAULTS / kinds.length * 2;
        assertTrue(tally.getOrDefault("touch right", 0) >= 0.9 * touches, tally + " " + odd);
        assertTrue(tally.getOrDefault("other wrong", 0) <= 0.04 * FAULTS, tally + " " + odd);
    }

    @Test
    void aSoundRobotIsNeitherPushedNorLoadedUpToThreeTimesThePace() {
        for (double pace : new double[] {1, 2, 3}) {
            for (int k = 0; k < HEALTHY; k++) {
                RobotModel arm = arms[k % 2];
                TruthTrial trial = new TruthTrial(arm, HiddenTruth.none(arm), SEED + 10_000 + k, pace, 1);
                trial.run(6);
                assertEquals(List.of(), found(trial, arm), "pace " + pace + ", robot " + k);
            }
        }
    }
}
