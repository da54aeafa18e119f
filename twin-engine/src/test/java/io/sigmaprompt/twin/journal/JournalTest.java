package io.sigmaprompt.twin.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.input.Fault;
import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.input.LinkState;
import io.sigmaprompt.twin.input.TwinMode;
import io.sigmaprompt.twin.port.OutsideFailureException;
import io.sigmaprompt.twin.telemetry.BatteryFrame;
import io.sigmaprompt.twin.telemetry.ChannelFrame;
import io.sigmaprompt.twin.telemetry.CurrentFrame;
import io.sigmaprompt.twin.telemetry.ImuFrame;
import io.sigmaprompt.twin.telemetry.JointReferenceFrame;
import io.sigmaprompt.twin.telemetry.JointStateFrame;
import io.sigmaprompt.twin.telemetry.OdometryFrame;
import io.sigmaprompt.twin.telemetry.PoseFrame;
import io.sigmaprompt.twin.telemetry.RobotFault;
import io.sigmaprompt.twin.telemetry.StatusFrame;
import io.sigmaprompt.twin.telemetry.TelemetryMessage;
import io.sigmaprompt.twin.telemetry.TemperatureFrame;
import io.sigmaprompt.twin.telemetry.WrenchFrame;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final List<KernelInput> ONE_OF_EACH = List.of(
            new KernelInput.RejectedTelemetry("arm", "/joint_states", "no JSON"),
            new KernelInput.Link("arm", LinkState.LOST, "connection reset"),
            new KernelInput.QueueOverflow("arm", "telemetry", 3),
            new KernelInput.ModeRequest("arm", TwinMode.LIVE, "operator"),
            new KernelInput.GateArming("arm", true, "operator"),
            new KernelInput.OperatorStop("arm", true, "operator"),
            new KernelInput.FaultInjection("arm", new Fault(Fault.Kind.FRICTION, "elbow", 3, 0)),
            new KernelInput.AlarmAcknowledgement("arm", "stale", "operator"),
            new KernelInput.LearntNormal("arm", new byte[] {3, 1, 4}),
            new KernelInput.NoveltyScore("arm", "random-cut-forest", "trees 50", 120_000_000, 0.9995),
            new KernelInput.AlarmsAcknowledgement("arm", "operator"),
            new KernelInput.AlarmShelving("arm", "stale", 300_000_000_000L, "cable", "operator"),
            new KernelInput.AlarmUnshelving("arm", "stale", "operator"),
            new KernelInput.AlarmService("arm", "stale", false, "gearbox", "operator"),
            new KernelInput.AlarmReset("arm", "stale", "operator"));

    @TempDir
    private Path folder;

    @Test
    void everyKindOfInputComesBackAsItWas() {
        Journal journal = Journal.read(written(ONE_OF_EACH));

        assertEquals(
                ONE_OF_EACH,
                journal.entries().stream().map(Journal.Entry::input).toList());
        assertEquals(3, journal.entries().get(2).tick());
        assertTrue(journal.complete());
        assertEquals(100, journal.ticks());
        assertEquals("abc", journal.traceHash());
    }

    @Test
    void telemetryComesBackToTheBit() {
        JointStateFrame state = new JointStateFrame(
                "arm", 8, 9, List.of("a", "b"), new double[] {0.1, -0.0}, new double[] {1e-300, 2}, new double[0]);
        JointReferenceFrame reference = new JointReferenceFrame(
                "arm", 8, 9, List.of("a"), new double[] {0.3}, new double[0], new double[] {Math.PI});
        Journal journal =
                Journal.read(written(List.of(new KernelInput.Telemetry(state), new KernelInput.Telemetry(reference))));

        JointStateFrame first = assertInstanceOf(
                JointStateFrame.class,
                ((KernelInput.Telemetry) journal.entries().getFirst().input()).message());
        assertArrayEquals(state.position(), first.position());
        assertArrayEquals(state.velocity(), first.velocity());
        assertEquals(state.names(), first.names());
        JointReferenceFrame second = assertInstanceOf(
                JointReferenceFrame.class,
                ((KernelInput.Telemetry) journal.entries().getLast().input()).message());
        assertArrayEquals(reference.acceleration(), second.acceleration());
        assertEquals(reference.receiveNanos(), second.receiveNanos());
    }

    @Test
    void everyFrameComesBackAsItWas() {
        List<String> two = List.of("a", "b");
        double[] three = {0.1, -0.0, 1e-300};
        double[] turn = {0, 0, 0.6, 0.8};
        double[] none = {};
        List<TelemetryMessage> frames = List.of(
                new OdometryFrame("arm", 8, 9, "odom", "base", three, turn, three, none, new double[36], none),
                new PoseFrame("arm", 8, 9, "map", "base", three, turn, none),
                new ImuFrame("arm", 8, 9, "imu", none, three, three),
                new WrenchFrame("arm", 8, 9, "wrist", three, three),
                new BatteryFrame("arm", 8, 9, "", 24.1, -2, Double.NaN, 0.7, 300),
                new TemperatureFrame("arm", 8, 9, two, new double[] {300, 301}),
                new CurrentFrame("arm", 8, 9, two, new double[] {0.5, -0.5}),
                new StatusFrame(
                        "arm",
                        8,
                        TelemetryMessage.UNAVAILABLE,
                        "auto",
                        List.of(new RobotFault("C153", RobotFault.Severity.ERROR, "protective stop"))),
                new ChannelFrame("arm", 8, 9, "/vacuum", "Pa", two, new double[] {1, Double.NaN}));
        List<KernelInput> inputs =
                frames.stream().<KernelInput>map(KernelInput.Telemetry::new).toList();

        List<KernelInput> read = Journal.read(written(inputs)).entries().stream()
                .map(Journal.Entry::input)
                .toList();

        assertEquals(inputs.size(), read.size());
        for (int i = 0; i < inputs.size(); i++) {
            assertEquals(
                    ((KernelInput.Telemetry) inputs.get(i)).message().getClass(),
                    ((KernelInput.Telemetry) read.get(i)).message().getClass());
            assertArrayEquals(bytes(inputs.get(i)), bytes(read.get(i)));
        }
    }

    private static byte[] bytes(KernelInput input) {
        CanonicalOutput out = new CanonicalOutput();
        InputCodec.encode(input, out);
        return out.toByteArray();
    }

    @Test
    void aJournalCutOffAnywhereGivesAllThatStandsBeforeTheCut() throws IOException {
        byte[] whole = Files.readAllBytes(written(ONE_OF_EACH));
        int most = 0;
        for (int length = 8; length < whole.length; length++) {
            Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, length));
            Journal journal = Journal.read(cut);
            assertFalse(journal.complete());
            assertTrue(journal.entries().size() >= most);
            most = journal.entries().size();
            assertEquals(
                    ONE_OF_EACH.subList(0, most),
                    journal.entries().stream().map(Journal.Entry::input).toList());
        }
        assertEquals(ONE_OF_EACH.size(), most);
    }

    @Test
    void aChangedByteAnywhereIsDamageAndEverythingBeforeItIsKept() throws IOException {
        byte[] whole = Files.readAllBytes(flushed(300));
        List<KernelInput> all = inputs(Journal.read(Files.write(folder.resolve("whole"), whole)));
        int end = whole.length - JournalFormat.HEAD - (1 + 8 + 4 + 3);
        int most = 0;
        for (int at = 8; at < whole.length; at += 5) {
            byte[] bytes = whole.clone();
            bytes[at] ^= (byte) (1 << at % 8);
            Journal journal = Journal.read(Files.write(folder.resolve("damaged"), bytes));
            assertFalse(journal.complete(), "byte " + at);
            // A length too long in the very last frame is what a cut looks like, too.
            if (at < end || at >= end + 4) {
                assertTrue(damagedAt(journal) <= at, journal.damage() + " for byte " + at);
            }
            List<KernelInput> found = inputs(journal);
            assertEquals(bytes(all.subList(0, found.size())), bytes(found), "byte " + at);
            assertTrue(found.size() >= most, "byte " + at);
            most = found.size();
        }
        assertEquals(all.size(), most);
    }

    @Test
    void garbageBehindTheFramesIsDamage() throws IOException {
        byte[] whole = Files.readAllBytes(flushed(300));
        byte[] bytes = Arrays.copyOf(whole, whole.length - 20);
        Arrays.fill(bytes, bytes.length - 120, bytes.length, (byte) 0xA5);
        Journal journal = Journal.read(Files.write(folder.resolve("garbage"), bytes));
        assertFalse(journal.damage().isEmpty());
        assertTrue(inputs(journal).size() > 200);
    }

    @Test
    void checksAndSnapshotsStandBetweenTheInputsAndNothingIsLostAtTheirSeams() {
        Path file = flushed(1000);
        Journal journal = Journal.read(file);
        assertEquals(1000, journal.entries().size());
        assertEquals(1000, journal.checks().size());
        assertEquals(
                new Journal.Check(417, 417L * 0x9E3779B97F4A7C15L),
                journal.checks().get(416));
        assertEquals(
                List.of(300L, 600L, 900L),
                journal.snapshots().stream().map(Journal.Snapshot::tick).toList());
        Journal.Snapshot second = journal.snapshotBefore(899);
        assertNotNull(second);
        assertEquals(600, second.tick());
        assertArrayEquals(state(600), second.state());
        assertNull(journal.snapshotBefore(299));
    }

    @Test
    void aJournalOfTelemetryIsSmall() throws IOException {
        Path file = flushed(1000);
        CanonicalOutput plain = new CanonicalOutput();
        Journal.read(file).entries().forEach(entry -> InputCodec.encode(entry.input(), plain));
        long perInput = Files.size(file) / 1000;
        assertTrue(perInput * 2 < plain.size() / 1000, perInput + " of " + plain.size() / 1000 + " bytes an input");
    }

    /** A journal of two robots' telemetry, flushed every ten ticks, with snapshots every three hundred. */
    private Path flushed(int count) {
        Path file = folder.resolve("flushed");
        try (JournalWriter writer = new JournalWriter(file)) {
            for (int tick = 1; tick <= count; tick++) {
                String robot = tick % 2 == 0 ? "left" : "right";
                double[] q = new double[6];
                double[] v = new double[6];
                for (int i = 0; i < 6; i++) {
                    q[i] = 1e-3 * tick * (i + 1);
                    v[i] = 1e-3 * (i + 1);
                }
                List<String> names = List.of("a", "b", "c", "d", "e", "f");
                writer.append(
                        tick,
                        new KernelInput.Telemetry(new JointStateFrame(
                                robot, 1_000_000L * tick, 1_000_000L * tick + 7, names, q, v, new double[0])));
                writer.check(tick, tick * 0x9E3779B97F4A7C15L);
                if (tick % 10 == 0) {
                    writer.flush();
                }
                if (tick % 300 == 0) {
                    writer.snapshot(tick, state(tick));
                }
            }
            writer.finish(count, "abc");
        }
        return file;
    }

    private static byte[] state(int tick) {
        byte[] state = new byte[200];
        Arrays.fill(state, (byte) (tick / 100));
        return state;
    }

    private static List<KernelInput> inputs(Journal journal) {
        return journal.entries().stream().map(Journal.Entry::input).toList();
    }

    private static String bytes(List<KernelInput> inputs) {
        StringBuilder all = new StringBuilder();
        inputs.forEach(input -> all.append(Arrays.toString(bytes(input))));
        return all.toString();
    }

    @Test
    void zerosThatALostPowerLeavesAreACut() throws IOException {
        byte[] whole = Files.readAllBytes(flushed(100));
        byte[] bytes = whole.clone();
        Arrays.fill(bytes, bytes.length - 30, bytes.length, (byte) 0);
        Journal journal = Journal.read(Files.write(folder.resolve("zeros"), bytes));
        assertFalse(journal.complete());
        assertEquals("", journal.damage());
        assertTrue(journal.entries().size() >= 90);
    }

    @Test
    void whatADiskDoesNotTakeFollowsOnceItDoesAndTheEndNeverOvertakesIt() throws IOException {
        Path file = folder.resolve("journal");
        try (FullDisk disk = new FullDisk(file, 100)) {
            JournalWriter writer = new JournalWriter(file, disk);
            for (int i = 0; i < ONE_OF_EACH.size(); i++) {
                writer.append(i + 1, ONE_OF_EACH.get(i));
            }
            assertThrows(OutsideFailureException.class, writer::flush);
            assertThrows(OutsideFailureException.class, () -> writer.finish(100, "abc"));
            assertEquals(100, Files.size(file));
            assertFalse(Journal.read(file).complete());

            disk.room = Integer.MAX_VALUE;
            writer.close();
        }
        Journal journal = Journal.read(file);
        assertEquals(
                ONE_OF_EACH,
                journal.entries().stream().map(Journal.Entry::input).toList());
        assertTrue(journal.complete());
    }

    /** Takes so many bytes and no more. */
    private static final class FullDisk implements WritableByteChannel {
        private final WritableByteChannel file;
        private int room;

        FullDisk(Path file, int room) throws IOException {
            this.file = Files.newByteChannel(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            this.room = room;
        }

        @Override
        public int write(ByteBuffer source) throws IOException {
            if (room == 0) {
                throw new IOException("No space left on device");
            }
            int taken = Math.min(room, source.remaining());
            file.write(source.slice(source.position(), taken));
            source.position(source.position() + taken);
            room -= taken;
            return taken;
        }

        @Override
        public boolean isOpen() {
            return file.isOpen();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    private static int damagedAt(Journal journal) {
        return Integer.parseInt(journal.damage().replaceAll("^byte (\\d+):.*", "$1"));
    }

    @Test
    void whatIsNoJournalIsRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.txt"), "not a journal at all");
        assertTrue(assertThrows(BadInputException.class, () -> Journal.read(text))
                .getMessage()
                .contains("no journal"));
        assertThrows(BadInputException.class, () -> Journal.read(folder.resolve("absent")));
    }

    @Test
    void aFrameOfAnUnknownKindIsToldWithItsPlace() throws IOException {
        byte[] unknown = {99};
        CRC32 checksum = new CRC32();
        checksum.update(unknown);
        CanonicalOutput journal = new CanonicalOutput();
        for (byte one : JournalFormat.MAGIC.getBytes(StandardCharsets.US_ASCII)) {
            journal.putByte(one);
        }
        journal.putInt(unknown.length);
        journal.putInt((int) checksum.getValue());
        journal.putByte(unknown[0]);
        Path file = Files.write(folder.resolve("other"), journal.toByteArray());
        String damage = Journal.read(file).damage();
        assertTrue(damage.startsWith("byte 8: ") && damage.contains("unknown kind"), damage);
    }

    private Path written(List<KernelInput> inputs) {
        Path file = folder.resolve("journal");
        try (JournalWriter writer = new JournalWriter(file)) {
            long tick = 0;
            for (KernelInput input : inputs) {
                writer.append(++tick, input);
            }
            writer.finish(100, "abc");
        }
        return file;
    }
}
