package io.sigmaprompt.bridge.rosbridge;

import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sorts what a rosbridge server says by its operation. Nothing that comes in makes it throw. Used by one thread at a
 * time.
 */
final class Incoming {
    private final LinkEvents events;
    private final Consumer<ObjectNode> responses;
    private final Fragments fragments = new Fragments();

    /**
     * A sorter.
     *
     * @param responses takes the answers to service calls
     */
    Incoming(LinkEvents events, Consumer<ObjectNode> responses) {
        this.events = events;
        this.responses = responses;
    }

    void text(String text) {
        text(text, false);
    }

    private void text(String text, boolean assembled) {
        try {
            operation(RosJson.read(text), assembled);
        } catch (RejectedMessageException e) {
            events.rejected("rosbridge", e.text());
        }
    }

    private void operation(ObjectNode operation, boolean assembled) throws RejectedMessageException {
        String name = RosJson.text(operation, "op");
        switch (name) {
            case "publish" -> events.published(RosJson.text(operation, "topic"), operation.get("msg"));
            case "service_response" -> responses.accept(operation);
            case "status" -> events.status(RosJson.text(operation, "level"), RosJson.text(operation, "msg"));
            case "fragment" -> {
                if (assembled) {
                    throw new RejectedMessageException("op", "a fragment within fragments");
                }
                fragment(operation);
            }
            case "png" ->
                throw new RejectedMessageException(
                        "op",
                        "the server compresses as PNG, which was not asked for and is not supported; set its"
                                + " compression to none");
            case "" -> throw new RejectedMessageException("op", "expected an operation's name, found none");
            default -> throw new RejectedMessageException("op", "unknown operation " + RosJson.excerpt(name));
        }
    }

    private void fragment(ObjectNode operation) throws RejectedMessageException {
        Optional<String> whole = fragments.add(operation);
        for (long i = fragments.takeAbandoned(); i > 0; i--) {
            events.rejected("rosbridge", "fragment: a message in pieces was given up, its pieces never all came");
        }
        whole.ifPresent(text -> text(text, true));
    }
}
