package io.sigmaprompt.twin.cognition.tree.xml;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Nodes that BehaviorTree.CPP has or had and this workbench has not, and what to use for them. */
final class FormerNames {
    private record Former(String reason, String remedy) {}

    private static final Former MEMORY = new Former("it is called SequenceWithMemory since version 4", "Rename it");
    private static final Former BLACKBOARD =
            new Former("version 4 has conditions at every node in its stead", "Write _skipIf=\"…\" or <Precondition>");

    private static final Map<String, Former> FORMER = Map.ofEntries(
            Map.entry(
                    "ManualSelector",
                    new Former(
                            "it asks a person at a terminal, and a tree here runs in simulated time that waits for"
                                    + " nobody",
                            "Let an operator write a blackboard entry, and choose with <Switch2> to <Switch6>")),
            Map.entry("SequenceStar", MEMORY),
            Map.entry("FallbackStar", new Former("version 4 has Fallback, which remembers", "Write <Fallback>")),
            Map.entry("SubTreePlus", new Former("it is called SubTree since version 4", "Write <SubTree>")),
            Map.entry(
                    "RetryUntilSuccesful",
                    new Former("it is spelt RetryUntilSuccessful since version 3.6", "Add the second s")),
            Map.entry("ConsumeQueue", new Former("version 4 has loops in its stead", "Write <LoopString> or a sister")),
            Map.entry("BlackboardCheckInt", BLACKBOARD),
            Map.entry("BlackboardCheckDouble", BLACKBOARD),
            Map.entry("BlackboardCheckString", BLACKBOARD),
            Map.entry("BlackboardCheckBool", BLACKBOARD));

    private FormerNames() {}

    static @Nullable String reason(String id) {
        Former former = FORMER.get(id);
        return former == null ? null : former.reason();
    }

    static String remedy(String id) {
        Former former = FORMER.get(id);
        return former == null ? "" : former.remedy();
    }
}
