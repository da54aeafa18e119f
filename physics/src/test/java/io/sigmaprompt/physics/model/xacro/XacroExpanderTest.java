package io.sigmaprompt.physics.model.xacro;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.resource.PackagePath;
import io.sigmaprompt.physics.model.xml.XmlElement;
import io.sigmaprompt.physics.model.xml.XmlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XacroExpanderTest {
    @TempDir
    Path folder;

    @Test
    void properties_are_replaced_and_may_be_defined_in_terms_of_later_ones() throws IOException {
        assertEquals("<r><l a=3.0 b=x_2_y c='${not}' d=$5 e=0.5/></r>".replace("'", ""), expanded("""
                        <xacro:property name="twice" value="${2*once}"/>
                        <xacro:property name="once" value="1.5"/>
                        <xacro:property name="n" value="2"/>
                        <l a="${twice}" b="x_${n}_y" c="$${not}" d="$5" e="${once - 1}"/>
                        """));
    }

    @Test
    void a_default_counts_only_where_nothing_is_defined() throws IOException {
        assertEquals("<r><l a=1 b=2/></r>", expanded("""
                <xacro:property name="a" value="1"/>
                <xacro:property name="a" default="9"/>
                <xacro:property name="b" default="2"/>
                <l a="${a}" b="${b}"/>
                """));
    }

    @Test
    void a_macro_may_define_for_its_caller_and_for_all() throws IOException {
        assertEquals("<r><l a=1 b=2/></r>", expanded("""
                <xacro:macro name="m">
                  <xacro:property name="a" value="1" scope="parent"/>
                  <xacro:property name="b" value="${1+1}" scope="global"/>
                  <xacro:property name="hidden" value="3"/>
                </xacro:macro>
                <xacro:m/>
                <l a="${a}" b="${b}"/>
                """));
    }

    @Test
    void a_block_property_inserts_its_children() throws IOException {
        assertEquals("<r><l><origin z=4/><axis/></l></r>", expanded("""
                <xacro:property name="k" value="4"/>
                <xacro:property name="place"><origin z="${k}"/><axis/></xacro:property>
                <l><xacro:insert_block name="place"/></l>
                """));
    }

    @Test
    void arguments_have_defaults_that_a_caller_overrides() throws IOException {
        String body = """
                <xacro:arg name="side" default="left"/>
                <xacro:arg name="size" default="2"/>
                <l name="$(arg side)_arm" size="${2 * $(arg size)}"/>
                """;
        assertEquals("<r><l name=left_arm size=4/></r>", expanded(body));
        assertEquals("<r><l name=right_arm size=4/></r>", expanded(body, Map.of("side", "right")));
    }

    @Test
    void a_macro_takes_values_defaults_and_outer_values() throws IOException {
        assertEquals("<r><l a=1 b=7 c=two_words d=5 e=8/><l a=x b=0 c=q d=6 e=3/></r>", expanded("""
                        <xacro:property name="d" value="5"/>
                        <xacro:macro name="m" params="a b:=7 c:='two words' d:=^ e:=^|8">
                          <l a="${a}" b="${b}" c="${c}" d="${d}" e="${e}"/>
                        </xacro:macro>
                        <xacro:m a="1" c="two_words"/>
                        <xacro:m a="x" b="0" c="q" d="6" e="${1+2}"/>
                        """));
        assertEquals("<r><l c=two words/></r>", expanded("""
                <xacro:macro name="m" params="c:='two words'"><l c="${c}"/></xacro:macro>
                <xacro:m/>
                """));
    }

    @Test
    void defaults_are_evaluated_where_the_macro_is_called() throws IOException {
        assertEquals("<r><l w=2/><l w=6/></r>", expanded("""
                <xacro:macro name="m" params="w:=${2*size}">
                  <xacro:property name="size" value="100"/><l w="${w}"/>
                </xacro:macro>
                <xacro:property name="size" value="1"/><xacro:m/>
                <xacro:property name="size" value="3"/><xacro:m/>
                """));
    }

    @Test
    void nothing_is_evaluated_twice() throws IOException {
        assertEquals("<r><l a=${x} b=$${x} c=$(x) d=${x}/></r>", expanded("""
                <xacro:property name="kept" value="$${x}"/>
                <xacro:macro name="m" params="d:=$${x}">
                  <l a="${kept}" b="$$${x}" c="$$(x)" d="${d}"/>
                </xacro:macro>
                <xacro:m/>
                """));
    }

    @Test
    void what_a_false_condition_holds_is_never_looked_at() throws IOException {
        assertEquals(
                "<r/>",
                expanded(
                        "<xacro:if value='0'><xacro:include filename='$(find nobody)/x'/><l a='${gone}'/></xacro:if>"));
    }

    @Test
    void expressions_and_substitutions_nest_in_each_other() throws IOException {
        assertEquals("<r><l a=5 b=left_arm c=5/></r>", expanded("""
                <xacro:arg name="left" default="5"/><xacro:arg name="again" default="$(arg left)"/>
                <l a="$(arg ${'le' + 'ft'})" b="${'left' + '_arm'}" c="${$(arg again) + 0}"/>
                """));
    }

    @Test
    void a_macro_takes_blocks_whole_and_their_content() throws IOException {
        assertEquals("<r><l><origin x=1/><a/><b y=1/></l></r>", expanded("""
                <xacro:macro name="m" params="k *origin **more">
                  <l><xacro:insert_block name="origin"/><xacro:insert_block name="more"/></l>
                </xacro:macro>
                <xacro:property name="k" value="1"/>
                <xacro:m k="2"><origin x="${k}"/><content><a/><b y="${k}"/></content></xacro:m>
                """));
    }

    @Test
    void macros_call_macros_and_themselves() throws IOException {
        assertEquals("<r><l i=3/><l i=2/><l i=1/></r>", expanded("""
                <xacro:macro name="count" params="i">
                  <xacro:if value="${i > 0}"><xacro:one k="${i}"/><xacro:count i="${i - 1}"/></xacro:if>
                </xacro:macro>
                <xacro:macro name="one" params="k"><l i="${k}"/></xacro:macro>
                <xacro:count i="3"/>
                """));
    }

    @Test
    void a_macro_can_be_called_by_a_computed_name() throws IOException {
        assertEquals("<r><b/></r>", expanded("""
                <xacro:macro name="m_a"><a/></xacro:macro><xacro:macro name="m_b"><b/></xacro:macro>
                <xacro:property name="which" value="b"/>
                <xacro:call macro="m_${which}"/>
                """));
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "True", "1", "${1 < 2}", "${'a' == 'a'}", "${flag}", "$(arg on)", "${not 0}"})
    void conditions_that_hold_keep_their_content(String condition) throws IOException {
        String body = """
                <xacro:arg name="on" default="true"/><xacro:property name="flag" value="true"/>
                <xacro:if value="%s"><a/></xacro:if><xacro:unless value="%s"><b/></xacro:unless>
                """.formatted(condition.replace("<", "&lt;"), condition.replace("<", "&lt;"));
        assertEquals("<r><a/></r>", expanded(body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "False", "0", "${1 > 2}", "${0.0}"})
    void conditions_that_fail_drop_their_content(String condition) throws IOException {
        String body = "<xacro:if value=\"%s\"><a/></xacro:if><xacro:unless value=\"%s\"><b/></xacro:unless>";
        assertEquals("<r><b/></r>", expanded(body.formatted(condition, condition)));
    }

    @Test
    void included_files_bring_properties_macros_and_elements() throws IOException {
        Files.createDirectories(folder.resolve("parts/urdf"));
        Files.writeString(folder.resolve("parts/urdf/a.xacro"), """
                <robot xmlns:x="http://www.ros.org/wiki/xacro">
                  <x:include filename="b.xacro"/><a here="$(dirname)"/>
                </robot>""");
        Files.writeString(
                folder.resolve("parts/urdf/b.xacro"),
                "<robot><xacro:property name='p' value='1'/><xacro:macro name='m'><m/></xacro:macro></robot>");
        String here = folder.resolve("parts/urdf").toString();
        assertEquals(
                "<r><a here=" + here + "/><l p=1/><m/></r>",
                expanded("<xacro:include filename='parts/urdf/a.xacro'/><l p='${p}'/><xacro:m/>"));
        assertEquals(
                "<r><a here=" + here + "/></r>", expanded("<xacro:include filename='$(find parts)/urdf/a.xacro'/>"));
        assertEquals(
                "<r><a here=" + here + "/></r>",
                expanded("<xacro:include filename='$(find robot_parts)/parts/urdf/a.xacro'/>"));
        assertEquals("<r/>", expanded("<xacro:include filename='nobody.xacro' optional='true'/>"));
    }

    @Test
    void an_include_with_a_namespace_keeps_its_names_apart() throws IOException {
        Files.writeString(folder.resolve("hand.xacro"), """
                <robot><xacro:property name="length" value="3"/>
                <xacro:macro name="finger" params="n"><f n="${n}" l="${length}"/></xacro:macro></robot>""");
        assertEquals("<r><l a=1 b=6/><f n=7 l=3/></r>", expanded("""
                <xacro:property name="length" value="1"/>
                <xacro:include filename="hand.xacro" ns="hand"/>
                <l a="${length}" b="${2*hand.length}"/>
                <xacro:hand.finger n="7"/>
                """));
    }

    @Test
    void substitutions_read_the_environment_and_evaluate() throws IOException {
        assertEquals("<r><l a=seven b=none at all c=7 d=" + Path.of("").toAbsolutePath() + "/></r>", expanded("""
                        <xacro:arg name="n" default="3"/>
                        <l a="$(env WORD)" b="$(optenv NOBODY none at all)" c="$(eval 1 + 2*n)" d="$(cwd)"/>
                        """));
    }

    @Test
    void a_mesh_of_an_unknown_package_keeps_its_package_uri() throws IOException {
        assertEquals(
                "<r><mesh filename=package://nobody/m/a.stl/></r>",
                expanded("<mesh filename='$(find nobody)/m/a.stl'/>"));
    }

    @Test
    void elements_keep_their_place_and_know_the_macro_that_brought_them() throws IOException {
        XmlElement root = expand("""
                <xacro:macro name="m">
                  <l/>
                </xacro:macro>
                <xacro:m/>
                """, Map.of());
        XmlElement brought = root.children().getFirst();
        assertTrue(
                brought.location().toString().endsWith("robot.xacro:3:3"),
                brought.location().toString());
        assertTrue(String.valueOf(brought.location().via()).endsWith("robot.xacro:5:1"));
        assertTrue(brought.error("wrong", "mend").getMessage().contains("wrong (in macro 'm' called at "));
    }

    @Test
    void dropped_elements_are_not_even_evaluated() throws IOException {
        assertEquals("<r/>", expanded("<gazebo><a b='${nobody[0]}'/></gazebo>"));
    }

    @Test
    void xacro_is_recognised_by_prefix_namespace_or_expression() {
        assertTrue(used("<r><xacro:if value='1'/></r>"));
        assertTrue(used("<r xmlns:x='http://wiki.ros.org/xacro'><x:if/></r>"));
        assertTrue(used("<r xmlns:x='http://playerstage.sourceforge.net/gazebo/xmlschema/#xacro'><x:if/></r>"));
        assertTrue(used("<r><l a='${1}'/></r>"));
        assertTrue(used("<r><l a='$(find x)'/></r>"));
        assertFalse(used("<r xmlns:xacro='http://wiki.ros.org/xacro'><l a='1'/></r>"));
        assertFalse(used("<r><gazebo><l a='${1}'/></gazebo></r>"));
        assertFalse(used("<r xmlns:s='http://host/sensor'><s:camera/></r>"));
    }

    private static boolean used(String text) {
        return XacroExpander.isUsedIn(XmlReader.parse(text, "f"), Set.of("gazebo"));
    }

    private String expanded(String body) throws IOException {
        return expanded(body, Map.of());
    }

    private String expanded(String body, Map<String, String> arguments) throws IOException {
        return written(expand(body, arguments));
    }

    private XmlElement expand(String body, Map<String, String> arguments) throws IOException {
        Path file = folder.resolve("robot.xacro");
        Files.writeString(file, "<r>\n" + body + "</r>");
        return XacroExpander.expand(
                        XmlReader.read(file),
                        file,
                        arguments,
                        new PackagePath(file, name -> null),
                        name -> name.equals("WORD") ? "seven" : null,
                        Set.of("gazebo"))
                .root();
    }

    private static String written(XmlElement element) {
        StringBuilder out = new StringBuilder("<" + element.name());
        element.attributes().forEach((key, value) -> out.append(" " + key + "=" + value));
        if (element.children().isEmpty()) {
            return out + "/>";
        }
        out.append(">");
        element.children().forEach(child -> out.append(written(child)));
        return out + "</" + element.name() + ">";
    }
}
