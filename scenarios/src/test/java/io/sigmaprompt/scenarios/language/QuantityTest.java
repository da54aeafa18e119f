package io.sigmaprompt.scenarios.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.scenarios.language.Quantity.NotAQuantityException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "24 s|24|TIME",
                "8 ms|0.008|TIME",
                "8ms|0.008|TIME",
                "1.5 min|90|TIME",
                "180 deg|3.141592653589793|ANGLE",
                "-90°|-1.5707963267948966|ANGLE",
                "0.2 %|0.002|RATIO",
                "12 rad/s^2|12|ANGULAR_ACCELERATION",
                "12 rad/s²|12|ANGULAR_ACCELERATION",
                "12 rad / s2|12|ANGULAR_ACCELERATION",
                "3 N·m|3|TORQUE",
                "3 Nm|3|TORQUE",
                "3 N m|3|TORQUE",
                "3 N*m|3|TORQUE",
                "2 kNm|2000|TORQUE",
                "125 Hz|125|FREQUENCY",
                "1e-3 m|0.001|LENGTH",
                ".5 kg|0.5|MASS"
            })
    void readsANumberWithItsUnitIntoSiUnits(String text, double value, Dimension dimension) throws Exception {
        Quantity quantity = Quantity.parse(text);
        assertEquals(value, quantity.value(), Math.abs(value) * 1e-15);
        assertEquals(dimension, quantity.dimension());
    }

    @Test
    void aPlainNumberHasNoDimension() throws Exception {
        assertNull(Quantity.parse("1.25").dimension());
    }

    @Test
    void aMisspeltUnitIsAnsweredWithTheNearestOne() {
        NotAQuantityException e = assertThrows(NotAQuantityException.class, () -> Quantity.parse("5 dge"));
        NotAQuantityException time =
                assertThrows(NotAQuantityException.class, () -> Quantity.parse("5 sec", Dimension.TIME));
        assertEquals("Units of a time are s, ms, us, µs, ns, min, h.", time.remedy());
        assertEquals("Did you mean 'deg'?", e.remedy());
    }

    @Test
    void wordsAreNoQuantity() {
        NotAQuantityException e = assertThrows(NotAQuantityException.class, () -> Quantity.parse("soon"));
        assertTrue(String.valueOf(e.getMessage()).contains("'soon'"), e.getMessage());
    }

    @Provide
    Arbitrary<String> symbols() {
        return Arbitraries.of(Unit.symbols());
    }

    @Property(tries = 300)
    void everyUnitScalesTheNumberItFollows(
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double number, @ForAll("symbols") String symbol)
            throws Exception {
        Quantity one = Quantity.parse("1 " + symbol);
        double zero = Quantity.parse("0 " + symbol).value();
        Quantity many = Quantity.parse(number + " " + symbol);
        assertEquals(one.dimension(), many.dimension());
        assertEquals(zero + number * (one.value() - zero), many.value(), 1e-9 * Math.abs(many.value()));
    }

    @Property(tries = 500)
    void noTextMakesTheParserFailInAnotherWayThanByComplaining(@ForAll String text) {
        try {
            assertTrue(Double.isFinite(Quantity.parse(text).value())
                    || text.contains("e")
                    || text.contains("E")
                    || text.length() > 300);
        } catch (NotAQuantityException e) {
            assertTrue(!e.remedy().isBlank());
        }
    }
}
