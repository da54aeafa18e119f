package io.sigmaprompt.bridge.trace;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing buffer of JSON text in UTF-8. What is put is not checked: whoever puts it keeps the grammar. */
final class JsonText {
    private static final byte[] NULL = ascii("null");
    private static final byte[] TRUE = ascii("true");
    private static final byte[] FALSE = ascii("false");
    private static final byte[] HEXADECIMAL = ascii("0123456789ABCDEF");
    private static final byte[] ZERO = ascii("0.0");

    private byte[] bytes = new byte[4096];
    private int size;

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    void clear() {
        size = 0;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    /** A sign of the grammar. */
    void sign(char one) {
        ensure(1);
        bytes[size++] = (byte) one;
    }

    void raw(byte[] text) {
        ensure(text.length);
        System.arraycopy(text, 0, bytes, size, text.length);
        size += text.length;
    }

    /** A number; null for one that JSON has no word for. */
    void number(double value) {
        if (Double.doubleToRawLongBits(value) == 0) {
            raw(ZERO);
        } else if (Double.isFinite(value)) {
            plain(Double.toString(value));
        } else {
            raw(NULL);
        }
    }

    void number(long value) {
        plain(Long.toString(value));
    }

    void truth(boolean value) {
        raw(value ? TRUE : FALSE);
    }

    /** A string with its quotes (RFC 8259, section 7). */
    void string(String text) {
        int length = text.length();
        ensure(6 * length + 2);
        bytes[size++] = '"';
        for (int i = 0; i < length; i++) {
            char one = text.charAt(i);
            if (one >= 0x80 || one < 0x20 || one == '"' || one == '\\') {
                size -= i;
                escaped(text);
                return;
            }
            bytes[size++] = (byte) one;
        }
        bytes[size++] = '"';
    }

    /** A string that does not stand there as it is, behind its opening quote. */
    private void escaped(String text) {
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            ensure(7);
            if (one == '"' || one == '\\') {
                bytes[size++] = '\\';
                bytes[size++] = one;
            } else if (one >= 0 && one < 0x20) {
                bytes[size++] = '\\';
                bytes[size++] = 'u';
                bytes[size++] = '0';
                bytes[size++] = '0';
                bytes[size++] = HEXADECIMAL[one >> 4];
                bytes[size++] = HEXADECIMAL[one & 15];
            } else {
                bytes[size++] = one;
            }
        }
        sign('"');
    }

    private void plain(String text) {
        int length = text.length();
        ensure(length);
        for (int i = 0; i < length; i++) {
            bytes[size + i] = (byte) text.charAt(i);
        }
        size += length;
    }

    private void ensure(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
