package io.sigmaprompt.twin.cognition.tree;

import io.sigmaprompt.physics.model.BadInputException;
import org.jspecify.annotations.Nullable;

/** Makes a complaint about a place in a tree. */
@FunctionalInterface
public interface DesignFault {
    /** Complains of elements only; where the text is at hand an attribute's place is told. */
    DesignFault AT_ELEMENT = (element, attribute, offset, problem, remedy) ->
            new BadInputException(element.place().toString(), problem, remedy);

    /**
     * A complaint, to be thrown.
     *
     * @param attribute the attribute at fault, or null for the element
     * @param offset characters into the attribute's value
     */
    BadInputException of(ElementDesign element, @Nullable String attribute, int offset, String problem, String remedy);
}
