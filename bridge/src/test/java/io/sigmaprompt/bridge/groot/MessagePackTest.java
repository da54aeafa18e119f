package io.sigmaprompt.bridge.groot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sigmaprompt.twin.record.TreeRecord;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class MessagePackTest {
    private static Object read(TreeRecord.Kind kind, String text) {
        List<TreeRecord.Board> boards =
                List.of(new TreeRecord.Board("b", List.of(new TreeRecord.Value("v", kind, text))));
        return ((Map<?, ?>) ((Map<?, ?>) Unpack.of(BoardPack.of("b", boards))).get("b")).get("v");
    }

    @Property(tries = 200)
    void numbersAreReadAsTheyWere(@ForAll long whole, @ForAll double real) {
        assertEquals(whole, read(TreeRecord.Kind.WHOLE, Long.toString(whole)));
        assertEquals(real, read(TreeRecord.Kind.REAL, Double.toString(real)));
    }

    @Property(tries = 100)
    void textOfAnyLengthIsReadAsItWas(@ForAll @StringLength(max = 70_000) String text) {
        String sound = new String(
                text.getBytes(java.nio.charset.StandardCharsets.UTF_8), java.nio.charset.StandardCharsets.UTF_8);
        if (sound.length() < 20_000) {
            assertEquals(sound, read(TreeRecord.Kind.TEXT, sound));
        }
    }

    @Property(tries = 50)
    void listsOfAnyLengthAreReadAsTheyWere(@ForAll @Size(min = 1, max = 40) List<Integer> list) {
        List<String> items = list.stream().map(String::valueOf).toList();
        assertEquals(items, read(TreeRecord.Kind.LIST, String.join(";", items)));
    }

    @Test
    void whatHoldsNothingIsNil() {
        assertEquals("nil", read(TreeRecord.Kind.NOTHING, ""));
        assertEquals(List.of(), read(TreeRecord.Kind.LIST, ""));
    }
}
