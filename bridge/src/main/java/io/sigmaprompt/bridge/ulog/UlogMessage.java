package io.sigmaprompt.bridge.ulog;

import java.nio.ByteBuffer;

/** One message of a log (ULog File Format, "Definitions" and "Data" sections). */
public sealed interface UlogMessage {
    /** Said of the whole log, as {@code ver_sw}. The value is text or a {@link Number} or Boolean. */
    record Info(String key, Object value) implements UlogMessage {}

    /** Said of the whole log in several pieces. */
    record MultiInfo(String key, Object value, boolean continued) implements UlogMessage {}

    /** A parameter's value, at the start or changed on the way. */
    record Parameter(String name, double value) implements UlogMessage {}

    /**
     * What a parameter is where nobody sets it.
     *
     * @param system whether it is so for the firmware
     * @param setup whether it is so for the vehicle's current setup
     */
    record ParameterDefault(String name, double value, boolean system, boolean setup) implements UlogMessage {}

    /** A format was told. */
    record Format(UlogFormat format) implements UlogMessage {}

    /** A topic's data may come from here on. */
    record Subscribed(UlogSubscription subscription) implements UlogMessage {}

    /** A topic's data ends here. */
    record Unsubscribed(UlogSubscription subscription) implements UlogMessage {}

    /**
     * A topic's data.
     *
     * @param bytes little-endian, from its position on; valid until the reader is asked for the next message
     */
    record Data(UlogSubscription subscription, ByteBuffer bytes) implements UlogMessage {}

    /**
     * A line of the console.
     *
     * @param level 0 emergency, 1 alert, 2 critical, 3 error, 4 warning, 5 notice, 6 information, 7 debug
     * @param tag which process or vehicle said it, or -1
     * @param micros on the vehicle's clock
     */
    record LoggedString(int level, int tag, long micros, String text) implements UlogMessage {}

    /** The logger could not keep pace for so long. */
    record Dropout(int millis) implements UlogMessage {}
}
