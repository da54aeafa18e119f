package io.sigmaprompt.physics.model.mesh;

import io.sigmaprompt.physics.model.BadInputException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.StringTokenizer;

/** Reads the polygons of OBJ files, each cut into a fan of triangles (Wavefront, Object files, appendix B1). */
final class ObjReader {
    private final String source;
    private double[] vertices = new double[3072];
    private int coordinates;
    private int[] triangles = new int[3072];
    private int corners;

    private ObjReader(String source) {
        this.source = source;
    }

    static TriangleMesh read(byte[] bytes, String source) {
        ObjReader reader = new ObjReader(source);
        String[] lines = new String(bytes, StandardCharsets.UTF_8)
                .replace("\\\r\n", " ")
                .replace("\\\n", " ")
                .split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            StringTokenizer words = new StringTokenizer(lines[i]);
            String first = words.hasMoreTokens() ? words.nextToken() : "";
            if (first.equals("v")) {
                reader.vertex(words, i + 1);
            } else if (first.equals("f")) {
                reader.face(words, i + 1);
            }
        }
        if (reader.corners == 0) {
            throw new BadInputException(source, "the OBJ has no faces", "Export it again, with its faces");
        }
        return new TriangleMesh(
                Arrays.copyOf(reader.vertices, reader.coordinates), Arrays.copyOf(reader.triangles, reader.corners));
    }

    private void vertex(StringTokenizer words, int line) {
        if (coordinates == vertices.length) {
            vertices = Arrays.copyOf(vertices, 2 * coordinates);
        }
        System.arraycopy(MeshNumbers.point(words, source, line), 0, vertices, coordinates, 3);
        coordinates += 3;
    }

    private void face(StringTokenizer words, int line) {
        int count = words.countTokens();
        if (count < 3) {
            throw new BadInputException(
                    source + ":" + line, "a face needs three corners, found " + count, "Export the mesh again");
        }
        int first = corner(words.nextToken(), line);
        int before = corner(words.nextToken(), line);
        while (words.hasMoreTokens()) {
            int next = corner(words.nextToken(), line);
            if (corners == triangles.length) {
                triangles = Arrays.copyOf(triangles, 2 * corners);
            }
            triangles[corners++] = first;
            triangles[corners++] = before;
            triangles[corners++] = next;
            before = next;
        }
    }

    /** Indices begin at 1; negative ones count from the last vertex back. */
    private int corner(String word, int line) {
        int slash = word.indexOf('/');
        String number = slash < 0 ? word : word.substring(0, slash);
        int known = coordinates / 3;
        int index = -1;
        try {
            int written = Integer.parseInt(number);
            index = written < 0 ? known + written : written - 1;
        } catch (NumberFormatException e) {
            // Told below, as an index out of range is.
        }
        if (index < 0 || index >= known) {
            throw new BadInputException(
                    source + ":" + line,
                    "a face names the vertex '" + number + "', but there are " + known + " before it",
                    "Export the mesh again");
        }
        return index;
    }
}
