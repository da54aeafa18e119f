package io.sigmaprompt.scenarios.language;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.scenarios.language.Section.Range;
import io.sigmaprompt.scenarios.temporal.Expectation;
import io.sigmaprompt.twin.session.SessionConfiguration;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads scenario files: YAML, held against the schema, held against the robots' models. */
public final class ScenarioReader {
    /** The robot that a flight's log moves where none is named. */
    public static final String FREE_BODY = "library:rigid-body";

    private static final String FLIGHT = ".ulg";

    private ScenarioReader() {}

    /**
     * Reads and checks a scenario and the robots it names.
     *
     * @throws BadInputException if the file or a robot's model is wrong; the place is file:line:column
     */
    public static Scenario read(Path file) {
        return parse(file, text(file));
    }

    /**
     * Reads a scenario from its text.
     *
     * @param file where the text comes from: errors name it, and paths in the text start from its folder
     * @throws BadInputException as {@link #read}
     */
    public static Scenario parse(Path file, String text) {
        return parse(file, text, null, null, Map.of());
    }

    /**
     * Reads the scenario of a session that was recorded, perhaps on another machine: the models come from the record,
     * and whether its hardware is still there does not matter.
     *
     * @param models the file of each robot, by the robot's name
     * @param rulesText the text of the file of alarm rules, empty if it named none
     * @param trees the texts of tree files, by the files' absolute paths
     * @throws BadInputException as {@link #read}
     */
    public static Scenario parseRecorded(
            Path file, String text, Map<String, Path> models, String rulesText, Map<String, String> trees) {
        return parse(file, text, models, rulesText, trees);
    }

    private static Scenario parse(
            Path file,
            String text,
            @Nullable Map<String, Path> models,
            @Nullable String rulesText,
            Map<String, String> trees) {
        YamlDocument document = YamlDocument.parse(file.toString(), text);
        Complaints complaints = new Complaints(file.toString());
        ScenarioSchema.validate(document, complaints);
        complaints.check();
        Scenario scenario = scenario(file, text, Section.root(document, complaints), models, rulesText, trees);
        complaints.check();
        return scenario;
    }

    /**
     * A scenario that mirrors a recorded log with a robot's twin until the log ends.
     *
     * @param log the recording
     * @param robot the robot's file, or {@code library:NAME}
     * @param options options for the log's reader, and {@link JointNamesFile#OPTION}
     * @param locked joints that rest where the model draws them
     * @throws BadInputException if the log is not there or the robot's model is wrong
     */
    public static Scenario forReplay(Path log, Path robot, Map<String, String> options, List<String> locked) {
        if (!Files.exists(log)) {
            throw new BadInputException(log.toString(), "there is no such file", "Name a recorded log.");
        }
        boolean shipped = ShippedLibrary.nameIn(robot.toString()) != null;
        if (!shipped && !Files.exists(robot)) {
            throw new BadInputException(
                    robot.toString(), "there is no such file", "Name the robot's file with --robot, or library:NAME.");
        }
        String stem = fileStem(log);
        String names = options.get(JointNamesFile.OPTION);
        String settings = options.entrySet().stream()
                .filter(option -> !option.getKey().equals(JointNamesFile.OPTION))
                .map(option -> "      " + quoted(option.getKey()) + ": " + quoted(option.getValue()) + "\n")
                .collect(Collectors.joining());
        String text = "scenario: replay-" + stem + "\n"
                + "robots:\n"
                + "  - name: " + fileStem(robot) + "\n"
                + "    model: "
                + quoted(shipped ? robot.toString() : robot.toAbsolutePath().toString()) + "\n"
                + "    hardware: " + quoted(log.toAbsolutePath().toString()) + "\n"
                + (settings.isEmpty() ? "" : "    hardware-options:\n" + settings)
                + (floats(log, robot) ? "    base: floating\n" : "")
                + (names == null
                        ? ""
                        : "    joint-names: "
                                + quoted(Path.of(names).toAbsolutePath().toString()) + "\n")
                + (locked.isEmpty()
                        ? ""
                        : "    locked: ["
                                + locked.stream().map(ScenarioReader::quoted).collect(Collectors.joining(", ")) + "]\n")
                + "    mode: MIRROR\n";
        return parse(log, text);
    }

    /** A flight moves its robot's base; MJCF and SDF say themselves what floats. */
    private static boolean floats(Path log, Path robot) {
        String name = robot.toString();
        boolean saysItself = name.endsWith(".xml") || name.endsWith(".mjcf") || name.endsWith(".sdf");
        return isFlight(log) && !saysItself;
    }

    /** Whether a log is a flight's, which needs no robot to be named. */
    public static boolean isFlight(Path log) {
        return log.toString().endsWith(FLIGHT);
    }

