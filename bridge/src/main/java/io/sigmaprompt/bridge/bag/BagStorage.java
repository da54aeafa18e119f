package io.sigmaprompt.bridge.bag;

import io.sigmaprompt.physics.model.BadInputException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One file of a bag, whatever its storage is. For use by one thread. */
interface BagStorage extends AutoCloseable {
    /** A topic of the bag. */
    record Topic(long id, String name, String type, String serializationFormat) {}

    /** One stored message; {@code connection} tells publishers of a topic apart where the storage does. */
    record Message(long id, long timestampNanos, byte[] data, long topic, int connection) {
        Message(long id, long timestampNanos, byte[] data, long topic) {
            this(id, timestampNanos, data, topic, 0);
        }
    }

    /** Reads the stamp from a message's first twelve bytes. */
    @FunctionalInterface
    interface StampReader {
        /** Bytes of a message that a stamp needs. */
        int HEAD_BYTES = 12;

        long read(byte[] head);

        /** Whether a timestamp is the stamp that a message begins with. */
        default boolean tells(byte[] head, long timestamp) {
            try {
                return read(head) == timestamp;
            } catch (BadInputException e) {
                // A damaged message says nothing about the others; it is reported where it is read.
                return true;
            }
        }
    }

    /** How the timestamps of a topic's messages relate to the stamps in their headers. */
    enum Timestamps {
        /** There are no messages to tell from. */
        NONE,
        /** Each is its own header's stamp: the recorder's times are not its own. */
        COPIED,
        /** At least one differs: they are the recorder's. */
        OWN
    }

    /** All topics of the bag, by name. */
    List<Topic> topics();

    Timestamps compareWithStamps(Topic topic, StampReader stamps);

    /** Begins to read some topics' messages by their timestamps, ties in the order they were stored. */
    void select(List<Topic> topics);

    /** The next message of the selected topics, or null at the end. */
    @Nullable
    Message next();

    /**
     * A message as CDR with its encapsulation header.
     *
     * @throws BadInputException if it is stored otherwise and cannot be put so
     */
    default byte[] cdr(Message message, String place) {
        return message.data();
    }

    /** How the file is stored, a sentence each: chunks, compression, index. */
    default List<String> layout() {
        return List.of();
    }

    /** What is wrong with the file, though it can be read: sentences for people. */
    default List<String> warnings() {
        return List.of();
    }

    @Override
    void close();
}
