package io.sigmaprompt.headless.report;

import io.sigmaprompt.twin.record.AlarmRecord;
import io.sigmaprompt.twin.record.DecisionRecord;
import io.sigmaprompt.twin.record.ExplanationRecord;
import io.sigmaprompt.twin.record.FindingRecord;
import io.sigmaprompt.twin.record.GateRecord;
import io.sigmaprompt.twin.record.StreamHealth;
import io.sigmaprompt.twin.record.TelemetryHealthRecord;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A report's sections about one robot: timeline, decisions, findings, alarms, gate, telemetry and joints. */
final class RobotSections {
    // Smaller differences are not worth an axis of their own: noise would look like motion.
    private static final double LEAST_POSITION_SPAN = 0.05;
    private static final double LEAST_DIVERGENCE_SPAN = 0.005;
    private static final double LEAST_RESIDUAL_SPAN = 2;

    private final Html html;
    private final RobotHistory robot;
    private final long endNanos;
    private final String suffix;

    /** @param named whether the headings say whose sections these are */
    RobotSections(Html html, RobotHistory robot, long endNanos, boolean named) {
        this.html = html;
        this.robot = robot;
        this.endNanos = endNanos;
        this.suffix = named ? " of " + robot.name : "";
    }

    void write() {
        heading("Timeline", "point at a moment to see every value there");
        html.raw("<div class=card>");
        new Timeline(endNanos).write(html, robot);
        html.raw("</div>");
        decisions();
        for (TreeHistory tree : robot.trees.values()) {
            heading("Behaviour tree " + tree.mind, "how its nodes stood, and what it wanted and why");
            new TreeSection(html, tree, endNanos).write();
        }
        findings();
        explanations();
        html.raw("<div class=two><div>");
        gate();
        html.raw("</div><div>");
        telemetry();
        html.raw("</div></div>");
        heading("Estimates", "how exactly the twin knows its robot");
        new EstimateSection(html, robot.estimates).write();
        if (!robot.joints().isEmpty()) {
            heading(
                    "Joint health",
                    "told from what the robot did; ./sigma maintain tells how it goes on over many runs");
            new HealthSection(html).write(robot.jointHealth);
        }
        if (!robot.base.isEmpty()) {
            heading("Base", "as telemetry tells it; x is east, y north, z up");
            new BaseSection(html, robot.base, endNanos).write();
        }
        if (robot.base.isEmpty() || !robot.joints().isEmpty()) {
            joints();
        }
    }

    private void heading(String title, String hint) {
        html.add("<h2>%s<small>%s</small></h2>", title + suffix, hint);
    }

    private void decisions() {
        heading("Decisions", "");
        html.raw("<div class=card>");
        if (robot.decisionRecords.isEmpty()) {
            html.raw(
                    "<p class=hint>Nobody had to decide: there was no mind, or the mode asks none (MIRROR).</p></div>");
            return;
        }
        html.raw("<table><tr><th>at</th><th>chosen</th><th>over</th><th>rule</th><th>reason</th></tr>");
        for (DecisionRecord each : robot.decisionRecords) {
            String losers = each.over().stream()
                    .map(loser -> loser.behaviour() + " " + SessionText.number(loser.score()))
                    .collect(Collectors.joining(", "));
            html.add(
                    "<tr><td class=\"t mono\">%s</td><td class=k><b>%s</b> <span class=\"chip t-ok\">%s</span><br><small>from %s</small></td><td class=k>%s</td><td><code>%s</code></td><td class=w>%s</td></tr>",
                    SessionText.time(each.simNanos()),
                    each.behaviour().isEmpty() ? "none" : each.behaviour(),
                    SessionText.number(each.score()),
                    each.source().isEmpty() ? "nobody" : each.source(),
                    losers.isEmpty() ? "–" : losers,
                    each.rule(),
                    each.reason());
        }
        html.raw("</table></div>");
    }

    private void findings() {
        heading("Findings and alarms", "");
        html.raw("<div class=card>");
        if (robot.findingRecords.isEmpty() && robot.alarmRecords.isEmpty()) {
            html.raw("<p class=hint>Nothing was found, no alarm was raised.</p></div>");
            return;
        }
        html.raw(
                "<table><tr><th>at</th><th>what</th><th>state</th><th class=n>seen</th><th class=n>limit</th><th>in words</th></tr>");
        List<FindingRecord> found = robot.findingRecords;
        List<AlarmRecord> raised = robot.alarmRecords;
        int f = 0;
        int a = 0;
        while (f < found.size() || a < raised.size()) {
            boolean findingNext = a >= raised.size()
                    || (f < found.size()
                            && found.get(f).simNanos() <= raised.get(a).simNanos());
            if (findingNext) {
                finding(found.get(f++));
            } else {
                alarm(raised.get(a++));
            }
        }
        html.raw("</table>");
        if (robot.eventsNotKept > 0) {
            html.add("<p class=hint>%d further events are in the trace only.</p>", robot.eventsNotKept);
        }
        robot.pictures.write(html, endNanos);
        html.raw("</div>");
        new AlarmSection(html).write(robot.alarmLives);
    }

