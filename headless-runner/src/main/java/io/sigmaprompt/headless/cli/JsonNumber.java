package io.sigmaprompt.headless.cli;

import org.jspecify.annotations.Nullable;

/** Numbers as JSON can say them: it knows neither NaN nor infinity. */
final class JsonNumber {
    private JsonNumber() {}

    /** The number, or null where there is none. */
    static @Nullable Double of(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
