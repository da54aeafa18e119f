package io.sigmaprompt.twin.cognition.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.sigmaprompt.twin.cognition.tree.board.NodeStatus;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class TreeAllocationTest {
    private static final int TICKS = 10_000;

    @Test
    void aTickAllocatesNothingOnceTheTreeRuns() {
        Trial trial = Trial.of("""
                <Parallel>
                  <ReactiveSequence>
                    <ScriptCondition code="x &lt; 10 &amp;&amp; word == 'go'"/>
                    <Inverter><ScriptCondition code="x &gt; 10"/></Inverter>
                    <Fallback><AlwaysFailure/><ForceSuccess><Script code="y = x + 1; y -= 1"/></ForceSuccess></Fallback>
                    <Switch3 variable="{word}" case_1="stay" case_2="go" case_3="7">
                      <AlwaysFailure/><AlwaysSuccess/><AlwaysFailure/><AlwaysFailure/>
                    </Switch3>
                    <SubTree ID="In" x="{x}" _autoremap="true"/>
                    <AlwaysSuccess _skipIf="x &gt; 5 ? false : true" _post="@deep = x"/>
                    <Timeout msec="4000000"><Sleep msec="4000000000"/></Timeout>
                  </ReactiveSequence>
                  <KeepRunningUntilFailure><WhileDoElse>
                    <ScriptCondition code="x == 3"/><AlwaysSuccess/><AlwaysFailure/>
                  </WhileDoElse></KeepRunningUntilFailure>
                </Parallel>
                """, "<BehaviorTree ID='In'><ScriptCondition code='x + y > 0'/></BehaviorTree>");
        trial.set("x", "3.0");
        trial.set("y", "0.0");
        trial.set("deep", "0.0");
        trial.set("word", "go");
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long bytes = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < TICKS; i++) {
                assertEquals(NodeStatus.RUNNING, trial.tick());
            }
            bytes = Math.min(bytes, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertTrue(bytes < TICKS, bytes + " bytes in " + TICKS + " ticks");
    }
}
