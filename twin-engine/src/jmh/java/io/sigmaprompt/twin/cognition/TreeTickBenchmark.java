package io.sigmaprompt.twin.cognition;

import io.sigmaprompt.twin.cognition.tree.BehaviorTree;
import io.sigmaprompt.twin.cognition.tree.BoardValue;
import io.sigmaprompt.twin.cognition.tree.NodeLibrary;
import io.sigmaprompt.twin.cognition.tree.Ticking;
import io.sigmaprompt.twin.cognition.tree.board.Blackboard;
import io.sigmaprompt.twin.cognition.tree.board.NodeStatus;
import io.sigmaprompt.twin.cognition.tree.xml.TreeReader;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a tick of a tree takes of which all 199 nodes are visited; 66 of them run a script. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class TreeTickBenchmark {
    private static final int GROUPS = 22;
    private static final String GROUP =
            """
            <ReactiveSequence>
              <ScriptCondition code="x &lt; 10"/>
              <Inverter><ScriptCondition code="x &gt; 10"/></Inverter>
              <Fallback>
                <AlwaysFailure/>
                <ForceSuccess><Script code="y = x + 1"/></ForceSuccess>
              </Fallback>
              <Sleep msec="4000000000"/>
            </ReactiveSequence>
            """;

    private BehaviorTree tree = tree();
    private long now;

    private static BehaviorTree tree() {
        String text = "<root BTCPP_format=\"4\"><BehaviorTree ID=\"Main\"><Parallel>" + GROUP.repeat(GROUPS)
                + "</Parallel></BehaviorTree></root>";
        NodeLibrary library = NodeLibrary.standard();
        Blackboard board = new Blackboard(null);
        BoardValue.set(board, "x", "3.0");
        BoardValue.set(board, "y", "0.0");
        return BehaviorTree.of(TreeReader.parse(text, "benchmark.xml", library), library, board);
    }

    @Setup
    public void begin() {
        tree = tree();
        now = 0;
    }

    @Benchmark
    public NodeStatus oneTickOf199Nodes() {
        now += 1_000;
        return tree.tick(now, Ticking.UNTIL_QUIET);
    }
}
