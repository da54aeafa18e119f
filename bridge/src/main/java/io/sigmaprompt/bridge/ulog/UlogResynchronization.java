package io.sigmaprompt.bridge.ulog;

import java.io.IOException;

/**
 * Finds the way again behind damage: at a synchronization message, or where several data messages follow one another
 * that each have exactly the length that their topic asks for.
 */
final class UlogResynchronization {
    private static final int HEAD_BYTES = 3;
    private static final int CHAIN = 3;
    // Head and magic of a synchronization message.
    private static final int[] SYNC = {0x08, 0x00, 'S', 0x2F, 0x73, 0x13, 0x20, 0x25, 0x0C, 0xBB, 0x12};

    private final UlogInput input;
    private final UlogDefinitions definitions;

    UlogResynchronization(UlogInput input, UlogDefinitions definitions) {
        this.input = input;
        this.definitions = definitions;
    }

    /** Where messages begin again, at or behind {@code from}, or {@code end} where they do not. */
    long find(long from, long end) throws IOException {
        for (long at = from; at + HEAD_BYTES <= end && input.has(at, HEAD_BYTES); at++) {
            int type = input.unsignedByte(at + 2);
            if (type == 'S' && isSync(at, end) || type == 'D' && isChain(at, end)) {
                return at;
            }
        }
        return end;
    }

    private boolean isSync(long at, long end) throws IOException {
        if (at + SYNC.length > end || !input.has(at, SYNC.length)) {
            return false;
        }
        for (int i = 0; i < SYNC.length; i++) {
            if (input.unsignedByte(at + i) != SYNC[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean isChain(long from, long end) throws IOException {
        long at = from;
        for (int i = 0; i < CHAIN; i++) {
            if (at + HEAD_BYTES + 2 > end || !input.has(at, HEAD_BYTES + 2) || input.unsignedByte(at + 2) != 'D') {
                return false;
            }
            int length = input.unsignedShort(at);
            UlogSubscription topic = definitions.subscription(input.unsignedShort(at + HEAD_BYTES));
            if (topic == null
                    || length - 2 < topic.layout().leastBytes()
                    || length - 2 > topic.layout().bytes()
                    || at + HEAD_BYTES + length > end) {
                return false;
            }
            at += HEAD_BYTES + length;
        }
        return true;
    }
}
