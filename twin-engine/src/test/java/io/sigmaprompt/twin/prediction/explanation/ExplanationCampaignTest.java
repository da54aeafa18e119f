package io.sigmaprompt.twin.prediction.explanation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.twin.record.ExplanationRecord;
import io.sigmaprompt.twin.record.ExplanationRecord.Cause;
import io.sigmaprompt.twin.record.ExplanationRecord.Kind;
import io.sigmaprompt.twin.simulation.HiddenFault;
import io.sigmaprompt.twin.simulation.HiddenTruth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Two arms, random motions, faults of every kind drawn by seed: what the twin names first a little more than a second after
 * the fault began. A short campaign by default; with {@code -Dsigma.test.args=-Dsigma.long=true} that of the handbook, 200
 * faults: {@code mvn -pl twin-engine -Dtest=ExplanationCampaignTest -Dsigma.test.args=-Dsigma.long=true test}.
 */
class ExplanationCampaignTest {
    private static final boolean LONG = Boolean.getBoolean("sigma.long");
    private static final int FAULTS = LONG ? 200 : 36;
    private static final int HEALTHY = LONG ? 40 : 6;
    private static final long SEED = 110_000;
    private static final double JUDGED_AFTER = 1.2;

    private final RobotModel[] arms = {LibraryRobots.arm(0), LibraryRobots.arm(1)};

    @Test
    void theRightCauseComesFirst() {
        HiddenFault.Kind[] kinds = HiddenFault.Kind.values();
        Map<Kind, Map<String, Integer>> confusion = new EnumMap<>(Kind.class);
        List<String> missed = new ArrayList<>();
        int rightPlace = 0;
        int alarmed = 0;
        int looked = 0;
        for (int k = 0; k < FAULTS; k++) {
            long seed = SEED + k;
            RobotModel arm = arms[k % 2];
            DrawnFault drawn = DrawnFault.draw(arm, kinds[k / 2 % kinds.length], seed);
            TruthTrial trial = new TruthTrial(arm, HiddenTruth.faults(arm, List.of(drawn.fault())), seed);
            trial.run(DrawnFault.START + JUDGED_AFTER);
            List<Cause> causes = trial.last().causes();
            String named =
                    causes.isEmpty() ? "nothing" : causes.getFirst().kind().name();
            confusion.computeIfAbsent(drawn.cause(), kind -> new TreeMap<>()).merge(named, 1, Integer::sum);
            if (named.equals(drawn.cause().name())) {
                rightPlace += causes.getFirst().joint().equals(drawn.fault().place()) ? 1 : 0;
            } else {
                missed.add(seed + " " + drawn.fault() + ": "
                        + (causes.isEmpty() ? "nothing" : causes.getFirst().text()));
            }
            for (ExplanationRecord explanation : trial.explanations()) {
                if (explanation.simNanos() < DrawnFault.START * 1e9) {
                    looked++;
                    alarmed += explanation.causes().isEmpty() ? 0 : 1;
                }
            }
        }
        int right = FAULTS - missed.size();
        System.out.println(right + " of " + FAULTS + " faults named rightly first, " + rightPlace
                + " at the right joint or link; " + alarmed + " of " + looked + " explanations before the fault blamed "
                + "something");
        confusion.forEach((kind, row) -> System.out.println(String.format(Locale.ROOT, "%-18s %s", kind, row)));
        missed.forEach(System.out::println);
        assertTrue(right >= 0.9 * FAULTS, right + " of " + FAULTS + ", missed " + missed);
        assertTrue(alarmed <= 0.01 * looked, alarmed + " of " + looked + " explanations of a sound robot");
    }

    @Test
    void aSoundRobotNeedsNoExplanation() {
        int blamed = 0;
        int looked = 0;
        for (int k = 0; k < HEALTHY; k++) {
            RobotModel arm = arms[k % 2];
            TruthTrial trial = new TruthTrial(arm, HiddenTruth.none(arm), SEED + 1000 + k);
            trial.run(6);
            looked += trial.explanations().size();
            blamed += (int) trial.explanations().stream()
                    .filter(each -> !each.causes().isEmpty())
                    .count();
        }
        System.out.println(blamed + " of " + looked + " explanations of sound robots blamed something");
        assertTrue(blamed <= 0.01 * looked, blamed + " of " + looked);
    }
}
