package io.sigmaprompt.headless.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pinocchio's states of the reference data, where the corpus is present. */
final class ReferenceStates {
    static final List<String> ROBOTS =
            List.of("double_pendulum", "ur5", "iiwa14", "panda", "anymal_b", "go2", "g1_29dof", "simple_humanoid");

    private ReferenceStates() {}

    static Path urdf(String robot) {
        return file("urdf/" + robot + ".urdf");
    }

    static Path states(String robot) {
        return file("rbd/" + robot + ".json");
    }

    static JsonNode json(Path file) {
        try {
            return JsonMapper.shared().readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The greatest difference of two trees' numbers, as a part of the expected ones' greatest; infinite where shapes differ. */
    static double difference(JsonNode expected, JsonNode found) {
        double greatest = greatest(expected);
        double difference = absolute(expected, found);
        return difference == 0 ? 0 : difference / greatest;
    }

    private static double greatest(JsonNode node) {
        double most = node.isNumber() ? Math.abs(node.asDouble()) : 0;
        for (JsonNode each : node) {
            most = Math.max(most, greatest(each));
        }
        return most;
    }

    private static double absolute(JsonNode expected, JsonNode found) {
        if (expected.isNumber()) {
            return found.isNumber() ? Math.abs(expected.asDouble() - found.asDouble()) : Double.POSITIVE_INFINITY;
        }
        if (expected.size() != found.size() || expected.isArray() != found.isArray()) {
            return Double.POSITIVE_INFINITY;
        }
        double most = 0;
        if (expected.isObject()) {
            for (String name : expected.propertyNames()) {
                most = Math.max(
                        most,
                        found.has(name) ? absolute(expected.get(name), found.get(name)) : Double.POSITIVE_INFINITY);
            }
            return most;
        }
        for (int i = 0; i < expected.size(); i++) {
            most = Math.max(most, absolute(expected.get(i), found.get(i)));
        }
        return most;
    }

    private static Path file(String path) {
        Path file = Path.of(System.getProperty("sigma.corpus", "../shared"), "reference", "physics", path);
        Assumptions.assumeTrue(Files.exists(file), "skipped: the corpus has no " + file);
        return file.toAbsolutePath();
    }
}
