package io.sigmaprompt.twin.port;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Suggestion;
import java.util.List;
import java.util.ServiceLoader;

/** Finds novelty models by name among the providers on the class path. */
public final class NoveltyModels {
    private NoveltyModels() {}

    /**
     * The provider of the models of a name.
     *
     * @param place where the name was given
     * @throws BadInputException if there is none
     */
    public static NoveltyModelProvider provider(String place, String name) {
        List<NoveltyModelProvider> providers = ServiceLoader.load(NoveltyModelProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        for (NoveltyModelProvider provider : providers) {
            if (provider.name().equals(name)) {
                return provider;
            }
        }
        List<String> names =
                providers.stream().map(NoveltyModelProvider::name).sorted().toList();
        String near = Suggestion.nearest(name, names);
        throw new BadInputException(
                place,
                "there is no novelty model '" + name + "'",
                near != null
                        ? "Did you mean '" + near + "'?"
                        : names.isEmpty() ? "Say 'none'." : "Known are " + String.join(", ", names) + " and none.");
    }
}
