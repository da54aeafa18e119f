package io.sigmaprompt.twin.port.notification;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Suggestion;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** Finds the notifier for a URI among the providers on the class path. */
public final class Notifiers {
    /** Begins an address that stands in an environment variable, since it is a secret itself. */
    public static final String ENVIRONMENT = "env:";

    private Notifiers() {}

    /**
     * Creates the notifier that serves {@code uri}.
     *
     * @param uri the address, or {@code env:NAME} for the one that the environment variable NAME holds
     * @throws BadInputException if none does
     */
    public static Notifier create(String uri, Map<String, String> options) {
        String address = address(uri);
        List<NotifierProvider> providers = ServiceLoader.load(NotifierProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        for (NotifierProvider provider : providers) {
            if (provider.accepts(address)) {
                return provider.create(address, options);
            }
        }
        List<String> usages = providers.stream()
                .map(provider -> provider.usage().strip().replaceAll("\\s{2,}", " – "))
                .toList();
        List<String> schemes =
                usages.stream().map(usage -> usage.replaceFirst("[ :].*", "")).toList();
        String near = Suggestion.nearest(address.replaceFirst(":.*", ""), schemes);
        String shown = uri.startsWith(ENVIRONMENT) ? uri : address.replaceFirst(":.*", ":…");
        throw new BadInputException(
                shown,
                "nobody can be notified at this address",
                near == null ? "Known are " + String.join(" | ", usages) : "Did you mean '" + near + ":'?");
    }

    private static String address(String uri) {
        if (!uri.startsWith(ENVIRONMENT)) {
            return uri;
        }
        String name = uri.substring(ENVIRONMENT.length());
        String value = System.getenv(name);
        if (value == null || value.isBlank()) {
            throw new BadInputException(
                    uri,
                    "expected an address in the environment variable '" + name + "', found none",
                    "Set it, as " + name + "=webhook:https://HOST/PATH.");
        }
        return value.strip();
    }
}
