package io.sigmaprompt.bridge.ulog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Turns a message's bytes into what they say. */
final class UlogDecoder {
    private static final String KNOWN = "BFIMPQARDLCSO";

    private final UlogDefinitions definitions;

    UlogDecoder(UlogDefinitions definitions) {
        this.definitions = definitions;
    }

    static boolean knows(int type) {
        return KNOWN.indexOf(type) >= 0;
    }

    /**
     * Decodes a message.
     *
     * @param body its bytes behind the head
     * @return null for one that says nothing to a reader of data: flags, and marks to find the way by
     * @throws CorruptUlogException if it does not hold what its type says
     */
    @Nullable
    UlogMessage decode(int type, ByteBuffer body) {
        return switch (type) {
            case 'F' -> new UlogMessage.Format(definitions.define(text(body)));
            case 'I' -> info(body);
            case 'M' -> multiInfo(body);
            case 'P' -> parameter(body);
            case 'Q' -> parameterDefault(body);
            case 'A' -> subscribe(body);
            case 'R' -> unsubscribe(body);
            case 'D' -> data(body);
            case 'L' -> {
                need(body, 9);
                yield new UlogMessage.LoggedString(level(body), -1, body.getLong(), text(body));
            }
            case 'C' -> {
                need(body, 11);
                yield new UlogMessage.LoggedString(level(body), body.getShort() & 0xFFFF, body.getLong(), text(body));
            }
            case 'O' -> {
                need(body, 2);
                yield new UlogMessage.Dropout(body.getShort() & 0xFFFF);
            }
            default -> null;
        };
    }

    private static void need(ByteBuffer body, int bytes) {
        if (body.remaining() < bytes) {
            throw new CorruptUlogException("expected " + bytes + " more bytes, found " + body.remaining());
        }
    }

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.UTF_8.decode(bytes).toString();
    }

    /** Levels are written as digits; a plain number is understood too. */
    private static int level(ByteBuffer body) {
        int level = body.get() & 0xFF;
        level = level >= '0' ? level - '0' : level;
        if (level > 7) {
            throw new CorruptUlogException("expected a level of '0' to '7', found " + level);
        }
        return level;
    }

    private static UlogField key(ByteBuffer body) {
        need(body, 1);
        int length = body.get() & 0xFF;
        need(body, length);
        UlogField key = UlogField.parse(text(body.slice(body.position(), length)));
        body.position(body.position() + length);
        return key;
    }

    private static Object value(UlogField key, ByteBuffer body) {
        UlogType type = UlogType.of(key.type());
        if (type == null) {
            throw new CorruptUlogException("the key '" + UlogField.shown(key.name()) + "' has the type '"
                    + UlogField.shown(key.type()) + "', which is not a basic one");
        }
        if (type == UlogType.CHAR) {
            return text(body.slice(body.position(), Math.min(body.remaining(), key.count())));
        }
        need(body, type.bytes() * key.count());
        var slot = new UlogSlot(type, 0, key.count());
        return switch (type) {
            case BOOL -> slot.integer(body) != 0;
            case FLOAT, DOUBLE -> slot.number(body);
            default -> slot.integer(body);
        };
    }

    private static UlogMessage info(ByteBuffer body) {
        UlogField key = key(body);
        return new UlogMessage.Info(key.name(), value(key, body));
    }

    private static UlogMessage multiInfo(ByteBuffer body) {
        need(body, 1);
        boolean continued = body.get() != 0;
        UlogField key = key(body);
        return new UlogMessage.MultiInfo(key.name(), value(key, body), continued);
    }

    private static UlogMessage parameter(ByteBuffer body) {
        UlogField key = key(body);
        return new UlogMessage.Parameter(key.name(), parameterValue(key, body));
    }

    private static UlogMessage parameterDefault(ByteBuffer body) {
        need(body, 1);
        int kinds = body.get();
        UlogField key = key(body);
        return new UlogMessage.ParameterDefault(
                key.name(), parameterValue(key, body), (kinds & 1) != 0, (kinds & 2) != 0);
    }

    private static double parameterValue(UlogField key, ByteBuffer body) {
        boolean known =
                key.count() == 1 && (key.type().equals("int32_t") || key.type().equals("float"));
        if (!known || !(value(key, body) instanceof Number number)) {
            throw new CorruptUlogException("the parameter '" + UlogField.shown(key.name())
                    + "' must be an int32_t or a float and is '" + UlogField.shown(key.type()) + "'");
        }
        return number.doubleValue();
    }

    private UlogMessage subscribe(ByteBuffer body) {
        need(body, 4);
        int instance = body.get() & 0xFF;
        int id = body.getShort() & 0xFFFF;
        return new UlogMessage.Subscribed(definitions.subscribe(id, instance, text(body)));
    }

    private @Nullable UlogMessage unsubscribe(ByteBuffer body) {
        need(body, 2);
        UlogSubscription gone = definitions.unsubscribe(body.getShort() & 0xFFFF);
        return gone == null ? null : new UlogMessage.Unsubscribed(gone);
    }

    private UlogMessage data(ByteBuffer body) {
        need(body, 2);
        int id = body.getShort() & 0xFFFF;
        UlogSubscription subscription = definitions.subscription(id);
        if (subscription == null) {
            throw new CorruptUlogException("data of topic number " + id + ", which was never subscribed to");
        }
        if (body.remaining() < subscription.layout().leastBytes()) {
            throw new CorruptUlogException(subscription.topic() + ": expected "
                    + subscription.layout().leastBytes() + " bytes of data, found " + body.remaining());
        }
        return new UlogMessage.Data(subscription, body);
    }
}
