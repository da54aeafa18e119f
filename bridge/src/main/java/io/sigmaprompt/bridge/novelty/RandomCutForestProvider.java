package io.sigmaprompt.bridge.novelty;

import io.sigmaprompt.twin.port.NoveltyModel;
import io.sigmaprompt.twin.port.NoveltyModelProvider;

/** Grows random cut forests. */
public final class RandomCutForestProvider implements NoveltyModelProvider {
    @Override
    public String name() {
        return RandomCutForestModel.NAME;
    }

    @Override
    public NoveltyModel open(int dimensions, long seed) {
        return new RandomCutForestModel(dimensions, seed);
    }
}
