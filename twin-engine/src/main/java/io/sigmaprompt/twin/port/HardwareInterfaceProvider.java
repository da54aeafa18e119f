package io.sigmaprompt.twin.port;

import java.util.Map;

/** Makes hardware interfaces of some URI schemes; found by {@link java.util.ServiceLoader}. */
public interface HardwareInterfaceProvider {
    /** Whether this provider serves {@code uri}, a URI such as {@code rosbridge://host:9090} or a log file's path. */
    boolean accepts(String uri);

    /** One line for help texts, as {@code rosbridge://HOST:PORT   a robot behind rosbridge v2}. */
    String usage();

    /**
     * An interface that is not yet open.
     *
     * @param options as a scenario or the command line gives them, such as {@code topic}; unknown keys are refused
     * @throws io.sigmaprompt.physics.model.BadInputException if the URI or an option is wrong
     */
    HardwareInterface create(String uri, Map<String, String> options);
}
