package io.sigmaprompt.scenarios.language;

import io.sigmaprompt.scenarios.language.Section.Range;
import io.sigmaprompt.twin.analysis.watch.NormalBehaviour;
import io.sigmaprompt.twin.input.Fault;
import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.input.TwinMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what happens when. */
final class TimelineReader {
    /** Every alarm of the robot. */
    private static final String ALL = "*";

    private static final String RUN_FILE = "normal-ROBOT.bin";

    private final Cast cast;
    private final long durationNanos;
    private final @Nullable Path folder;

    /**
     * A reader for the timeline of one file.
     *
     * @param folder the folder that relative paths start from; null for a recorded session, whose journal holds what
     *     was read
     */
    TimelineReader(Cast cast, long durationNanos, @Nullable Path folder) {
        this.cast = cast;
        this.durationNanos = durationNanos;
        this.folder = folder;
    }

    /** The events in the order of time; those at one moment in the file's order. */
    List<TimelineEvent> read(List<Section> sections, List<String> warnings) {
        List<TimelineEvent> events = new ArrayList<>();
        for (Section at : sections) {
            long atNanos = at.nanos("at", 0, Range.NOT_NEGATIVE);
            if (atNanos > durationNanos) {
                warnings.add("the event at " + at.text("at", "") + " comes after the session's end and never happens");
            }
            RobotReader.Participant robot = cast.theOne(at);
            if (robot != null) {
                events.add(new TimelineEvent(atNanos, input(at, robot)));
            }
        }
        events.sort(Comparator.comparingLong(TimelineEvent::atNanos));
        return events;
    }

    private KernelInput input(Section at, RobotReader.Participant robot) {
        String name = robot.entry().name();
        String by = at.text("by", "the scenario");
        return switch (at.which(
                "mode", "arm", "stop", "acknowledge", "shelve", "unshelve", "service", "reset", "normal", "fault")) {
            case "mode" ->
                new KernelInput.ModeRequest(name, at.constant("mode", TwinMode.SIMULATED, TwinMode.values()), by);
            case "arm" -> new KernelInput.GateArming(name, at.flag("arm", false), by);
            case "stop" -> new KernelInput.OperatorStop(name, at.flag("stop", false), by);
            case "acknowledge" -> {
                if (at.text("acknowledge", "").equals(ALL)) {
                    yield new KernelInput.AlarmsAcknowledgement(name, by);
                }
                yield new KernelInput.AlarmAcknowledgement(name, alarm(at.child("acknowledge"), robot), by);
            }
            case "shelve" -> {
                Section body = at.child("shelve");
                yield new KernelInput.AlarmShelving(
                        name,
                        alarm(body.child("alarm"), robot),
                        body.nanos("for", 1, Range.POSITIVE),
                        body.text("reason", ""),
                        by);
            }
            case "unshelve" -> new KernelInput.AlarmUnshelving(name, alarm(at.child("unshelve"), robot), by);
            case "service" -> {
                Section body = at.child("service");
                yield new KernelInput.AlarmService(
                        name, alarm(body.child("alarm"), robot), body.flag("in", true), body.text("reason", ""), by);
            }
            case "reset" -> new KernelInput.AlarmReset(name, alarm(at.child("reset"), robot), by);
            case "normal" -> new KernelInput.LearntNormal(name, normal(at.child("normal"), robot));
            default -> new KernelInput.FaultInjection(name, fault(at.child("fault"), robot));
        };
    }

    private static String alarm(Section at, RobotReader.Participant robot) {
        Cast.checkAlarm(at, List.of(robot));
        return at.text();
    }

    private byte[] normal(Section at, RobotReader.Participant robot) {
        if (folder == null) {
            return new byte[0];
        }
        Path file = folder.resolve(at.text()).normalize();
        try {
            byte[] bytes = Files.readAllBytes(file);
            String model = robot.twin().body().model().name();
            return NormalBehaviour.decode(bytes, file.toString(), model).encode();
        } catch (IOException e) {
            at.complain(
                    "expected a file with a robot's normal behaviour, but " + file + " cannot be read",
                    "A run writes one into its folder as it ends: " + RUN_FILE + ".");
            return new byte[0];
        }
    }

    private static Fault fault(Section at, RobotReader.Participant robot) {
        Fault.Kind kind = at.constant("kind", Fault.Kind.FRICTION, Fault.Kind.values());
        @Nullable String joint = at.optionalText("joint");
        boolean atJoint = kind != Fault.Kind.TELEMETRY_GAP;
        for (String key : List.of("joint", "factor")) {
            if (atJoint && !at.has(key)) {
                at.complain(
                        "a fault of kind " + at.text("kind", "") + " needs the key '" + key + "', found none",
                        key.equals("joint")
                                ? "Say where: its joints are "
                                        + String.join(", ", robot.joints().names()) + "."
                                : "Say how much, as 'factor: 3'; 1 is healthy.");
            } else if (!atJoint && at.has(key)) {
                at.child(key)
                        .complainOfKey(
                                "a telemetry-gap concerns the whole robot, found the key '" + key + "'",
                                "Leave '" + key + "' out.");
            }
        }
        if (!atJoint && !at.has("for")) {
            at.complain("a telemetry-gap needs the key 'for', found none", "Say how long, as 'for: 400 ms'.");
        }
        if (joint != null && atJoint) {
            robot.joints().find(joint, at.child("joint"));
        }
        return new Fault(kind, joint == null ? "" : joint, at.number("factor", 1), at.nanos("for", 0, Range.POSITIVE));
    }
}
