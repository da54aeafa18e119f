package io.sigmaprompt.physics.model.mjcf;

import io.sigmaprompt.physics.model.Geometry;
import io.sigmaprompt.physics.model.Material;
import io.sigmaprompt.physics.model.resource.MeshSearch;
import io.sigmaprompt.physics.model.xml.Numbers;
import io.sigmaprompt.physics.model.xml.XmlElement;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The meshes, height fields, materials and textures of a file, by name. */
final class Assets {
    private final CompilerSettings settings;
    private final MeshSearch files;
    private final Map<String, MeshAsset> meshes = new LinkedHashMap<>();
    private final Map<String, Geometry.HeightField> heightFields = new LinkedHashMap<>();
    private final Map<String, Material> materials = new LinkedHashMap<>();
    private final Map<String, double[]> textures = new LinkedHashMap<>();

    Assets(XmlElement root, CompilerSettings settings, DefaultClasses defaults, MeshSearch files) {
        this.settings = settings;
        this.files = files;
        for (XmlElement section : root.children("asset")) {
            section.children("texture").forEach(this::addTexture);
        }
        for (XmlElement section : root.children("asset")) {
            for (XmlElement element : section.children()) {
                switch (element.name()) {
                    case "mesh" -> addMesh(defaults.resolve(element, "mesh", null));
                    case "material" -> addMaterial(defaults.resolve(element, "material", null));
                    case "hfield" -> addHeightField(element);
                    default -> {
                        // The schema has noted it.
                    }
                }
            }
        }
    }

    private static void once(Object before, XmlElement element, String what, String name) {
        if (before != null) {
            throw element.error(what + " '" + name + "' is defined twice", "Rename or remove one of them");
        }
    }

    /** Of a texture only a built-in colour is kept. */
    private void addTexture(XmlElement element) {
        String name = Words.name(element);
        if (!name.isEmpty() && element.attribute("builtin") != null) {
            textures.put(name, Words.upTo(element, "rgb1", 0.8, 0.8, 0.8));
        }
    }

    private void addMesh(XmlElement element) {
        String written = element.attribute("file");
        String name = Words.name(element);
        if (written == null) {
            if (name.isEmpty() || element.attribute("vertex") == null) {
                throw element.error(
                        "<mesh> has neither a file" + (name.isEmpty() ? " nor a name" : " nor vertices"),
                        "Give file=\"…\", or name=\"…\" and vertex=\"…\"");
            }
            once(meshes.put(name, new MeshAsset(element, name, null, settings)), element, "mesh", name);
            return;
        }
        String path = written.strip().replace('\\', '/');
        String last = path.substring(path.lastIndexOf('/') + 1);
        String uri = settings.strippath() ? last : path;
        if (!settings.meshFolder().isEmpty() && !uri.startsWith("/") && !uri.contains("://")) {
            uri = settings.meshFolder() + (settings.meshFolder().endsWith("/") ? "" : "/") + uri;
        }
        int dot = last.lastIndexOf('.');
        String known = name.isEmpty() ? (dot > 0 ? last.substring(0, dot) : last) : name;
        Path file = files.file(element, uri);
        once(meshes.put(known, new MeshAsset(element, uri, file, settings)), element, "mesh", known);
    }

    private void addMaterial(XmlElement element) {
        String name = element.requiredAttribute("name").strip();
        double[] texture = textures.get(element.attributes().getOrDefault("texture", ""));
        Material material = element.attribute("rgba") == null && texture != null
                ? new Material(name, texture[0], texture[1], texture[2], 1)
                : colour(element, name, 1, 1, 1, 1);
        once(materials.put(name, material), element, "material", name);
    }

    static Material colour(XmlElement element, String name, double... absent) {
        double[] rgba = Words.upTo(element, "rgba", absent);
        for (double component : rgba) {
            if (component < 0 || component > 1) {
                throw element.error(
                        "the colour rgba=\"" + element.attribute("rgba") + "\" is outside 0 … 1",
                        "Give red, green, blue and opacity between 0 and 1 (divide 0 … 255 by 255)");
            }
        }
        return new Material(name, rgba[0], rgba[1], rgba[2], rgba[3]);
    }

    private void addHeightField(XmlElement element) {
        element.requiredAttribute("size");
        double[] size = Numbers.list(element, "size", element.attribute("size"), 4);
        String uri = element.attribute("file");
        String name = Words.name(element).isEmpty() && uri != null
                ? String.valueOf(Path.of(uri).getFileName()).replaceFirst("\\.[^.]*$", "")
                : element.requiredAttribute("name").strip();
        int rows = Words.integer(element, "nrow", 0);
        int columns = Words.integer(element, "ncol", 0);
        if (element.attribute("elevation") != null
                && (Math.min(rows, columns) < 2 || (long) rows * columns > Integer.MAX_VALUE)) {
            throw element.error(
                    "height field '" + name + "' has a grid of nrow=" + rows + " x ncol=" + columns,
                    "Give at least 2 rows and 2 columns, and as many heights as their product");
        }
        double[] heights = element.attribute("elevation") == null
                ? new double[0]
                : Numbers.list(element, "elevation", element.attribute("elevation"), rows * columns);
        Path file = uri == null ? null : files.file(element, uri);
        for (double extent : size) {
            if (extent <= 0) {
                throw element.error(
                        "the size of height field '" + name + "' has a number that is not positive",
                        "Give half its x, half its y, its height and the thickness below, in metres");
            }
        }
        Geometry.HeightField field = new Geometry.HeightField(
                name, file, size[0], size[1], size[2], size[3], rows, columns, Words.list(heights));
        once(heightFields.put(name, field), element, "height field", name);
    }

    MeshAsset mesh(XmlElement geom) {
        String name = Words.reference(geom, "mesh", meshes.keySet(), "mesh");
        MeshAsset mesh = meshes.get(name);
        if (mesh == null) {
            throw Words.unknown(geom, "mesh", name, meshes.keySet(), "mesh");
        }
        return mesh;
    }

    Geometry.HeightField heightField(XmlElement geom) {
        String name = geom.requiredAttribute("hfield");
        Geometry.HeightField field = heightFields.get(name);
        if (field == null) {
            throw Words.unknown(geom, "hfield", name, heightFields.keySet(), "height field");
        }
        return field;
    }

    /** The geom's own colour, or else its material's; MuJoCo's grey where it has neither. */
    Material material(XmlElement geom) {
        String name = geom.attribute("material");
        Material material = name == null ? null : materials.get(name.strip());
        if (name != null && material == null) {
            throw Words.unknown(geom, "material", name, List.copyOf(materials.keySet()), "material");
        }
        if (material == null || geom.attribute("rgba") != null) {
            return colour(geom, material == null ? "" : material.name(), 0.5, 0.5, 0.5, 1);
        }
        return material;
    }

    /** Whether there is a mesh of that name. */
    boolean hasMesh(@Nullable String name) {
        return name != null && meshes.containsKey(name);
    }
}
