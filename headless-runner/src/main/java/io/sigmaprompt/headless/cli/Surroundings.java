package io.sigmaprompt.headless.cli;

import java.util.Map;

/**
 * What the command line stands in.
 *
 * @param environment environment variables
 * @param outIsTerminal whether standard output is a terminal that understands control sequences
 * @param errIsTerminal the same of standard error
 * @param columns width of the terminal
 */
record Surroundings(Map<String, String> environment, boolean outIsTerminal, boolean errIsTerminal, int columns) {
    private static final int USUAL_COLUMNS = 100;

    Surroundings {
        environment = Map.copyOf(environment);
    }

    /** Of this process. The launcher says which streams are terminals, because Java tells only of both together. */
    static Surroundings ofProcess() {
        boolean dumb = "dumb".equals(System.getenv("TERM"));
        String streams = System.getProperty("sigma.terminal", "");
        return new Surroundings(
                System.getenv(),
                streams.contains("out") && !dumb,
                streams.contains("err") && !dumb,
                Integer.getInteger("sigma.columns", USUAL_COLUMNS));
    }

    /** No terminal at all. */
    static Surroundings none() {
        return new Surroundings(Map.of(), false, false, USUAL_COLUMNS);
    }

    /** Whether the user asked for no colour, as no-color.org describes. */
    boolean colourRefused() {
        return !environment.getOrDefault("NO_COLOR", "").isEmpty();
    }

    boolean trueColour() {
        String depth = environment.getOrDefault("COLORTERM", "");
        return depth.equals("truecolor") || depth.equals("24bit");
    }
}
