package io.sigmaprompt.headless.cli;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.twin.cognition.tree.BehaviorTree;
import io.sigmaprompt.twin.cognition.tree.BoardValue;
import io.sigmaprompt.twin.cognition.tree.NodeLibrary;
import io.sigmaprompt.twin.cognition.tree.Ticking;
import io.sigmaprompt.twin.cognition.tree.TreeDesign;
import io.sigmaprompt.twin.cognition.tree.board.Blackboard;
import io.sigmaprompt.twin.cognition.tree.board.BoardException;
import io.sigmaprompt.twin.cognition.tree.board.NodeStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Ticks a tree in simulated time. */
@Command(
        name = "run",
        description = "Tick a tree in simulated time until it comes to an end, without a robot.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  sigma tree run patrol.xml --trace",
            "  sigma tree run patrol.xml --again --for 2",
            "  sigma tree run patrol.xml --again --for 2 --groot 1667    at the pace of a clock, for Groot2 to watch"
        })
final class TreeRunCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private TreeCommand parent;

    @Parameters(paramLabel = "FILE", description = "An XML file with BTCPP_format=\"4\".")
    @SuppressWarnings("NullAway.Init")
    private String file;

    @Option(names = "--main", paramLabel = "ID", description = "The tree to tick, if not the one the file says.")
    private @Nullable String main;

    @Option(
            names = "--blackboard",
            paramLabel = "KEY=VALUE",
            description = "An entry beforehand: a number, true, false, 'text' or text; may be repeated.")
    private Map<String, String> board = new LinkedHashMap<>();

    @Option(names = "--enum", paramLabel = "NAME=N", description = "A name for a number in scripts; may be repeated.")
    private Map<String, Integer> enumerations = new LinkedHashMap<>();

    @Option(
            names = "--for",
            paramLabel = "S",
            defaultValue = "60",
            description = "Simulated seconds after which it is halted (${DEFAULT-VALUE}).")
    private double seconds;

    @Option(
            names = "--period",
            paramLabel = "MS",
            defaultValue = "10",
            description = "Simulated milliseconds from tick to tick (${DEFAULT-VALUE}).")
    private double period;

    @Option(names = "--again", description = "Begin anew when it comes to an end, until --for is over.")
    private boolean again;

    @Option(names = "--once", description = "Tick the root exactly once a tick, even if a node asks for more.")
    private boolean once;

    @Option(names = "--trace", description = "Tell each change of a node's status, and each tick's answer.")
    private boolean trace;

    @Option(
            names = GrootFeed.OPTION,
            paramLabel = GrootFeed.PLACE,
            description = "Let Groot2 watch at this port; the tree is then ticked at the pace of a clock.")
    private @Nullable String groot;

    @Override
    public Integer call() {
        if (!(seconds > 0) || !(period > 0) || seconds > 1e6 || period > 1e6) {
            throw new BadInputException(
                    seconds > 0 && seconds <= 1e6 ? "--period" : "--for",
                    "expected a time above zero and at most a million, found "
                            + (seconds > 0 && seconds <= 1e6 ? period : seconds),
                    "Say seconds for --for and milliseconds for --period.");
        }
        NodeLibrary library = TreeCommand.library(enumerations);
        TreeDesign design = parent.read(file, main, library);
        Console console = parent.console();
        TreeTrace told = new TreeTrace(console, trace);
        TreeTimeline timeline = new TreeTimeline(tree(design, library), told, (long) Math.rint(period * 1e6));
        long until = (long) Math.rint(seconds * 1e9);
        Ticking ticking = once ? Ticking.EXACTLY_ONCE : Ticking.UNTIL_QUIET;
        if (groot == null) {
            timeline.run(until, again, ticking);
        } else {
            try (GrootFeed feed = new GrootFeed(groot)) {
                timeline.show(feed.serve("", timeline.tree(), "tree '" + design.main() + "'", console));
                timeline.run(until, again, ticking);
            }
        }
        if (console.json()) {
            console.object(timeline.object());
        } else {
            timeline.summary(console);
        }
        return timeline.faulted() || timeline.last() == NodeStatus.FAILURE ? ExitCode.FAILED : ExitCode.PASSED;
    }

    private BehaviorTree tree(TreeDesign design, NodeLibrary library) {
        Blackboard root = new Blackboard(null);
        board.forEach((key, value) -> {
            try {
                BoardValue.set(root, key, value);
            } catch (BoardException e) {
                throw new BadInputException("--blackboard " + key, String.valueOf(e.getMessage()), "Name an entry");
            }
        });
        return BehaviorTree.of(design, library, root);
    }
}
