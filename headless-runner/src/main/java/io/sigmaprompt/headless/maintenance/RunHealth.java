package io.sigmaprompt.headless.maintenance;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Suggestion;
import io.sigmaprompt.scenarios.run.HealthFile;
import io.sigmaprompt.scenarios.run.RunDirectory;
import io.sigmaprompt.twin.maintenance.advice.HealthSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gathers the sessions of each robot from run directories. */
public final class RunHealth {
    private static final String NEEDED =
            "Name run directories that hold a health-ROBOT.json, or a folder of such; each run of `sigma run` leaves one.";

    /** By robot, then by model; both sorted. */
    private final Map<String, Map<String, List<HealthSession>>> robots = new TreeMap<>();

    private final List<String> warnings = new ArrayList<>();

    private RunHealth() {}

    /**
     * Reads them.
     *
     * @param places run directories, or folders that hold some
     * @param robot the only robot that is asked for, or null for all
     * @throws BadInputException if nothing is found
     */
    public static RunHealth read(List<Path> places, @Nullable String robot) {
        RunHealth health = new RunHealth();
        Set<Path> runs = new LinkedHashSet<>();
        for (Path place : places) {
            runs.addAll(runs(place));
        }
        int without = 0;
        Set<String> all = new LinkedHashSet<>();
        for (Path run : runs) {
            List<String> files = files(run);
            without += files.isEmpty() ? 1 : 0;
            for (String file : files) {
                HealthFile read = HealthFile.read(run, file);
                all.add(read.health().robot());
                if (robot == null || robot.equals(read.health().robot())) {
                    health.add(run, read);
                }
            }
        }
        if (without > 0 && without < runs.size()) {
            health.warnings.add(without + (without == 1 ? " run holds" : " runs hold") + " no health-ROBOT.json: "
                    + "an older version recorded " + (without == 1 ? "it" : "them") + ", or it was cut short");
        }
        if (all.isEmpty()) {
            throw new BadInputException(
                    places.getFirst().toString(),
                    "expected runs with the health of a robot, found none in " + runs.size()
                            + (runs.size() == 1 ? " folder" : " folders"),
                    NEEDED);
        }
        if (health.robots.isEmpty()) {
            throw new BadInputException(
                    "--robot",
                    "no run has a robot '" + robot + "'" + Suggestion.phrase(String.valueOf(robot), List.copyOf(all)),
                    "There are " + String.join(", ", all) + ".");
        }
        health.sort();
        return health;
    }

    /** The run directory itself, or those in the folder, one or two levels down. */
    private static List<Path> runs(Path place) {
        if (!Files.isDirectory(place)) {
            throw new BadInputException(
                    place.toString(), "expected a run directory or a folder of such, found a file", NEEDED);
        }
        if (isRun(place)) {
            return List.of(place.toAbsolutePath().normalize());
        }
        try (Stream<Path> below = Files.walk(place, 2)) {
            List<Path> found = below.filter(RunHealth::isRun)
                    .map(each -> each.toAbsolutePath().normalize())
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new BadInputException(place.toString(), "expected runs in this folder, found none", NEEDED);
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isRun(Path folder) {
        return Files.isRegularFile(folder.resolve(RunDirectory.SESSION));
    }

    private static List<String> files(Path run) {
        try {
            return HealthFile.in(run);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(Path run, HealthFile file) {
        String text =
                RunDirectory.read(run, RunDirectory.SESSION).path("started").asString("");
        double started;
        try {
            Instant instant = Instant.parse(text);
            started = instant.getEpochSecond() + instant.getNano() * 1e-9;
        } catch (DateTimeParseException e) {
            BadInputException bad = new BadInputException(
                    run.resolve(RunDirectory.SESSION).toString(),
                    "expected a time such as 2026-11-23T08:00:00Z in \"started\", found '" + text + "'",
                    "Copy the run directory again from where it was recorded.");
            bad.initCause(e);
            throw bad;
        }
        String name = String.valueOf(run.getFileName());
        robots.computeIfAbsent(file.health().robot(), each -> new TreeMap<>())
                .computeIfAbsent(file.model(), each -> new ArrayList<>())
                .add(new HealthSession(name, started, file.health()));
    }

    private void sort() {
        robots.forEach((robot, models) -> {
            models.values()
                    .forEach(sessions -> sessions.sort(Comparator.comparingDouble(HealthSession::startedSeconds)
                            .thenComparing(HealthSession::run)));
            if (models.size() > 1) {
                warnings.add("'" + robot + "' is told apart by its models: " + String.join(", ", models.keySet()));
            }
        });
    }

    /** The sessions of each robot and model, in time order. */
    public List<List<HealthSession>> sessions() {
        return robots.values().stream()
                .flatMap(models -> models.values().stream())
                .map(List::copyOf)
                .toList();
    }

    public List<String> warnings() {
        return warnings;
    }
}
