package io.sigmaprompt.twin.port.monitor;

import io.sigmaprompt.physics.model.BadInputException;
import java.util.ServiceLoader;

/** Finds tree monitors by protocol among the providers on the class path. */
public final class TreeMonitors {
    private TreeMonitors() {}

    /**
     * The provider of a protocol.
     *
     * @param place where it was asked for
     * @throws BadInputException if there is none
     */
    public static TreeMonitorProvider provider(String place, String protocol) {
        for (TreeMonitorProvider provider : ServiceLoader.load(TreeMonitorProvider.class)) {
            if (provider.protocol().equals(protocol)) {
                return provider;
            }
        }
        throw new BadInputException(
                place,
                "nothing here speaks " + protocol,
                "Start the program with its bridge module on the class path.");
    }
}
