package io.sigmaprompt.physics.model.mechanism;

/**
 * Something in a model that is legal but odd, and how it was read.
 *
 * @param place file:line:column
 * @param message what is odd and what was made of it
 */
public record ModelWarning(String place, String message) {
    @Override
    public String toString() {
        return place + ": " + message;
    }
}
