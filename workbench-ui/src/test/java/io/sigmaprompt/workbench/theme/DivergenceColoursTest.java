package io.sigmaprompt.workbench.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DivergenceColoursTest {
    /** G. Machado, M. Oliveira, L. Fernandes, IEEE TVCG 15(6), 2009, table 1, severity 1; rows are red, green, blue. */
    private static final double[][] PROTANOPIA = {
        {0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}
    };

    private static final double[][] DEUTERANOPIA = {
        {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}
    };

    private static final double[][] TRITANOPIA = {
        {1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}
    };

    @ParameterizedTest
    @EnumSource(Theme.class)
    void moreDivergenceIsDarkerAllTheWay(Theme theme) {
        double before = Double.POSITIVE_INFINITY;
        for (int i = 0; i < DivergenceColours.STEPS; i++) {
            Color colour = DivergenceColours.of(theme, (double) i / (DivergenceColours.STEPS - 1));
            double lightness = DivergenceColours.oklab(colour)[0];
            assertTrue(lightness < before, "step " + i + ": " + lightness + " after " + before);
            before = lightness;
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void theScaleGoesThroughTheThemesColours(Theme theme) {
        near(theme.agreeing(), DivergenceColours.of(theme, -1));
        near(theme.live(), DivergenceColours.of(theme, 0.5));
        near(theme.divergent(), DivergenceColours.of(theme, 2));
    }

    private static void near(Color expected, Color found) {
        assertEquals(expected.getRed(), found.getRed(), 2e-3);
        assertEquals(expected.getGreen(), found.getGreen(), 2e-3);
        assertEquals(expected.getBlue(), found.getBlue(), 2e-3);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void neutralAmberAndRedVioletAreToldApartWithoutSomeOfTheCones(Theme theme) {
        for (double[][] eye : new double[][][] {PROTANOPIA, DEUTERANOPIA, TRITANOPIA}) {
            for (double amount : new double[] {0, 0.5}) {
                double[] less = seen(DivergenceColours.of(theme, amount), eye);
                double[] more = seen(DivergenceColours.of(theme, amount + 0.5), eye);
                double apart = Math.hypot(less[0] - more[0], Math.hypot(less[1] - more[1], less[2] - more[2]));
                assertTrue(apart > 0.1, theme + " from " + amount + ": " + apart);
            }
        }
    }

    private static double[] seen(Color colour, double[][] eye) {
        double[] rgb = {
            DivergenceColours.linear(colour.getRed()),
            DivergenceColours.linear(colour.getGreen()),
            DivergenceColours.linear(colour.getBlue())
        };
        double[] out = new double[3];
        for (int i = 0; i < 3; i++) {
            double v = eye[i][0] * rgb[0] + eye[i][1] * rgb[1] + eye[i][2] * rgb[2];
            out[i] = Math.clamp(v <= 0.0031308 ? 12.92 * v : 1.055 * Math.pow(v, 1 / 2.4) - 0.055, 0.0, 1.0);
        }
        return DivergenceColours.oklab(Color.color(out[0], out[1], out[2]));
    }
}
