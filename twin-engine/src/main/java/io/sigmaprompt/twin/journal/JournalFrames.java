package io.sigmaprompt.twin.journal;

import io.sigmaprompt.twin.codec.CanonicalInput;
import java.util.zip.CRC32;

/**
 * Walks along the records of a journal, and tells a journal that was cut off from one that was damaged. A cut leaves the
 * beginning of a record, or zeros where a disk lost its power; anything else that is no record is damage.
 */
final class JournalFrames {
    private static final int HEAD = JournalFormat.HEAD;
    /** No frame comes near this. */
    private static final int LONGEST_FRAME = 1 << 26;
    /** As many zeros at the end are blocks that never reached the disk. */
    private static final int LOST_BYTES = 16;

    private final byte[] bytes;
    private final CRC32 checksum = new CRC32();
    private int start;
    private int end;

    JournalFrames(byte[] bytes, int from) {
        this.bytes = bytes;
        start = from;
        end = from;
    }

    /** Goes to the next whole record; if there is none, {@link #start} is where the whole ones end. */
    boolean next() {
        start = end;
        if (!wholeAt(start)) {
            return false;
        }
        end = start + HEAD + lengthAt(start);
        return true;
    }

    /** Offset of this record's head. */
    int start() {
        return start;
    }

    int kind() {
        return bytes[start + HEAD];
    }

    /** What stands behind the kind. */
    CanonicalInput content() {
        return new CanonicalInput(bytes, contentAt(), contentLength());
    }

    int contentAt() {
        return start + HEAD + 1;
    }

    int contentLength() {
        return end - contentAt();
    }

    /** Whether what stands behind the last whole record is more than the beginning of one. */
    boolean damaged() {
        int rest = bytes.length - start;
        for (int at = start + 1; at < bytes.length - HEAD; at++) {
            if (furtherRecordAt(at)) {
                return true;
            }
        }
        if (rest < HEAD || endsInZeros()) {
            return false;
        }
        int length = lengthAt(start);
        return length <= 0 || length > LONGEST_FRAME || length <= rest - HEAD;
    }

    private boolean endsInZeros() {
        for (int i = Math.max(start, bytes.length - LOST_BYTES); i < bytes.length; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private boolean wholeAt(int at) {
        int room = bytes.length - at - HEAD;
        if (room <= 0) {
            return false;
        }
        int length = lengthAt(at);
        if (length <= 0 || length > Math.min(room, LONGEST_FRAME)) {
            return false;
        }
        checksum.reset();
        checksum.update(bytes, at + HEAD, length);
        return (int) checksum.getValue() == new CanonicalInput(bytes, at + 4, 4).getInt();
    }

    /** Cheap to ask at every byte of a long journal: the checksum is taken only where a record's first byte stands. */
    private boolean furtherRecordAt(int at) {
        int kind = bytes[at + HEAD];
        return (kind == JournalFormat.SEGMENT || kind == JournalFormat.END || kind == JournalFormat.SNAPSHOT)
                && wholeAt(at);
    }

    private int lengthAt(int at) {
        return new CanonicalInput(bytes, at, 4).getInt();
    }
}
