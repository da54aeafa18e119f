package io.sigmaprompt.headless.bench.nab;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes what a detector said in the benchmark's own format, a file a series:
 * {@code DETECTOR/GROUP/DETECTOR_NAME.csv} with time, value, score and label.
 */
public final class NabResultFiles {
    private NabResultFiles() {}

    /** Writes all files of a run below a folder, which is made where it is not there. */
    public static void write(NabRun run, Path folder) {
        for (int s = 0; s < run.corpus().series().size(); s++) {
            NabSeries series = run.corpus().series().get(s);
            Path group = folder.resolve(run.detector()).resolve(series.group());
            try {
                Files.createDirectories(group);
                write(series, run.scores().get(s), group.resolve(run.detector() + "_" + series.file()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void write(NabSeries series, double[] scores, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("timestamp,value,anomaly_score,label\n");
            for (int row = 0; row < series.size(); row++) {
                out.write(series.stamps().get(row));
                out.write(',');
                out.write(Double.toString(series.values()[row]));
                out.write(',');
                out.write(Double.toString(scores[row]));
                out.write(series.labelled(row) ? ",1\n" : ",0\n");
            }
        }
    }
}
