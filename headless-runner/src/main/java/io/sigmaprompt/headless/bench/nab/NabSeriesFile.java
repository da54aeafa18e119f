package io.sigmaprompt.headless.bench.nab;

import io.sigmaprompt.physics.model.BadInputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** Reads a series: a header {@code timestamp,value}, then a row a sample. */
final class NabSeriesFile {
    private static final String HEADER = "timestamp,value";
    private static final long NANOS = 1_000_000_000L;

    private final Path file;
    private final List<String> stamps = new ArrayList<>();
    private final List<Long> nanos = new ArrayList<>();
    private final List<Double> values = new ArrayList<>();

    private NabSeriesFile(Path file) {
        this.file = file;
    }

    /**
     * Reads a file.
     *
     * @param path what the series is called
     * @return the series, without windows
     * @throws BadInputException naming file and line of what is wrong
     */
    static NabSeries read(Path file, String path) {
        NabSeriesFile reading = new NabSeriesFile(file);
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            reading.all(lines);
        } catch (CharacterCodingException e) {
            throw new BadInputException(
                    file.toString(), "expected text in UTF-8, found other bytes", "Save it as UTF-8.");
        } catch (IOException e) {
            throw new BadInputException(
                    file.toString(), "expected a file that may be read, found " + e, "Look at its permissions.");
        }
        return new NabSeries(
                path,
                List.copyOf(reading.stamps),
                reading.nanos.stream().mapToLong(Long::longValue).toArray(),
                reading.values.stream().mapToDouble(Double::doubleValue).toArray(),
                List.of());
    }

    private void all(BufferedReader lines) throws IOException {
        String header = lines.readLine();
        if (header == null || !header.strip().equals(HEADER)) {
            throw new BadInputException(
                    file + ":1",
                    "expected the header '" + HEADER + "', found "
                            + (header == null ? "an empty file" : "'" + header + "'"),
                    "A series of the benchmark has these two columns.");
        }
        int number = 1;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank()) {
                row(line, number);
            }
        }
        if (values.isEmpty()) {
            throw new BadInputException(file + ":2", "expected rows, found none", "Fill the file, or take it away.");
        }
    }

    private void row(String line, int number) {
        String place = file + ":" + number;
        String[] cells = line.split(",", -1);
        if (cells.length != 2) {
            throw new BadInputException(
                    place, "expected two cells, found " + cells.length + " in '" + line + "'", "Write time,value.");
        }
        stamps.add(cells[0].strip());
        nanos.add(nanos(cells[0], place));
        values.add(value(cells[1], place));
    }

    private static double value(String cell, String place) {
        double value;
        try {
            value = Double.parseDouble(cell.strip());
        } catch (NumberFormatException e) {
            throw new BadInputException(
                    place, "expected a number as value, found '" + cell + "'", "Write it as 12.5, with a point.");
        }
        if (!Double.isFinite(value)) {
            throw new BadInputException(
                    place,
                    "expected a finite value, found '" + cell + "'",
                    "Take the row out where nothing was measured.");
        }
        return value;
    }

    /** A time as {@code 2014-04-10 07:15:00}, with or without parts of a second, in nanoseconds since 1970. */
    static long nanos(String stamp, String place) {
        try {
            Instant time = LocalDateTime.parse(stamp.strip().replace(' ', 'T')).toInstant(ZoneOffset.UTC);
            return time.getEpochSecond() * NANOS + time.getNano();
        } catch (DateTimeParseException e) {
            throw new BadInputException(
                    place,
                    "expected a time such as 2014-04-10 07:15:00, found '" + stamp + "'",
                    "Write year, month, day, hour, minute and second.");
        }
    }
}
