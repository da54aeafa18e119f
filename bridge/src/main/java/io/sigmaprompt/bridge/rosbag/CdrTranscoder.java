package io.sigmaprompt.bridge.rosbag;

import io.sigmaprompt.bridge.cdr.CdrWriter;
import io.sigmaprompt.physics.model.BadInputException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes ROS 1 messages of one type as CDR, field by field as their definition says: ROS 1 packs values without padding and
 * strings without their zero, and its header begins with a sequence number that ROS 2 has not.
 */
public final class CdrTranscoder {
    private static final int MAX_DEPTH = 32;
    private static final String HEADER = "std_msgs/Header";

    private sealed interface Shape {}

    /** Values of one size; {@code parts} of them one after another, as in a time. */
    private record Plain(int size, int parts) implements Shape {}

    private record Text() implements Shape {}

    private record Group(List<Member> members, boolean header) implements Shape {}

    private record Member(String name, Shape shape, int count) {}

    private final Group shape;

    /**
     * Learns a type.
     *
     * @param connection whose messages will be written
     * @param file for messages
     * @throws BadInputException if its definition cannot be used
     */
    public CdrTranscoder(BagConnection connection, String file) {
        var definition =
                new MessageDefinition(connection.type(), connection.definition(), file + " " + connection.topic());
        shape = group(definition, connection.type(), 0);
    }

    /**
     * A message as ROS 2 would write it, little-endian.
     *
     * @param ros1 in ROS 1 serialization
     * @param place where it comes from, for messages
     * @throws BadInputException if it is not a whole message of the type
     */
    public byte[] toCdr(byte[] ros1, String place) {
        ByteBuffer in = ByteBuffer.wrap(ros1).order(ByteOrder.LITTLE_ENDIAN);
        var out = new CdrWriter(ByteOrder.LITTLE_ENDIAN);
        write(shape, in, out, "", place);
        if (in.hasRemaining()) {
            throw damaged(place, "", in, in.remaining() + " bytes follow the last field");
        }
        return out.toByteArray();
    }

    private static Group group(MessageDefinition definition, String type, int depth) {
        if (depth > MAX_DEPTH) {
            throw definition.wrong(type + " is nested more than " + MAX_DEPTH + " deep");
        }
        List<Member> members = new ArrayList<>();
        for (MessageDefinition.Field field : definition.fields(type)) {
            members.add(new Member(field.name(), shape(definition, field.type(), depth), field.count()));
        }
        return new Group(members, type.equals(HEADER));
    }

    private static Shape shape(MessageDefinition definition, String type, int depth) {
        return switch (type) {
            case "bool", "int8", "uint8", "byte", "char" -> new Plain(1, 1);
            case "int16", "uint16" -> new Plain(2, 1);
            case "int32", "uint32", "float32" -> new Plain(4, 1);
            case "int64", "uint64", "float64" -> new Plain(8, 1);
            case "time", "duration" -> new Plain(4, 2);
            case "string" -> new Text();
            default -> group(definition, type, depth + 1);
        };
    }

    private static void write(Shape shape, ByteBuffer in, CdrWriter out, String field, String place) {
        switch (shape) {
            case Plain plain -> copy(plain, 1, in, out, field, place);
            case Text text -> {
                long length = count(in, field, place);
                byte[] bytes = new byte[need(in, length, field, place)];
                in.get(bytes);
                out.int32(bytes.length + 1).bytes(1, bytes).bytes(1, new byte[1]);
            }
            case Group group -> {
                for (int i = 0; i < group.members().size(); i++) {
                    Member member = group.members().get(i);
                    if (i == 0 && group.header()) {
                        in.position(in.position() + need(in, Integer.BYTES, member.name(), place));
                    } else {
                        write(member, in, out, field.isEmpty() ? member.name() : field + "." + member.name(), place);
                    }
                }
                if (group.members().isEmpty()) {
                    // ROS 2 gives a message without fields one byte.
                    out.bytes(1, new byte[1]);
                }
            }
        }
    }

    private static void write(Member member, ByteBuffer in, CdrWriter out, String field, String place) {
        if (member.count() == MessageDefinition.Field.ONE) {
            write(member.shape(), in, out, field, place);
            return;
        }
        long count = member.count();
        if (count == MessageDefinition.Field.ANY) {
            count = count(in, field, place);
            need(in, count, field, place);
            out.int32((int) count);
        }
        if (member.shape() instanceof Plain plain) {
            copy(plain, count, in, out, field, place);
        } else {
            need(in, count, field, place);
            for (int i = 0; i < count; i++) {
                write(member.shape(), in, out, field + "[" + i + "]", place);
            }
        }
    }

    private static void copy(Plain plain, long count, ByteBuffer in, CdrWriter out, String field, String place) {
        if (count > 0) {
            byte[] bytes = new byte[need(in, count * plain.size() * plain.parts(), field, place)];
            in.get(bytes);
            out.bytes(plain.size(), bytes);
        }
    }

    private static long count(ByteBuffer in, String field, String place) {
        need(in, Integer.BYTES, field, place);
        return in.getInt() & 0xFFFF_FFFFL;
    }

    private static int need(ByteBuffer in, long bytes, String field, String place) {
        if (bytes > in.remaining()) {
            throw damaged(
                    place, field, in, "at least " + bytes + " bytes are expected and " + in.remaining() + " are left");
        }
        return (int) bytes;
    }

    private static BadInputException damaged(String place, String field, ByteBuffer in, String problem) {
        return new BadInputException(
                place,
                (field.isEmpty() ? "the message" : "field '" + field + "'") + " at byte " + in.position() + ": "
                        + problem,
                "The message is damaged or of another type than its topic says.");
    }
}