    private static Scenario scenario(
            Path file,
            String text,
            Section root,
            @Nullable Map<String, Path> models,
            @Nullable String rulesText,
            Map<String, String> trees) {
        long seed = root.integer("seed", 0);
        List<String> warnings = new ArrayList<>();
        Cast cast = new Cast(new ArrayList<>());
        List<RobotReader.Participant> robots = robots(file, root, seed, models, trees);
        // A robot without a model has been complained of; what speaks of it cannot be checked.
        boolean complete = robots.size() == root.items("robots").size();
        long duration = duration(root, robots, complete);
        AlarmSetup alarms = AlarmSetup.NONE;
        List<TimelineEvent> timeline = List.of();
        List<Expectation> expectations = List.of();
        if (complete) {
            AlarmsFound found = alarms(file, root, robots, rulesText);
            robots = found.robots();
            alarms = found.setup();
            cast = new Cast(robots);
            timeline = new TimelineReader(cast, duration, models == null ? folder(file) : null)
                    .read(root.items("timeline"), warnings);
            expectations = new ExpectationReader(cast).read(root.items("expect"));
        }
        robots.forEach(robot -> warnings.addAll(robot.warnings()));
        String name = root.text("scenario", "");
        return new Scenario(
                name,
                root.text("description", ""),
                file,
                text,
                new SessionConfiguration(
                        name,
                        seed,
                        robots.stream().map(RobotReader.Participant::twin).toList()),
                robots.stream().map(RobotReader.Participant::entry).toList(),
                timeline,
                expectations,
                duration,
                warnings,
                alarms);
    }

    private record AlarmsFound(List<RobotReader.Participant> robots, AlarmSetup setup) {}

    /** The robots with their alarms, which stand in the scenario or in a file of their own. */
    private static AlarmsFound alarms(
            Path file, Section root, List<RobotReader.Participant> robots, @Nullable String recorded) {
        String named = root.optionalText("alarm-rules");
        if (named == null) {
            Section at = root.child("alarms");
            return new AlarmsFound(AlarmReader.alarms(at, robots), new AlarmSetup(AlarmReader.notify(at), null, ""));
        }
        if (root.has("alarms")) {
            root.child("alarm-rules")
                    .complainOfKey(
                            "found 'alarm-rules' beside 'alarms'", "Keep the rules in one place, here or in the file.");
        }
        Path rulesFile = file.toAbsolutePath().resolveSibling(named).normalize();
        if (recorded == null && !Files.exists(rulesFile)) {
            root.child("alarm-rules").complain("there is no file " + rulesFile, "Name a file of alarm rules.");
            return new AlarmsFound(robots, AlarmSetup.NONE);
        }
        String text = recorded == null ? AlarmReader.text(rulesFile) : recorded;
        Complaints complaints = new Complaints(rulesFile.toString());
        Section at = AlarmReader.file(rulesFile, text, complaints);
        List<RobotReader.Participant> alarmed = AlarmReader.alarms(at, robots);
        AlarmSetup setup = new AlarmSetup(AlarmReader.notify(at), rulesFile, text);
        complaints.check();
        return new AlarmsFound(alarmed, setup);
    }

    /** The folder that relative paths start from. */
    private static Path folder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null ? file.toAbsolutePath() : folder;
    }

    private static List<RobotReader.Participant> robots(
            Path file, Section root, long seed, @Nullable Map<String, Path> models, Map<String, String> trees) {
        RobotReader reader = new RobotReader(folder(file), seed, models, trees);
        List<RobotReader.Participant> robots = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (Section at : root.items("robots")) {
            if (!names.add(at.text("name", ""))) {
                at.child("name")
                        .complain(
                                "two robots are called '" + at.text("name", "") + "'",
                                "Give one of them another name.");
            }
            RobotReader.Participant robot = reader.read(at, names.size());
            if (robot != null) {
                robots.add(robot);
            }
        }
        return robots;
    }

    private static long duration(Section root, List<RobotReader.Participant> robots, boolean complete) {
        boolean endsByItself =
                robots.stream().map(robot -> robot.entry().hardware()).anyMatch(ScenarioReader::isLog);
        if (!root.has("duration") && complete && !endsByItself) {
            root.child("scenario")
                    .complainOfKey(
                            "expected the key 'duration', found none",
                            "Add 'duration: 24 s'; only a session with a recorded log ends by itself.");
        }
        return root.nanos("duration", Long.MAX_VALUE, Range.POSITIVE);
    }

    private static boolean isLog(String hardware) {
        return !hardware.equals(RobotEntry.SIMULATED)
                && !hardware.equals(RobotEntry.VIRTUAL)
                && !hardware.contains("://");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new BadInputException(
                    file.toString(), "expected text in UTF-8, found other bytes", "Save the file as UTF-8.");
        } catch (IOException e) {
            throw new BadInputException(
                    file.toString(),
                    Files.exists(file) ? "the file cannot be read: " + e.getMessage() : "there is no such file",
                    "Name a scenario file that can be read.");
        }
    }

    private static String fileStem(Path file) {
        String name = String.valueOf(file.getFileName()).replaceFirst("^library:", "");
        int dot = name.lastIndexOf('.');
        String stem = (dot > 0 ? name.substring(0, dot) : name).replaceAll("[^A-Za-z0-9._-]", "-");
        return stem.matches("[A-Za-z0-9].*") ? stem : "x" + stem;
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
