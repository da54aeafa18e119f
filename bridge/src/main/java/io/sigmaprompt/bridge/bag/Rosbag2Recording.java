package io.sigmaprompt.bridge.bag;

import io.sigmaprompt.bridge.cdr.CdrFields;
import io.sigmaprompt.bridge.cdr.JointStateMessage;
import io.sigmaprompt.bridge.recording.RecordedEntry;
import io.sigmaprompt.bridge.recording.Recording;
import io.sigmaprompt.bridge.ros.FurtherTopics;
import io.sigmaprompt.bridge.ros.RosTelemetry;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.twin.telemetry.TelemetryMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Joint states from a ROS 2 bag in SQLite or MCAP storage, a {@code .db3} or {@code .mcap} file, or a bag's folder whose
 * files are read one after another; or from a ROS 1 {@code .bag}. A message's header stamp is its source time, the recorder's timestamp its receive time; where all of them are
 * the same, as in logs that were converted from elsewhere, there are no receive times.
 */
public final class Rosbag2Recording implements Recording {
    private static final String ROS1_SPELLING = "sensor_msgs/JointState";
    private static final Pattern BESIDE = Pattern.compile("/(.+)/(?:prediction|shadow)/joint_states");

    private final List<Path> files;
    private final String topic;
    private final FurtherTopics further;
    /** What each topic of the open file is read as, by its number there; joint states are not in it. */
    private final Map<Long, Told> told = new HashMap<>();

    private final boolean receiveTimes;
    private final List<String> warnings = new ArrayList<>();
    private BagStorage storage;
    private int index;

    /** A topic that tells of something else than joint states. */
    private record Told(String topic, RosTelemetry type) {}

    private Rosbag2Recording(List<Path> files, BagStorage first, BagStorage.Topic topic, FurtherTopics further) {
        this.further = further;
        this.files = files;
        this.topic = topic.name();
        storage = first;
        String place = files.getFirst() + " " + topic.name();
        var timestamps = first.compareWithStamps(topic, head -> JointStateMessage.decodeStamp(head, place));
        if (timestamps == BagStorage.Timestamps.NONE && files.size() == 1) {
            throw new BadInputException(
                    place, "the topic has no messages", "Record it while the robot publishes, or name another topic.");
        }
        warnings.addAll(first.warnings());
        receiveTimes = timestamps == BagStorage.Timestamps.OWN;
        if (!receiveTimes) {
            warnings.add(
                    files.getFirst() + ": the recorder's times are the messages' own stamps, so there are no receive"
                            + " times and delay cannot be told");
        }
        select(topic);
        for (String named : further.named().keySet()) {
            if (told.values().stream().noneMatch(each -> each.topic().equals(named))) {
                throw new BadInputException(
                        files.getFirst().toString(),
                        "there is no topic '" + named + "' in this bag",
                        listing(first.topics()));
            }
        }
    }

    private void select(BagStorage.Topic jointStates) {
        List<BagStorage.Topic> topics = new ArrayList<>(List.of(jointStates));
        told.clear();
        for (BagStorage.Topic each : storage.topics()) {
            RosTelemetry type = further.of(each.name(), each.type());
            if (type != null && each.serializationFormat().equals("cdr")) {
                told.put(each.id(), new Told(each.name(), type));
                topics.add(each);
            }
        }
        storage.select(topics);
    }

    /**
     * Opens a bag.
     *
     * @param path a .db3, .mcap or .bag file or a bag's folder
     * @param topic the topic to read, or null for the only one of type JointState
     * @throws BadInputException if it is no bag, is damaged, or the topic is not to be told
     */
    public static Rosbag2Recording open(Path path, @Nullable String topic) {
        return open(path, topic, FurtherTopics.NONE);
    }

    /** As {@link #open(Path, String)}, and other topics with it. */
    public static Rosbag2Recording open(Path path, @Nullable String topic, FurtherTopics further) {
        List<Path> files = Files.isDirectory(path) ? BagFolder.storageFiles(path) : List.of(path);
        BagStorage storage = opened(files.getFirst());
        try {
            return new Rosbag2Recording(files, storage, choose(files.getFirst(), storage, topic), further);
        } catch (RuntimeException e) {
            storage.close();
            throw e;
        }
    }

    static BagStorage opened(Path file) {
        String name = file.toString();
        if (name.endsWith(BagFolder.ROS1)) {
            return new BagRos1(file);
        }
        return name.endsWith(BagFolder.MCAP) ? new BagMcap(file) : new BagDatabase(file);
    }

