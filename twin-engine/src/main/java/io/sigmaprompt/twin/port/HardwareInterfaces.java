package io.sigmaprompt.twin.port;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Suggestion;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** Finds the hardware interface for a URI among the providers on the class path. */
public final class HardwareInterfaces {
    private HardwareInterfaces() {}

    /**
     * Creates the interface that serves {@code uri}.
     *
     * @throws BadInputException if none does
     */
    public static HardwareInterface create(String uri, Map<String, String> options) {
        List<HardwareInterfaceProvider> providers = providers();
        for (HardwareInterfaceProvider provider : providers) {
            if (provider.accepts(uri)) {
                return provider.create(uri, options);
            }
        }
        throw unknown(uri, providers);
    }

    private static BadInputException unknown(String uri, List<HardwareInterfaceProvider> providers) {
        List<String> usages = providers.stream()
                .map(HardwareInterfaceProvider::usage)
                .map(usage -> usage.strip().replaceAll("\\s{2,}", " – "))
                .toList();
        int scheme = uri.indexOf("://");
        if (scheme < 0) {
            return new BadInputException(
                    uri,
                    "no hardware interface serves this address, and nothing reads it as a recording",
                    "Known are " + String.join(" | ", usages));
        }
        List<String> schemes = usages.stream()
                .filter(usage -> usage.indexOf(':') > 0)
                .map(usage -> usage.substring(0, usage.indexOf(':')))
                .toList();
        String near = Suggestion.nearest(uri.substring(0, scheme), schemes);
        return new BadInputException(
                uri,
                "no hardware interface serves this address",
                near == null
                        ? "Known are " + String.join(" | ", usages)
                        : "Did you mean '" + near + uri.substring(scheme) + "'?");
    }

    /** All providers on the class path. */
    public static List<HardwareInterfaceProvider> providers() {
        return ServiceLoader.load(HardwareInterfaceProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }
}
