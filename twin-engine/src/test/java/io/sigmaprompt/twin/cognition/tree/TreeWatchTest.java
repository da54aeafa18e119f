package io.sigmaprompt.twin.cognition.tree;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.cognition.MindSpec;
import io.sigmaprompt.twin.cognition.Proposal;
import io.sigmaprompt.twin.cognition.Situation;
import io.sigmaprompt.twin.cognition.Voice;
import io.sigmaprompt.twin.input.TwinMode;
import io.sigmaprompt.twin.record.TreeRecord;
import io.sigmaprompt.twin.session.ThreeJointArm;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TreeWatchTest {
    private static final class Ear implements Voice {
        final List<String> heard = new ArrayList<>();

        @Override
        public void propose(Proposal wish) {}

        @Override
        public void show(List<TreeRecord.Node> nodes, List<TreeRecord.Board> boards) {
            heard.add(nodes.getFirst().status() + " " + boards.getFirst().values());
        }
    }

    private static TreeMind mind(String nodes) {
        MindSpec.Tree spec = ThreeJointArm.tree("m", nodes);
        return new TreeMind(spec.name(), spec.design(), spec.robot(), spec.board());
    }

    private static List<String> heard(TreeMind mind, int from, int to) {
        Ear ear = new Ear();
        for (int i = from; i < to; i++) {
            mind.think(new Situation(i * 10_000_000L, TwinMode.SIMULATED, List.of()), ear);
        }
        return ear.heard;
    }

    @Test
    void valuesThatChangeWithEveryTickAreToldTenTimesASecond() {
        TreeMind mind = mind("<Script code=\"n := 0; n += 1; t := 'go'; r := 0.5\"/>");
        List<String> heard = heard(mind, 0, 31);
        assertEquals(4, heard.size());
        assertEquals(
                "IDLE [Value[name=n, kind=WHOLE, text=1], Value[name=t, kind=TEXT, text=go],"
                        + " Value[name=r, kind=REAL, text=0.5]]",
                heard.getFirst());
    }

    @Test
    void whatStandsStillIsToldOnce() {
        assertEquals(1, heard(mind("<Wait seconds='100'/>"), 0, 50).size());
    }

    @Test
    void whenItWasToldLastIsPartOfTheState() {
        TreeMind one = mind("<Script code='n := 0'/>");
        heard(one, 0, 5);
        CanonicalOutput saved = new CanonicalOutput();
        one.save(saved);
        TreeMind other = mind("<Script code='n := 0'/>");
        other.restore(new CanonicalInput(saved.toByteArray()));
        CanonicalOutput again = new CanonicalOutput();
        other.save(again);
        assertArrayEquals(saved.toByteArray(), again.toByteArray());
        assertEquals(heard(one, 5, 40), heard(other, 5, 40));
    }
}
