package io.sigmaprompt.physics.model.urdf;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.sigmaprompt.physics.model.BadInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

class GarbagePropertyTest {
    private static final String SOUND = """
            <robot name="r" xmlns:xacro="http://ros.org/wiki/xacro">
            <xacro:property name="p" value="${1 + 2}"/>
            <xacro:macro name="m" params="a b:=1 *c"><link name="${a}"><xacro:insert_block name="c"/></link></xacro:macro>
            <xacro:m a="base"><inertial><mass value="${p}"/><inertia ixx="1" iyy="1" izz="1"/></inertial></xacro:m>
            <xacro:if value="${p > 2}"><link name="arm"><inertial><origin rpy="0 0 1"/><mass value="1"/>
            <inertia ixx="1" iyy="1" izz="1"/></inertial>
            <visual><geometry><box size="1 1 1"/></geometry><material name="x"><color rgba="1 1 1 1"/></material></visual>
            </link></xacro:if>
            <joint name="j" type="revolute"><parent link="base"/><child link="arm"/><axis xyz="0 0 1"/>
            <limit lower="-1" upper="1" velocity="1" effort="1"/><mimic joint="j"/></joint>
            </robot>
            """;

    private static Path folder = Path.of("");

    @BeforeContainer
    static void make_a_folder() throws IOException {
        folder = Files.createTempDirectory("garbage");
    }

    @AfterContainer
    static void remove_it() throws IOException {
        Files.deleteIfExists(folder.resolve("r.urdf"));
        Files.delete(folder);
    }

    @Property(tries = 150)
    void any_bytes_are_read_or_refused(@ForAll byte[] bytes) throws IOException {
        readOrRefuse(bytes);
    }

    @Property(tries = 600)
    void a_damaged_robot_is_read_or_refused(@ForAll("damaged") String text) throws IOException {
        readOrRefuse(text.getBytes(StandardCharsets.UTF_8));
    }

    @Provide
    Arbitrary<String> damaged() {
        Arbitrary<String> pieces = Arbitraries.of(
                "",
                "<",
                ">",
                "\"",
                "${",
                "}",
                "$(",
                ")",
                "NaN",
                "-",
                "1e400",
                "base",
                "<link/>",
                "*",
                "**x",
                "^",
                "/",
                "xacro:m",
                "<xacro:m/>",
                "${m}",
                "${p}",
                "$(arg p)",
                "0",
                "&amp;",
                "&x;",
                "\u0000",
                "p",
                "[",
                ":=");
        return Combinators.combine(
                        Arbitraries.integers().between(0, SOUND.length()),
                        Arbitraries.integers().between(0, 12),
                        pieces,
                        Arbitraries.integers().between(0, SOUND.length()),
                        pieces)
                .as((at, cut, piece, second, other) -> {
                    String once = SOUND.substring(0, at) + piece + SOUND.substring(Math.min(SOUND.length(), at + cut));
                    int where = Math.min(once.length(), second);
                    return once.substring(0, where) + other + once.substring(where);
                });
    }

    private static void readOrRefuse(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("r.urdf"), bytes);
        try {
            assertFalse(UrdfReader.read(file).model().links().isEmpty());
        } catch (BadInputException e) {
            assertFalse(e.remedy().isBlank());
        }
    }
}
