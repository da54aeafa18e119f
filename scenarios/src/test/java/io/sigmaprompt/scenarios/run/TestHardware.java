package io.sigmaprompt.scenarios.run;

import io.sigmaprompt.twin.input.Fault;
import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.input.LinkState;
import io.sigmaprompt.twin.port.HardwareDescription;
import io.sigmaprompt.twin.port.HardwareHealth;
import io.sigmaprompt.twin.port.HardwareInterface;
import io.sigmaprompt.twin.port.HardwareInterfaceProvider;
import io.sigmaprompt.twin.port.OutsideFailureException;
import io.sigmaprompt.twin.port.TelemetryReceiver;
import io.sigmaprompt.twin.record.JointCommand;
import io.sigmaprompt.twin.telemetry.JointStateFrame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Wires of the tests: {@code test://…} is a live robot that takes faults and stands still, a file {@code *.testlog} a
 * log of the same. Options: {@code seconds} until a log ends, {@code break} when a live wire fails, {@code gone} when it
 * is given up, {@code lost} and {@code back} when its link is lost and
 * there again, {@code real} for a robot that takes no faults, {@code joints} for the names it tells of.
 */
public final class TestHardware implements HardwareInterfaceProvider {
    static final List<Fault> FAULTS = new ArrayList<>();
    static final List<JointCommand> SENT = new ArrayList<>();

    @Override
    public boolean accepts(String uri) {
        return uri.startsWith("test://") || uri.endsWith(".testlog");
    }

    @Override
    public String usage() {
        return "test://NAME   a robot that stands still";
    }

    @Override
    public HardwareInterface create(String uri, Map<String, String> options) {
        return new StandingRobot(uri, options);
    }

    private static final class StandingRobot implements HardwareInterface {
        private static final long PERIOD = 8_000_000;

        private final String uri;
        private final Map<String, String> options;
        private final boolean recorded;
        private String robot = "";
        private long next = PERIOD;
        private long now;
        private long received;
        private boolean saidLost;
        private boolean saidBack;
        private boolean saidEnd;

        StandingRobot(String uri, Map<String, String> options) {
            this.uri = uri;
            this.options = options;
            recorded = uri.endsWith(".testlog");
        }

        private long nanos(String option) {
            return Math.round(Double.parseDouble(options.getOrDefault(option, "1e6")) * 1e9);
        }

        @Override
        public HardwareDescription describe() {
            return new HardwareDescription(uri, recorded, false, false, !recorded, simulated());
        }

        private boolean simulated() {
            return !recorded && !robot.isEmpty() && !options.containsKey("real");
        }

        private List<String> names() {
            return List.of(options.getOrDefault("joints", "shoulder_joint elbow_joint rail_joint")
                    .split(" "));
        }

        private void link(long sessionNanos, TelemetryReceiver receiver) {
            if (!saidLost && sessionNanos >= nanos("lost")) {
                saidLost = true;
                receiver.receive(new KernelInput.Link(robot, LinkState.LOST, "no answer"));
            }
            if (!saidBack && sessionNanos >= nanos("back")) {
                saidBack = true;
                receiver.receive(new KernelInput.Link(robot, LinkState.CONNECTED, "again"));
            }
        }

        @Override
        public void open(String name, LongSupplier sessionClock) {
            robot = name;
        }

        @Override
        public void poll(long sessionNanos, TelemetryReceiver receiver) {
            now = sessionNanos;
            if (sessionNanos == 0) {
                receiver.receive(new KernelInput.Link(robot, LinkState.CONNECTED, "test"));
            }
            if (sessionNanos >= nanos("break")) {
                throw new OutsideFailureException(uri, "the cable was cut", "Mend it.");
            }
            link(sessionNanos, receiver);
            List<String> names = names();
            double[] position = Arrays.copyOf(new double[] {0.1, 0.2, 0.05}, names.size());
            for (; next <= Math.min(sessionNanos, nanos("seconds")); next += PERIOD) {
                received++;
                receiver.receive(new KernelInput.Telemetry(new JointStateFrame(
                        robot, next, next, names, position, new double[names.size()], new double[0])));
            }
            if (recorded && exhausted() && !saidEnd) {
                saidEnd = true;
                receiver.receive(new KernelInput.Link(robot, LinkState.ENDED, "read to its end"));
            }
        }

        @Override
        public boolean exhausted() {
            return now >= nanos(recorded ? "seconds" : "gone");
        }

        @Override
        public void send(JointCommand command) {
            SENT.add(command);
        }

        @Override
        public void inject(Fault fault) {
            FAULTS.add(fault);
        }

        @Override
        public HardwareHealth health() {
            return new HardwareHealth(received, 0, 0, SENT.size(), 0, 0, 0);
        }

        @Override
        public void close() {
            now = Long.MAX_VALUE;
        }
    }
}
