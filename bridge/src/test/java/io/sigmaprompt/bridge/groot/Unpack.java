package io.sigmaprompt.bridge.groot;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads MessagePack by its specification. */
final class Unpack {
    private final ByteBuffer in;

    private Unpack(byte[] bytes) {
        in = ByteBuffer.wrap(bytes);
    }

    static Object of(byte[] bytes) {
        Unpack unpack = new Unpack(bytes);
        Object value = unpack.value();
        if (unpack.in.hasRemaining()) {
            throw new IllegalArgumentException(unpack.in.remaining() + " bytes are left");
        }
        return value;
    }

    private Object value() {
        int lead = in.get() & 0xFF;
        if (lead < 0x80 || lead >= 0xE0) {
            return (long) (byte) lead;
        }
        if (lead < 0x90) {
            return map(lead & 15);
        }
        if (lead < 0xA0) {
            return list(lead & 15);
        }
        if (lead < 0xC0) {
            return text(lead & 31);
        }
        return switch (lead) {
            case 0xC0 -> "nil";
            case 0xCB -> in.getDouble();
            case 0xD2 -> (long) in.getInt();
            case 0xD3 -> in.getLong();
            case 0xD9 -> text(in.get() & 0xFF);
            case 0xDA -> text(in.getShort() & 0xFFFF);
            case 0xDC -> list(in.getShort() & 0xFFFF);
            case 0xDE -> map(in.getShort() & 0xFFFF);
            default -> throw new IllegalArgumentException("byte " + lead);
        };
    }

    private Map<Object, Object> map(int size) {
        Map<Object, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            Object key = value();
            map.put(key, value());
        }
        return map;
    }

    private List<Object> list(int size) {
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            list.add(value());
        }
        return list;
    }

    private String text(int size) {
        byte[] letters = new byte[size];
        in.get(letters);
        return new String(letters, StandardCharsets.UTF_8);
    }
}
