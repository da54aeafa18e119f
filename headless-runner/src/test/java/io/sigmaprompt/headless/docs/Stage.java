package io.sigmaprompt.headless.docs;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sigmaprompt.scenarios.language.ShippedLibrary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A folder in which documented commands can be run: it gives each name that stands for a reader's own file a real one. */
final class Stage {
    private static final String CORPUS_LOG = "telemetry/ur10/ur10_exciting_trajectory.db3";
    private static final String CORPUS_FLIGHT = "telemetry/px4/sample_log_small.ulg";
    private static final String CORPUS_TABLE = "telemetry/ur3-cobotops/cobotops_part1.csv";
    private static final String CORPUS_ENGINES = "conformance/cmapss/train_FD001.txt";
    private static final String CORPUS_ROBOT = "robots/ur10/ur10.urdf";
    private static final Set<String> ROBOTS = Set.of("my_robot.urdf", "arm.urdf", "ROBOT");
    private static final Set<String> SCENARIOS =
            Set.of("SCENARIO", "FILE", "cell.yaml", "what-if.yaml", "calm.yaml", "bold.yaml");
    private static final Set<String> FOLDERS = Set.of("DIR", "scenarios/");
    private static final Set<String> RUNS = Set.of("RUN_DIR", "RUN_DIRECTORY", "RUN_A", "RUN_B");
    private static final Set<String> RECORDING = Set.of("run", "suite", "replay", "demo", "fork");

    private final Path folder;
    private final Path scenarios;
    private final Path robots;
    private final Path worlds;
    private final Path benchmark;
    private final Map<String, Path> written = new LinkedHashMap<>();
    private final Path log;
    private final Path run;
    private int runs;
    private int tables;

    /** Writes down the files that the documents show (a fence with a file's name, as {@code yaml drag.yaml}). */
    Stage(Path folder) throws IOException {
        this.folder = folder;
        scenarios = Files.createDirectories(folder.resolve("scenarios"));
        Files.writeString(scenarios.resolve("short.yaml"), """
                scenario: short
                duration: 300 ms
                robots:
                  - {name: arm, model: library:industrial-arm, hardware: simulated, mode: SIMULATED}
                expect:
                  - never: {finding: {}}
                """);
        robots = Files.createDirectories(folder.resolve("robots"));
        Files.copy(ShippedLibrary.robot("industrial-arm"), robots.resolve("arm.urdf"));
        worlds = Files.createDirectories(folder.resolve("worlds"));
        written.put("scene.xml", Files.writeString(worlds.resolve("scene.xml"), """
                <mujoco model="scene">
                  <worldbody>
                    <geom type="plane" size="0 0 1"/>
                    <body name="box" pos="0 0 0.11"><freejoint/><geom type="box" size="0.1 0.1 0.1"/></body>
                  </worldbody>
                </mujoco>
                """));
        written.put("SCENE", worlds.resolve("scene.xml"));
        written.put("world.sdf", Files.writeString(worlds.resolve("world.sdf"), """
                <sdf version="1.9"><world name="hall">
                  <model name="ground"><static>true</static><link name="link"><collision name="floor"><geometry>
                    <plane><normal>0 0 1</normal><size>10 10</size></plane></geometry></collision></link></model>
                  <model name="crate"><pose>0 0 0.2 0 0 0</pose><link name="body">
                    <inertial><mass>1</mass><inertia><ixx>0.01</ixx><iyy>0.01</iyy><izz>0.01</izz></inertia></inertial>
                    <collision name="hull"><geometry><box><size>0.2 0.2 0.2</size></box></geometry></collision>
                  </link></model></world></sdf>
                """));
        benchmark = benchmark(Files.createDirectories(folder.resolve("benchmark")));
        log = Files.writeString(
                folder.resolve("plain.csv"), "time,elbow_joint.position\n0,1.7\n0.008,1.701\n0.016,1.702\n");
        run = folder.resolve("a run");
        written.put("humanoid.xml", Files.writeString(folder.resolve("humanoid.xml"), """
                <mujoco model="humanoid">
                  <worldbody>
                    <body name="torso"><freejoint/><geom type="sphere" size="0.1"/>
                      <body name="arm" pos="0 0.2 0"><joint name="shoulder" axis="0 1 0"/>
                        <geom type="capsule" fromto="0 0 0 0 0.3 0" size="0.03"/></body></body>
                  </worldbody>
                </mujoco>
                """));
        Map<String, StringBuilder> shown = new LinkedHashMap<>();
        for (Handbook.Line line : Handbook.lines()) {
            String[] words = line.fence() == null ? new String[0] : line.fence().split("\\s+");
            if (words.length == 2) {
                shown.computeIfAbsent(words[1], name -> new StringBuilder())
                        .append(line.text())
                        .append('\n');
            }
        }
        for (Map.Entry<String, StringBuilder> file : shown.entrySet()) {
            written.put(file.getKey(), Files.writeString(folder.resolve(file.getKey()), file.getValue()));
        }
    }

