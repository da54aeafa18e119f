package io.sigmaprompt.headless.cli;

import io.sigmaprompt.headless.report.AlarmText;
import io.sigmaprompt.headless.report.SessionText;
import io.sigmaprompt.twin.record.AlarmRecord;
import io.sigmaprompt.twin.record.BaseStateRecord;
import io.sigmaprompt.twin.record.BatteryRecord;
import io.sigmaprompt.twin.record.CommandRecord;
import io.sigmaprompt.twin.record.DecisionRecord;
import io.sigmaprompt.twin.record.DivergenceRecord;
import io.sigmaprompt.twin.record.EstimateRecord;
import io.sigmaprompt.twin.record.ExplanationRecord;
import io.sigmaprompt.twin.record.FaultRecord;
import io.sigmaprompt.twin.record.FindingRecord;
import io.sigmaprompt.twin.record.GateRecord;
import io.sigmaprompt.twin.record.HealthIndicatorRecord;
import io.sigmaprompt.twin.record.ImuRecord;
import io.sigmaprompt.twin.record.JointStateRecord;
import io.sigmaprompt.twin.record.ModeRecord;
import io.sigmaprompt.twin.record.NoticeRecord;
import io.sigmaprompt.twin.record.OutputRecord;
import io.sigmaprompt.twin.record.ProposalRecord;
import io.sigmaprompt.twin.record.TelemetryHealthRecord;
import io.sigmaprompt.twin.record.TreeRecord;
import io.sigmaprompt.twin.record.WrenchRecord;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One line for each event of a session that people want to see go by. */
final class EventLines {
    private static final int KIND_WIDTH = 9;

    private final Console console;
    private final boolean named;
    private String lastExplanation = "";
    /** What was last told to set each robot apart from its twin. */
    private final Map<String, String> causes = new HashMap<>();

    /** @param named whether each line says which robot it is about */
    EventLines(Console console, boolean named) {
        this.console = console;
        this.named = named;
    }

    /** The line, or null where the record is no event. */
    @Nullable
    String of(OutputRecord output) {
        return switch (output) {
            case ModeRecord mode ->
                line(
                        output,
                        "mode",
                        Tone.of(mode.mode()),
                        console.paint(Tone.of(mode.mode()), mode.mode().name()),
                        mode.reason());
            case FaultRecord fault ->
                line(
                        output,
                        "fault",
                        Tone.BAD,
                        console.paint(Tone.BAD, "✗ " + SessionText.fault(fault.fault())),
                        "injected");
            case FindingRecord finding -> finding(finding);
            case DecisionRecord decision -> decision(decision);
            case AlarmRecord alarm -> alarm(alarm);
            case GateRecord gate -> gate(gate);
            case NoticeRecord notice -> notice(notice);
            case ProposalRecord proposal -> console.verbose() ? proposal(proposal) : null;
            case JointStateRecord state -> null;
            case BaseStateRecord state -> null;
            case ImuRecord imu -> null;
            case WrenchRecord wrench -> null;
            case BatteryRecord battery -> null;
            case DivergenceRecord divergence -> null;
            case EstimateRecord estimate -> null;
            case CommandRecord command -> null;
            case TelemetryHealthRecord health -> null;
            case HealthIndicatorRecord health -> null;
            case TreeRecord tree -> null;
            case ExplanationRecord why -> why(why);
        };
    }

    private String notice(NoticeRecord notice) {
        boolean warning = notice.level() == NoticeRecord.Level.WARNING;
        Tone tone = warning ? Tone.WARN : Tone.HINT;
        String text = warning ? console.paint(tone, "▲") + " " + notice.text() : notice.text();
        return line(notice, notice.topic(), tone, text, "");
    }

