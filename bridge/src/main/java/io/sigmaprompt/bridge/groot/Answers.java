package io.sigmaprompt.bridge.groot;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests of Groot2, frames in and frames out. Facts from the sources of BehaviorTree.CPP 4.7:
 * {@code groot2_protocol.h} and {@code groot2_publisher.cpp}. Breakpoints would hold the loop up and hooks would change what
 * the tree decides without a word in the journal: they are refused, and there are never any.
 */
final class Answers {
    private static final char FULL_TREE = 'T';
    private static final char STATUS = 'S';
    private static final char BLACKBOARD = 'B';
    private static final char HOOK_INSERT = 'I';
    private static final char HOOK_REMOVE = 'R';
    private static final char BREAKPOINT_UNLOCK = 'U';
    private static final char HOOKS_DUMP = 'D';
    private static final char REMOVE_ALL_HOOKS = 'A';
    private static final char DISABLE_ALL_HOOKS = 'X';
    private static final char TOGGLE_RECORDING = 'r';
    private static final char GET_TRANSITIONS = 't';

    private final TreeFeed feed;
    private final LongSupplier wallMicros;

    /** @param wallMicros microseconds since 1970, told when a recording begins */
    Answers(TreeFeed feed, LongSupplier wallMicros) {
        this.feed = feed;
        this.wallMicros = wallMicros;
    }

    /** The reply, also to nonsense. */
    List<byte[]> to(List<byte[]> request) {
        RequestHeader header = request.isEmpty() ? null : RequestHeader.read(request.getFirst());
        if (header == null) {
            return error("wrong request header: expected 6 bytes, protocol, kind and number, found "
                    + (request.isEmpty() ? 0 : request.getFirst().length));
        }
        if (request.size() > 2) {
            return error("expected a header and at most one more frame, found " + request.size() + " frames");
        }
        String word = request.size() == 2 ? new String(request.get(1), StandardCharsets.UTF_8) : null;
        return switch (header.kind()) {
            case FULL_TREE -> reply(header, bytes(feed.xml()));
            case STATUS -> reply(header, StatusTable.of(feed.latest().nodes()));
            case BLACKBOARD ->
                word == null
                        ? missing("the names of subtrees between semicolons")
                        : reply(header, BoardPack.of(word, feed.latest().boards()));
            case TOGGLE_RECORDING -> recording(header, word);
            case GET_TRANSITIONS -> reply(header, feed.transitions().drain());
            case HOOKS_DUMP -> reply(header, bytes("[]"));
            case REMOVE_ALL_HOOKS, DISABLE_ALL_HOOKS -> reply(header, null);
            case HOOK_INSERT, HOOK_REMOVE, BREAKPOINT_UNLOCK ->
                error("breakpoints and hooks are not offered: a session decides by its journal alone, and its loop"
                        + " waits for nobody");
            default ->
                error("Request not recognized: expected one of T S B D A X r t, found byte "
                        + Integer.toString(header.kind()));
        };
    }

    private List<byte[]> recording(RequestHeader header, @Nullable String word) {
        if (word == null) {
            return missing("start or stop");
        }
        switch (word) {
            case "start" -> {
                feed.transitions().start(feed.latest().simNanos());
                return reply(header, bytes(Long.toString(wallMicros.getAsLong())));
            }
            case "stop" -> {
                feed.transitions().stop();
                return reply(header, null);
            }
            default -> {
                return error("expected start or stop, found "
                        + (word.length() > 40 ? word.length() + " letters" : "'" + word + "'"));
            }
        }
    }

    private List<byte[]> reply(RequestHeader header, byte @Nullable [] body) {
        List<byte[]> frames = new ArrayList<>();
        frames.add(header.reply(feed.id()));
        if (body != null) {
            frames.add(body);
        }
        return frames;
    }

    private static List<byte[]> missing(String what) {
        return error("must be 2 parts message: the second says " + what);
    }

    static List<byte[]> error(String text) {
        return List.of(bytes("error"), bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
