package io.sigmaprompt.headless.cli;

import io.sigmaprompt.headless.report.SessionText;
import io.sigmaprompt.scenarios.language.Scenario;
import io.sigmaprompt.scenarios.run.RunListener;
import io.sigmaprompt.scenarios.run.RunResult;
import io.sigmaprompt.twin.record.DecisionRecord;
import io.sigmaprompt.twin.record.DivergenceRecord;
import io.sigmaprompt.twin.record.GateRecord;
import io.sigmaprompt.twin.record.ModeRecord;
import io.sigmaprompt.twin.record.OutputRecord;
import io.sigmaprompt.twin.record.StreamHealth;
import io.sigmaprompt.twin.record.TelemetryHealthRecord;
import io.sigmaprompt.twin.session.TwinConfiguration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells a run as it goes: a line for each event, and how things stand, on a terminal in one line that is redrawn, else in
 * a line now and then.
 */
final class LiveAccount implements RunListener {
    private static final long REDRAW_NANOS = 100_000_000;
    private static final long STATUS_NANOS = 5_000_000_000L;

    private static final class Standing {
        String mode = "";
        Tone tone = Tone.PLAIN;
        String behaviour = "";
        String verdict = "";

        @Nullable
        GateRecord gate;

        double sigma = Double.NaN;
        String joint = "";
        double rate = Double.NaN;
    }

    private final Console console;
    private final Map<String, Standing> standings = new LinkedHashMap<>();
    private EventLines lines;
    private long lastDrawn;
    private long nextStatus = STATUS_NANOS;

    LiveAccount(Console console) {
        this.console = console;
        this.lines = new EventLines(console, false);
    }

    @Override
    public void started(Scenario scenario, Path runDirectory) {
        for (TwinConfiguration twin : scenario.session().twins()) {
            standings.put(twin.robot(), new Standing());
        }
        lines = new EventLines(console, standings.size() > 1);
    }

    @Override
    public void note(String text) {
        console.line(console.paint(Tone.HINT, "           " + text));
    }

    @Override
    public void output(OutputRecord output) {
        Standing standing = standings.computeIfAbsent(output.robot(), name -> new Standing());
        if (output instanceof GateRecord gate) {
            GateRecord before = standing.gate;
            standing.gate = gate;
            standing.verdict = SessionText.words(gate.verdict());
            if (before != null && before.verdict() == gate.verdict() && before.armed() == gate.armed()) {
                return;
            }
        }
        note(standing, output);
        String line = lines.of(output);
        if (line != null) {
            console.line(line);
        }
    }

    private static void note(Standing standing, OutputRecord output) {
        switch (output) {
            case ModeRecord mode -> {
                standing.mode = mode.mode().name();
                standing.tone = Tone.of(mode.mode());
            }
            case DecisionRecord decision -> standing.behaviour = decision.behaviour();
            case TelemetryHealthRecord health -> standing.rate = rate(health);
            case DivergenceRecord divergence -> {
                int worst = divergence.worstJoint();
                standing.sigma = worst < 0 ? Double.NaN : divergence.sigma()[worst];
                standing.joint = worst < 0 ? "" : divergence.names().get(worst);
            }
            default -> {
                // Events have their own line.
            }
        }
    }

    /** Joint states a second; of a robot that tells of none, frames of its busiest stream. */
    private static double rate(TelemetryHealthRecord health) {
        return health.streams().stream().anyMatch(StreamHealth::movesJoints)
                ? health.rateHz()
                : health.streams().stream()
                        .mapToDouble(StreamHealth::rateHz)
                        .max()
                        .orElse(health.rateHz());
    }

    @Override
    public void advanced(long simNanos) {
        if (console.terminal()) {
            long now = System.nanoTime();
            if (now - lastDrawn >= REDRAW_NANOS) {
                lastDrawn = now;
                console.status(status(simNanos));
            }
        } else if (simNanos >= nextStatus) {
            nextStatus = simNanos / STATUS_NANOS * STATUS_NANOS + STATUS_NANOS;
            console.line(status(simNanos));
        }
    }

    @Override
    public void finished(RunResult result) {
        console.endStatus();
    }

    /** How all robots stand, cut to the terminal's width. */
    private String status(long simNanos) {
        StringBuilder line = new StringBuilder(console.paint(Tone.STRONG, SessionText.time(simNanos)));
        int width = 9;
        int left = standings.size();
        for (Map.Entry<String, Standing> each : standings.entrySet()) {
            String mode = (standings.size() > 1 ? each.getKey() + " " : "") + each.getValue().mode;
            String rest = String.join(" · ", facts(each.getValue()));
            int more = 4 + mode.length() + rest.length();
            if (console.terminal() && width + more > console.columns() - 2 && width > 9) {
                line.append("  +").append(left);
                break;
            }
            int room = Math.max(0, console.columns() - 2 - width - 4 - mode.length());
            if (console.terminal() && rest.length() > room) {
                rest = rest.substring(0, room);
            }
            line.append("  ")
                    .append(console.paint(each.getValue().tone, mode))
                    .append("  ")
                    .append(rest);
            width += more;
            left--;
        }
        return line.toString();
    }

    private static List<String> facts(Standing standing) {
        List<String> facts = new ArrayList<>();
        // A divergence from what is no longer heard would look as if all were well.
        boolean silent = standing.rate == 0;
        if (silent) {
            facts.add("no telemetry");
        }
        if (!silent && !Double.isNaN(standing.sigma)) {
            facts.add("divergence " + SessionText.fixed(standing.sigma, 1) + " σ " + standing.joint);
        }
        if (!standing.behaviour.isEmpty()) {
            facts.add(standing.behaviour);
        }
        if (!standing.verdict.isEmpty()) {
            facts.add("gate " + standing.verdict);
        }
        if (!silent && !Double.isNaN(standing.rate)) {
            facts.add(SessionText.fixed(standing.rate, 0) + " Hz");
        }
        return facts;
    }
}
