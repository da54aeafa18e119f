package io.sigmaprompt.workbench.viewport.mesh;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Vec3;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Mesh files that were read once, by path and scale. Any thread may ask; reading happens on the asking thread. */
public final class MeshLibrary {
    private record Key(Path file, Vec3 scale) {}

    private final Map<Key, List<MeshPart>> read = new ConcurrentHashMap<>();

    /**
     * The parts of a mesh file (STL, Collada, Wavefront), scaled.
     *
     * @throws BadInputException if the file is missing, broken or of a kind that is not read
     */
    public List<MeshPart> load(Path file, Vec3 scale) {
        Key key = new Key(file.toAbsolutePath().normalize(), scale);
        return read.computeIfAbsent(key, k -> readScaled(k.file(), k.scale()));
    }

    private static List<MeshPart> readScaled(Path file, Vec3 scale) {
        List<MeshPart> parts = readFile(file);
        if (scale.x() == 1 && scale.y() == 1 && scale.z() == 1) {
            return parts;
        }
        return parts.stream()
                .map(part -> new MeshPart(part.triangles().scaled(scale.x(), scale.y(), scale.z()), part.material()))
                .toList();
    }

    private static List<MeshPart> readFile(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        try {
            if (name.endsWith(".stl") || name.endsWith(".stlb")) {
                return List.of(new MeshPart(StlReader.read(file), null));
            }
            if (name.endsWith(".dae") || name.endsWith(".obj")) {
                return SceneFileReader.read(file);
            }
        } catch (IOException e) {
            throw new BadInputException(
                    file.toString(),
                    "expected a mesh file, found none that can be read",
                    "Check that the file exists.");
        }
        throw new BadInputException(
                file.toString(), "expected a mesh as .stl, .dae or .obj", "Export the mesh in one of these formats.");
    }
}
