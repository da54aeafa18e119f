package io.sigmaprompt.headless.report;

import io.sigmaprompt.twin.record.DivergenceRecord;
import io.sigmaprompt.twin.record.FindingRecord;
import io.sigmaprompt.twin.record.JointStateRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Each of a session's first findings with its signal just before and behind it, in bounded memory. */
final class FindingPictures {
    private static final int MOST = 24;
    private static final long BEFORE_NANOS = 2_000_000_000L;
    private static final long BEHIND_NANOS = 2_000_000_000L;
    private static final long STRETCH_NANOS = 10_000_000L;

    /**
     * A finding and its signal.
     *
     * @param fromNanos where the picture begins
     * @param signal its course, counted from there
     */
    record Picture(FindingRecord finding, long fromNanos, SignalHistory signal) {
        long toNanos() {
            return finding.simNanos() + BEHIND_NANOS;
        }
    }

    /** What a signal told last. */
    private static final class Recent {
        private static final int SAMPLES = 256;

        private final long[] nanos = new long[SAMPLES];
        private final double[] values = new double[SAMPLES];
        private long count;

        void add(long at, double value) {
            int slot = (int) (count++ % SAMPLES);
            nanos[slot] = at;
            values[slot] = value;
        }

        void copy(long from, SignalHistory to) {
            for (long i = Math.max(0, count - SAMPLES); i < count; i++) {
                int slot = (int) (i % SAMPLES);
                to.add(nanos[slot] - from, values[slot]);
            }
        }
    }

    private final Map<String, Map<String, Recent>> joints = new LinkedHashMap<>();
    private final List<Picture> pictures = new ArrayList<>();
    private final List<Picture> open = new ArrayList<>();
    private int left;

    void take(JointStateRecord state) {
        if (state.body() != JointStateRecord.Body.ROBOT) {
            return;
        }
        for (int i = 0; i < state.names().size(); i++) {
            String joint = state.names().get(i);
            add(joint, "position", state.simNanos(), state.position(), i);
            add(joint, "velocity", state.simNanos(), state.velocity(), i);
            add(joint, "effort", state.simNanos(), state.effort(), i);
        }
        open.removeIf(each -> each.toNanos() < state.simNanos());
    }

    void take(DivergenceRecord record) {
        for (int i = 0; i < record.names().size(); i++) {
            String joint = record.names().get(i);
            add(joint, "divergence", record.simNanos(), record.position(), i);
            add(joint, "effort-residual", record.simNanos(), record.effortResidual(), i);
        }
    }

    private void add(String joint, String quantity, long nanos, double[] values, int index) {
        if (index >= values.length) {
            return;
        }
        joints.computeIfAbsent(joint, key -> new LinkedHashMap<>())
                .computeIfAbsent(quantity, key -> new Recent())
                .add(nanos, values[index]);
        for (Picture each : open) {
            if (isOf(each.finding, joint, quantity)) {
                each.signal.add(nanos - each.fromNanos, values[index]);
            }
        }
    }

    private static boolean isOf(FindingRecord finding, String joint, String quantity) {
        String signal = finding.evidence().signal();
        return signal.length() == joint.length() + 1 + quantity.length()
                && signal.startsWith(joint)
                && signal.endsWith(quantity);
    }

    /** Begins a picture of a finding that was just raised. */
    void take(FindingRecord finding) {
        String signal = finding.evidence().signal();
        int slash = signal.lastIndexOf('/');
        Recent recent = slash < 0 ? null : recent(signal.substring(0, slash), signal.substring(slash + 1));
        if (!finding.active() || recent == null) {
            return;
        }
        if (pictures.size() >= MOST) {
            left++;
            return;
        }
        long from = Math.max(0, finding.simNanos() - BEFORE_NANOS);
        Picture picture = new Picture(finding, from, new SignalHistory(STRETCH_NANOS));
        recent.copy(from, picture.signal);
        pictures.add(picture);
        open.add(picture);
    }

    private @Nullable Recent recent(String joint, String quantity) {
        return joints.getOrDefault(joint, Map.of()).get(quantity);
    }

    /** Writes the pictures, each with what its finding rests on. */
    void write(Html html, long endNanos) {
        if (pictures.isEmpty()) {
            return;
        }
        html.raw("<div class=plots>");
        for (Picture each : pictures) {
            FindingRecord finding = each.finding;
            var evidence = finding.evidence();
            long end = Math.min(each.toNanos(), Math.max(endNanos, each.fromNanos + STRETCH_NANOS)) - each.fromNanos;
            long began = Math.max(0, evidence.fromNanos() - each.fromNanos);
            Lane.Span span = new Lane.Span(
                    began,
                    Math.max(began, finding.simNanos() - each.fromNanos),
                    finding.kind().words(),
                    finding.kind() == FindingRecord.Kind.RESIDUAL ? "live" : "warn",
                    finding.explanation());
            html.raw("<div>");
            new Chart(finding.id(), "seconds since " + SessionText.time(each.fromNanos), end)
                    .alone()
                    .line(evidence.signal(), "fg", each.signal)
                    .shade(List.of(span))
                    .write(html);
            html.add(
                    "<p class=hint>score %s by %s<br>%s</p></div>",
                    SessionText.score(evidence.score()), evidence.detector(), evidence.parameters());
        }
        html.raw("</div>");
        if (left > 0) {
            html.add("<p class=hint>%d further findings are not drawn.</p>", left);
        }
    }
}
