package io.sigmaprompt.scenarios.run;

import io.sigmaprompt.twin.port.TraceSink;
import io.sigmaprompt.twin.port.TraceSinkProvider;
import io.sigmaprompt.twin.record.OutputRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/** A trace of one line a record. */
public final class TestTrace implements TraceSinkProvider {
    @Override
    public String extension() {
        return ".lines";
    }

    @Override
    public TraceSink open(Path file, long epochNanos) {
        try {
            return new Lines(Files.newBufferedWriter(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Lines(Writer writer) implements TraceSink {
        @Override
        public void record(OutputRecord output) {
            attempt(() -> writer.write(output.getClass().getSimpleName() + " " + output.simNanos() + "\n"));
        }

        @Override
        public void flush() {
            attempt(writer::flush);
        }

        @Override
        public void close() {
            attempt(writer::close);
        }

        private interface Step {
            void run() throws IOException;
        }

        private static void attempt(Step step) {
            try {
                step.run();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
