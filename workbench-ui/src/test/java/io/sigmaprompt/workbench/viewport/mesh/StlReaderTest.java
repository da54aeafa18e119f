package io.sigmaprompt.workbench.viewport.mesh;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Vec3;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StlReaderTest {
    @TempDir
    Path folder;

    private static final float[] TRIANGLE = {0, 0, 0, 1, 0, 0, 0, 2, 0};

    private Path ascii(String text) throws IOException {
        return Files.writeString(folder.resolve("mesh.stl"), text);
    }

    private static ByteBuffer binary(String header, int count, float... corners) {
        ByteBuffer out = ByteBuffer.allocate(84 + 50 * (corners.length / 9)).order(ByteOrder.LITTLE_ENDIAN);
        out.put(header.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        out.position(80).putInt(count);
        for (int t = 0; t < corners.length / 9; t++) {
            out.position(84 + 50 * t + 12);
            for (int i = 0; i < 9; i++) {
                out.putFloat(corners[9 * t + i]);
            }
        }
        return out;
    }

    @Test
    void readsBinary() throws IOException {
        Path file = Files.write(
                folder.resolve("a.stl"), binary("made by a test", 1, TRIANGLE).array());
        TriangleMesh mesh = StlReader.read(file);
        assertArrayEquals(TRIANGLE, mesh.positions());
        assertArrayEquals(new float[] {0, 0, 1, 0, 0, 1, 0, 0, 1}, mesh.normals());
    }

    @Test
    void readsBinaryThatBeginsWithTheWordSolid() throws IOException {
        Path file = Files.write(
                folder.resolve("a.stl"),
                binary("solid of a CAD program", 1, TRIANGLE).array());
        assertEquals(1, StlReader.read(file).triangles());
    }

    @Test
    void readsAscii() throws IOException {
        TriangleMesh mesh = StlReader.read(ascii("""
                solid t
                  facet normal 0 0 0
                    outer loop
                      vertex 0 0 0
                      vertex 1.0 0 0
                      VERTEX 0 2e0 0
                    endloop
                  endfacet
                endsolid t
                """));
        assertArrayEquals(TRIANGLE, mesh.positions());
    }

    @Test
    void complainsOfAFileCutShortWithBothSizes() throws IOException {
        Path file =
                Files.write(folder.resolve("a.stl"), binary("cut", 7, TRIANGLE).array());
        BadInputException e = assertThrows(BadInputException.class, () -> StlReader.read(file));
        assertTrue(e.getMessage().contains("434 bytes for the 7 triangles"), e.getMessage());
        assertTrue(e.getMessage().contains("found 134"), e.getMessage());
    }

    @Test
    void complainsOfAnAsciiLineWithItsNumber() throws IOException {
        Path file = ascii("solid t\nvertex 0 0 nonsense\n");
        BadInputException e = assertThrows(BadInputException.class, () -> StlReader.read(file));
        assertTrue(e.place().endsWith("mesh.stl:2"), e.place());
    }

    @Test
    void complainsOfCoordinatesThatAreNoNumbers() throws IOException {
        Path file = Files.write(
                folder.resolve("a.stl"),
                binary("nan", 1, 0, 0, Float.NaN, 1, 0, 0, 0, 1, 0).array());
        assertThrows(BadInputException.class, () -> StlReader.read(file));
    }

    @Test
    void facesThatMeetFlatShareANormalAndThoseThatMeetSharplyDoNot() {
        // Two triangles of a flat square, and one that stands upright on its edge.
        TriangleMesh mesh = CreaseNormals.mesh(
                new float[] {0, 0, 0, 1, 0, 0, 1, 1, 0, 0, 0, 0, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0});
        for (int corner = 0; corner < 6; corner++) {
            assertEquals(1, mesh.normals()[3 * corner + 2], 1e-6);
        }
        assertEquals(1, Math.abs(mesh.normals()[3 * 6 + 1]), 1e-6);
    }

    @Test
    void aMirroringScaleKeepsTrianglesFacingOutwards() throws IOException {
        Path file =
                Files.write(folder.resolve("a.stl"), binary("x", 1, TRIANGLE).array());
        TriangleMesh mesh =
                new MeshLibrary().load(file, new Vec3(-1, 1, 1)).getFirst().triangles();
        assertArrayEquals(new int[] {0, 2, 1}, mesh.indices());
        assertEquals(1, mesh.normals()[2], 1e-6);
    }

    @Test
    void aKindOfFileThatIsNotReadIsNamedWithThoseThatAre() {
        BadInputException e = assertThrows(
                BadInputException.class, () -> new MeshLibrary().load(Path.of("part.step"), new Vec3(1, 1, 1)));
        assertTrue(e.getMessage().contains(".stl, .dae or .obj"));
    }
}
