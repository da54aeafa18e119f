package io.sigmaprompt.workbench.viewport;

import com.jme3.math.ColorRGBA;
import io.sigmaprompt.physics.model.Material;
import javafx.scene.paint.Color;

/** Colours for shaders that reckon in linear light. */
final class LinearColour {
    private LinearColour() {}

    static ColorRGBA of(Color colour) {
        return new ColorRGBA(linear(colour.getRed()), linear(colour.getGreen()), linear(colour.getBlue()), (float)
                colour.getOpacity());
    }

    /** The colour as it is on screen, for what is not lit. */
    static ColorRGBA encoded(Color colour) {
        return new ColorRGBA((float) colour.getRed(), (float) colour.getGreen(), (float) colour.getBlue(), (float)
                colour.getOpacity());
    }

    static ColorRGBA of(Material material) {
        return new ColorRGBA(
                linear(material.red()), linear(material.green()), linear(material.blue()), (float) material.alpha());
    }

    /** IEC 61966-2-1. */
    private static float linear(double encoded) {
        return (float) (encoded <= 0.04045 ? encoded / 12.92 : Math.pow((encoded + 0.055) / 1.055, 2.4));
    }
}
