package io.sigmaprompt.physics.model;

/**
 * Something that was given to the workbench is wrong: one message with the place, what was expected and found, and how
 * to mend it. The command line answers it with exit code 2 and no stack trace.
 */
public final class BadInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String place;
    private final String problem;
    private final String remedy;

    /**
     * A complaint about an input.
     *
     * @param place file:line:column, or field, topic or argument
     * @param problem what was expected and what was found
     * @param remedy how to mend it; a sentence that stands by itself
     */
    public BadInputException(String place, String problem, String remedy) {
        super(place + ": " + problem + ". " + remedy);
        this.place = place;
        this.problem = problem;
        this.remedy = remedy;
    }

    public String place() {
        return place;
    }

    public String problem() {
        return problem;
    }

    public String remedy() {
        return remedy;
    }
}
