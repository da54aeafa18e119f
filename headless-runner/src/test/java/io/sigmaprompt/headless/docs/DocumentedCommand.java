package io.sigmaprompt.headless.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command that a document, or a command's own help, tells people to type.
 *
 * @param place file and line
 * @param words behind {@code sigma}, as a shell would split them
 */
record DocumentedCommand(String place, List<String> words) {
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

    String text() {
        return "./sigma " + String.join(" ", words);
    }

    String name() {
        return words.isEmpty() ? "" : words.getFirst();
    }

    /** All that README, CONTRIBUTING and docs tell people to type. */
    static List<DocumentedCommand> inDocuments() {
        List<DocumentedCommand> found = new ArrayList<>();
        for (Handbook.Line line : Handbook.lines()) {
            if (line.fence() != null) {
                String text = line.text().strip().replaceFirst("^\\$ ", "");
                if (text.startsWith("./sigma ")) {
                    found.add(new DocumentedCommand(line.place(), split(text.substring("./sigma ".length()))));
                }
            }
            for (String code : line.inlineCode()) {
                if (code.startsWith("./sigma ")) {
                    found.add(new DocumentedCommand(line.place(), split(code.substring("./sigma ".length()))));
                }
            }
        }
        return found;
    }

    /** The examples at the end of a help text. */
    static List<DocumentedCommand> inHelp(String command, String help) {
        List<DocumentedCommand> found = new ArrayList<>();
        List<String> lines = help.lines().toList();
        for (int i = lines.indexOf("Examples:") + 1; i > 0 && i < lines.size(); i++) {
            if (lines.get(i).startsWith("  sigma ")) {
                // Behind a gap of blanks stands what it is good for.
                String typed = lines.get(i).strip().substring("sigma ".length()).split(" {2,}", 2)[0];
                found.add(new DocumentedCommand(("sigma " + command).strip() + " --help:" + (i + 1), split(typed)));
            }
        }
        return found;
    }

    /** The words up to a comment or a pipe. */
    private static List<String> split(String line) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(line);
        while (matcher.find()) {
            if (matcher.group().startsWith("#") || matcher.group().equals("|")) {
                break;
            }
            for (int group = 1; group <= 3; group++) {
                if (matcher.group(group) != null) {
                    words.add(matcher.group(group));
                }
            }
        }
        return words;
    }
}
