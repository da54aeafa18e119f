package io.sigmaprompt.bridge.ulog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.bridge.Corpus;
import io.sigmaprompt.physics.model.BadInputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class UlogReaderTest {
    /** Header and flags: what is wrong with them may forbid to read on. */
    private static final int FIRST = 16 + 3 + 40;

    @TempDir
    Path folder;

    private UlogReader open(UlogBytes bytes) {
        return UlogReader.open(bytes.write(folder.resolve("log.ulg")));
    }

    private static List<UlogMessage> all(UlogReader reader) {
        List<UlogMessage> all = new ArrayList<>();
        UlogMessage message = reader.next();
        while (message != null) {
            all.add(message);
            message = reader.next();
        }
        return all;
    }

    private static void assertContains(String part, String whole) {
        assertTrue(whole.contains(part), whole);
    }

    private static void assertRefused(String problem, Executable read) {
        assertContains(problem, assertThrows(BadInputException.class, read).getMessage());
    }

    /** A topic with a nested format, an array and padding inside and at its end. */
    private static UlogBytes nested() {
        return new UlogBytes()
                .flags(0, 0)
                .format("esc_report:float rpm;uint8_t state;uint8_t[3] _padding0;")
                .format(
                        "esc_status:uint64_t timestamp;uint16_t counter;esc_report[2] esc;bool ok;uint8_t[5] _padding0;")
                .subscribe(7, 1, "esc_status");
    }

    private static ByteBuffer escData(long micros) {
        return UlogBytes.body(27)
                .putLong(micros)
                .putShort((short) 0xFFFE)
                .putFloat(1.5f)
                .putInt(0x11)
                .putFloat(-2.5f)
                .putInt(0x22)
                .put((byte) 1)
                .flip();
    }

    @Test
    void readsNestedFormatsArraysAndPaddingAwayAtTheEnd() {
        try (UlogReader reader = open(nested().data(7, escData(42)))) {
            UlogMessage last = null;
            for (UlogMessage m = reader.next(); m != null && !(last instanceof UlogMessage.Data); m = reader.next()) {
                last = m;
                if (m instanceof UlogMessage.Data(UlogSubscription topic, ByteBuffer bytes)) {
                    UlogLayout layout = topic.layout();
                    assertEquals(1, topic.instance());
                    assertEquals("esc_status", topic.topic());
                    assertEquals(32, layout.bytes());
                    assertEquals(27, layout.leastBytes());
                    assertEquals(42, layout.find("timestamp").integer(bytes));
                    assertEquals(65534, layout.find("counter").number(bytes));
                    assertEquals(1.5, layout.find("esc[0].rpm").number(bytes));
                    assertEquals(-2.5, layout.find("esc[1].rpm").number(bytes));
                    assertEquals(0x22, layout.find("esc[1].state").number(bytes));
                    assertEquals(1, layout.find("ok").integer(bytes));
                    assertNull(layout.find("esc[2].rpm"));
                    assertNull(layout.find("esc"));
                    assertNull(layout.find("nothing"));
                }
            }
            assertInstanceOf(UlogMessage.Data.class, last);
            assertEquals(List.of(), reader.damage().sentences());
        }
    }

    @Test
    void readsWhatIsSaidOfTheWholeLog() {
        byte[] parameter = UlogBytes.concat(
                new byte[] {15},
                UlogBytes.utf8("float MC_ROLL_P"),
                UlogBytes.body(4).putFloat(6.5f).array());
        byte[] standard = UlogBytes.concat(
                new byte[] {3, 15},
                UlogBytes.utf8("int32_t SYS_AUT"),
                UlogBytes.body(4).putInt(4001).array());
        byte[] piece = UlogBytes.concat(new byte[] {1, 12}, UlogBytes.utf8("char[3] perf"), UlogBytes.utf8("abc"));
        byte[] tagged = UlogBytes.concat(
                UlogBytes.body(11)
                        .put((byte) '4')
                        .putShort((short) 3)
                        .putLong(77)
                        .array(),
                UlogBytes.utf8("low"));
        UlogBytes log = new UlogBytes(1, 123)
                .flags(1, 0)
                .info("char[3] sys_name", UlogBytes.utf8("PX4"))
                .info("uint32_t ver", UlogBytes.body(4).putInt(-1).array())
                .message('P', parameter)
                .message('Q', standard)
                .message('M', piece)
                .sync()
                .logged('6', 99, "Takeoff detected")
                .message('C', tagged)
                .message('O', (byte) 30, (byte) 0)
                .message('Z', new byte[5])
                .sync();
        try (UlogReader reader = open(log)) {
            assertEquals(123, reader.startMicros());
            assertEquals(
                    List.of(
                            new UlogMessage.Info("sys_name", "PX4"),
                            new UlogMessage.Info("ver", 0xFFFF_FFFFL),
                            new UlogMessage.Parameter("MC_ROLL_P", 6.5),
                            new UlogMessage.ParameterDefault("SYS_AUT", 4001, true, true),
                            new UlogMessage.MultiInfo("perf", "abc", true),
                            new UlogMessage.LoggedString(6, -1, 99, "Takeoff detected"),
                            new UlogMessage.LoggedString(4, 3, 77, "low"),
                            new UlogMessage.Dropout(30)),
                    all(reader));
            assertEquals(
                    List.of(
                            "the logger lost data once, 30 ms in all (dropouts)",
                            "1 message of an unknown type was skipped"),
                    reader.damage().sentences());
        }
    }

    @Test
    void endsATopicWhereItIsUnsubscribed() {
        try (UlogReader reader = open(nested().message('R', (byte) 7, (byte) 0).data(7, escData(1)))) {
            assertTrue(all(reader).stream().anyMatch(UlogMessage.Unsubscribed.class::isInstance));
            assertEquals(1, reader.damage().places());
            assertContains("never subscribed to", reader.damage().sentences().getFirst());
        }
    }

    @Test
    void goesOnAtAppendedDataPastTheMessageThatWasCutBeforeIt() {
        UlogBytes log = nested();
        int head = log.size();
        byte[] first = new UlogBytes().data(7, escData(1)).bytes();
        int cut = head + first.length - 16 - 9;
        // The flags are the first message behind the header of 16 bytes: bits at 19 + 8, offsets at 19 + 16.
        byte[] bytes = UlogBytes.concat(
                log.bytes(),
                Arrays.copyOfRange(first, 16, first.length - 9),
                Arrays.copyOfRange(first, 16, first.length));
        bytes[19 + 8] = 1;
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(19 + 16, cut);
        try (UlogReader reader = UlogReader.open(Files.write(folder.resolve("crash.ulg"), bytes))) {
            assertEquals(
                    1,
                    all(reader).stream()
                            .filter(UlogMessage.Data.class::isInstance)
                            .count());
            assertEquals(1, reader.damage().places());
            assertContains(
                    "at byte " + head + ": a message of 29 bytes is cut after 20",
                    reader.damage().sentences().getFirst());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void findsTheWayAgainBehindDamageAndTellsWhere() {
        UlogBytes log = nested();
        int at = log.size();
        log.raw(new byte[] {0, 0, 0, 0, 0, 9, 9, 9});
        for (int i = 0; i < 5; i++) {
            log.data(7, escData(i));
        }
        log.raw((byte) 0xFF, (byte) 0xFF, (byte) 'D').sync().logged('4', 1, "after");
        try (UlogReader reader = open(log)) {
            List<UlogMessage> read = all(reader);
            assertEquals(
                    5, read.stream().filter(UlogMessage.Data.class::isInstance).count());
            assertEquals(new UlogMessage.LoggedString(4, -1, 1, "after"), read.getLast());
            assertEquals(2, reader.damage().sentences().size());
            assertEquals(
                    "at byte " + at + ": no message begins here; 8 bytes are left out",
                    reader.damage().sentences().getFirst());
        }
    }

    @Test
    void refusesWhatItMustNotRead() throws IOException {
        Path text = Files.writeString(folder.resolve("a.ulg"), "timestamp,roll\n0,1\n");
        assertRefused("does not begin like a ULog file", () -> UlogReader.open(text));
        Path empty = Files.createFile(folder.resolve("b.ulg"));
        assertRefused("the file is empty", () -> UlogReader.open(empty));
        Path cut = Files.write(folder.resolve("c.ulg"), Arrays.copyOf(new UlogBytes().bytes(), 10));
        assertRefused("it was cut", () -> UlogReader.open(cut));
        assertRefused("ULog version 2", () -> open(new UlogBytes(2, 0)));
        assertRefused("incompatible flag 2", () -> open(new UlogBytes().flags(0, 4)));
        assertRefused("found a folder", () -> UlogReader.open(folder));
        assertRefused("no such file", () -> UlogReader.open(folder.resolve("no.ulg")));
    }

    @Test
    void refusesFormatsThatHoldThemselvesOrAreLongerThanAnyMessage() {
        UlogBytes log = new UlogBytes()
                .format("a:uint64_t timestamp;b[2] inner;")
                .format("b:a[2] inner;")
                .format("big:float[60000] x;")
                .subscribe(1, 0, "a")
                .subscribe(2, 0, "big")
                .subscribe(3, 0, "missing")
                .sync();
        try (UlogReader reader = open(log)) {
            assertTrue(all(reader).stream().noneMatch(UlogMessage.Subscribed.class::isInstance));
            assertEquals(3, reader.damage().sentences().size());
            assertContains("holds itself", reader.damage().sentences().get(0));
            assertContains(
                    "longer than the longest message",
                    reader.damage().sentences().get(1));
            assertContains("no format 'missing'", reader.damage().sentences().get(2));
        }
    }

    private static UlogBytes rich() {
        UlogBytes log = nested().info("char[3] sys_name", UlogBytes.utf8("PX4"));
        for (int i = 0; i < 8; i++) {
            log.data(7, escData(1000L * i)).logged('4', 1000L * i, "line " + i);
            if (i % 3 == 2) {
                log.sync().message('O', (byte) 5, (byte) 0);
            }
        }
        return log;
    }

    /** Reads every value that data says it has, to see that none lies outside the message. */
    private static int readEverything(UlogReader reader) {
        int messages = 0;
        for (UlogMessage message = reader.next(); message != null; message = reader.next()) {
            messages++;
            if (message instanceof UlogMessage.Data(UlogSubscription topic, ByteBuffer bytes)) {
                for (String path : List.of("timestamp", "counter", "esc[0].rpm", "esc[1].state", "ok", "esc.rpm")) {
                    UlogSlot slot = topic.layout().find(path);
                    if (slot != null) {
                        slot.numbers(bytes);
                    }
                }
            }
        }
        return messages;
    }

    @Test
    void readsAsFarAsItGoesWhereverTheFileIsCut() throws IOException {
        byte[] whole = rich().bytes();
        int before = 0;
        for (int length = 16; length <= whole.length; length++) {
            Path cut = Files.write(folder.resolve("cut.ulg"), Arrays.copyOf(whole, length));
            try (UlogReader reader = UlogReader.open(cut)) {
                int messages = readEverything(reader);
                assertTrue(messages >= before, "cut at " + length);
                before = messages;
            }
        }
        assertEquals(2 + 1 + 1 + 16 + 2, before);
    }

    @Test
    void survivesAnyByteBeingAnother() throws IOException {
        byte[] whole = rich().bytes();
        Random random = new Random(20261123);
        for (int i = 0; i < whole.length; i++) {
            for (int flip : new int[] {0xFF, 1 << random.nextInt(8)}) {
                byte[] bytes = whole.clone();
                bytes[i] ^= (byte) flip;
                assertReadable(bytes, i, flip);
            }
        }
        for (int round = 0; round < 500; round++) {
            byte[] bytes = whole.clone();
            for (int k = 0; k < 20; k++) {
                bytes[FIRST + random.nextInt(bytes.length - FIRST)] = (byte) random.nextInt();
            }
            assertReadable(bytes, FIRST + round, 0);
        }
    }

    private void assertReadable(byte[] bytes, int i, int flip) throws IOException {
        Path flipped = Files.write(folder.resolve("flipped.ulg"), bytes);
        try (UlogReader reader = UlogReader.open(flipped)) {
            int messages = readEverything(reader);
            assertTrue(messages <= bytes.length / 3);
            assertTrue(reader.damage().sentences().size() <= 8);
        } catch (BadInputException e) {
            assertTrue(i < FIRST, "byte " + i + " flipped by " + flip + ": " + e.getMessage());
        }
    }

    @Test
    void readsAFlightOfAVtolToItsEnd() {
        Path flight = Corpus.path("telemetry/px4/sample_log_small.ulg");
        Map<String, Integer> counts = new TreeMap<>();
        List<String> said = new ArrayList<>();
        int data = 0;
        try (UlogReader reader = UlogReader.open(flight)) {
            for (UlogMessage m = reader.next(); m != null; m = reader.next()) {
                if (m instanceof UlogMessage.Data d) {
                    data++;
                    counts.merge(
                            d.subscription().topic() + "." + d.subscription().instance(), 1, Integer::sum);
                } else if (m instanceof UlogMessage.LoggedString line) {
                    said.add(line.level() + " " + line.text());
                }
            }
            assertEquals(20_309_082L, reader.startMicros());
            assertEquals(
                    List.of("the logger lost data once, 30 ms in all (dropouts)"),
                    reader.damage().sentences());
        }
        // Counted by a program of its own that knows the messages' heads only.
        assertEquals(14_604, data);
        assertEquals(1298, counts.get("vehicle_attitude.0"));
        assertEquals(1298, counts.get("sensor_combined.0"));
        assertEquals(636, counts.get("vehicle_local_position.0"));
        assertEquals(21, counts.get("battery_status.1"));
        assertEquals(14, counts.get("vehicle_status.0"));
        assertEquals(
                List.of(
                        "6 [commander] Takeoff detected",
                        "6 [commander] Landing detected",
                        "6 [commander] Disarmed by landing"),
                said);
    }
}
