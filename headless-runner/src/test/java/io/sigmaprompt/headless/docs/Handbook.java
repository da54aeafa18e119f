package io.sigmaprompt.headless.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The project's Markdown, line by line, with what is code in it told from what is not. */
final class Handbook {
    static final Path ROOT =
            Path.of(System.getProperty("sigma.root")).toAbsolutePath().normalize();

    private static final Pattern FENCE = Pattern.compile("^\\s*```(.*)$");
    private static final Pattern INLINE = Pattern.compile("`([^`]+)`");

    private Handbook() {}

    /**
     * A line of a document.
     *
     * @param fence the words behind the fence that the line stands in, as {@code yaml drag.yaml}; null outside of fences
     */
    record Line(Path file, int number, String text, String fence) {
        String place() {
            return ROOT.relativize(file) + ":" + number;
        }

        /** What stands between backticks; nothing within a fence. */
        List<String> inlineCode() {
            return fence != null
                    ? List.of()
                    : INLINE.matcher(text)
                            .results()
                            .map(match -> match.group(1))
                            .toList();
        }
    }

    /** README, CONTRIBUTING and everything below docs, sorted. */
    static List<Path> documents() {
        try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(
                            Stream.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md")),
                            files.filter(file -> file.toString().endsWith(".md"))
                                    .sorted())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of a document, without those of the fences themselves. */
    static List<Line> lines(Path file) {
        List<Line> lines = new ArrayList<>();
        String fence = null;
        List<String> texts = read(file).lines().toList();
        for (int i = 0; i < texts.size(); i++) {
            Matcher matcher = FENCE.matcher(texts.get(i));
            if (matcher.matches()) {
                fence = fence == null ? matcher.group(1).strip() : null;
            } else {
                lines.add(new Line(file, i + 1, texts.get(i), fence));
            }
        }
        return lines;
    }

    static List<Line> lines() {
        return documents().stream().flatMap(file -> lines(file).stream()).toList();
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
