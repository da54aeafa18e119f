package io.sigmaprompt.headless.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a command speaks: words for people, and with {@code --json} one object for programs on standard output, the
 * words then going to standard error. May be used from any thread.
 */
final class Console {
    private final PrintWriter out;
    private final PrintWriter err;
    private final PrintWriter words;
    private final Surroundings surroundings;
    private final boolean json;
    private final boolean verbose;
    private final boolean terminal;
    private final boolean coloured;
    private String status = "";

    Console(
            PrintWriter out,
            PrintWriter err,
            Surroundings surroundings,
            boolean json,
            boolean verbose,
            boolean colourWanted) {
        this.out = out;
        this.err = err;
        this.words = json ? err : out;
        this.surroundings = surroundings;
        this.json = json;
        this.verbose = verbose;
        this.terminal = json ? surroundings.errIsTerminal() : surroundings.outIsTerminal();
        this.coloured = terminal && colourWanted && !surroundings.colourRefused();
    }

    boolean json() {
        return json;
    }

    boolean verbose() {
        return verbose;
    }

    /** Whether the words go to a terminal, so that a line can be redrawn. */
    boolean terminal() {
        return terminal;
    }

    int columns() {
        return surroundings.columns();
    }

    /** The text in a tone, or as it is where there are no colours. */
    String paint(Tone tone, String text) {
        String code = tone.code(surroundings.trueColour());
        return coloured && !code.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }

    /** A line for people; the status line stays below it. */
    synchronized void line(String text) {
        words.println(status.isEmpty() ? text : "\r\u001b[K" + text);
        drawStatus();
    }

    /** What is odd but no obstacle, a line each. */
    void warnings(List<?> warnings) {
        warnings.forEach(warning -> line(paint(Tone.WARN, "warning: ") + warning));
    }

    /** The line that says what went wrong, on standard error. */
    synchronized void error(String message) {
        endStatus();
        err.println("error: " + message);
        err.flush();
    }

    void line() {
        line("");
    }

    /** What is good to know beside the outcome, on standard error. */
    synchronized void aside(String text) {
        err.println(text);
        err.flush();
    }

    /** Draws the status line anew; only on a terminal. */
    synchronized void status(String text) {
        if (terminal) {
            status = text;
            drawStatus();
        }
    }

    /** What a long calculation is at: the status line on a terminal, else a line on standard error. */
    synchronized void progress(String text) {
        if (terminal) {
            status(text);
        } else {
            err.println(text);
            err.flush();
        }
    }

    /** Takes the status line away. */
    synchronized void endStatus() {
        if (!status.isEmpty()) {
            status = "";
            words.print("\r\u001b[K");
            words.flush();
        }
    }

    private void drawStatus() {
        if (!status.isEmpty()) {
            words.print("\r\u001b[K" + status);
        }
        words.flush();
    }

    /** The one object of a {@code --json} call. */
    void object(Map<String, ?> object) {
        out.println(JsonMapper.shared().writeValueAsString(object));
        out.flush();
    }
}