    private void finding(FindingRecord each) {
        html.add(
                "<tr><td class=\"t mono\">%s</td><td class=k>%s</td><td><span class=\"chip %s\">%s</span></td><td class=n>%s %s</td><td class=n>%s %s</td><td class=w>%s</td></tr>",
                SessionText.time(each.simNanos()),
                each.id(),
                each.active() ? "t-live" : "t-ok",
                each.active() ? "▲ found" : "✓ gone",
                SessionText.number(each.value()),
                each.unit(),
                SessionText.number(each.threshold()),
                each.unit(),
                each.explanation());
    }

    private void alarm(AlarmRecord each) {
        boolean over = each.state() == AlarmRecord.State.NORMAL;
        html.add(
                "<tr><td class=\"t mono\">%s</td><td class=k>alarm %s</td><td class=k colspan=3><span class=\"chip %s\">%s</span> %s</td><td class=w>%s</td></tr>",
                SessionText.time(each.simNanos()),
                each.id(),
                over ? "t-ok" : AlarmText.urgent(each) ? "t-live" : "t-warn",
                (over ? "✓ " : "▲ ") + each.priority(),
                AlarmText.state(each),
                each.text());
    }

    private void explanations() {
        heading("Why robot and twin differ", "each time another cause came first; all are in the trace");
        html.raw("<div class=card>");
        if (robot.explanations.isEmpty()) {
            html.raw("<p class=hint>Nothing contradicted the model beyond noise.</p></div>");
            return;
        }
        html.raw(
                "<table><tr><th>at</th><th>cause</th><th class=n>share</th><th class=n>size</th><th class=n>evidence</th><th>in words</th></tr>");
        for (ExplanationRecord explanation : robot.explanations) {
            String at = SessionText.time(explanation.simNanos());
            for (ExplanationRecord.Cause each : explanation.causes()) {
                html.add(
                        "<tr><td class=\"t mono\">%s</td><td class=k><span class=\"chip t-%s\">%s</span> %s</td><td class=n>%s %%</td><td class=n>%s</td><td class=n>%s</td><td class=w>%s</td></tr>",
                        at,
                        RobotHistory.tone(each.kind()),
                        SessionText.words(each.kind()),
                        each.joint(),
                        SessionText.fixed(100 * each.share(), 0),
                        size(each),
                        SessionText.fixed(each.evidence(), 0),
                        each.text());
                at = "";
            }
        }
        html.raw("</table></div>");
    }

    private static String size(ExplanationRecord.Cause cause) {
        if (Double.isNaN(cause.value())) {
            return "–";
        }
        String spread = Double.isNaN(cause.sigma()) ? "" : " ± " + SessionText.number(cause.sigma());
        return SessionText.number(cause.value()) + spread + " " + cause.unit();
    }

    private void gate() {
        GateRecord last = robot.lastGate;
        heading("Command gate", last == null ? "" : last.armed() ? "armed at the end" : "not armed at the end");
        html.raw("<div class=card>");
        if (last == null) {
            html.raw("<p class=hint>No command came to the gate.</p></div>");
            return;
        }
        html.raw("<table><tr><th>at</th><th>verdict</th><th>reason</th></tr>");
        for (GateRecord each : robot.gateChanges) {
            html.add(
                    "<tr><td class=\"t mono\">%s</td><td class=k><span class=\"chip t-%s\">%s</span>%s</td><td class=w>%s</td></tr>",
                    SessionText.time(each.simNanos()),
                    tone(each.verdict()),
                    sign(each.verdict()) + " " + SessionText.words(each.verdict()),
                    each.armed() ? " armed" : "",
                    each.reason());
        }
        html.raw("</table>");
        if (!robot.mostUsed.isEmpty()) {
            html.raw("<p class=hint>How much of each limit was used when it was nearest:</p><table>");
            for (GateRecord.Check check : robot.mostUsed.values()) {
                double share = Double.isFinite(check.used()) ? Math.clamp(check.used(), 0, 1) * 100 : 0;
                html.add(
                        "<tr><td>%s</td><td class=w><span class=\"used %s\"><i style=\"width:%.0f%%\"></i></span></td><td class=n>%s %%</td><td><small>%s</small></td></tr>",
                        check.name(),
                        check.ok() ? "t-ok" : "t-bad",
                        share,
                        SessionText.fixed(check.used() * 100, 0),
                        check.joint());
            }
            html.raw("</table>");
        }
        String commands = robot.commandCounts.entrySet().stream()
                .map(each -> each.getValue() + " to " + SessionText.words(each.getKey()))
                .collect(Collectors.joining(", "));
        html.add("<p class=hint>Commands let through: %s.</p></div>", commands.isEmpty() ? "none" : commands);
    }

    private static String tone(GateRecord.Verdict verdict) {
        return switch (verdict) {
            case PASSED -> "ok";
            case LIMITED -> "warn";
            case HELD -> "bad";
            case CLOSED -> "quiet";
        };
    }

