package io.sigmaprompt.bridge.rosbridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class FragmentsTest {
    @Property
    void piecesInAnyOrderAndTwiceMakeTheMessageAgain(
            @ForAll @StringLength(min = 1, max = 200) String message,
            @ForAll @IntRange(min = 1, max = 50) int size,
            @ForAll Random random)
            throws RejectedMessageException {
        List<ObjectNode> pieces = new ArrayList<>(Fragments.cut(message, "id", size));
        Collections.shuffle(pieces, random);
        pieces.add(0, pieces.getFirst());
        Fragments fragments = new Fragments();
        Optional<String> whole = Optional.empty();
        for (ObjectNode piece : pieces) {
            whole = fragments.add(piece);
            if (whole.isPresent()) {
                break;
            }
        }
        assertEquals(Optional.of(message), whole);
    }

    @Test
    void messagesMayBeInterleaved() throws RejectedMessageException {
        List<ObjectNode> one = Fragments.cut("first", "1", 3);
        List<ObjectNode> two = Fragments.cut("other", "2", 3);
        Fragments fragments = new Fragments();
        fragments.add(one.get(0));
        fragments.add(two.get(0));
        assertEquals(Optional.of("first"), fragments.add(one.get(1)));
        assertEquals(Optional.of("other"), fragments.add(two.get(1)));
    }

    @Test
    void aPieceBeyondTheTotalIsRefused() {
        ObjectNode piece = Fragments.cut("ab", "id", 1).get(1);
        piece.put("num", 2);
        assertThrows(RejectedMessageException.class, () -> new Fragments().add(piece));
        piece.put("num", "0");
        assertThrows(RejectedMessageException.class, () -> new Fragments().add(piece));
        piece.put("num", 0).put("total", Integer.MAX_VALUE);
        assertThrows(RejectedMessageException.class, () -> new Fragments().add(piece));
    }

    @Test
    void aMessageThatGrowsBeyondTheLimitIsGivenUp() throws RejectedMessageException {
        ObjectNode piece = Fragments.cut("x", "id", 1).getFirst();
        String big = "x".repeat(RosJson.MAX_MESSAGE_LENGTH / 2 + 1);
        Fragments fragments = new Fragments();
        piece.put("total", 3).put("data", big);
        fragments.add(piece);
        piece.put("num", 1);
        assertThrows(RejectedMessageException.class, () -> fragments.add(piece));
    }

    @Test
    void messagesThatAreNeverFinishedAreGivenUpAndCounted() throws RejectedMessageException {
        Fragments fragments = new Fragments();
        for (int i = 0; i < 100; i++) {
            fragments.add(Fragments.cut("ab", "id" + i, 1).getFirst());
        }
        assertEquals(84, fragments.takeAbandoned());
        assertEquals(0, fragments.takeAbandoned());
    }
}
