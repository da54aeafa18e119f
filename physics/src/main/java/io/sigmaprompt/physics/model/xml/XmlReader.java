package io.sigmaprompt.physics.model.xml;

import io.sigmaprompt.physics.model.BadInputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;

/**
 * Reads XML files into located elements. Document types, and with them external and expanding entities, are refused.
 */
public final class XmlReader {
    private static final long LARGEST = 256L << 20;

    private XmlReader() {}

    /**
     * The root element of a file.
     *
     * @throws BadInputException if the file is missing, unreadable, no well-formed XML, nested absurdly deep, or has a
     *     document type
     */
    public static XmlElement read(Path file) {
        return parse(bytes(file), file.toString());
    }

    /** The root element of a text, named {@code source} in complaints. */
    public static XmlElement parse(String text, String source) {
        return parse(text.getBytes(StandardCharsets.UTF_8), source);
    }

    private static byte[] bytes(Path file) {
        if (!Files.exists(file)) {
            throw new BadInputException(file.toString(), "there is no such file", "Check the path and its spelling");
        }
        if (Files.isDirectory(file)) {
            throw new BadInputException(
                    file.toString(), "a file is expected, this is a folder", "Name a file inside it");
        }
        try {
            if (Files.size(file) > LARGEST) {
                throw new BadInputException(
                        file.toString(),
                        "the file has " + (Files.size(file) >> 20) + " MB, which is no description of a robot",
                        "Check that it is the file that you mean");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new BadInputException(
                    file.toString(), "the file cannot be read, " + e.getMessage(), "Check its permissions");
        }
    }

    private static XmlElement parse(byte[] bytes, String source) {
        XmlTreeBuilder builder = new XmlTreeBuilder(source, bytes);
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            XMLReader reader = factory.newSAXParser().getXMLReader();
            reader.setProperty("http://apache.org/xml/properties/locale", Locale.ROOT);
            reader.setProperty("http://xml.org/sax/properties/lexical-handler", builder);
            reader.setContentHandler(builder);
            reader.setErrorHandler(builder);
            reader.setEntityResolver(builder);
            reader.parse(new InputSource(new ByteArrayInputStream(bytes)));
        } catch (SAXParseException e) {
            throw broken(source, e);
        } catch (IOException e) {
            // The bytes are at hand, so this is an encoding that does not decode.
            throw undecodable(builder.place(), e.getMessage());
        } catch (SAXException | ParserConfigurationException e) {
            throw new BadInputException(source, "the XML cannot be read, " + e.getMessage(), "Mend the file");
        }
        return builder.root();
    }

    private static BadInputException undecodable(String place, @Nullable String message) {
        return new BadInputException(
                place,
                "the text does not decode, " + withoutDots(message),
                "Save the file as UTF-8, or declare its encoding in the first line");
    }

    private static BadInputException broken(String source, SAXParseException e) {
        String place = source + ":" + Math.max(1, e.getLineNumber()) + ":" + Math.max(1, e.getColumnNumber());
        String message = String.valueOf(e.getMessage());
        if (message.contains("DOCTYPE")) {
            return new BadInputException(
                    place,
                    "the file has a document type (<!DOCTYPE …>), which could pull in other files and is not read",
                    "Remove the <!DOCTYPE …>; a robot description needs none");
        }
        if (message.startsWith("Invalid byte")) {
            return undecodable(place, message);
        }
        if (message.startsWith("Premature end of file")) {
            return new BadInputException(
                    place, "the file is empty, or ends before its first element", "Fill it, or name another");
        }
        return new BadInputException(
                place,
                "the XML is broken: " + withoutDots(message),
                "Mend the file there or just before; xmllint shows the same");
    }

    private static String withoutDots(@Nullable String message) {
        return String.valueOf(message).replaceFirst("\\.+$", "");
    }
}
