package io.sigmaprompt.twin.port.notification;

import java.util.Map;

/** Makes notifiers of some URI schemes; found by {@link java.util.ServiceLoader}. */
public interface NotifierProvider {
    /** Whether this provider serves {@code uri}. */
    boolean accepts(String uri);

    /** One line for help texts, as {@code webhook:https://HOST/PATH   posts JSON}. */
    String usage();

    /**
     * A notifier that is ready.
     *
     * @param options as a scenario gives them; unknown keys are refused. Secrets are named by the environment variable
     *     that holds them
     * @throws io.sigmaprompt.physics.model.BadInputException if the URI or an option is wrong
     */
    Notifier create(String uri, Map<String, String> options);
}
