package io.sigmaprompt.physics.model.mesh;

import io.sigmaprompt.physics.model.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Reads triangle meshes from files: STL, binary and ASCII, and OBJ. */
public final class MeshReader {
    private static final long LARGEST = 1L << 30;

    private MeshReader() {}

    /** Whether the name's ending is one that {@link #read} knows. */
    public static boolean reads(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".stl") || name.endsWith(".obj");
    }

    /**
     * The mesh in a file, in the file's own unit.
     *
     * @throws BadInputException if the file is missing, of an unknown kind, or broken
     */
    public static TriangleMesh read(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (!reads(file)) {
            throw new BadInputException(
                    file.toString(), "meshes are read from .stl and .obj files", "Convert it, for instance in Blender");
        }
        byte[] bytes;
        try {
            if (Files.size(file) > LARGEST) {
                throw new BadInputException(
                        file.toString(), "the file is larger than 1 GB", "Reduce the mesh to fewer triangles");
            }
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new BadInputException(
                    file.toString(), "the mesh cannot be read, " + e, "Check the path and its permissions");
        }
        return name.endsWith(".stl") ? StlReader.read(bytes, file.toString()) : ObjReader.read(bytes, file.toString());
    }
}
