package io.sigmaprompt.twin.port;

import io.sigmaprompt.physics.model.BadInputException;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

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
        throw new BadInputException(
                uri,
                "no hardware interface serves this address",
                "Known are: "
                        + providers.stream()
                                .map(HardwareInterfaceProvider::usage)
                                .collect(Collectors.joining("; ")));
    }

    /** All providers on the class path. */
    public static List<HardwareInterfaceProvider> providers() {
        return ServiceLoader.load(HardwareInterfaceProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }
}
