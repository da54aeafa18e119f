package io.sigmaprompt.bridge.rosbridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.twin.port.HardwareInterfaces;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RosbridgeSettingsTest {
    @Test
    void optionsStandInTheAddressOrApartAndApartGoesFirst() {
        RosbridgeSettings settings = RosbridgeSettings.read(
                "rosbridge://arm:9191?ros=1&silence=1s&reference-topic=none",
                Map.of("silence", "500 ms", "position-joints", "b, a"));
        assertEquals(RosVersion.ROS1, settings.ros());
        assertEquals(500_000_000, settings.silenceNanos());
        assertNull(settings.referenceTopic());
        assertEquals(List.of("b", "a"), settings.positionJoints());
        assertEquals("ws://arm:9191/", settings.webSocketUri());
        assertEquals(100_000_000, settings.leadNanos());
        assertEquals(512, settings.queue());
    }

    @Test
    void aMisspeltOptionIsRefusedWithTheOneThatWasMeant() {
        BadInputException error = assertThrows(
                BadInputException.class,
                () -> HardwareInterfaces.create("rosbridge://arm:9090?refrence-topic=none", Map.of()));
        assertTrue(error.getMessage().contains("did you mean 'reference-topic'"), error.getMessage());
    }

    @Test
    void aTopicWithoutItsSlashIsRefused() {
        BadInputException error = assertThrows(
                BadInputException.class,
                () -> RosbridgeSettings.read("rosbridge://arm", Map.of("trajectory-topic", "commands")));
        assertTrue(error.getMessage().contains("trajectory-topic"), error.getMessage());
    }

    @Test
    void encryptedAddressesAreRefusedWithAWayOut() {
        for (String uri : List.of("rosbridges://arm:9090", "wss://arm:9090")) {
            BadInputException error =
                    assertThrows(BadInputException.class, () -> HardwareInterfaces.create(uri, Map.of()));
            assertTrue(error.getMessage().contains("TLS"), error.getMessage());
        }
    }

    @Test
    void webSocketAddressesAreTheSame() {
        RosbridgeProvider provider = new RosbridgeProvider();
        assertTrue(provider.accepts("ws://arm:9090"));
        assertTrue(provider.accepts("ROSBRIDGE://arm:9090"));
        assertFalse(provider.accepts("logs/run.db3"));
        assertFalse(provider.accepts("http://arm:9090"));
    }
}
