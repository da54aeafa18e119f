package io.sigmaprompt.headless.analysis.label;

import io.sigmaprompt.headless.analysis.Anomaly;
import io.sigmaprompt.twin.record.FindingRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Alarms of the patterns that were learnt on the first half of a recording, as findings in its second half. */
public final class PatternFindings {
    private PatternFindings() {}

    /** @param startNanos the recording's first row, from which findings count their time */
    public static List<Anomaly> of(List<LabelReport> reports, long startNanos) {
        List<Anomaly> found = new ArrayList<>();
        for (LabelReport report : reports) {
            for (LabelReport.Alarm alarm : report.alarms()) {
                double threshold = report.methods().getFirst().threshold();
                long at = alarm.nanos() - startNanos;
                found.add(new Anomaly(
                        FindingRecord.Kind.NOVELTY,
                        "all signals",
                        at,
                        at,
                        alarm.likeness(),
                        alarm.likeness(),
                        threshold,
                        "",
                        "pattern of " + report.label(),
                        "ridge logistic regression over three rows, learnt on the first half",
                        String.format(
                                Locale.ROOT,
                                "it looks like an onset of %s, %.3g where %.3g is enough",
                                report.label(),
                                alarm.likeness(),
                                threshold)));
            }
        }
        return found;
    }
}
