package io.sigmaprompt.workbench.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ThemeTest {
    private static Map<String, Color> tokens(Theme theme) throws IOException {
        String css;
        try (InputStream in = ThemeTest.class.getResourceAsStream("/io/sigmaprompt/workbench/theme/workbench.css")) {
            css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        int start = css.indexOf(theme == Theme.DARK ? "\n.root {" : "\n.root.light {");
        Matcher token = Pattern.compile("(-[a-z0-9-]+): (#[0-9a-f]{6,8});")
                .matcher(css.substring(start, css.indexOf('}', start)));
        Map<String, Color> found = new LinkedHashMap<>();
        while (token.find()) {
            found.put(token.group(1), Color.web(token.group(2)));
        }
        return found;
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void whatIsDrawnByHandHasTheColoursOfTheStyleSheet(Theme theme) throws IOException {
        Map<String, Color> css = tokens(theme);
        assertEquals(css.get("-bg0"), theme.window());
        assertEquals(css.get("-bg1"), theme.panel());
        assertEquals(css.get("-bg2"), theme.card());
        assertEquals(css.get("-bg3"), theme.control());
        assertEquals(css.get("-line"), theme.line());
        assertEquals(css.get("-fg"), theme.text());
        assertEquals(css.get("-fg2"), theme.secondaryText());
        assertEquals(css.get("-fg3"), theme.hint());
        assertEquals(css.get("-accent"), theme.accent());
        assertEquals(css.get("-simulated"), theme.simulated());
        assertEquals(css.get("-shadow"), theme.shadow());
        assertEquals(css.get("-live"), theme.live());
        assertEquals(css.get("-ok"), theme.ok());
        assertEquals(css.get("-warning"), theme.warning());
        assertEquals(css.get("-bad"), theme.bad());
        assertEquals(css.get("-agreeing"), theme.agreeing());
        assertEquals(css.get("-divergent"), theme.divergent());
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void textIsReadableOnPanelAndCard(Theme theme) {
        for (Color text :
                new Color[] {theme.text(), theme.secondaryText(), theme.hint(), theme.accent(), theme.live()}) {
            assertTrue(contrast(text, theme.panel()) >= 4.5, text + " on panel");
            assertTrue(contrast(text, theme.card()) >= 4.5, text + " on card");
        }
    }

    /** WCAG 2.2, contrast ratio. */
    private static double contrast(Color a, Color b) {
        double la = luminance(a) + 0.05;
        double lb = luminance(b) + 0.05;
        return Math.max(la, lb) / Math.min(la, lb);
    }

    private static double luminance(Color c) {
        return 0.2126 * linear(c.getRed()) + 0.7152 * linear(c.getGreen()) + 0.0722 * linear(c.getBlue());
    }

    private static double linear(double v) {
        return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
    }
}
