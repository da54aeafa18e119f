package io.sigmaprompt.twin.analysis.watch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.twin.record.FindingRecord.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What one session learns another starts from. */
class NormalBehaviourTest {
    private static final Signal SIGNAL = Signal.of("elbow/effort", "N·m");

    private final Random random = new Random(5);
    private long nanos;

    private SignalWatch watch(List<SignalFinding> said) {
        return new SignalWatch(SIGNAL, WatchSettings.DEFAULT, said::add);
    }

    private void feed(SignalWatch watch, int count, double level) {
        for (int i = 0; i < count; i++) {
            nanos += 10_000_000;
            watch.feed(nanos, level + random.nextGaussian());
        }
    }

    private NormalBehaviour learnt() {
        SignalWatch watch = watch(new ArrayList<>());
        watch.enter("hold");
        feed(watch, 6_000, 20);
        watch.enter("lift");
        feed(watch, 6_000, 50);
        return NormalBehaviour.of("three_joint_arm", List.of(watch));
    }

    @Test
    void whatWasLearntFindsAShiftAtOnce() {
        NormalBehaviour normal = NormalBehaviour.decode(learnt().encode(), "normal.bin", "three_joint_arm");
        List<SignalFinding> said = new ArrayList<>();
        SignalWatch watch = watch(said);
        SignalNormal known = normal.signal("elbow/effort");
        assertTrue(known != null);
        watch.startFrom(known);
        watch.enter("lift");
        feed(watch, 300, 50);
        assertEquals(List.of(), said);
        feed(watch, 100, 53);
        assertEquals(Kind.SHIFT, said.getFirst().kind());

        List<SignalFinding> unlearnt = new ArrayList<>();
        SignalWatch other = watch(unlearnt);
        other.enter("lift");
        feed(other, 300, 50);
        feed(other, 100, 53);
        assertFalse(unlearnt.stream().anyMatch(finding -> finding.kind() == Kind.SHIFT));
    }

    @Test
    void itsBytesSayTheSameAgain() {
        byte[] bytes = learnt().encode();
        assertArrayEquals(
                bytes,
                NormalBehaviour.decode(bytes, "normal.bin", "three_joint_arm").encode());
    }

    @Test
    void peopleReadItsSummary() {
        PhaseSummary lift =
                PhaseSummary.of(learnt().signals().getFirst().phases().get(2));
        assertEquals(50, lift.median(), 0.4);
        assertEquals(1, lift.deviation(), 0.3);
        assertTrue(lift.low() < 48.5 && lift.high() > 51.5 && lift.rate() > 150, lift::toString);
    }

    @Test
    void anotherRobotsIsRefused() {
        byte[] bytes = learnt().encode();
        BadInputException refused =
                assertThrows(BadInputException.class, () -> NormalBehaviour.decode(bytes, "normal.bin", "ur10e"));
        assertTrue(refused.getMessage().contains("'ur10e', found that of 'three_joint_arm'"), refused.getMessage());
    }

    @Test
    void anotherVersionOrNoSuchFileIsRefused() {
        byte[] bytes = learnt().encode();
        int version = 4 + NormalBehaviour.MAGIC.length();
        bytes[version] = 99;
        BadInputException refused = assertThrows(
                BadInputException.class, () -> NormalBehaviour.decode(bytes, "normal.bin", "three_joint_arm"));
        assertTrue(refused.getMessage().contains("expected version 1"), refused.getMessage());
        bytes[version] = NormalBehaviour.VERSION;
        byte[] half = Arrays.copyOf(bytes, bytes.length / 2);
        assertThrows(BadInputException.class, () -> NormalBehaviour.decode(half, "normal.bin", "three_joint_arm"));
        assertThrows(
                BadInputException.class,
                () -> NormalBehaviour.decode(new byte[] {1, 2, 3}, "normal.bin", "three_joint_arm"));
    }
}
