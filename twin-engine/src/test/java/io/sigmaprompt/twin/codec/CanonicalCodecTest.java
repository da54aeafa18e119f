package io.sigmaprompt.twin.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CanonicalCodecTest {
    @Property
    void whatIsWrittenIsRead(
            @ForAll long number, @ForAll double[] numbers, @ForAll String text, @ForAll List<String> texts) {
        CanonicalOutput out = new CanonicalOutput();
        out.putLong(number);
        out.putDoubles(numbers);
        out.putStrings(texts);
        out.putInt((int) number);
        CanonicalInput in = new CanonicalInput(out.toByteArray());
        assertEquals(number, in.getLong());
        assertArrayEquals(numbers, in.getDoubles());
        assertEquals(texts.size(), in.getStrings().size());
        assertEquals((int) number, in.getInt());
        assertEquals(0, in.remaining());
    }

    @Test
    void everyNaNIsTheSame() {
        CanonicalOutput out = new CanonicalOutput();
        out.putDouble(Double.NaN);
        out.putDouble(Double.longBitsToDouble(0x7ff8_0000_0000_1234L));
        CanonicalInput in = new CanonicalInput(out.toByteArray());
        assertEquals(in.getLong(), in.getLong());
    }

    @Property
    void garbageIsRefusedAndNothingElse(@ForAll byte[] bytes) {
        CanonicalInput in = new CanonicalInput(bytes);
        try {
            in.getStrings();
            in.getDoubles();
        } catch (CorruptDataException expected) {
            assertEquals(CorruptDataException.class, expected.getClass());
        }
    }

    @Test
    void readingPastTheEndIsRefused() {
        assertThrows(CorruptDataException.class, () -> new CanonicalInput(new byte[3]).getInt());
    }
}
