package io.sigmaprompt.twin.telemetry;

/**
 * Something that a robot's own controller complains of.
 *
 * @param code the controller's own name or number for it
 * @param text in the controller's words
 */
public record RobotFault(String code, Severity severity, String text) {
    /** How bad the controller holds it to be. */
    public enum Severity {
        INFO,
        WARNING,
        ERROR
    }
}
