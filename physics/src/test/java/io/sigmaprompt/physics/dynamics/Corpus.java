package io.sigmaprompt.physics.dynamics;

import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.urdf.UrdfReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The reference data of the shared corpus, where it is present. */
public final class Corpus {
    private static final List<String> FIXED = List.of("double_pendulum", "ur5", "iiwa14", "panda");
    private static final List<String> FLOATING = List.of("anymal_b", "go2", "g1_29dof", "simple_humanoid");

    private Corpus() {}

    public static List<String> robots() {
        List<String> all = new ArrayList<>(FIXED);
        all.addAll(FLOATING);
        return all;
    }

    /** Aborts the test where the file is absent, and says what is skipped. */
    public static Path reference(String path) {
        Path file = Path.of(System.getProperty("sigma.corpus", "../shared"), "reference", "physics", path);
        Assumptions.assumeTrue(Files.exists(file), "skipped: no reference data at " + file);
        return file;
    }

    public static RobotModel robot(String name) {
        return UrdfReader.read(reference("urdf/" + name + ".urdf")).model().withFloatingBase(FLOATING.contains(name));
    }

    public static JsonNode json(String path) {
        try {
            return new ObjectMapper().readTree(Files.readString(reference(path)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    public static double[] numbers(JsonNode array) {
        double[] out = new double[array.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = array.get(i).asDouble();
        }
        return out;
    }
}
