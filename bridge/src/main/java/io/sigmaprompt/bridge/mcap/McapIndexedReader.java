package io.sigmaprompt.bridge.mcap;

import io.sigmaprompt.physics.model.BadInputException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;

/**
 * Reads an MCAP file at any place through its summary: messages by topic and time, in the order of their log times, and
 * attachments and metadata by name. A file whose summary is missing, damaged or incomplete is walked along once when it is
 * opened; one that was cut or damaged gives all that stands before, and says where. For use by one thread.
 */
public final class McapIndexedReader implements Closeable {
    private final McapFile file;
    private final McapRecord.Header header;
    private final McapContents contents;
    private final boolean indexed;

    private McapIndexedReader(McapFile file) {
        this.file = file;
        header = headerOf(file);
        McapContents summary = new McapContents();
        indexed = file.isFinished() && summarized(file, summary);
        contents = indexed ? summary : McapWalk.along(file);
    }

    /**
     * Opens a file.
     *
     * @throws BadInputException if there is no such file or it is not MCAP
     */
    public static McapIndexedReader open(Path path) {
        McapFile file = McapFile.open(path);
        try {
            return new McapIndexedReader(file);
        } catch (BadInputException e) {
            file.closeBecauseOf(e);
            throw e;
        }
    }

    private static McapRecord.Header headerOf(McapFile file) {
        long at = Opcode.magic().length;
        if (file.lengthAt(at) >= 0 && file.record(at) instanceof McapRecord.Header header) {
            return header;
        }
        throw new BadInputException(
                file.place(at),
                "the first record of an MCAP file must be a whole Header and is not",
                "Check where the file comes from.");
    }

    /** Reads the summary; false where it is missing, damaged or does not tell of everything. */
    private static boolean summarized(McapFile file, McapContents into) {
        McapRecord.Footer footer = file.footer();
        if (footer.summaryStart() == 0 || !file.summaryIsWhole(footer)) {
            return false;
        }
        try {
            long offset = footer.summaryStart();
            while (file.lengthAt(offset) >= 0 && file.opcodeAt(offset) != Opcode.FOOTER) {
                into.take(file.record(offset));
                offset += file.lengthAt(offset);
            }
        } catch (BadInputException damaged) {
            return false;
        }
        return into.isComplete();
    }

    /** The file's profile and the library that wrote it. */
    public McapRecord.Header header() {
        return header;
    }

    /** Whether the summary told where everything stands; otherwise the file was walked along. */
    public boolean isIndexed() {
        return indexed;
    }

    /** Where the file was cut or is damaged, if it was walked along and is. */
    public Optional<String> damage() {
        return contents.damage();
    }

    public Map<Integer, McapRecord.Schema> schemas() {
        return Collections.unmodifiableMap(contents.schemas);
    }

    public Map<Integer, McapRecord.Channel> channels() {
        return Collections.unmodifiableMap(contents.channels);
    }

    /** Counts of the whole file, where it carries them. */
    public Optional<McapRecord.Statistics> statistics() {
        return contents.statistics();
    }

    public List<McapRecord.ChunkIndex> chunks() {
        return Collections.unmodifiableList(contents.chunks);
    }

    public List<McapRecord.AttachmentIndex> attachments() {
        return Collections.unmodifiableList(contents.attachments);
    }

    public List<McapRecord.MetadataIndex> metadata() {
        return Collections.unmodifiableList(contents.metadata);
    }

    /**
     * An attachment.
     *
     * @throws BadInputException if it is not there, or its CRC is another
     */
    public McapRecord.Attachment attachment(McapRecord.AttachmentIndex index) {
        if (!(file.record(index.offset()) instanceof McapRecord.Attachment found)) {
            throw McapDamage.at(file.place(index.offset()), "the index names an attachment here, and there is none");
        }
        if (found.crc() != 0) {
            // From the record's first field to the end of its data.
            long fields = 2L * Long.BYTES + 4 + utf8(found.name()) + 4 + utf8(found.mediaType()) + Long.BYTES;
            var crc = new CRC32();
            crc.update(file.bytes(index.offset() + Opcode.PREFIX_BYTES, Math.toIntExact(fields + found.data().length))
                    .array());
            if (crc.getValue() != found.crc()) {
                throw new BadInputException(
                        file.place(index.offset()),
                        "the CRC of the attachment '%s' should be %08x and is %08x"
                                .formatted(found.name(), found.crc(), crc.getValue()),
                        McapDamage.CHANGED);
            }
        }
        return found;
    }

    private static int utf8(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
    }

    /**
     * A metadata record.
     *
     * @throws BadInputException if it is not there
     */
    public McapRecord.Metadata metadata(McapRecord.MetadataIndex index) {
        if (file.record(index.offset()) instanceof McapRecord.Metadata found) {
            return found;
        }
        throw McapDamage.at(file.place(index.offset()), "the index names metadata here, and there is none");
    }

    /** All messages, in the order of their log times; those of one time in file order. */
    public McapMessages messages() {
        return new McapMessages(file, contents, contents.channels.keySet(), 0, -1L);
    }

    /**
     * Messages of some topics within a time, in the order of their log times; those of one time in file order.
     *
     * @param topics their names; one that the file does not have has no messages
     * @param from first log time, ns, unsigned
     * @param to last log time, ns, unsigned; −1 for no end
     */
    public McapMessages messages(Collection<String> topics, long from, long to) {
        Set<String> wanted = new TreeSet<>(topics);
        Set<Integer> ids = new TreeSet<>();
        contents.channels.values().stream()
                .filter(channel -> wanted.contains(channel.topic()))
                .forEach(channel -> ids.add(channel.id()));
        return new McapMessages(file, contents, ids, from, to);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