    /** A line where another cause than before comes first. */
    private @Nullable String why(ExplanationRecord why) {
        String now = SessionText.cause(why);
        if (now.equals(causes.put(why.robot(), now))) {
            return null;
        }
        if (why.causes().isEmpty()) {
            return line(why, "why", Tone.OK, console.paint(Tone.OK, "✓ robot and twin agree again"), "");
        }
        ExplanationRecord.Cause first = why.causes().getFirst();
        return line(
                why,
                "why",
                Tone.WARN,
                console.paint(Tone.WARN, "≠ " + now) + " " + SessionText.fixed(100 * first.share(), 0) + " %",
                first.text());
    }

    private String finding(FindingRecord finding) {
        if (!finding.active()) {
            return line(finding, "finding", Tone.OK, console.paint(Tone.OK, "✓ " + finding.id() + " is gone"), "");
        }
        lastExplanation = finding.explanation();
        Tone tone = finding.kind() == FindingRecord.Kind.RESIDUAL ? Tone.LIVE : Tone.WARN;
        String score = console.paint(
                Tone.HINT, " score " + SessionText.score(finding.evidence().score()));
        return line(finding, "finding", tone, console.paint(tone, "▲ " + finding.id()) + score, finding.explanation());
    }

    private String decision(DecisionRecord decision) {
        String won = decision.behaviour().isEmpty() ? "nothing" : decision.behaviour();
        String over = decision.over().stream()
                .map(loser -> loser.behaviour() + " " + SessionText.number(loser.score()))
                .collect(Collectors.joining(", "));
        String text = console.paint(Tone.STRONG, won) + " " + SessionText.number(decision.score())
                + (over.isEmpty() ? "" : console.paint(Tone.HINT, " over " + over));
        return line(decision, "decision", Tone.OK, text, decision.reason());
    }

    /** Alarms of a group are told by its own line. */
    private @Nullable String alarm(AlarmRecord alarm) {
        if (alarm.isMember()) {
            return null;
        }
        boolean over = alarm.state() == AlarmRecord.State.NORMAL;
        boolean silenced = alarm.state().silenced();
        Tone tone = over ? Tone.OK : silenced ? Tone.HINT : AlarmText.urgent(alarm) ? Tone.LIVE : Tone.WARN;
        String mark = over ? "✓ " : silenced ? "○ " : "▲ ";
        String text = mark + alarm.priority() + " " + alarm.id() + " " + AlarmText.state(alarm);
        // An alarm that repeats the finding it was raised for is told short.
        String explanation = over || silenced || alarm.text().equals(lastExplanation) ? "" : alarm.text();
        return line(alarm, "alarm", tone, console.paint(tone, text), explanation);
    }

    private String gate(GateRecord gate) {
        Tone tone =
                switch (gate.verdict()) {
                    case PASSED -> Tone.OK;
                    case LIMITED -> Tone.WARN;
                    case HELD -> Tone.BAD;
                    case CLOSED -> Tone.HINT;
                };
        String text = SessionText.words(gate.verdict()) + (gate.armed() ? ", armed" : ", not armed");
        return line(gate, "gate", tone, console.paint(tone, text), gate.reason());
    }

    private String proposal(ProposalRecord proposal) {
        String text = proposal.source() + (proposal.active() ? " wishes " : " withdraws ") + proposal.behaviour();
        return line(proposal, "wish", Tone.HINT, console.paint(Tone.HINT, text), proposal.rationale());
    }

    private String line(OutputRecord output, String kind, Tone tone, String text, String explanation) {
        StringBuilder line = new StringBuilder();
        line.append(console.paint(Tone.HINT, SessionText.time(output.simNanos())))
                .append("  ");
        if (named) {
            line.append(String.format("%-8s ", output.robot()));
        }
        line.append(console.paint(tone, String.format("%-" + KIND_WIDTH + "s", kind)));
        if (!text.isEmpty()) {
            line.append(' ').append(text);
        }
        if (!explanation.isEmpty()) {
            line.append(text.isEmpty() ? " " : "  ").append(explanation);
        }
        return line.toString();
    }
}
