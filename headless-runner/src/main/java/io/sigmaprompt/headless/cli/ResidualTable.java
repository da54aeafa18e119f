package io.sigmaprompt.headless.cli;

import io.sigmaprompt.headless.report.SessionText;
import io.sigmaprompt.scenarios.run.RunListener;
import io.sigmaprompt.twin.record.DivergenceRecord;
import io.sigmaprompt.twin.record.OutputRecord;
import io.sigmaprompt.twin.record.TelemetryHealthRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sums up each joint's inverse-dynamics residual over a replay: what was measured minus what the model asks for. */
final class ResidualTable implements RunListener {
    private static final int FEWEST_FRAMES = 40;

    private static final class Sum {
        long count;
        double sum;
        double squares;
        double greatest;

        void add(double residual) {
            if (Double.isFinite(residual)) {
                count++;
                sum += residual;
                squares += residual * residual;
                greatest = Math.max(greatest, Math.abs(residual));
            }
        }

        double mean() {
            return count == 0 ? Double.NaN : sum / count;
        }

        double rms() {
            return count == 0 ? Double.NaN : Math.sqrt(squares / count);
        }

        double max() {
            return count == 0 ? Double.NaN : greatest;
        }
    }

    private final Map<String, Sum> joints = new LinkedHashMap<>();
    private @Nullable TelemetryHealthRecord health;

    @Override
    public void output(OutputRecord output) {
        if (output instanceof DivergenceRecord divergence) {
            for (int i = 0; i < divergence.names().size(); i++) {
                joints.computeIfAbsent(divergence.names().get(i), name -> new Sum())
                        .add(divergence.effortResidual()[i]);
            }
        } else if (output instanceof TelemetryHealthRecord record) {
            health = record;
        }
    }

    void write(Console console) {
        console.line();
        console.line(console.paint(
                Tone.HINT,
                String.format("  %-28s %10s %10s %10s %8s", "effort residual [N·m]", "mean", "rms", "max", "samples")));
        joints.forEach((joint, sum) -> console.line(String.format(
                "  %-28s %10s %10s %10s %8d",
                joint,
                SessionText.fixed(sum.mean(), 3),
                SessionText.fixed(sum.rms(), 3),
                SessionText.fixed(sum.max(), 3),
                sum.count)));
        if (!joints.isEmpty()) {
            console.line(console.paint(
                    Tone.HINT,
                    "  samples: the cycles of 10 ms in which a new frame was there and accelerations were known; frames"
                            + " within one cycle count once"));
        }
        if (health != null) {
            console.line(String.format(
                    "  %d frames applied, %d duplicates, %d out of order, %d late, %d rejected, %d gaps",
                    health.applied(),
                    health.duplicates(),
                    health.reordered(),
                    health.late(),
                    health.rejected(),
                    health.gaps()));
        }
    }

    /** The same for {@code --json}. */
    List<Map<String, Object>> objects() {
        List<Map<String, Object>> all = new ArrayList<>();
        joints.forEach((joint, sum) -> {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("joint", joint);
            object.put("mean", JsonNumber.of(sum.mean()));
            object.put("rms", JsonNumber.of(sum.rms()));
            object.put("max", JsonNumber.of(sum.max()));
            object.put("samples", sum.count);
            all.add(object);
        });
        return all;
    }

    /** How many frames moved the twin, or -1 where nothing was said. */
    long framesApplied() {
        return health == null ? -1 : health.appliedJointStates();
    }

    /** What the log was too short for, a sentence; empty where it was long enough. */
    String tooShort() {
        long frames = framesApplied();
        if (frames < 0 || frames >= FEWEST_FRAMES) {
            return "";
        }
        long most = joints.values().stream().mapToLong(sum -> sum.count).max().orElse(0);
        return "the log is too short to judge: " + frames + (frames == 1 ? " frame was" : " frames were")
                + " applied and gave " + (most == 0 ? "no residual" : most + " samples of residual at most")
                + "; accelerations need neighbours, and an explanation some " + FEWEST_FRAMES + " frames over 0.3 s";
    }
}
