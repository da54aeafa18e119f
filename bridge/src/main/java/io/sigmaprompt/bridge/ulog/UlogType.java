package io.sigmaprompt.bridge.ulog;

import org.jspecify.annotations.Nullable;

/** The basic types of a ULog field (ULog File Format, "Data Types"). */
public enum UlogType {
    INT8("int8_t", 1),
    UINT8("uint8_t", 1),
    INT16("int16_t", 2),
    UINT16("uint16_t", 2),
    INT32("int32_t", 4),
    UINT32("uint32_t", 4),
    INT64("int64_t", 8),
    UINT64("uint64_t", 8),
    FLOAT("float", 4),
    DOUBLE("double", 8),
    BOOL("bool", 1),
    CHAR("char", 1);

    private final String spelling;
    private final int bytes;

    UlogType(String spelling, int bytes) {
        this.spelling = spelling;
        this.bytes = bytes;
    }

    /** As it stands in a format. */
    public String spelling() {
        return spelling;
    }

    public int bytes() {
        return bytes;
    }

    /** The type of that spelling, or null where it is none of the basic ones. */
    static @Nullable UlogType of(String spelling) {
        for (UlogType type : values()) {
            if (type.spelling.equals(spelling)) {
                return type;
            }
        }
        return null;
    }
}