    /** An anomaly benchmark of one short series. */
    private static Path benchmark(Path folder) throws IOException {
        StringBuilder series = new StringBuilder("timestamp,value\n");
        for (int hour = 0; hour < 240; hour++) {
            series.append(String.format(
                    Locale.ROOT, "2014-04-%02d %02d:00:00,%d%n", 1 + hour / 24, hour % 24, hour < 200 ? hour % 5 : 50));
        }
        Files.createDirectories(folder.resolve("data/group"));
        Files.writeString(folder.resolve("data/group/series.csv"), series);
        Files.createDirectories(folder.resolve("labels"));
        Files.writeString(
                folder.resolve("labels/combined_windows.json"),
                "{\"group/series.csv\": [[\"2014-04-09 00:00:00\", \"2014-04-09 20:00:00\"]]}");
        return folder;
    }

    /** A port that nobody listens at, nor at the next. */
    private static int freePair() {
        for (int attempt = 0; ; attempt++) {
            try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                    ServerSocket next = new ServerSocket(one.getLocalPort() + 1, 1, InetAddress.getLoopbackAddress())) {
                return next.getLocalPort() - 1;
            } catch (IOException e) {
                if (attempt == 20) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    /** A run that was recorded; {@link #recordRun()} tells how. */
    List<String> recordRun() {
        return List.of(
                "run", scenarios.resolve("short.yaml").toString(), "--lock-step", "--out", run.toString(), "--json");
    }

    /** The words with real files in the place of a reader's own,; where it records is left out. */
    List<String> playable(DocumentedCommand command) {
        List<String> words = new ArrayList<>();
        // A log to learn from needs efforts and motion.
        boolean calibrates = command.name().equals("calibrate");
        boolean ofCorpus = command.words().contains("log.db3")
                || calibrates && command.words().contains("LOG");
        boolean computes = Set.of("dynamics", "bench", "simulate").contains(command.name());
        boolean scores = command.words().contains("nab");
        boolean learns = command.words().contains("cmapss");
        for (int i = 0; i < command.words().size(); i++) {
            String word = command.words().get(i);
            if (word.equals("--groot")) {
                words.addAll(List.of(word, Integer.toString(freePair())));
                i++;
            } else if (learns && word.equals("--out")) {
                words.addAll(List.of(word, folder.resolve("lives").toString()));
                i++;
            } else if (scores && Set.of("DIR", "NAB/").contains(word)) {
                words.add(benchmark.toString());
            } else if (scores && word.equals("--out")) {
                words.addAll(List.of(word, folder.resolve("scores").toString()));
                i++;
            } else if (computes && Set.of("--out", "--json").contains(word)) {
                words.addAll(List.of(word, folder.resolve("written.json").toString()));
                i++;
            } else if (word.equals("--robots") && words.contains("dynamics")) {
                words.addAll(List.of(word, robots.toString()));
                i++;
            } else if (word.equals("--scenes")) {
                words.addAll(List.of(word, worlds.toString()));
                i++;
            } else if (command.name().equals("convert") && word.endsWith(".csv")) {
                words.add(folder.resolve("table-" + ++tables + ".csv").toString());
            } else if (command.name().equals("info")
                    && Set.of("FILE", "log.mcap").contains(word)) {
                words.add(log.toString());
            } else if (command.name().equals("tree") && word.equals("FILE")) {
                words.add(real("patrol.xml"));
            } else if (word.equals("--svg")) {
                words.addAll(List.of(word, folder.resolve("drawn.svg").toString()));
                i++;
            } else if (word.equals("--soak")) {
                words.addAll(List.of(word, "5"));
                i++;
            } else if (command.name().equals("calibrate")
                    && Set.of("--out", "--report").contains(word)) {
                words.addAll(List.of(
                        word,
                        folder.resolve("written-" + command.words().get(i + 1)).toString()));
                i++;
            } else if (word.equals("--at")) {
                // The run that stands for the reader's is short.
                words.addAll(List.of(word, "0.1"));
                i++;
            } else if (word.equals("--out")) {
                i++;
            } else if (word.equals("--speed")) {
                // At its own pace a recording would take as long as it is.
                words.addAll(List.of(word, "0"));
                i++;
            } else if (calibrates && word.equals("LOG")) {
                words.add(corpus(CORPUS_LOG));
            } else if (ofCorpus && ROBOTS.contains(word)) {
                words.add(corpus(CORPUS_ROBOT));
            } else {
                words.add(real(word));
            }
        }
        if (command.name().equals("bench") && !words.contains("--help")) {
            shorten(words);
        }
        return words;
    }

    /** The measurement itself is no matter of documents. */
    private void shorten(List<String> words) {
        String what = words.get(1);
        if (what.equals("nab")) {
            return;
        }
        if (what.equals("cmapss")) {
            words.addAll(List.of("--cuts", "2"));
            if (!words.contains("--folds")) {
                words.addAll(List.of("--folds", "2"));
            }
            return;
        }
        add(words, "--quick");
        if (what.equals("mirror")) {
            if (!words.contains("--robots")) {
                words.addAll(List.of("--robots", "2", "--joints", "3"));
            }
            return;
        }
        if (what.equals("journal") || what.equals("plan")) {
            return;
        }
        add(words, "--no-peer");
        if (what.equals("world") && !words.contains("--scenes") && !words.contains("--scene")) {
            words.addAll(List.of("--scenes", worlds.toString()));
        } else if (what.equals("dynamics") && !words.contains("--algorithm")) {
            words.addAll(List.of("--algorithm", "crba"));
        }
    }

    private static void add(List<String> words, String option) {
        if (!words.contains(option)) {
            words.add(option);
        }
    }

    /** Where a command with these words records, or null where it records nothing. */
    Path recordingOf(List<String> words) {
        boolean records = RECORDING.contains(words.getFirst()) && !words.contains(run.toString());
        return records && !words.contains("--help") ? folder.resolve("run-" + ++runs) : null;
    }

    private String real(String word) {
        if (written.containsKey(word)) {
            return written.get(word).toString();
        }
        if (ROBOTS.contains(word)) {
            return ShippedLibrary.robot("industrial-arm").toString();
        }
        if (SCENARIOS.contains(word)) {
            return scenarios.resolve("short.yaml").toString();
        }
        if (FOLDERS.contains(word)) {
            return scenarios.toString();
        }
        if (RUNS.contains(word) || word.startsWith("runs/")) {
            return run.toString();
        }
        return switch (word) {
            case "log.db3" -> corpus(CORPUS_LOG);
            case "train_FD001.txt", "TRAIN" -> corpus(CORPUS_ENGINES);
            case "flight.ulg" -> corpus(CORPUS_FLIGHT);
            case "cobotops_part1.csv" -> corpus(CORPUS_TABLE);
            case "LOG" -> log.toString();
            case "robot.urdf.xacro" -> real("arm.urdf.xacro");
            case "prefix=left_" -> "two=false";
            // A port of a reader's choice may be taken here, and nobody but this machine is to be served.
            case "9090" -> "0";
            case "0.0.0.0" -> "127.0.0.1";
            default ->
                !word.startsWith("-") && word.contains("/") && Files.exists(Handbook.ROOT.resolve(word))
                        ? Handbook.ROOT.resolve(word).toString()
                        : word;
        };
    }

    private static String corpus(String relative) {
        Path path = Path.of(System.getProperty("sigma.corpus", "../shared")).resolve(relative);
        assumeTrue(
                Files.exists(path),
                "the corpus is not there (" + path + "): commands with a recording of it are skipped");
        return path.toAbsolutePath().toString();
    }
}