    private static String sign(GateRecord.Verdict verdict) {
        return switch (verdict) {
            case PASSED -> "✓";
            case LIMITED -> "◐";
            case HELD -> "■";
            case CLOSED -> "○";
        };
    }

    private void telemetry() {
        TelemetryHealthRecord health = robot.health;
        heading("Telemetry", "");
        html.raw("<div class=card>");
        if (health == null) {
            html.raw("<p class=hint>No telemetry: physics moved this robot, or nothing arrived.</p></div>");
            return;
        }
        html.raw("<dl>");
        fact("frames applied", Long.toString(health.applied()));
        fact("rate at the end", SessionText.number(health.rateHz()) + " Hz");
        fact("gaps", Long.toString(health.gaps()));
        fact("duplicates", Long.toString(health.duplicates()));
        fact("out of order", Long.toString(health.reordered()));
        fact("too late", Long.toString(health.late()));
        fact("rejected", Long.toString(health.rejected()));
        fact("lost in a full queue", Long.toString(health.overflow()));
        fact("last frame's age", String.format(Locale.ROOT, "%.3f s", health.ageSeconds()));
        html.raw("</dl>");
        streams(health);
        html.raw("</div>");
    }

    private void streams(TelemetryHealthRecord health) {
        html.raw("<dl>");
        for (StreamHealth stream : health.streams()) {
            String text = stream.applied() + " applied, " + (stream.received() - stream.applied()) + " not"
                    + known(", every %.2f ms", 1e3 * stream.periodSeconds())
                    + known(" ± %.2f ms at arrival", 1e3 * stream.jitterSeconds())
                    + known(", delay %.2f ms", 1e3 * stream.delaySeconds())
                    + known(", clock %+.6f", stream.clockOffsetSeconds())
                    + known(" ± %.6f s", 2 * stream.clockOffsetSigma())
                    + known(", drift %+.1f", stream.clockDriftPpm())
                    + known(" ± %.1f ppm", 2 * stream.clockDriftSigmaPpm());
            fact(stream.stream(), text);
        }
        html.raw("</dl>");
    }

    private static String known(String format, double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, format, value) : "";
    }

    private void fact(String name, String value) {
        html.add("<dt>%s</dt><dd class=mono>%s</dd>", name, value);
    }

    private void joints() {
        heading("Joints", "least and greatest value of each stretch of time are drawn, so no peak is lost");
        if (robot.joints().isEmpty()) {
            html.raw("<div class=card><p class=hint>No joint state was heard.</p></div>");
        }
        List<Lane.Span> faults = robot.faults.spans(endNanos);
        for (JointHistory joint : robot.joints()) {
            html.add("<div class=\"card joint\"><h3>%s", joint.name);
            peak("divergence up to", joint.divergence, joint.positionUnit());
            peak("residual up to", joint.residual, joint.effortUnit());
            html.raw("</h3><div class=plots>");
            new Chart("position", joint.positionUnit(), endNanos)
                    .line("prediction", "accent", joint.prediction)
                    .line("shadow", "shadow", joint.shadow)
                    .line("robot", "fg", joint.position)
                    .shade(faults)
                    .atLeast(LEAST_POSITION_SPAN)
                    .write(html);
            chart(
                    "robot − prediction",
                    joint.positionUnit(),
                    "divergence",
                    joint.divergence,
                    LEAST_DIVERGENCE_SPAN,
                    faults);
            chart("effort residual", joint.effortUnit(), "residual", joint.residual, LEAST_RESIDUAL_SPAN, faults);
            parts(joint, faults);
            if (!joint.sigma.isEmpty()) {
                new Chart("residual in its own deviations", "σ", endNanos)
                        .line("sigma", "live", joint.sigma)
                        .mark(robot.residualSigma, "finding")
                        .shade(faults)
                        .write(html);
            }
            html.raw("</div></div>");
        }
    }

    private void parts(JointHistory joint, List<Lane.Span> faults) {
        if (joint.parts.isEmpty()) {
            return;
        }
        Chart chart = new Chart("parts of the residual", joint.effortUnit(), endNanos);
        joint.parts.forEach((kind, signal) -> chart.line(SessionText.words(kind), RobotHistory.tone(kind), signal));
        chart.shade(faults).atLeast(LEAST_RESIDUAL_SPAN).write(html);
    }

    private void peak(String words, SignalHistory signal, String unit) {
        if (!signal.isEmpty()) {
            html.add("<span>%s <span class=mono>%s</span> %s</span>", words, SessionText.number(signal.peak()), unit);
        }
    }

    private void chart(
            String title, String unit, String label, SignalHistory signal, double leastSpan, List<Lane.Span> faults) {
        Chart chart = new Chart(title, unit, endNanos)
                .line(label, "live", signal)
                .shade(faults)
                .atLeast(leastSpan);
        if (!chart.isEmpty()) {
            chart.write(html);
        }
    }
}
