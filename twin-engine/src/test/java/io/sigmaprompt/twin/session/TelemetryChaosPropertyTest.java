package io.sigmaprompt.twin.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.input.LinkState;
import io.sigmaprompt.twin.input.TwinMode;
import io.sigmaprompt.twin.record.DivergenceRecord;
import io.sigmaprompt.twin.record.JointStateRecord;
import io.sigmaprompt.twin.record.OutputRecord;
import io.sigmaprompt.twin.record.StreamHealth;
import io.sigmaprompt.twin.record.TelemetryHealthRecord;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

/** A robot whose wire does everything that wires do wrong, in front of a whole kernel. */
class TelemetryChaosPropertyTest {
    private static final long MS = 1_000_000;
    private static final int TICKS = 2_000;
    private static final List<String> JOINTS = List.of("pan", "lift", "elbow");

    /** How often each thing goes wrong, as shares of the frames. */
    private record Wire(double loss, double duplication, double delay, double damage, double renaming, double jump) {}

    /** The inputs of a session by tick, and how many messages reached the door or are known to be lost. */
    private static final class Traffic {
        final TreeMap<Long, List<KernelInput>> byTick = new TreeMap<>();
        long sent;

        void add(long tick, KernelInput input, long messages) {
            if (tick <= TICKS) {
                byTick.computeIfAbsent(tick, t -> new ArrayList<>()).add(input);
                sent += messages;
            }
        }
    }

    private static Traffic traffic(Wire wire, Random random) {
        Traffic traffic = new Traffic();
        long clock = random.nextLong(-1_000_000 * MS, 1_000_000 * MS);
        for (long tick = 1; tick < TICKS; tick += 4) {
            if (random.nextDouble() < wire.jump / 20) {
                clock += switch (random.nextInt(5)) {
                    case 0 -> -random.nextLong(5_000 * MS);
                    case 1 -> random.nextLong(5_000 * MS);
                    case 2 -> -random.nextLong(20 * MS);
                    case 3 -> Long.MAX_VALUE / 3;
                    default -> -Long.MAX_VALUE / 5;
                };
            }
            for (int k = 0; k < 2; k++) {
                long source = clock + tick * MS;
                if (random.nextDouble() < wire.jump / 50) {
                    source = random.nextLong();
                }
                send(frame(random, wire, source), tick, wire, random, traffic);
            }
            if (random.nextDouble() < 0.01) {
                traffic.add(tick, new KernelInput.RejectedTelemetry("arm", "/joint_states", "no JSON"), 1);
            }
            if (random.nextDouble() < 0.003) {
                int lost = random.nextInt(1, 40);
                traffic.add(tick, new KernelInput.QueueOverflow("arm", "telemetry", lost), lost);
            }
            if (random.nextDouble() < 0.003) {
                traffic.add(tick, new KernelInput.Link("arm", LinkState.CONNECTED, "again"), 0);
            }
        }
        return traffic;
    }

    private static void send(TelemetryMessage message, long tick, Wire wire, Random random, Traffic traffic) {
        if (random.nextDouble() < wire.loss) {
            return;
        }
        int copies = random.nextDouble() < wire.duplication ? 1 + random.nextInt(3) : 1;
        for (int i = 0; i < copies; i++) {
            long delay = random.nextDouble() < wire.delay ? random.nextLong(300) : 0;
            long receive = random.nextInt(10) == 0 ? TelemetryMessage.UNAVAILABLE : (tick + delay) * MS;
            traffic.add(
                    tick + delay, new KernelInput.Telemetry(message.stamped("arm", message.sourceNanos(), receive)), 1);
        }
    }

