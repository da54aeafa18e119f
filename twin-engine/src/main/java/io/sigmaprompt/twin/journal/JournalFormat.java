package io.sigmaprompt.twin.journal;

/**
 * The journal's format. After {@link #MAGIC} come frames: length (4 bytes), CRC-32 (4), and so many bytes, the first of
 * which is the frame's kind. A {@link #SEGMENT} holds records, packed as a part of one stream; a {@link #SNAPSHOT} holds a
 * tick and the kernel's state after it, and the next segment begins a new stream; {@link #END} holds the ticks and the
 * hash of a session that ended well. Numbers are little-endian.
 */
final class JournalFormat {
    /** First bytes of a journal: its name and the version of its format. */
    static final String MAGIC = "SIGMAJ02";

    /** Length and checksum before each frame. */
    static final int HEAD = 8;

    static final int SEGMENT = 1;
    static final int END = 2;
    static final int SNAPSHOT = 3;

    /** Record in a segment: tick and input. */
    static final int INPUT = 1;
    /** Record in a segment: tick and the first eight bytes of the session's hash after it. */
    static final int CHECK = 2;

    private JournalFormat() {}
}
