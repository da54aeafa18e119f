package io.sigmaprompt.workbench.viewport.mesh;

import io.sigmaprompt.physics.model.BadInputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Scanner;

/**
 * Reads stereolithography files, binary and ASCII (3D Systems, Stereolithography Interface Specification, 1989). The
 * file's facet normals are ignored: many writers leave them zero, and the corners' order says the same.
 */
final class StlReader {
    private static final int HEADER = 84;
    private static final int RECORD = 50;

    private StlReader() {}

    /**
     * Reads a file.
     *
     * @throws IOException if it cannot be read
     * @throws BadInputException if it is not STL
     */
    static TriangleMesh read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        float[] soup = isBinary(bytes) ? binary(file, bytes) : ascii(file, bytes);
        if (soup.length == 0) {
            throw new BadInputException(
                    file.toString(), "expected at least one triangle, found none", "Export the mesh again.");
        }
        return CreaseNormals.mesh(soup);
    }

    /** Binary files may begin with "solid" too: the size that the count asks for decides. */
    private static boolean isBinary(byte[] bytes) {
        if (bytes.length >= HEADER && bytes.length == HEADER + (long) RECORD * count(bytes)) {
            return true;
        }
        String start = new String(bytes, 0, Math.min(bytes.length, 512), StandardCharsets.ISO_8859_1);
        return !start.stripLeading().startsWith("solid") || start.indexOf('\0') >= 0;
    }

    private static long count(byte[] bytes) {
        return Integer.toUnsignedLong(
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(HEADER - 4));
    }

    private static float[] binary(Path file, byte[] bytes) {
        if (bytes.length < HEADER) {
            throw new BadInputException(
                    file.toString(),
                    "expected an STL file of at least " + HEADER + " bytes, found " + bytes.length,
                    "Export the mesh again as binary STL.");
        }
        long count = count(bytes);
        long wanted = HEADER + RECORD * count;
        if (bytes.length < wanted) {
            throw new BadInputException(
                    file.toString(),
                    "expected " + wanted + " bytes for the " + count + " triangles that its header names, found "
                            + bytes.length,
                    "The file is cut short or is not STL; copy or export it again.");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        float[] soup = new float[Math.toIntExact(9 * count)];
        for (int t = 0; t < count; t++) {
            int at = HEADER + RECORD * t + 12;
            for (int k = 0; k < 9; k++) {
                soup[9 * t + k] = finite(file, "triangle " + t, in.getFloat(at + 4 * k));
            }
        }
        return soup;
    }

    private static float[] ascii(Path file, byte[] bytes) {
        float[] soup = new float[1024];
        int length = 0;
        int line = 0;
        try (Scanner lines = new Scanner(new String(bytes, StandardCharsets.ISO_8859_1))) {
            while (lines.hasNextLine()) {
                line++;
                String[] words = lines.nextLine().strip().split("\\s+");
                if (!words[0].toLowerCase(Locale.ROOT).equals("vertex")) {
                    continue;
                }
                if (length + 3 > soup.length) {
                    soup = Arrays.copyOf(soup, 2 * soup.length);
                }
                for (int axis = 0; axis < 3; axis++) {
                    soup[length++] = number(file, line, words, axis + 1);
                }
            }
        }
        if (length % 9 != 0) {
            throw new BadInputException(
                    file + ":" + line,
                    "expected three vertices a facet, found " + length / 3 + " vertices in all",
                    "The file is cut short; copy or export it again.");
        }
        return Arrays.copyOf(soup, length);
    }

    private static float number(Path file, int line, String[] words, int at) {
        if (words.length == 4) {
            try {
                return finite(file, "line " + line, Float.parseFloat(words[at]));
            } catch (NumberFormatException e) {
                // Falls to the complaint below, which shows the whole line.
            }
        }
        throw new BadInputException(
                file + ":" + line,
                "expected 'vertex x y z' with three numbers, found '" + String.join(" ", words) + "'",
                "Mend that line or export the mesh again.");
    }

    private static float finite(Path file, String place, float value) {
        if (!Float.isFinite(value)) {
            throw new BadInputException(
                    file + ", " + place, "expected finite coordinates, found " + value, "Export the mesh again.");
        }
        return value;
    }
}