    private static TelemetryMessage frame(Random random, Wire wire, long source) {
        List<String> names = new ArrayList<>(JOINTS);
        if (random.nextDouble() < wire.renaming) {
            switch (random.nextInt(4)) {
                case 0 -> names.remove(random.nextInt(3));
                case 1 -> names.set(random.nextInt(3), "joint" + random.nextInt(5));
                case 2 -> names.clear();
                default -> java.util.Collections.shuffle(names, random);
            }
        }
        int n = names.size();
        return switch (random.nextInt(18)) {
            case 0 ->
                new JointReferenceFrame(
                        "arm", source, 0, names, v(random, wire, n), v(random, wire, n), v(random, wire, 0));
            case 1 ->
                new OdometryFrame(
                        "arm",
                        source,
                        0,
                        "odom",
                        "base",
                        v(random, wire, 3),
                        v(random, wire, 4),
                        v(random, wire, 3),
                        v(random, wire, 3),
                        v(random, wire, 36),
                        v(random, wire, 0));
            case 2 ->
                new PoseFrame(
                        "arm", source, 0, "map", "", v(random, wire, 3), new double[] {0, 0, 0, 1}, v(random, wire, 0));
            case 3 ->
                new ImuFrame(
                        "arm",
                        source,
                        0,
                        "imu" + random.nextInt(3),
                        v(random, wire, 0),
                        v(random, wire, 3),
                        v(random, wire, 3));
            case 4 -> new WrenchFrame("arm", source, 0, "wrist", v(random, wire, 3), v(random, wire, 3));
            case 5 ->
                new BatteryFrame("arm", source, 0, "", 24, v(random, wire, 1)[0], Double.NaN, random.nextDouble(), 300);
            case 6 -> new TemperatureFrame("arm", source, 0, names, v(random, wire, n));
            case 7 -> new CurrentFrame("arm", source, 0, names, v(random, wire, n));
            case 8 ->
                new StatusFrame(
                        "arm", source, 0, "auto", List.of(new RobotFault("C1", RobotFault.Severity.ERROR, "x")));
            case 9 -> new ChannelFrame("arm", source, 0, "c" + random.nextInt(200), "", names, v(random, wire, n));
            default ->
                new JointStateFrame(
                        "arm",
                        source,
                        0,
                        names,
                        v(random, wire, n),
                        v(random, wire, n),
                        v(random, wire, random.nextBoolean() ? 0 : n));
        };
    }

