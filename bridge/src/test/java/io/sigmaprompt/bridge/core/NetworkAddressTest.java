package io.sigmaprompt.bridge.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sigmaprompt.physics.model.BadInputException;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkAddressTest {
    @Test
    void hostPortPathAndOptionsAreRead() {
        NetworkAddress address = NetworkAddress.parse("rosbridge://my_robot.local:9191/ws?lead=20%20ms&ros=2", 9090);
        assertEquals(
                new NetworkAddress("rosbridge", "my_robot.local", 9191, "/ws", Map.of("lead", "20 ms", "ros", "2")),
                address);
    }

    @Test
    void thePortMayBeLeftOut() {
        assertEquals(9090, NetworkAddress.parse("rosbridge://arm", 9090).port());
    }

    @Test
    void addressesOfVersionSixStandInBrackets() {
        NetworkAddress address = NetworkAddress.parse("ws://[::1]:9090", 9090);
        assertEquals("::1", address.host());
        assertEquals("[::1]:9090", address.hostAndPort());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rosbridge://",
                "rosbridge://arm:0",
                "rosbridge://arm:99999",
                "rosbridge://user@arm:9090",
                "rosbridge://arm:port",
                "rosbridge://arm?lead",
                "rosbridge://arm?a=1&a=2",
                "rosbridge://arm?a=%zz",
                ""
            })
    void whatIsNoAddressIsRefused(String uri) {
        assertThrows(BadInputException.class, () -> NetworkAddress.parse(uri, 9090));
    }

    @Property
    void anyTextIsAnAddressOrRefused(@ForAll String text) {
        try {
            NetworkAddress.parse("rosbridge://" + text, 9090);
        } catch (BadInputException refused) {
            // the only exception that may come
        }
    }
}
