package io.sigmaprompt.bridge.rosbridge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Messages that rosbridge cut into pieces (op {@code fragment}), put together again within limits. Used by one thread.
 */
public final class Fragments {
    private static final int MAX_OPEN = 16;
    private static final int MAX_PIECES = 65_536;

    private final Map<String, Pieces> open = new LinkedHashMap<>();
    private long abandoned;

    /**
     * Takes one piece.
     *
     * @return the message, if this was its last missing piece
     * @throws RejectedMessageException if the piece is none, or its message grows beyond the limits and is given up
     */
    public Optional<String> add(JsonNode fragment) throws RejectedMessageException {
        String id = RosJson.text(fragment, "id");
        int number = whole(fragment, "num");
        int total = whole(fragment, "total");
        JsonNode data = fragment.get("data");
        if (data == null || !data.isString()) {
            throw new RejectedMessageException("data", "expected the fragment's text, found " + data);
        }
        if (total < 1 || total > MAX_PIECES || number < 0 || number >= total) {
            open.remove(id);
            throw new RejectedMessageException(
                    "num",
                    "expected piece 0.." + (MAX_PIECES - 1) + " of at most " + MAX_PIECES + ", found piece " + number
                            + " of " + total);
        }
        Pieces pieces = open.get(id);
        if (pieces == null) {
            pieces = begin(id, total);
        } else if (pieces.texts.length != total) {
            open.remove(id);
            throw new RejectedMessageException(
                    "total", "expected " + pieces.texts.length + " as in the pieces before, found " + total);
        }
        pieces.put(number, data.stringValue());
        if (pieces.length > RosJson.MAX_MESSAGE_LENGTH) {
            open.remove(id);
            throw new RejectedMessageException(
                    "data", "the pieces of '" + id + "' are longer than " + RosJson.MAX_MESSAGE_LENGTH + " characters");
        }
        if (pieces.missing > 0) {
            return Optional.empty();
        }
        open.remove(id);
        return Optional.of(pieces.joined());
    }

    private Pieces begin(String id, int total) {
        if (open.size() >= MAX_OPEN) {
            open.remove(open.keySet().iterator().next());
            abandoned++;
        }
        Pieces pieces = new Pieces(total);
        open.put(id, pieces);
        return pieces;
    }

    /** How many messages were given up unfinished because too many were open; counted since the last call. */
    public long takeAbandoned() {
        long count = abandoned;
        abandoned = 0;
        return count;
    }

    private static int whole(JsonNode fragment, String field) throws RejectedMessageException {
        JsonNode value = fragment.get(field);
        if (value == null || !value.isIntegralNumber() || !value.canConvertToInt()) {
            throw new RejectedMessageException(field, "expected a whole number, found " + value);
        }
        return value.intValue();
    }

    /** Cuts a message into operations whose data are at most {@code size} characters long. */
    public static List<ObjectNode> cut(String message, String id, int size) {
        int total = (message.length() + size - 1) / size;
        List<ObjectNode> fragments = new ArrayList<>(total);
        for (int i = 0; i < total; i++) {
            ObjectNode fragment = RosJson.object();
            fragment.put("op", "fragment");
            fragment.put("id", id);
            fragment.put("data", message.substring(i * size, Math.min(message.length(), (i + 1) * size)));
            fragment.put("num", i);
            fragment.put("total", total);
            fragments.add(fragment);
        }
        return fragments;
    }

    private static final class Pieces {
        private final @Nullable String[] texts;
        private int missing;
        private long length;

        Pieces(int total) {
            texts = new String[total];
            missing = total;
        }

        void put(int number, String text) {
            String before = texts[number];
            if (before == null) {
                missing--;
            } else {
                length -= before.length();
            }
            texts[number] = text;
            length += text.length();
        }

        String joined() {
            StringBuilder all = new StringBuilder((int) length);
            Arrays.asList(texts).forEach(all::append);
            return all.toString();
        }
    }
}