    /** Numbers, now and then one too few or one that is none. */
    private static double[] v(Random random, Wire wire, int n) {
        int length = random.nextDouble() < wire.damage / 4 ? Math.max(0, n - 1) : n;
        double[] values = new double[Math.max(length, n == 1 ? 1 : 0)];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextDouble(-1, 1);
        }
        if (values.length > 0 && random.nextDouble() < wire.damage) {
            values[random.nextInt(values.length)] = switch (random.nextInt(3)) {
                case 0 -> Double.NaN;
                case 1 -> Double.POSITIVE_INFINITY;
                default -> Double.NEGATIVE_INFINITY;
            };
        }
        return values;
    }

    private static void run(TwinKernel kernel, Traffic traffic, long until, List<OutputRecord> said) {
        while (kernel.ticks() < until) {
            kernel.tick(traffic.byTick.getOrDefault(kernel.ticks() + 1, List.of()), said::add);
        }
    }

    @Property(tries = 60)
    void whateverTheWireDoesTheTwinStaysSaneAndEveryMessageIsCounted(
            @ForAll long seed,
            @ForAll @DoubleRange(max = 0.9) double loss,
            @ForAll @DoubleRange(max = 0.5) double duplication,
            @ForAll @DoubleRange(max = 1) double delay,
            @ForAll @DoubleRange(max = 0.3) double damage,
            @ForAll @DoubleRange(max = 0.5) double renaming,
            @ForAll @DoubleRange(max = 1) double jump) {
        Wire wire = new Wire(loss, duplication, delay, damage, renaming, jump);
        Traffic traffic = traffic(wire, new Random(seed));
        TwinKernel kernel = new TwinKernel(ThreeJointArm.session(false, TwinMode.MIRROR));
        List<OutputRecord> said = new ArrayList<>();
        run(kernel, traffic, TICKS, said);

        for (OutputRecord record : said) {
            if (record instanceof JointStateRecord state && state.body() == JointStateRecord.Body.ROBOT) {
                assertFinite(state.position());
                assertFinite(state.velocity());
            }
            if (record instanceof DivergenceRecord divergence) {
                for (double e : divergence.position()) {
                    assertTrue(!Double.isInfinite(e));
                }
            }
        }
        TelemetryHealthRecord last = (TelemetryHealthRecord) said.stream()
                .filter(TelemetryHealthRecord.class::isInstance)
                .reduce((a, b) -> b)
                .orElseThrow();
        assertEquals(traffic.sent, last.sent(), "no message may be lost without being counted");
        long streams = last.streams().stream().mapToLong(StreamHealth::received).sum();
        long unread = traffic.byTick.values().stream()
                .flatMap(List::stream)
                .filter(KernelInput.RejectedTelemetry.class::isInstance)
                .count();
        assertTrue(streams + unread + last.overflow() <= last.sent());
        for (StreamHealth stream : last.streams()) {
            assertTrue(Double.isNaN(stream.clockOffsetSigma()) || stream.clockOffsetSigma() >= 0);
            assertTrue(stream.clockOffsetSigma() != Double.POSITIVE_INFINITY);
        }
    }

    private static void assertFinite(double[] values) {
        assertTrue(Arrays.stream(values).allMatch(Double::isFinite), () -> Arrays.toString(values));
    }

    @Property(tries = 12)
    void aKernelRestoredInTheMidstOfItGoesOnToTheSameBits(@ForAll long seed) {
        Random random = new Random(seed);
        Traffic traffic = traffic(new Wire(0.1, 0.2, 0.3, 0.05, 0.1, 0.5), random);
        TwinKernel kernel = new TwinKernel(ThreeJointArm.session(false, TwinMode.MIRROR));
        run(kernel, traffic, 1 + random.nextInt(TICKS - 1), new ArrayList<>());
        byte[] snapshot = kernel.snapshot();
        TwinKernel restored = new TwinKernel(ThreeJointArm.session(false, TwinMode.MIRROR));
        restored.restore(snapshot);
        run(kernel, traffic, TICKS, new ArrayList<>());
        run(restored, traffic, TICKS, new ArrayList<>());
        assertEquals(kernel.traceHash(), restored.traceHash());
        assertArrayEquals(kernel.snapshot(), restored.snapshot());
    }

    @Property(tries = 20)
    void afterTheWireIsWellAgainTheTwinFollowsWithinASecond(@ForAll long seed) {
        Random random = new Random(seed);
        Traffic traffic = traffic(new Wire(0.1, 0.2, 0.3, 0.05, 0.1, 1), random);
        long clock = random.nextLong(-1_000_000 * MS, 1_000_000 * MS);
        TwinKernel kernel = new TwinKernel(ThreeJointArm.session(false, TwinMode.MIRROR));
        run(kernel, traffic, TICKS, new ArrayList<>());
        List<OutputRecord> said = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            long tick = kernel.ticks() + 1;
            List<KernelInput> inputs = tick % 8 != 0
                    ? List.of()
                    : List.of(new KernelInput.Telemetry(new JointStateFrame(
                            "arm",
                            clock + tick * MS,
                            tick * MS,
                            JOINTS,
                            new double[] {0.25, -0.5, 0.75},
                            new double[3],
                            new double[3])));
            kernel.tick(inputs, said::add);
        }
        JointStateRecord last = (JointStateRecord) said.stream()
                .filter(r -> r instanceof JointStateRecord s && s.body() == JointStateRecord.Body.ROBOT)
                .reduce((a, b) -> b)
                .orElseThrow();
        assertArrayEquals(new double[] {0.25, -0.5, 0.75}, last.position(), 1e-3);
    }
}
