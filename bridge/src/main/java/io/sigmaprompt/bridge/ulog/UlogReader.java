package io.sigmaprompt.bridge.ulog;

import io.sigmaprompt.physics.model.BadInputException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Reads a log of PX4 message by message, in memory that does not grow with the file. What is damaged is left out and told
 * with its offset; reading goes on behind it where the way is found again. Data that was appended after a crash is read
 * where the flags say that it begins. For use by one thread.
 *
 * <p>Source: PX4 Guide, "ULog File Format", version 1.
 */
public final class UlogReader implements AutoCloseable {
    private static final int HEAD_BYTES = 3;

    private final String place;
    private final UlogInput input;
    private final UlogHeader header;
    private final UlogDefinitions definitions = new UlogDefinitions();
    private final UlogDecoder decoder = new UlogDecoder(definitions);
    private final UlogResynchronization way;
    private final UlogDamage damage = new UlogDamage();
    private long at;
    private long messageAt;
    private int segment;

    private UlogReader(String place, UlogInput input) throws IOException {
        this.place = place;
        this.input = input;
        header = UlogHeader.read(input, place);
        way = new UlogResynchronization(input, definitions);
        at = header.dataFrom();
    }

    /**
     * Opens a log.
     *
     * @throws BadInputException if the file cannot be read, is no ULog file, or is one that must not be read
     */
    public static UlogReader open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new BadInputException(
                    file.toString(),
                    Files.exists(file) ? "expected a .ulg file, found a folder" : "there is no such file",
                    "Check the path.");
        }
        FileChannel channel = null;
        try {
            channel = FileChannel.open(file, StandardOpenOption.READ);
            return new UlogReader(file.toString(), new UlogInput(channel));
        } catch (IOException e) {
            close(channel);
            throw new BadInputException(
                    file.toString(), "the file cannot be read (" + e.getMessage() + ")", "Check its permissions.");
        } catch (RuntimeException e) {
            close(channel);
            throw e;
        }
    }

    private static void close(@Nullable FileChannel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                // It was only read; why it could not be is told already.
            }
        }
    }

    public int version() {
        return header.version();
    }

    /** When the log was begun, microseconds on the vehicle's clock. */
    public long startMicros() {
        return header.startMicros();
    }

    /** Where the message that was read last stands, bytes from the file's beginning. */
    public long messageOffset() {
        return messageAt;
    }

    /** What was found damaged or lost so far. */
    public UlogDamage damage() {
        return damage;
    }

    /** The next message, or null at the end. */
    public @Nullable UlogMessage next() {
        try {
            while (true) {
                long end = segmentEnd();
                if (at >= end) {
                    if (segment >= header.appendedAt().length) {
                        return null;
                    }
                    at = header.appendedAt()[segment++];
                    continue;
                }
                UlogMessage message = read(end);
                if (message != null) {
                    return message;
                }
            }
        } catch (IOException e) {
            throw new BadInputException(
                    place,
                    "at byte " + at + " the file cannot be read (" + e.getMessage() + ")",
                    "Check the disk, or copy it again from its source.");
        }
    }

    private long segmentEnd() {
        return segment < header.appendedAt().length ? header.appendedAt()[segment] : input.size();
    }

    private @Nullable UlogMessage read(long end) throws IOException {
        messageAt = at;
        if (at + HEAD_BYTES > end || !input.has(at, HEAD_BYTES)) {
            lose(end, "the " + (end - at) + " bytes left are less than a message's head");
            return null;
        }
        int length = input.unsignedShort(at);
        int type = input.unsignedByte(at + 2);
        if (!isPlausible(length, type)) {
            lose(end, "no message begins here");
            return null;
        }
        long next = at + HEAD_BYTES + length;
        if (next > end || !input.has(at, HEAD_BYTES + length)) {
            lose(end, "a message of " + length + " bytes is cut after " + (end - at - HEAD_BYTES));
            return null;
        }
        if (!UlogDecoder.knows(type)) {
            if (leadsOn(next, end)) {
                damage.unknownType();
                at = next;
            } else {
                lose(end, "no message begins here");
            }
            return null;
        }
        return decode(type, length, next, end);
    }

    private @Nullable UlogMessage decode(int type, int length, long next, long end) throws IOException {
        try {
            UlogMessage message = decoder.decode(type, input.slice(at + HEAD_BYTES, length));
            at = next;
            if (message instanceof UlogMessage.Dropout(int millis)) {
                damage.dropout(millis);
            }
            return message;
        } catch (CorruptUlogException e) {
            if (leadsOn(next, end)) {
                damage.at(at, e.problem());
                at = next;
            } else {
                lose(end, e.problem());
            }
            return null;
        }
    }

    /** The types of messages are letters; a message without a body is none of anybody's. */
    private static boolean isPlausible(int length, int type) {
        return length > 0 && (type >= 'A' && type <= 'Z' || type >= 'a' && type <= 'z');
    }

    private boolean leadsOn(long next, long end) throws IOException {
        return next == end
                || next + HEAD_BYTES <= end
                        && input.has(next, HEAD_BYTES)
                        && isPlausible(input.unsignedShort(next), input.unsignedByte(next + 2))
                        && UlogDecoder.knows(input.unsignedByte(next + 2));
    }

    /** Tells that nothing can be read here and goes on where something can. */
    private void lose(long end, String problem) throws IOException {
        long found = way.find(at + 1, end);
        damage.at(
                at,
                problem + "; "
                        + (found < end
                                ? (found - at) + " bytes are left out"
                                : "nothing can be read behind it, " + (end - at) + " bytes are left out"));
        at = found;
    }

    @Override
    public void close() {
        try {
            input.close();
        } catch (IOException e) {
            throw new BadInputException(place, "the file cannot be closed (" + e.getMessage() + ")", "Check the disk.");
        }
    }
}
