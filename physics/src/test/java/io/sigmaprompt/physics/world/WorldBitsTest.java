package io.sigmaprompt.physics.world;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sigmaprompt.physics.codegen.ChildMachine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every bit of a world's motion is the same however the virtual machine runs it, and from a restored snapshot. The hashes
 * are stored beside the tests; after a change that is meant to alter motion they are written anew by
 * {@code mvn -pl physics -Dtest=WorldBitsTest -Dsurefire.failIfNoSpecifiedTests=false
 * -Dsigma.test.args=-Dsigma.golden=write test}.
 */
class WorldBitsTest {
    private static final List<WorldTrace.Course> COURSES = WorldTrace.COURSES;
    private static final Path GOLDEN = Path.of("src/test/resources/io/sigmaprompt/physics/world/traces.txt");

    @Test
    void are_those_of_the_stored_hashes() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (WorldTrace.Course course : COURSES) {
            lines.append(course.file())
                    .append(' ')
                    .append(WorldTrace.hash(course))
                    .append('\n');
        }
        if ("write".equals(System.getProperty("sigma.golden"))) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(GOLDEN, lines);
        }
        assertEquals(stored(), lines.toString().strip());
    }

    /** The interpreter, the first compiler, the second one, processors without wide registers, two collectors. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Xint",
                "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
                "-XX:-TieredCompilation -XX:+UseParallelGC",
                "-XX:-TieredCompilation -XX:UseAVX=0 -XX:+UseSerialGC"
            })
    void do_not_depend_on_compiler_processor_or_collector(String flags) throws IOException, InterruptedException {
        if ("write".equals(System.getProperty("sigma.golden"))) {
            are_those_of_the_stored_hashes();
        }
        String[] child = ChildMachine.run(WorldTrace.class, List.of(flags.split(" ")), List.of())
                .split("\\R");
        assertEquals(stored(), String.join("\n", child));
    }

    private static String stored() throws IOException {
        return Files.readString(GOLDEN, StandardCharsets.UTF_8).strip();
    }

    @ParameterizedTest
    @FieldSource("COURSES")
    void repeat_from_a_snapshot_in_the_same_world_and_in_one_made_anew(WorldTrace.Course course) {
        World first = WorldTrace.world(course);
        int half = course.steps() / 2;
        for (int i = 0; i < half; i++) {
            first.step();
        }
        WorldSnapshot snapshot = first.save(null);
        String expected = rest(first, course.steps() - half);
        first.restore(snapshot);
        assertEquals(expected, rest(first, course.steps() - half), "in the same world");
        World second = WorldTrace.world(course);
        second.restore(snapshot);
        assertEquals(expected, rest(second, course.steps() - half), "in a new world");
        // One that has been elsewhere must not remember it.
        second.reset();
        second.step();
        second.restore(snapshot);
        assertEquals(expected, rest(second, course.steps() - half), "in a used world");
    }

    private static String rest(World world, int steps) {
        WorldTrace trace = new WorldTrace();
        trace.go(world, steps);
        return trace.hex();
    }
}
