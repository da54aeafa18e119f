package io.sigmaprompt.workbench.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

/** Inter for words and JetBrains Mono for numbers that change, from the class path: the same on every machine. */
public final class Fonts {
    private static final String ROOT = "/com/formdev/flatlaf/fonts/";
    private static final List<String> FILES = List.of(
            "inter/Inter-Regular.otf",
            "inter/Inter-SemiBold.otf",
            "inter/Inter-Bold.otf",
            "jetbrains_mono/JetBrainsMono-Regular.ttf",
            "jetbrains_mono/JetBrainsMono-Bold.ttf");

    private static boolean loaded;

    private Fonts() {}

    /** Loads the fonts, the first time it is called. JavaFX thread. */
    public static void load() {
        if (loaded) {
            return;
        }
        for (String file : FILES) {
            try (InputStream in = Fonts.class.getResourceAsStream(ROOT + file)) {
                if (in == null || Font.loadFont(in, 13) == null) {
                    throw new IllegalStateException("the font " + ROOT + file + " is not on the class path");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        loaded = true;
    }

    /** Inter, for what is drawn on a canvas. */
    public static Font words(double size) {
        load();
        return Font.font("Inter", size);
    }

    /** Inter, heavier. */
    public static Font strongWords(double size) {
        load();
        return Font.font("Inter", FontWeight.SEMI_BOLD, size);
    }

    /** JetBrains Mono. */
    public static Font numbers(double size) {
        load();
        return Font.font("JetBrains Mono", size);
    }
}
