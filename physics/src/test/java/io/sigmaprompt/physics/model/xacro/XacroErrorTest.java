package io.sigmaprompt.physics.model.xacro;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.resource.PackagePath;
import io.sigmaprompt.physics.model.xml.XmlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XacroErrorTest {
    @TempDir
    Path folder;

    @Test
    void an_undefined_property_is_told_with_place_expression_and_suggestion() throws IOException {
        assertRefused(
                "<xacro:property name='radius' value='1'/>\n <l a='${2*radios}'/>",
                "robot.xacro:3:2",
                "'${2*radios}' cannot be evaluated",
                "property 'radios' is not defined (did you mean 'radius'?)");
    }

    @Test
    void properties_in_a_cycle_are_refused() throws IOException {
        assertRefused(
                "<xacro:property name='a' value='${b}'/><xacro:property name='b' value='${a}'/><l x='${a}'/>",
                "in terms of itself");
    }

    @Test
    void a_recursion_without_end_is_refused() throws IOException {
        assertRefused("<xacro:macro name='m'><l><xacro:m/></l></xacro:macro><xacro:m/>", "deep");
        assertRefused(
                "<xacro:macro name='m' params='i'><xacro:m i='${i+1}'/></xacro:macro><xacro:m i='0'/>", "100 deep");
    }

    @Test
    void an_explosion_of_macros_is_refused() throws IOException {
        StringBuilder body = new StringBuilder("<xacro:macro name='m0'><l/></xacro:macro>");
        for (int i = 1; i < 40; i++) {
            body.append("<xacro:macro name='m%d'><xacro:m%d/><xacro:m%d/></xacro:macro>".formatted(i, i - 1, i - 1));
        }
        assertRefused(body + "<xacro:m39/>", "does not end");
    }

    @Test
    void an_explosion_of_text_is_refused() throws IOException {
        StringBuilder body = new StringBuilder("<xacro:property name='p0' value='xxxxxxxxxx'/>");
        for (int i = 1; i < 40; i++) {
            body.append("<xacro:property name='p%d' value='${p%d}${p%d}'/>".formatted(i, i - 1, i - 1));
        }
        assertRefused(body + "<l a='${p39}'/>", "grows beyond");
    }

    @Test
    void a_chain_too_deep_for_the_stack_is_refused() throws IOException {
        assertRefused("<l a='${" + "1+".repeat(50_000) + "1}'/>", "nested too deeply");
        assertRefused("<l a='${" + "(".repeat(10_000) + "}'/>", "nested too deeply");
    }

    @Test
    void files_that_include_each_other_are_refused() throws IOException {
        Files.writeString(folder.resolve("a.xacro"), "<robot><xacro:include filename='b.xacro'/></robot>");
        Files.writeString(folder.resolve("b.xacro"), "<robot>\n<xacro:include filename='a.xacro'/></robot>");
        assertRefused("<xacro:include filename='a.xacro'/>", "b.xacro:2:1", "includes itself through others");
    }

    @Test
    void missing_includes_packages_arguments_and_variables_are_told() throws IOException {
        assertRefused("<xacro:include filename='gone.xacro'/>", "gone.xacro does not exist");
        assertRefused("<xacro:include filename='$(find gone)/a.xacro'/>", "package 'gone' is not found");
        assertRefused("<l a='$(arg gone)'/>", "argument 'gone' has no value", "gone:=VALUE");
        assertRefused("<l a='$(env GONE)'/>", "variable 'GONE' is not set");
        assertRefused("<l a='$(fnid gone)'/>", "did you mean 'find'?");
    }

    @Test
    void wrong_macro_calls_are_told() throws IOException {
        String macro = "<xacro:macro name='wheel' params='side *origin'><l/></xacro:macro>";
        assertRefused(macro + "<xacro:wheel><o/></xacro:wheel>", "needs the parameter 'side'");
        assertRefused(macro + "<xacro:wheel side='1'/>", "needs a child element for its block 'origin'");
        assertRefused(macro + "<xacro:wheel side='1'><o/><p/></xacro:wheel>", "takes no block <p>");
        assertRefused(macro + "<xacro:wheel side='1' sid='2'><o/></xacro:wheel>", "no parameter 'sid' (did you mean");
        assertRefused(macro + "<xacro:whel/>", "no macro or instruction 'whel' (did you mean 'wheel'?)");
        assertRefused("<xacro:macro name='m' params='a a'/>", "listed twice");
        assertRefused("<xacro:macro name='m' params='*a:=1'/>", "has a default");
        assertRefused("<xacro:macro name='if'/>", "a word of xacro");
        assertRefused("<l><xacro:insert_block name='b'/></l>", "no block 'b'");
    }

    @Test
    void a_mistake_inside_a_macro_names_the_body_and_the_call() throws IOException {
        assertRefused(
                "<xacro:macro name='m'>\n<l a='${gone}'/></xacro:macro>\n<xacro:m/>",
                "robot.xacro:3:1",
                "in macro 'm' called at ",
                "robot.xacro:4:1");
    }

    @Test
    void conditions_and_names_that_make_no_sense_are_told() throws IOException {
        assertRefused("<xacro:if value='maybe'/>", "neither true nor false");
        assertRefused("<xacro:if/>", "needs the attribute 'value'");
        assertRefused("<xacro:property name='a b' value='1'/>", "no name for a property");
        assertRefused("<l a='${1'/>", "'${' is not closed");
        assertRefused("<l a='${}'/>", "expression is empty");
    }

    @Test
    void features_that_only_xacro_has_are_refused_with_the_way_out() throws IOException {
        assertRefused("<l a='${dict(x=1)}'/>", "cannot be evaluated");
        assertRefused("<l a='${xacro.load_yaml(\"f\")}'/>", "not supported", "xacro FILE > robot.urdf");
        assertRefused("<xacro:element name='a'/>", "not supported", "xacro FILE > robot.urdf");
    }

    private void assertRefused(String body, String... parts) throws IOException {
        Path file = folder.resolve("robot.xacro");
        Files.writeString(file, "<r>\n" + body + "</r>");
        BadInputException e = assertThrows(
                BadInputException.class,
                () -> XacroExpander.expand(
                        XmlReader.read(file),
                        file,
                        Map.of(),
                        new PackagePath(file, name -> null),
                        name -> null,
                        Set.of()));
        for (String part : parts) {
            assertTrue(e.getMessage().contains(part), () -> "expected '" + part + "' in: " + e.getMessage());
        }
    }
}
