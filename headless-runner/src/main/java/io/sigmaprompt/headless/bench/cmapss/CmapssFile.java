package io.sigmaprompt.headless.bench.cmapss;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.twin.maintenance.learning.MachineHistory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tables of NASA's C-MAPSS data sets (Saxena, Goebel, Simon, Eklund, PHM 2008): a row a cycle, 26 numbers parted by
 * blanks: engine, cycle, 3 operational settings, 21 sensors.
 */
public final class CmapssFile {
    /** Settings of each row. */
    public static final int SETTINGS = 3;

    /** Sensors of each row. */
    public static final int SENSORS = 21;

    private static final int COLUMNS = 2 + SETTINGS + SENSORS;

    private static final Pattern TABLE = Pattern.compile("(train|test|RUL)_.*\\.txt");

    private CmapssFile() {}

    /**
     * The engines of a table, in the order in which they come.
     *
     * @throws BadInputException if a row is not what the format says, with file and line
     */
    public static List<MachineHistory> engines(Path file) {
        Map<Integer, List<MachineHistory.Row>> rows = new LinkedHashMap<>();
        List<String> lines = lines(file);
        int current = -1;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty()) {
                continue;
            }
            String place = file + ":" + (i + 1);
            String[] words = line.split("\\s+");
            if (words.length != COLUMNS) {
                throw new BadInputException(
                        place,
                        "expected " + COLUMNS + " columns, found " + words.length,
                        "A row is engine, cycle, 3 settings and 21 sensors, parted by blanks; it may have been cut.");
            }
            int engine = whole(place, 1, "an engine's number", words[0]);
            int cycle = whole(place, 2, "a cycle's number", words[1]);
            if (engine != current && rows.containsKey(engine)) {
                throw new BadInputException(
                        place,
                        "expected engine " + current + " or a new one, found engine " + engine + " again",
                        "Rows of one engine stand together; sort the file by engine and cycle.");
            }
            current = engine;
            List<MachineHistory.Row> history = rows.computeIfAbsent(engine, key -> new ArrayList<>());
            if (!history.isEmpty() && cycle <= history.getLast().cycle()) {
                throw new BadInputException(
                        place,
                        "expected a cycle above " + history.getLast().cycle() + " of engine " + engine + ", found "
                                + cycle,
                        "Cycles of an engine increase; sort the file by engine and cycle.");
            }
            history.add(new MachineHistory.Row(
                    cycle, numbers(place, words, 2, 2 + SETTINGS), numbers(place, words, 2 + SETTINGS, COLUMNS)));
        }
        if (rows.isEmpty()) {
            throw new BadInputException(
                    file.toString(), "expected rows of 26 numbers, found none", "Name a file as train_FD001.txt.");
        }
        List<MachineHistory> engines = new ArrayList<>();
        rows.forEach((engine, history) -> engines.add(MachineHistory.of("engine " + engine, history)));
        return engines;
    }

    /**
     * The remaining lives that belong to a test table, one a line.
     *
     * @throws BadInputException if there are not {@code count} of them, or one is no number from 0
     */
    public static int[] lives(Path file, int count) {
        List<Integer> lives = new ArrayList<>();
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            String word = lines.get(i).strip();
            if (!word.isEmpty()) {
                lives.add(whole(file + ":" + (i + 1), 1, "a remaining life", word));
            }
        }
        if (lives.size() != count) {
            throw new BadInputException(
                    file.toString(),
                    "expected " + count + " remaining lives, one for each engine of the test table, found "
                            + lives.size(),
                    "The file RUL_FD001.txt belongs to test_FD001.txt, and so on.");
        }
        return lives.stream().mapToInt(Integer::intValue).toArray();
    }

    private static List<String> lines(Path file) {
        if (Files.isDirectory(file)) {
            List<String> tables = tables(file);
            throw new BadInputException(
                    file.toString(),
                    "expected a table, found a folder",
                    tables.isEmpty()
                            ? "Name a file as train_FD001.txt."
                            : "Name a file in it: " + String.join(", ", tables));
        }
        try {
            return Files.readAllLines(file);
        } catch (MalformedInputException e) {
            throw new BadInputException(
                    file.toString(), "expected text, found bytes that are none", "Unpack the archive and name a .txt.");
        } catch (AccessDeniedException e) {
            throw new BadInputException(
                    file.toString(), "expected a table that may be read, found none", "Look at its permissions.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files of a folder that are named as the data sets' are, by name. */
    private static List<String> tables(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> TABLE.matcher(name).matches())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            // What may not be listed has no tables to propose.
            return List.of();
        }
    }

    private static int whole(String place, int column, String what, String word) {
        double value = number(place, column, word);
        if (value != Math.rint(value) || value < 0 || value > Integer.MAX_VALUE) {
            throw new BadInputException(
                    place + ":" + column, "expected " + what + ", a whole number from 0, found '" + word + "'", FORMAT);
        }
        return (int) value;
    }

    private static List<Double> numbers(String place, String[] words, int from, int to) {
        List<Double> numbers = new ArrayList<>(to - from);
        for (int i = from; i < to; i++) {
            numbers.add(number(place, i + 1, words[i]));
        }
        return numbers;
    }

    private static double number(String place, int column, String word) {
        double value;
        try {
            value = Double.parseDouble(word);
        } catch (NumberFormatException e) {
            throw new BadInputException(
                    place + ":" + column, "expected a number in column " + column + ", found '" + word + "'", FORMAT);
        }
        if (!Double.isFinite(value)) {
            throw new BadInputException(place + ":" + column, "expected a finite number, found '" + word + "'", FORMAT);
        }
        return value;
    }

    private static final String FORMAT = "Decimals have a point; a header or a comma has no place in the table.";
}
