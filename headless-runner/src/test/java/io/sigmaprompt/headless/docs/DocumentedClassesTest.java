package io.sigmaprompt.headless.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The classes that the documents speak of exist. */
class DocumentedClassesTest {
    private static final Pattern NAMED =
            Pattern.compile("([A-Z][a-z]+[A-Za-z0-9]*)(?:\\.([A-Za-z]\\w*)(?:\\(.*\\))?)?");
    private static final Pattern DECLARED =
            Pattern.compile("(?m)^[^*/\\n]*\\b(?:class|record|enum|interface)\\s+([A-Z]\\w*)");

    @Test
    void everyClassAndMemberThatADocumentNamesIsInTheSources() throws IOException {
        Map<String, String> sources = sources();
        List<String> strangers = new ArrayList<>();
        int known = 0;
        for (Handbook.Line line : Handbook.lines()) {
            for (String code : line.inlineCode()) {
                Matcher named = NAMED.matcher(code);
                if (!named.matches() || isOfTheJdk(named.group(1)) || sources.containsKey(code) && code.contains(".")) {
                    continue;
                }
                String source = sources.get(named.group(1));
                boolean there = source != null
                        && (named.group(2) == null
                                || Pattern.compile("\\b" + named.group(2) + "\\b")
                                        .matcher(source)
                                        .find());
                if (there) {
                    known++;
                } else {
                    strangers.add(line.place() + ": " + code);
                }
            }
        }
        assertTrue(known > 40, "found only " + known + " names of classes");
        assertEquals(List.of(), strangers);
    }

    /** Text of the file that declares a class, by the class's simple name; other files, as shaders, by their own. */
    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new LinkedHashMap<>();
        try (Stream<Path> modules = Files.list(Handbook.ROOT)) {
            for (Path module : modules.filter(folder -> Files.isDirectory(folder.resolve("src")))
                    .sorted()
                    .toList()) {
                try (Stream<Path> files = Files.walk(module.resolve("src"))) {
                    for (Path file : files.filter(Files::isRegularFile).toList()) {
                        String name = file.getFileName().toString();
                        if (!name.endsWith(".java")) {
                            sources.putIfAbsent(name, "");
                            continue;
                        }
                        String text = Handbook.read(file);
                        DECLARED.matcher(text).results().forEach(match -> sources.putIfAbsent(match.group(1), text));
                    }
                }
            }
        }
        return sources;
    }

    private static boolean isOfTheJdk(String name) {
        for (String home : List.of("java.lang.", "java.util.")) {
            try {
                Class.forName(home + name, false, DocumentedClassesTest.class.getClassLoader());
                return true;
            } catch (ClassNotFoundException e) {
                // Then it is one of ours, or of nobody.
            }
        }
        return false;
    }
}
