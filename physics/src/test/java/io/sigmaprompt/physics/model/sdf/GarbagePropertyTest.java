package io.sigmaprompt.physics.model.sdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.sigmaprompt.physics.model.BadInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

class GarbagePropertyTest {
    private static final String SOUND = """
            <sdf version="1.11"><world name="w"><gravity>0 0 -9.8</gravity>
            <model name="m" canonical_link="a" placement_frame="f"><pose relative_to="t">0 0 1 0 0 0</pose>
            <link name="a"><inertial><mass>1</mass><inertia><ixx>1</ixx></inertia></inertial>
            <visual name="v"><geometry><box><size>1 1 1</size></box></geometry>
            <material><diffuse>1 1 1 1</diffuse></material></visual><sensor name="s" type="imu"><pose>0 0 0 0 0 0</pose></sensor>
            <light name="l" type="spot"><direction>0 0 -1</direction></light>
            <collision name="c"><geometry><plane><normal>0 0 1</normal><size>1 1</size></plane></geometry>
            <surface><friction><ode><mu>1</mu></ode></friction></surface></collision></link>
            <link name="b"><pose relative_to="j">0 0 1 0 0 0</pose></link><link name="c"/>
            <frame name="f" attached_to="b"><pose degrees="true">0 0 0 0 0 90</pose></frame>
            <joint name="j" type="revolute"><parent>a</parent><child>c</child><pose>0 1 0 0 0 0</pose>
            <axis><xyz expressed_in="a">0 0 1</xyz><limit><lower>-1</lower><upper>1</upper></limit>
            <dynamics><spring_stiffness>1</spring_stiffness></dynamics></axis></joint>
            <joint name="u" type="universal"><parent>b</parent><child>c</child>
            <axis><xyz>0 0 1</xyz><mimic joint="j" axis="axis"/></axis><axis2><xyz>0 1 0</xyz></axis2></joint>
            <joint name="k" type="ball"><parent>n::a</parent><child>a</child></joint>
            <model name="n"><static>false</static><link name="a"/></model>
            </model><frame name="t"/></world></sdf>
            """;

    private static Path folder = Path.of("");

    @BeforeContainer
    static void make_a_folder() throws IOException {
        folder = Files.createTempDirectory("garbage");
    }

    @AfterContainer
    static void remove_it() throws IOException {
        Files.deleteIfExists(folder.resolve("r.sdf"));
        Files.delete(folder);
    }

    @Example
    void the_model_to_be_damaged_is_sound() throws IOException {
        Path file = Files.writeString(folder.resolve("r.sdf"), SOUND);
        assertEquals(8, SdfReader.read(file).model().links().size());
    }

    @Property(tries = 150)
    void any_bytes_are_read_or_refused(@ForAll byte[] bytes) throws IOException {
        readOrRefuse(bytes);
    }

    @Property(tries = 1500)
    void a_damaged_model_is_read_or_refused(@ForAll("damaged") String text) throws IOException {
        readOrRefuse(text.getBytes(StandardCharsets.UTF_8));
    }

    @Provide
    Arbitrary<String> damaged() {
        Arbitrary<String> pieces = Arbitraries.of(
                "",
                "<",
                ">",
                "\"",
                "NaN",
                "-",
                "1e400",
                "a",
                "b",
                "c",
                "f",
                "j",
                "n::a",
                "m::n",
                "::",
                "world",
                "__model__",
                "<link name=\"q\"/>",
                "<static>1</static>",
                "fixed",
                "ball",
                "universal",
                "screw",
                "0",
                "&amp;",
                "&x;",
                "\u0000",
                "<include merge=\"1\"><uri>r.sdf</uri></include>",
                "<pose relative_to=\"b\"/>");
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

    /** Names, versions and ends of joints are what the structure hangs on, so these are changed as such too. */
    @Property(tries = 1500)
    void a_model_with_other_names_in_it_is_read_or_refused(@ForAll("renamed") String text) throws IOException {
        readOrRefuse(text.getBytes(StandardCharsets.UTF_8));
    }

    @Provide
    Arbitrary<String> renamed() {
        String[] words = SOUND.split("\\b");
        Arbitrary<Integer> place = Arbitraries.integers().between(0, words.length - 1);
        return Combinators.combine(place, place, place, place).as((a, b, c, d) -> {
            String[] changed = words.clone();
            changed[a] = words[b];
            changed[c] = words[d];
            return String.join("", changed);
        });
    }

    private static void readOrRefuse(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("r.sdf"), bytes);
        try {
            assertFalse(SdfReader.read(file).model().links().isEmpty());
        } catch (BadInputException e) {
            assertFalse(e.remedy().isBlank());
        }
    }
}
