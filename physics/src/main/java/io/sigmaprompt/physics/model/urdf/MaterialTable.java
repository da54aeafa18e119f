package io.sigmaprompt.physics.model.urdf;

import io.sigmaprompt.physics.model.Material;
import io.sigmaprompt.physics.model.xml.Numbers;
import io.sigmaprompt.physics.model.xml.Warnings;
import io.sigmaprompt.physics.model.xml.XmlElement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The materials of a robot by name: those beside the links, and those that a visual defines, which others may then name
 * too (URDF specification, element link, visual, material).
 */
final class MaterialTable {
    private final Map<String, Material> byName = new LinkedHashMap<>();
    private final Warnings warnings;

    MaterialTable(XmlElement robot, Warnings warnings) {
        this.warnings = warnings;
        for (XmlElement material : robot.children("material")) {
            Material defined = defined(material);
            if (defined == null) {
                continue;
            }
            Material before = byName.putIfAbsent(defined.name(), defined);
            if (before != null && !before.equals(defined)) {
                warnings.add(
                        material, "material '" + defined.name() + "' is defined twice; the first definition counts");
            }
        }
        for (XmlElement link : robot.children("link")) {
            for (XmlElement visual : link.children("visual")) {
                XmlElement material = visual.child("material");
                Material defined = material == null || material.child("color") == null ? null : defined(material);
                if (defined != null && !defined.name().isEmpty()) {
                    byName.putIfAbsent(defined.name(), defined);
                }
            }
        }
    }

    /** What a visual's {@code <material>} means, or null where nobody says. */
    @Nullable
    Material of(XmlElement material) {
        warnings.checkChildren(material, Set.of(), Set.of("color", "texture"), Set.of());
        if (material.child("color") != null) {
            return defined(material);
        }
        String name = material.attributes().getOrDefault("name", "");
        Material known = byName.get(name);
        if (known == null && material.child("texture") == null) {
            warnings.add(material, "material '" + name + "' is not defined; the shape has the default colour");
        }
        return known;
    }

    private static @Nullable Material defined(XmlElement material) {
        String name = material.attributes().getOrDefault("name", "");
        XmlElement color = material.child("color");
        if (color == null) {
            Material grey = Material.DEFAULT;
            return material.child("texture") == null
                    ? null
                    : new Material(name, grey.red(), grey.green(), grey.blue(), grey.alpha());
        }
        String text = color.requiredAttribute("rgba");
        double[] rgba = Numbers.list(color, "rgba", text, text.strip().split("\\s+", -1).length == 3 ? 3 : 4);
        for (double component : rgba) {
            if (component < 0 || component > 1) {
                throw color.error(
                        "the colour rgba=\"" + text + "\" of material '" + name + "' is outside 0 … 1",
                        "Give red, green, blue and opacity between 0 and 1 (divide 0 … 255 by 255)");
            }
        }
        return new Material(name, rgba[0], rgba[1], rgba[2], rgba.length > 3 ? rgba[3] : 1);
    }
}
