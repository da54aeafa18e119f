package io.sigmaprompt.twin.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.twin.cognition.MindSpec;
import io.sigmaprompt.twin.command.GateSettings;
import io.sigmaprompt.twin.input.TwinMode;
import io.sigmaprompt.twin.record.DecisionRecord;
import io.sigmaprompt.twin.record.JointStateRecord;
import io.sigmaprompt.twin.record.NoticeRecord;
import io.sigmaprompt.twin.record.TreeRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A tree that drives a robot. */
class TreeStoryTest {
    private static Story story(MindSpec mind) {
        return new Story(new SessionConfiguration(
                "test", 7, List.of(ThreeJointArm.twin(true, TwinMode.SIMULATED, List.of(mind), GateSettings.DEFAULT))));
    }

    @Test
    void jointsMoveToWhereATreeWantsThemAndTheTreeGoesOn() {
        Story story = story(ThreeJointArm.tree("mover", """
                <Sequence>
                  <MoveJoints name="out" behaviour="reach" priority="5" joints="pan;elbow" positions="0.4;1.2"
                              tolerance="0.01"/>
                  <RaiseAlert level="info" text="out"/>
                  <MoveJoints name="back" behaviour="return" priority="5" joints="pan" positions="0" tolerance="0.01"/>
                  <RaiseAlert level="info" text="back"/>
                  <WaitFor signal="robot.position.pan" above="1"/>
                </Sequence>
                """)).until(8);
        assertEquals(
                List.of("mover: out", "mover: back"),
                story.said(NoticeRecord.class).stream()
                        .filter(notice -> notice.topic().equals("mind"))
                        .map(NoticeRecord::text)
                        .toList());
        double farthest = story.said(JointStateRecord.class).stream()
                .mapToDouble(state -> state.position()[0])
                .max()
                .orElseThrow();
        assertEquals(0.4, farthest, 0.02);
        JointStateRecord last = story.said(JointStateRecord.class).getLast();
        assertEquals(0, last.position()[0], 0.02);
        assertEquals(1.2, last.position()[2], 0.02);
        assertTrue(story.said(DecisionRecord.class).stream()
                .anyMatch(decision -> decision.behaviour().equals("return")));
        TreeRecord.Node waiting = story.said(TreeRecord.class).getLast().nodes().getLast();
        assertEquals("WaitFor::6 RUNNING", waiting.path() + " " + waiting.status());
    }

    @Test
    void aDivergenceIsSeenByATree() {
        Story story = story(ThreeJointArm.tree("watch", """
                <Sequence>
                  <WaitFor signal="divergence.effort.elbow" above="-1000"/>
                  <RaiseAlert level="info" text="an effort is known"/>
                  <CheckDivergence joint="elbow" sigma="1000000"/>
                  <Hold priority="1"/>
                </Sequence>
                """)).until(1);
        assertEquals(
                1,
                story.said(NoticeRecord.class).stream()
                        .filter(notice -> notice.topic().equals("mind"))
                        .count());
        assertEquals("hold", story.said(DecisionRecord.class).getLast().behaviour());
    }
}
