package io.sigmaprompt.workbench.theme;

import javafx.scene.paint.Color;

/**
 * The colours of divergence: from a neutral over amber to red-violet, darker and more colourful all the way, so that
 * they are ordered for eyes that cannot tell red from green, and in print without colour. Mixed in Oklab (B. Ottosson,
 * "A perceptual color space for image processing", 2020), where equal steps look equally far apart.
 */
public final class DivergenceColours {
    /** More steps than an eye tells apart. */
    public static final int STEPS = 65;

    private DivergenceColours() {}

    /**
     * A colour of the scale.
     *
     * @param amount from 0, nothing to see, to 1; what is outside counts as the nearer end
     */
    public static Color of(Theme theme, double amount) {
        double at = 2 * Math.clamp(amount, 0.0, 1.0);
        return at <= 1 ? mixed(theme.agreeing(), theme.live(), at) : mixed(theme.live(), theme.divergent(), at - 1);
    }

    private static Color mixed(Color from, Color to, double share) {
        double[] a = oklab(from);
        double[] b = oklab(to);
        for (int i = 0; i < 3; i++) {
            a[i] += share * (b[i] - a[i]);
        }
        return rgb(a);
    }

    /** Lightness, green to red, blue to yellow. */
    static double[] oklab(Color colour) {
        double r = linear(colour.getRed());
        double g = linear(colour.getGreen());
        double b = linear(colour.getBlue());
        double l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
        double m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
        double s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
        return new double[] {
            0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
        };
    }

    private static Color rgb(double[] lab) {
        double l = cube(lab[0] + 0.3963377774 * lab[1] + 0.2158037573 * lab[2]);
        double m = cube(lab[0] - 0.1055613458 * lab[1] - 0.0638541728 * lab[2]);
        double s = cube(lab[0] - 0.0894841775 * lab[1] - 1.2914855480 * lab[2]);
        return Color.color(
                encoded(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
                encoded(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
                encoded(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s));
    }

    private static double cube(double v) {
        return v * v * v;
    }

    /** IEC 61966-2-1. */
    static double linear(double v) {
        return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
    }

    private static double encoded(double v) {
        double shown = v <= 0.0031308 ? 12.92 * v : 1.055 * Math.pow(v, 1 / 2.4) - 0.055;
        return Math.clamp(shown, 0.0, 1.0);
    }
}
