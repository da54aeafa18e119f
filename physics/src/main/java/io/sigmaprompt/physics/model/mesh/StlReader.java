package io.sigmaprompt.physics.model.mesh;

import io.sigmaprompt.physics.model.BadInputException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.StringTokenizer;

/**
 * Reads STL (Marshall Burns, Automated Fabrication, 1993, section 6.5). A file whose length fits the binary form is
 * binary, whatever it begins with: many binary files begin with {@code solid}.
 */
final class StlReader {
    private static final int HEADER = 84;
    private static final int FACET = 50;

    private StlReader() {}

    static TriangleMesh read(byte[] bytes, String source) {
        if (bytes.length >= HEADER) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            long count = Integer.toUnsignedLong(buffer.getInt(80));
            if (HEADER + FACET * count == bytes.length) {
                return binary(buffer, (int) count, source);
            }
        }
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (text.stripLeading().startsWith("solid")) {
            return ascii(text, source);
        }
        throw new BadInputException(
                source,
                "this is no STL: it has " + bytes.length
                        + " bytes, which fits no number of triangles, and does not begin with 'solid'",
                "Export it again; a copy that was cut short looks like this");
    }

    private static TriangleMesh binary(ByteBuffer buffer, int count, String source) {
        VertexTable vertices = new VertexTable(count);
        int[] triangles = new int[3 * count];
        for (int i = 0; i < count; i++) {
            int at = HEADER + FACET * i + 12;
            for (int k = 0; k < 3; k++) {
                float x = buffer.getFloat(at + 12 * k);
                float y = buffer.getFloat(at + 12 * k + 4);
                float z = buffer.getFloat(at + 12 * k + 8);
                if (!Float.isFinite(x) || !Float.isFinite(y) || !Float.isFinite(z)) {
                    throw new BadInputException(
                            source, "triangle " + i + " has a corner that is no finite point", "Export it again");
                }
                triangles[3 * i + k] = vertices.index(x, y, z);
            }
        }
        return new TriangleMesh(vertices.coordinates(), triangles);
    }

    private static TriangleMesh ascii(String text, String source) {
        VertexTable vertices = new VertexTable(1024);
        int[] triangles = new int[1024];
        int corners = 0;
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            StringTokenizer words = new StringTokenizer(lines[i]);
            if (!words.hasMoreTokens() || !words.nextToken().equals("vertex")) {
                continue;
            }
            double[] p = MeshNumbers.point(words, source, i + 1);
            if (corners == triangles.length) {
                triangles = Arrays.copyOf(triangles, 2 * corners);
            }
            // Binary files hold floats; the same solid has the same corners in either form.
            triangles[corners++] = vertices.index((float) p[0], (float) p[1], (float) p[2]);
        }
        if (corners == 0 || corners % 3 != 0) {
            throw new BadInputException(
                    source,
                    "an STL has three 'vertex' lines for each triangle, found " + corners + " in all",
                    "Export it again");
        }
        return new TriangleMesh(vertices.coordinates(), Arrays.copyOf(triangles, corners));
    }
}
