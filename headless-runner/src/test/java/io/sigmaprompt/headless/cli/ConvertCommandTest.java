package io.sigmaprompt.headless.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConvertCommandTest {
    private static final Path SHARED = Path.of(System.getProperty("sigma.corpus", "../shared"));
    private static final String UR10 =
            SHARED.resolve("telemetry/ur10/ur10_exciting_trajectory.db3").toString();
    private static final String UR3 =
            SHARED.resolve("telemetry/ur3-cobotops/cobotops_part1.csv").toString();

    @TempDir
    private Path folder;

    @Test
    void aConvertedLogIsMirroredToTheSameBits() {
        Path table = folder.resolve("log.csv");
        Call convert = Call.of("convert", UR10, table.toString());
        assertEquals(0, convert.code(), convert.err());
        assertEquals(hash(UR10, "first"), hash(table.toString(), "second"));
    }

    private String hash(String log, String run) {
        Call call = Call.of(
                "replay",
                log,
                "--robot",
                SHARED.resolve("robots/ur10/ur10.urdf").toString(),
                "--json",
                "--out",
                folder.resolve(run).toString());
        assertEquals(0, call.code(), call.err());
        return call.object().get("traceHash").asString();
    }

    @Test
    void signalsAreChosenAndRowsSpacedEvenly() throws Exception {
        Path table = folder.resolve("part.csv");
        Call call = Call.of(
                "convert",
                UR10,
                table.toString(),
                "--signals",
                "elbow_joint/*",
                "--rate",
                "50",
                "--from",
                "1",
                "--to",
                "2");
        assertEquals(0, call.code(), call.err());
        List<String> rows = Files.readAllLines(table);
        assertEquals("time,elbow_joint.position,elbow_joint.velocity,elbow_joint.effort", rows.getFirst());
        assertEquals(1 + 51, rows.size());
        assertEquals("1.000000001", rows.get(1).split(",")[0]);
        assertEquals("2.000000001", rows.getLast().split(",")[0]);
    }

    @Test
    void ofARunTheTelemetryIsWritten() throws Exception {
        Path run = folder.resolve("run");
        assertEquals(
                0,
                Call.of("run", "library:first-light-short", "--lock-step", "--out", run.toString())
                        .code());
        Path table = folder.resolve("run.csv");
        Call call = Call.of("convert", run.toString(), table.toString(), "--signals", "*/position");
        assertEquals(0, call.code(), call.err());
        assertTrue(Files.readAllLines(table).size() > 100, call.out());
    }

    @Test
    void nothingIsLostAndNothingUnfinishedStays() throws Exception {
        Path table = Files.writeString(folder.resolve("there.csv"), "mine");
        Call there = Call.of("convert", UR3, table.toString());
        assertEquals(2, there.code());
        assertTrue(there.err().contains("Say --force to write over it"), there.err());
        assertEquals("mine", Files.readString(table));
        Call wrong = Call.of("convert", UR3, table.toString(), "--force", "--signals", "J0/currents");
        assertEquals(2, wrong.code());
        assertTrue(wrong.err().contains("did you mean 'J0/current'?"), wrong.err());
        assertEquals("mine", Files.readString(table));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
        assertEquals(0, Call.of("convert", UR3, table.toString(), "--force").code());
        assertTrue(Files.readString(table).startsWith("time,J0.current,"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a.xlsx; expected a name that ends in .csv",
                "no/such/x.csv; no folder",
                "x.csv --rate 0; expected up to 1000000 Hz",
                "x.csv --from 3 --to 2; expected 0 <= from < to"
            })
    void badInputIsOneError(String words, String expected) {
        String[] given = words.split(" ");
        given[0] = folder.resolve(given[0]).toString();
        Call call = Call.of(
                Stream.concat(Stream.of("convert", UR10), Stream.of(given)).toArray(String[]::new));
        assertEquals(2, call.code(), call.err());
        assertTrue(call.err().contains(expected.strip()), call.err());
    }
}
