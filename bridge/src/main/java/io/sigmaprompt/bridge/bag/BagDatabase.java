package io.sigmaprompt.bridge.bag;

import io.sigmaprompt.physics.model.BadInputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/** One SQLite file of a rosbag2 recording, opened without writing a byte beside it. */
final class BagDatabase implements BagStorage {
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int HEADER_BYTES = 100;

    private final Path file;
    private final Connection connection;
    private @Nullable ResultSet messages;
    private long read;

    BagDatabase(Path file) {
        this.file = file;
        boolean journaled = requireWholeDatabase(file);
        var config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setOpenMode(SQLiteOpenMode.OPEN_URI);
        // Immutable: no lock and no -shm file, so that a read-only folder will do. With a write-ahead log beside the
        // file that would hide what stands in the log.
        String url = "jdbc:sqlite:" + uri(file) + (journaled ? "?mode=ro" : "?mode=ro&immutable=1");
        try {
            connection = config.createConnection(url);
        } catch (SQLException e) {
            throw unreadable("the database cannot be opened", e);
        }
    }

    @Override
    public List<Topic> topics() {
        List<Topic> topics = new ArrayList<>();
        try (var query = connection.createStatement();
                var rows =
                        query.executeQuery("SELECT id, name, type, serialization_format FROM topics ORDER BY name")) {
            while (rows.next()) {
                topics.add(new Topic(rows.getLong(1), rows.getString(2), rows.getString(3), rows.getString(4)));
            }
        } catch (SQLException e) {
            if (e.getMessage() != null && e.getMessage().contains("no such table")) {
                close();
                throw new BadInputException(
                        file.toString(),
                        "this SQLite database has no table 'topics': it is not a rosbag2 recording",
                        "Name a .db3 file that 'ros2 bag record' wrote.");
            }
            throw unreadable("its topics cannot be read", e);
        }
        return topics;
    }

    @Override
    public void select(List<Topic> topics) {
        String marks = String.join(", ", Collections.nCopies(topics.size(), "?"));
        try {
            PreparedStatement prepared =
                    connection.prepareStatement("SELECT id, timestamp, data, topic_id FROM messages WHERE topic_id IN ("
                            + marks + ") ORDER BY timestamp, id");
            for (int i = 0; i < topics.size(); i++) {
                prepared.setLong(i + 1, topics.get(i).id());
            }
            messages = prepared.executeQuery();
        } catch (SQLException e) {
            throw unreadable("its messages cannot be read", e);
        }
    }

    @Override
    public @Nullable Message next() {
        ResultSet rows = messages;
        try {
            if (rows == null || !rows.next()) {
                return null;
            }
            byte[] data = rows.getBytes(3);
            read++;
            return new Message(rows.getLong(1), rows.getLong(2), data == null ? new byte[0] : data, rows.getLong(4));
        } catch (SQLException e) {
            throw unreadable("after " + read + " messages the next cannot be read", e);
        }
    }

    @Override
    public Timestamps compareWithStamps(Topic topic, StampReader stamps) {
        try (var query =
                connection.prepareStatement("SELECT timestamp, substr(data, 1, 12) FROM messages WHERE topic_id = ?")) {
            query.setLong(1, topic.id());
            Timestamps found = Timestamps.NONE;
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    found = Timestamps.COPIED;
                    byte[] head = rows.getBytes(2);
                    if (head != null && head.length == StampReader.HEAD_BYTES && !stamps.tells(head, rows.getLong(1))) {
                        return Timestamps.OWN;
                    }
                }
            }
            return found;
        } catch (SQLException e) {
            throw unreadable("its messages cannot be read", e);
        }
    }

    @Override
    public void close() {
        messages = null;
        try {
            // Closes its statements and their results too.
            connection.close();
        } catch (SQLException e) {
            throw unreadable("the database cannot be closed", e);
        }
    }

    /** Checks name, magic and length; tells whether a write-ahead log with content lies beside the file. */
    private static boolean requireWholeDatabase(Path file) {
        String place = file.toString();
        if (!Files.isRegularFile(file)) {
            throw new BadInputException(
                    place,
                    Files.exists(file) ? "expected a .db3 file, found a folder" : "there is no such file",
                    "Check the path.");
        }
        try (var in = Files.newInputStream(file)) {
            byte[] header = in.readNBytes(HEADER_BYTES);
            long size = Files.size(file);
            if (header.length < HEADER_BYTES || !startsWithMagic(header)) {
                throw new BadInputException(
                        place,
                        size == 0 ? "the file is empty" : "the file does not begin like an SQLite database",
                        "Name a .db3 file that 'ros2 bag record' wrote.");
            }
            Path log = file.resolveSibling(file.getFileName() + "-wal");
            boolean journaled = Files.exists(log) && Files.size(log) > 0;
            ByteBuffer fields = ByteBuffer.wrap(header);
            int pageSize = fields.getShort(16) & 0xFFFF;
            long expected = (pageSize == 1 ? 65_536L : pageSize) * (fields.getInt(28) & 0xFFFF_FFFFL);
            if (!journaled && size < expected) {
                throw new BadInputException(
                        place,
                        "the database should have " + expected + " bytes and the file has " + size + ": it was cut",
                        "Copy it again from its source.");
            }
            return journaled;
        } catch (IOException e) {
            throw new BadInputException(
                    place, "the file cannot be read (" + e.getMessage() + ")", "Check its permissions.");
        }
    }

    private static boolean startsWithMagic(byte[] header) {
        return ByteBuffer.wrap(header, 0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC));
    }

    private static String uri(Path file) {
        // SQLite decodes the path of its URIs; toUri escapes what needs it, the driver keeps it as it is.
        return "file:" + file.toAbsolutePath().toUri().getRawPath();
    }

    private BadInputException unreadable(String what, SQLException cause) {
        var bad = new BadInputException(
                file.toString(), what + " (" + cause.getMessage() + ")", "Copy it again from its source.");
        bad.initCause(cause);
        return bad;
    }
}