    /** The topic that is read. */
    public String topic() {
        return topic;
    }

    @Override
    public @Nullable RecordedEntry next() {
        BagStorage.Message message = storage.next();
        while (message == null && index + 1 < files.size()) {
            index++;
            storage.close();
            storage = opened(files.get(index));
            select(choose(files.get(index), storage, topic));
            message = storage.next();
        }
        return message == null ? null : decode(message);
    }

    private RecordedEntry decode(BagStorage.Message message) {
        Told other = told.get(message.topic());
        String place = files.get(index) + " " + (other == null ? topic : other.topic()) + " message " + message.id();
        try {
            byte[] cdr = storage.cdr(message, place);
            if (other != null) {
                TelemetryMessage frame = other.type().decode(new CdrFields(cdr, place), other.topic());
                long source = other.type().stamped() ? frame.sourceNanos() : message.timestampNanos();
                return new RecordedEntry.Frame(frame.stamped("", source, message.timestampNanos()));
            }
            var state = JointStateMessage.decode(cdr, place);
            return new RecordedEntry.JointState(
                    state.stampNanos(),
                    message.timestampNanos(),
                    state.names(),
                    state.position(),
                    state.velocity(),
                    state.effort());
        } catch (BadInputException e) {
            return new RecordedEntry.Unreadable(e.place(), e.problem());
        }
    }

    @Override
    public boolean carriesReceiveTimes() {
        return receiveTimes;
    }

    @Override
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    @Override
    public void close() {
        storage.close();
    }

    private static BagStorage.Topic choose(Path file, BagStorage storage, @Nullable String wanted) {
        List<BagStorage.Topic> all = storage.topics();
        List<BagStorage.Topic> jointStates =
                measured(all.stream().filter(Rosbag2Recording::isJointState).toList());
        if (wanted != null) {
            return all.stream()
                    .filter(candidate -> candidate.name().equals(wanted))
                    .findFirst()
                    .map(found -> requireReadable(file, found))
                    .orElseThrow(() -> new BadInputException(
                            file.toString(), "there is no topic '" + wanted + "' in this bag", listing(all)));
        }
        if (jointStates.isEmpty()) {
            throw new BadInputException(
                    file.toString(), "no topic has the type " + JointStateMessage.TYPE, listing(all));
        }
        if (jointStates.size() > 1) {
            throw new BadInputException(
                    file.toString(),
                    jointStates.size() + " topics have the type " + JointStateMessage.TYPE,
                    "Name one with the option topic: " + names(jointStates) + ".");
        }
        return requireReadable(file, jointStates.getFirst());
    }

    /** Without what a trace of our own tells of a robot's prediction and shadow: neither was measured. */
    private static List<BagStorage.Topic> measured(List<BagStorage.Topic> topics) {
        List<String> names = topics.stream().map(BagStorage.Topic::name).toList();
        return topics.stream()
                .filter(topic -> {
                    Matcher beside = BESIDE.matcher(topic.name());
                    return !beside.matches() || !names.contains(beside.replaceFirst("/$1/joint_states"));
                })
                .toList();
    }

    private static BagStorage.Topic requireReadable(Path file, BagStorage.Topic topic) {
        if (!isJointState(topic)) {
            throw new BadInputException(
                    file + " " + topic.name(),
                    "the topic's type must be " + JointStateMessage.TYPE + " and is " + topic.type(),
                    "Name a topic that carries joint states.");
        }
        if (!topic.serializationFormat().equals("cdr")) {
            throw new BadInputException(
                    file + " " + topic.name(),
                    "the serialization format must be cdr and is '" + topic.serializationFormat() + "'",
                    "Convert the bag with 'ros2 bag convert'.");
        }
        return topic;
    }

    private static boolean isJointState(BagStorage.Topic topic) {
        return topic.type().equals(JointStateMessage.TYPE) || topic.type().equals(ROS1_SPELLING);
    }

    private static String listing(List<BagStorage.Topic> topics) {
        return topics.isEmpty()
                ? "The bag has no topics at all."
                : "Its topics are: "
                        + topics.stream()
                                .map(topic -> topic.name() + " (" + topic.type() + ")")
                                .collect(Collectors.joining(", "))
                        + ".";
    }

    private static String names(List<BagStorage.Topic> topics) {
        return topics.stream().map(BagStorage.Topic::name).collect(Collectors.joining(", "));
    }
}
