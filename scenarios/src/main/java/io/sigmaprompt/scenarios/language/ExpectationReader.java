package io.sigmaprompt.scenarios.language;

import io.sigmaprompt.scenarios.language.Section.Range;
import io.sigmaprompt.scenarios.temporal.Condition;
import io.sigmaprompt.scenarios.temporal.Expectation;
import io.sigmaprompt.scenarios.temporal.Expectation.Quantifier;
import io.sigmaprompt.twin.input.TwinMode;
import io.sigmaprompt.twin.record.AlarmRecord;
import io.sigmaprompt.twin.record.CommandRecord;
import io.sigmaprompt.twin.record.FindingRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads what must hold. */
final class ExpectationReader {
    private final Cast cast;

    ExpectationReader(Cast cast) {
        this.cast = cast;
    }

    List<Expectation> read(List<Section> sections) {
        List<Expectation> expectations = new ArrayList<>();
        for (Section at : sections) {
            Quantifier quantifier = Quantifier.EVENTUALLY;
            Section body = at;
            for (Quantifier each : Quantifier.values()) {
                String key = each.name().toLowerCase(Locale.ROOT);
                if (at.has(key)) {
                    quantifier = each;
                    body = at.child(key);
                }
            }
            List<RobotReader.Participant> robots = cast.meant(at);
            String robot = robots.size() == 1 ? robots.getFirst().entry().name() : "";
            Condition condition = condition(body, robot, robots);
            if (condition == null) {
                continue;
            }
            boolean moment = condition instanceof Condition.Command;
            if (moment && (quantifier == Quantifier.ALWAYS || quantifier == Quantifier.FINAL)) {
                body.complain(
                        "a command is a moment and cannot be so all the time or at the end",
                        "Expect it at least once, or never.");
            }
            List<Section> window = at.items("within");
            long from = window.isEmpty() ? 0 : window.getFirst().nanos(0, Range.NOT_NEGATIVE);
            long to = window.isEmpty() ? Long.MAX_VALUE : window.getLast().nanos(0, Range.NOT_NEGATIVE);
            String text = ExpectationText.of(quantifier, condition, from, to);
            expectations.add(new Expectation(at.text("name", text), text, quantifier, condition, from, to));
        }
        return expectations;
    }

    private static @Nullable Condition condition(Section at, String robot, List<RobotReader.Participant> robots) {
        return switch (at.which("finding", "decision", "alarm", "command", "mode", "signal")) {
            case "finding" -> finding(at.child("finding"), robot, robots);
            case "decision" -> decision(at.child("decision"), robot, robots);
            case "alarm" -> alarm(at.child("alarm"), robot, robots);
            case "command" -> command(at.child("command"), robot);
            case "mode" -> new Condition.Mode(robot, at.constant("mode", TwinMode.SIMULATED, TwinMode.values()));
            default -> signal(at, robot, robots);
        };
    }

    private static Condition finding(Section at, String robot, List<RobotReader.Participant> robots) {
        FindingRecord.@Nullable Kind kind = MindReader.findingKind(at);
        @Nullable String joint = at.optionalText("joint");
        if (joint != null) {
            Cast.joint(joint, at.child("joint"), robots);
        }
        return new Condition.Finding(robot, kind, joint);
    }

    private static Condition decision(Section at, String robot, List<RobotReader.Participant> robots) {
        List<String> known = Cast.behaviours(robots);
        if (!robots.isEmpty() && !known.contains(at.text())) {
            at.complain(
                    "no mind proposes the behaviour '" + at.text() + "'",
                    DidYouMean.remedy(at.text(), known, "The minds propose "));
        }
        return new Condition.Decision(robot, at.text());
    }

    private static Condition alarm(Section at, String robot, List<RobotReader.Participant> robots) {
        Section id = at.isText() ? at : at.child("id");
        Cast.checkAlarm(id, robots);
        AlarmRecord.@Nullable State state =
                at.has("state") ? at.constant("state", AlarmRecord.State.NORMAL, AlarmRecord.State.values()) : null;
        return new Condition.Alarm(robot, id.text(), state);
    }

    private static Condition command(Section at, String robot) {
        CommandRecord.@Nullable Target target = at.has("target")
                ? at.constant("target", CommandRecord.Target.HARDWARE, CommandRecord.Target.values())
                : null;
        return new Condition.Command(robot, target);
    }

    private static @Nullable Condition signal(Section at, String robot, List<RobotReader.Participant> robots) {
        Section name = at.child("signal");
        if (robots.size() > 1) {
            name.complain(
                    "there are " + robots.size() + " robots, and a signal belongs to one",
                    "Add 'robot: NAME' to the expectation.");
            return null;
        }
        SignalReader.Found found = robots.isEmpty()
                ? null
                : SignalReader.read(name, robots.getFirst().joints());
        if (found == null) {
            return null;
        }
        if (!found.path().traced()) {
            name.complain(
                    "'" + found.path() + "' does not stand in the trace, which expectations are held against",
                    "Write an alarm rule for it, and expect the alarm.");
            return null;
        }
        if (!at.has("above") && !at.has("below")) {
            name.complain("expected a bound for the signal, found none", "Add 'above: …' or 'below: …'.");
            return null;
        }
        Dimension dimension = found.dimension();
        return new Condition.Signal(
                robot,
                found.path(),
                at.flag("magnitude", false),
                at.quantity("above", Double.NEGATIVE_INFINITY, Range.ANY, dimension),
                at.quantity("below", Double.POSITIVE_INFINITY, Range.ANY, dimension),
                dimension.siUnit());
    }
}
