package io.sigmaprompt.bridge.rosbridge;

import io.sigmaprompt.bridge.core.BoundedQueue;
import io.sigmaprompt.bridge.ros.RosTelemetry;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.twin.input.Fault;
import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.input.LinkState;
import io.sigmaprompt.twin.port.HardwareDescription;
import io.sigmaprompt.twin.port.HardwareHealth;
import io.sigmaprompt.twin.port.HardwareInterface;
import io.sigmaprompt.twin.port.TelemetryReceiver;
import io.sigmaprompt.twin.record.JointCommand;
import io.sigmaprompt.twin.telemetry.JointReferenceFrame;
import io.sigmaprompt.twin.telemetry.JointStateFrame;
import io.sigmaprompt.twin.telemetry.TelemetryMessage;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One robot behind rosbridge. The connection's threads put what they hear into a bounded queue; {@link #poll} empties
 * it.
 */
final class RosbridgeHardware implements HardwareInterface, LinkEvents {
    private static final Logger LOG = LoggerFactory.getLogger(RosbridgeHardware.class);
    private static final int MAX_WARNINGS = 50;

    private final RosbridgeSettings settings;
    private final BoundedQueue<KernelInput> queue;
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong rejected = new AtomicLong();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong unsent = new AtomicLong();
    private final Set<String> warnings = new LinkedHashSet<>();
    private final SourceTimes stateTimes = new SourceTimes();
    private final SourceTimes referenceTimes = new SourceTimes();
    private final Map<String, SourceTimes> furtherTimes = new ConcurrentHashMap<>();
    private volatile Map<String, RosTelemetry> further = Map.of();
    private volatile String robot = "";
    private volatile LongSupplier clock = () -> 0;
    private volatile @Nullable RobotProfile profile;
    private @Nullable RosbridgeLink link;
    private volatile boolean closed;

    RosbridgeHardware(RosbridgeSettings settings) {
        this.settings = settings;
        // a lost state of the link would mislead for long, a lost joint state is followed by the next
        this.queue = new BoundedQueue<>(settings.queue(), input -> !(input instanceof KernelInput.Link));
    }

    @Override
    public HardwareDescription describe() {
        RobotProfile known = profile;
        return new HardwareDescription(
                settings.uri(),
                false,
                known != null && known.references(),
                true,
                settings.command() != RosbridgeSettings.Command.NONE,
                known != null && known.simulated());
    }

    @Override
    public void open(String name, LongSupplier sessionClock) {
        if (link != null) {
            throw new IllegalStateException(settings.uri() + " is open already, or was");
        }
        robot = name;
        clock = sessionClock;
        RosbridgeLink opening = new RosbridgeLink(settings, this);
        link = opening;
        RobotProfile found = opening.open();
        found.warnings().forEach(this::warn);
        profile = found;
    }

    @Override
    public void poll(long sessionNanos, TelemetryReceiver receiver) {
        BoundedQueue.Drained<KernelInput> waiting = queue.drain();
        if (waiting.lost() > 0) {
            receiver.receive(new KernelInput.QueueOverflow(robot, "rosbridge telemetry", waiting.lost()));
        }
        waiting.entries().forEach(receiver::receive);
    }

    @Override
    public boolean exhausted() {
        return closed;
    }

    @Override
    public void send(JointCommand command) {
        RosbridgeSocket socket = link == null ? null : link.socket();
        RobotProfile known = profile;
        if (socket == null || known == null) {
            unsent.incrementAndGet();
            return;
        }
        try {
            socket.sendCommand(new CommandEncoder(settings, known.ros()).encode(command));
        } catch (RejectedMessageException e) {
            unsent.incrementAndGet();
            warn("A command was not sent: " + e.text());
        }
    }

    @Override
    public void inject(Fault fault) {
        if (!describe().simulated()) {
            throw new UnsupportedOperationException(settings.uri() + " is not a simulated robot: it takes no faults");
        }
        ObjectNode arguments = RosJson.object();
        arguments.put("kind", fault.kind().name().toLowerCase(Locale.ROOT));
        arguments.put("joint", fault.joint());
        arguments.put("magnitude", fault.magnitude());
        arguments.put("duration", fault.durationNanos() / 1e9);
        RosbridgeSocket socket = link == null ? null : link.socket();
        if (socket == null) {
            refused("the link is lost");
            return;
        }
        CompletableFuture<?> unused = socket.call(RobotProfile.FAULT_SERVICE, arguments)
                .whenComplete((values, error) -> {
                    if (error != null) {
                        refused(String.valueOf(error.getMessage()));
                    }
                });
    }

