package io.sigmaprompt.bridge.cdr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.BadInputException;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class JointStateMessageTest {
    private static final JointStateMessage SAMPLE = new JointStateMessage(
            3_000_000_007L, "b", List.of("a", "long"), new double[] {1, -2}, new double[] {}, new double[] {
                Double.NaN, 0.5
            });

    @Test
    void valuesStandAlignedToTheirSizeCountedFromBehindTheEncapsulation() {
        String expected = "00010000" // little-endian CDR
                + "03000000" + "07000000" // stamp
                + "02000000" + "6200" + "0000" // "b", padding
                + "02000000" // two names
                + "02000000" + "6100" + "0000" + "05000000" + "6c6f6e6700" + "000000"
                + "02000000" + "00000000" + "000000000000f03f" + "00000000000000c0" // position, aligned to 8
                + "00000000" // no velocity
                + "02000000" + "000000000000f87f" + "000000000000e03f";
        assertEquals(expected, HexFormat.of().formatHex(SAMPLE.encode()));
    }

    @Property
    void everyMessageComesBackInEitherByteOrder(
            @ForAll @LongRange(min = -2_000_000_000_000_000_000L, max = 2_000_000_000_000_000_000L) long stamp,
            @ForAll @StringLength(max = 9) String frame,
            @ForAll @Size(max = 6) List<@StringLength(max = 12) @AlphaChars String> names,
            @ForAll @Size(max = 7) double[] position,
            @ForAll @Size(max = 7) double[] velocity,
            @ForAll boolean bigEndian) {
        // Unpaired surrogates have no UTF-8.
        String sound = new String(
                frame.getBytes(java.nio.charset.StandardCharsets.UTF_8), java.nio.charset.StandardCharsets.UTF_8);
        var message = new JointStateMessage(stamp, sound, names, position, velocity, new double[] {});
        byte[] bytes = message.encode(bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        assertSame(message, JointStateMessage.decode(bytes, "test"));
        assertEquals(stamp, JointStateMessage.decodeStamp(bytes, "test"));
    }

    @Test
    void aMessageCutAnywhereIsRefusedWithItsField() {
        byte[] whole = SAMPLE.encode();
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            var thrown = assertThrows(BadInputException.class, () -> JointStateMessage.decode(cut, "/joint_states #4"));
            assertEquals("/joint_states #4", thrown.place());
        }
        byte[] inPosition = Arrays.copyOf(whole, 60);
        assertTrue(assertThrows(BadInputException.class, () -> JointStateMessage.decode(inPosition, "x"))
                .problem()
                .contains("'position'"));
    }

    @Property
    void changedBytesNeverDoWorseThanABadInput(
            @ForAll @IntRange(min = 0, max = 103) int at, @ForAll byte value, @ForAll byte other) {
        byte[] bytes = SAMPLE.encode();
        bytes[at % bytes.length] = value;
        bytes[(at + 1) % bytes.length] = other;
        try {
            JointStateMessage.decode(bytes, "test");
        } catch (BadInputException e) {
            assertEquals("test", e.place());
        }
    }

    @Test
    void anAbsurdLengthIsRefusedBeforeMemoryIsAskedFor() {
        byte[] bytes = SAMPLE.encode();
        Arrays.fill(bytes, 20, 24, (byte) 0xFF);
        var thrown = assertThrows(BadInputException.class, () -> JointStateMessage.decode(bytes, "test"));
        assertTrue(thrown.problem().contains("4294967295 elements"), thrown.problem());
    }

    @Test
    void otherRepresentationsAndOtherTypesAreRefused() {
        byte[] xcdr2 = SAMPLE.encode();
        xcdr2[1] = 7;
        assertTrue(assertThrows(BadInputException.class, () -> JointStateMessage.decode(xcdr2, "test"))
                .problem()
                .contains("0x0007"));
        byte[] longer = Arrays.copyOf(SAMPLE.encode(), SAMPLE.encode().length + 8);
        assertTrue(assertThrows(BadInputException.class, () -> JointStateMessage.decode(longer, "test"))
                .problem()
                .contains("8 bytes follow"));
        byte[] padded = Arrays.copyOf(SAMPLE.encode(), SAMPLE.encode().length + 3);
        assertSame(SAMPLE, JointStateMessage.decode(padded, "test"));
    }

    private static void assertSame(JointStateMessage expected, JointStateMessage found) {
        assertEquals(expected.stampNanos(), found.stampNanos());
        assertEquals(expected.frameId(), found.frameId());
        assertEquals(expected.names(), found.names());
        assertArrayEquals(expected.position(), found.position());
        assertArrayEquals(expected.velocity(), found.velocity());
        assertArrayEquals(expected.effort(), found.effort());
    }
}
