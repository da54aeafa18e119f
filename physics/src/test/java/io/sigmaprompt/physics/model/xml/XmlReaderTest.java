package io.sigmaprompt.physics.model.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.BadInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XmlReaderTest {
    @Test
    void every_element_knows_the_line_and_column_of_its_bracket() {
        XmlElement root = XmlReader.parse("""
                <?xml version="1.0"?>

                <!-- a
                     comment -->
                  <robot
                     name="r">
                  <link name="a"/><link
                      name="b">text<box/></link> <!-- c --> <joint/>
                </robot>
                """, "r.urdf");
        assertEquals("r.urdf:5:3", root.location().toString());
        assertEquals("r.urdf:7:3", root.children().get(0).location().toString());
        assertEquals("r.urdf:7:19", root.children().get(1).location().toString());
        assertEquals(
                "r.urdf:8:20",
                root.children().get(1).children().getFirst().location().toString());
        assertEquals("r.urdf:8:45", root.children().get(2).location().toString());
        assertEquals("text", root.children().get(1).text());
    }

    @Test
    void a_root_behind_the_declaration_on_its_line_is_found_too() {
        assertEquals(
                "f:1:22",
                XmlReader.parse("<?xml version='1.0'?><a/>", "f").location().toString());
        assertEquals("f:1:1", XmlReader.parse("<a/>", "f").location().toString());
    }

    @Test
    void prefixes_are_resolved_and_declarations_are_no_attributes() {
        XmlElement root = XmlReader.parse("<a xmlns:x='urn:x' k='v'><x:b/><y:c/></a>", "f");
        assertEquals("{k=v}", root.attributes().toString());
        assertEquals("urn:x", root.children().get(0).namespace());
        assertEquals("b", root.children().get(0).localName());
        assertEquals("", root.children().get(1).namespace());
        assertEquals("y", root.children().get(1).prefix());
    }

    @Test
    void broken_xml_is_told_with_its_place() {
        BadInputException e =
                assertThrows(BadInputException.class, () -> XmlReader.parse("<robot>\n  <link>\n</robot>", "arm.urdf"));
        assertEquals("arm.urdf:3:3", e.place());
        assertTrue(e.problem().contains("\"link\" must be terminated"), e.problem());
    }

    @Test
    void an_empty_text_and_one_that_is_no_xml_are_told() {
        assertTrue(assertThrows(BadInputException.class, () -> XmlReader.parse("", "f"))
                .problem()
                .contains("the file is empty"));
        assertEquals(
                "f:1:1",
                assertThrows(BadInputException.class, () -> XmlReader.parse("hello", "f"))
                        .place());
    }

    @Test
    void document_types_and_so_external_entities_are_refused(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "secret");
        String text = "<!DOCTYPE a [<!ENTITY s SYSTEM '" + secret.toUri() + "'>]>\n<a>&s;</a>";
        BadInputException e = assertThrows(BadInputException.class, () -> XmlReader.parse(text, "f"));
        assertTrue(e.problem().contains("document type"), e.problem());
    }

    @Test
    void absurd_nesting_is_refused() {
        BadInputException e = assertThrows(BadInputException.class, () -> XmlReader.parse("<a>".repeat(100_000), "f"));
        assertTrue(e.problem().contains("nested"), e.problem());
    }

    @Test
    void a_missing_file_a_folder_and_a_wrong_encoding_are_told(@TempDir Path folder) throws Exception {
        Path missing = folder.resolve("nobody.urdf");
        assertTrue(assertThrows(BadInputException.class, () -> XmlReader.read(missing))
                .getMessage()
                .contains("nobody.urdf: there is no such file"));
        assertTrue(assertThrows(BadInputException.class, () -> XmlReader.read(folder))
                .problem()
                .contains("folder"));
        Path latin = Files.write(folder.resolve("latin.urdf"), "<a b='ü'/>".getBytes(StandardCharsets.ISO_8859_1));
        assertTrue(assertThrows(BadInputException.class, () -> XmlReader.read(latin))
                .remedy()
                .contains("UTF-8"));
        Path empty = Files.createFile(folder.resolve("empty.urdf"));
        assertTrue(assertThrows(BadInputException.class, () -> XmlReader.read(empty))
                .getMessage()
                .contains("empty.urdf:1:1: the file is empty"));
        Path noise = Files.write(folder.resolve("noise.urdf"), new byte[] {(byte) 0xff, 1, 2});
        assertTrue(assertThrows(BadInputException.class, () -> XmlReader.read(noise))
                .getMessage()
                .contains("UTF-8 sequence. Save the file as UTF-8"));
    }

    @Test
    void a_missing_attribute_is_told_with_those_that_are_there() {
        XmlElement element = XmlReader.parse("<a b='1'/>", "f");
        BadInputException e = assertThrows(BadInputException.class, () -> element.requiredAttribute("name"));
        assertEquals("f:1:1: <a> needs the attribute 'name', found only [b]. Add name=\"…\"", e.getMessage());
    }
}