    private void refused(String problem) {
        warn("A fault did not reach the robot: " + problem);
        rejected(RobotProfile.FAULT_SERVICE, "the fault did not reach the robot: " + problem);
    }

    @Override
    public HardwareHealth health() {
        return new HardwareHealth(
                received.get(),
                rejected.get(),
                queue.dropped(),
                sent.get(),
                unsent.get(),
                link == null ? 0 : link.reconnects(),
                queue.size());
    }

    @Override
    public List<String> warnings() {
        synchronized (warnings) {
            return List.copyOf(warnings);
        }
    }

    @Override
    public void close() {
        closed = true;
        if (link != null) {
            link.close();
        }
    }

    @Override
    public void published(String topic, @Nullable JsonNode message) {
        long now = clock.getAsLong();
        try {
            if (topic.equals(settings.jointStateTopic())) {
                accept(new KernelInput.Telemetry(stamped(JointStateMessage.decode(message, robot, now))));
            } else if (topic.equals(settings.referenceTopic())) {
                accept(new KernelInput.Telemetry(stamped(ControllerStateMessage.decode(message, robot, now))));
            } else {
                furtherPublished(topic, message, now);
            }
        } catch (RejectedMessageException e) {
            rejected(topic, e.text());
        } catch (BadInputException e) {
            rejected(topic, e.place() + ": " + e.problem());
        }
    }

    @Override
    public void telling(Map<String, RosTelemetry> topics) {
        further = topics;
    }

    private void furtherPublished(String topic, @Nullable JsonNode message, long now) {
        RosTelemetry type = further.get(topic);
        if (type == null) {
            rejected(topic, "this topic was not subscribed");
            return;
        }
        TelemetryMessage frame = type.decode(new JsonFields(message), topic);
        long source = now;
        if (type.stamped()) {
            source = furtherTimes.computeIfAbsent(topic, t -> new SourceTimes()).of(frame.sourceNanos(), now);
            if (source != frame.sourceNanos()) {
                warnUnstamped(topic);
            }
        }
        accept(new KernelInput.Telemetry(frame.stamped(robot, source, now)));
    }

    private JointStateFrame stamped(JointStateFrame frame) {
        long source = stateTimes.of(frame.sourceNanos(), frame.receiveNanos());
        if (source == frame.sourceNanos()) {
            return frame;
        }
        warnUnstamped(settings.jointStateTopic());
        return new JointStateFrame(
                frame.robot(),
                source,
                frame.receiveNanos(),
                frame.names(),
                frame.position(),
                frame.velocity(),
                frame.effort());
    }

    private JointReferenceFrame stamped(JointReferenceFrame frame) {
        long source = referenceTimes.of(frame.sourceNanos(), frame.receiveNanos());
        if (source == frame.sourceNanos()) {
            return frame;
        }
        warnUnstamped(settings.referenceTopic());
        return new JointReferenceFrame(
                frame.robot(),
                source,
                frame.receiveNanos(),
                frame.names(),
                frame.position(),
                frame.velocity(),
                frame.acceleration());
    }

    private void warnUnstamped(@Nullable String topic) {
        warn(topic
                + " has no times (every header stamp is 0): the time of receipt stands in, with the network's jitter");
    }

    private void accept(KernelInput input) {
        received.incrementAndGet();
        queue.offer(input);
    }

    @Override
    public void rejected(String place, String problem) {
        rejected.incrementAndGet();
        queue.offer(new KernelInput.RejectedTelemetry(robot, place, problem));
    }

    @Override
    public void status(String level, String text) {
        if (level.equals("error") || level.equals("warning")) {
            warn("The robot's rosbridge says: " + text);
        } else {
            LOG.debug("{} says: {}", settings.uri(), text);
        }
    }

    @Override
    public void link(LinkState state, String reason) {
        LOG.info("{}: {} ({})", settings.uri(), state, reason);
        queue.offer(new KernelInput.Link(robot, state, reason));
    }

    @Override
    public void sent() {
        sent.incrementAndGet();
    }

    @Override
    public void unsent(long count) {
        unsent.addAndGet(count);
    }

    private void warn(String text) {
        synchronized (warnings) {
            if (warnings.size() >= MAX_WARNINGS || !warnings.add(text)) {
                return;
            }
        }
        LOG.warn("{}: {}", settings.uri(), text);
    }
}
