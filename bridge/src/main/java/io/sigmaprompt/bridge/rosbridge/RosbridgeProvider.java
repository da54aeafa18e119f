package io.sigmaprompt.bridge.rosbridge;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.twin.port.HardwareInterface;
import io.sigmaprompt.twin.port.HardwareInterfaceProvider;
import java.util.Locale;
import java.util.Map;

/** Reaches robots behind a rosbridge v2 WebSocket server. */
public final class RosbridgeProvider implements HardwareInterfaceProvider {
    @Override
    public boolean accepts(String uri) {
        String scheme = scheme(uri);
        return plain(scheme) || encrypted(scheme);
    }

    @Override
    public String usage() {
        return "rosbridge://HOST:PORT   a robot behind rosbridge v2, ROS 1 or ROS 2 (ws://HOST:PORT is the same)";
    }

    @Override
    public HardwareInterface create(String uri, Map<String, String> options) {
        if (encrypted(scheme(uri))) {
            throw new BadInputException(
                    uri,
                    "rosbridge over TLS is not supported",
                    "Use rosbridge://, through a tunnel such as ssh -L 9090:localhost:9090 ROBOT where the network is"
                            + " not to be trusted");
        }
        return new RosbridgeHardware(RosbridgeSettings.read(uri, options));
    }

    private static String scheme(String uri) {
        int colon = uri.indexOf("://");
        return colon < 0 ? "" : uri.substring(0, colon).toLowerCase(Locale.ROOT);
    }

    private static boolean plain(String scheme) {
        return scheme.equals("rosbridge") || scheme.equals("ws");
    }

    private static boolean encrypted(String scheme) {
        return scheme.equals("rosbridges") || scheme.equals("wss");
    }
}
