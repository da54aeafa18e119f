package io.sigmaprompt.bridge.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.BadInputException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionOptionsTest {
    private static final List<String> KNOWN = List.of("silence", "lead", "queue");

    private static ConnectionOptions of(String name, String value) {
        return new ConnectionOptions("rosbridge://arm:9090", Map.of(name, value), KNOWN);
    }

    @Test
    void aMisspeltNameIsRefusedWithTheOneThatWasMeant() {
        BadInputException error = assertThrows(BadInputException.class, () -> of("silense", "3 s"));
        assertTrue(error.getMessage().contains("did you mean 'silence'"), error.getMessage());
        assertEquals("rosbridge://arm:9090", error.place());
    }

    @ParameterizedTest
    @CsvSource({"20 ms,20000000", "3s,3000000000", "0.5,500000000", "1e-3,1000000", "2 min,120000000000", "7us,7000"})
    void durationsHaveUnitsAndPlainOnesAreSeconds(String text, long nanos) {
        assertEquals(nanos, of("lead", text).nanos("lead", "1 s", false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-1 s", "3 weeks", "0", "NaN", "1e99 s", "s", "2 days"})
    void whatIsNoDurationIsRefused(String text) {
        ConnectionOptions options = of("lead", text);
        BadInputException error = assertThrows(BadInputException.class, () -> options.nanos("lead", "1 s", false));
        assertTrue(error.getMessage().contains("'" + text + "'"), error.getMessage());
    }

    @Test
    void anAbsentOptionHasItsDefault() {
        ConnectionOptions options = of("lead", "1 s");
        assertEquals(3_000_000_000L, options.nanos("silence", "3 s", false));
        assertEquals(512, options.integer("queue", 512, 1, 1000));
    }

    @Test
    void aNumberOutOfBoundsIsRefused() {
        assertThrows(BadInputException.class, () -> of("queue", "0").integer("queue", 512, 1, 1000));
        assertThrows(BadInputException.class, () -> of("queue", "many").integer("queue", 512, 1, 1000));
    }
}
