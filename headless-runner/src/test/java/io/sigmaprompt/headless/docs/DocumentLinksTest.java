package io.sigmaprompt.headless.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Links and pictures of the documents lead somewhere. */
class DocumentLinksTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)(?:\\s+\"[^\"]*\")?\\)");
    private static final Pattern ELSEWHERE = Pattern.compile("^[a-z][a-z+.-]*:.*");

    @Test
    void everyLinkAndPictureWithinTheProjectIsThere() {
        List<String> dead = new ArrayList<>();
        int links = 0;
        for (Handbook.Line line : Handbook.lines()) {
            if (line.fence() != null) {
                continue;
            }
            for (MatchResult match : LINK.matcher(line.text()).results().toList()) {
                String target = match.group(1);
                if (!ELSEWHERE.matcher(target).matches()) {
                    links++;
                    if (!leadsSomewhere(line.file(), target)) {
                        dead.add(line.place() + ": " + target);
                    }
                }
            }
        }
        assertTrue(links > 20, "found only " + links + " links");
        assertEquals(List.of(), dead);
    }

    private static boolean leadsSomewhere(Path document, String target) {
        String[] parts = target.split("#", 2);
        String path = URLDecoder.decode(parts[0], StandardCharsets.UTF_8);
        Path file = path.isEmpty() ? document : document.resolveSibling(path).normalize();
        if (!file.startsWith(Handbook.ROOT) || !Files.exists(file)) {
            return false;
        }
        return parts.length == 1
                || Handbook.lines(file).stream()
                        .filter(line -> line.fence() == null && line.text().startsWith("#"))
                        .anyMatch(line -> anchor(line.text()).equals(parts[1]));
    }

    /** The name that a heading gets where Markdown is shown. */
    private static String anchor(String heading) {
        return heading.replaceFirst("^#+\\s*", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}\\- ]", "")
                .replace(' ', '-');
    }
}
