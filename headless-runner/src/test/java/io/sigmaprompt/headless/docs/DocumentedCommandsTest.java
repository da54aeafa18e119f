package io.sigmaprompt.headless.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.headless.cli.Sigma;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the documents and the help texts tell people to type is typed. */
class DocumentedCommandsTest {
    private static final Set<String> RUN_HERE = Set.of(
            "--help",
            "run",
            "suite",
            "model",
            "dynamics",
            "bench",
            "ik",
            "info",
            "convert",
            "plan",
            "tree",
            "kernel",
            "simulate",
            "replay",
            "fork",
            "compare",
            "analyze",
            "calibrate",
            "maintain",
            "version");
    /** Maven, a desktop and the sources themselves: only a launcher can do these. */
    private static final Set<String> OF_THE_LAUNCHER = Set.of("test", "format", "workbench");

    private static final Pattern LISTENING = Pattern.compile("listening on (rosbridge://\\S+)");

    /** What differs only in the names that stand for a reader's files need not be run twice. */
    private static final Set<List<String>> RUN_ALREADY = new HashSet<>();

    @TempDir
    private static Path folder;

    private static Stage stage;

    private record Answer(int code, String out, String err) {
        static Answer to(List<String> words) {
            StringWriter out = new StringWriter();
            StringWriter err = new StringWriter();
            int code = Sigma.execute(words.toArray(String[]::new), new PrintWriter(out), new PrintWriter(err));
            return new Answer(code, out.toString(), err.toString());
        }
    }

    @BeforeAll
    static void prepare() throws IOException {
        stage = new Stage(folder);
        Answer run = Answer.to(stage.recordRun());
        assertEquals(0, run.code(), run.err());
    }

    @Test
    void theReadmeShowsCommandsToFind() {
        List<String> found = DocumentedCommand.inDocuments().stream()
                .map(DocumentedCommand::text)
                .toList();
        assertTrue(found.containsAll(List.of("./sigma demo", "./sigma test", "./sigma --help")), found::toString);
    }

    @TestFactory
    Stream<DynamicTest> everyDocumentedCommandWorks() {
        return tests(DocumentedCommand.inDocuments());
    }

    @TestFactory
    Stream<DynamicTest> everyExampleOfAHelpTextWorks() {
        return tests(commandsOfSigma().stream()
                .flatMap(name -> name.equals("bench")
                        ? Stream.of(
                                        inHelp(name),
                                        inHelp(name, "dynamics"),
                                        inHelp(name, "world"),
                                        inHelp(name, "mirror"),
                                        inHelp(name, "nab"))
                                .flatMap(each -> each)
                        : name.equals("tree")
                                ? Stream.of(
                                                inHelp(name),
                                                inHelp(name, "check"),
                                                inHelp(name, "show"),
                                                inHelp(name, "run"),
                                                inHelp(name, "nodes"))
                                        .flatMap(each -> each)
                                : inHelp(name))
                .toList());
    }

    private static Stream<DocumentedCommand> inHelp(String... command) {
        List<String> words =
                Stream.concat(Stream.of(command), Stream.of("--help")).toList();
        return DocumentedCommand.inHelp(
                String.join(" ", command), Answer.to(words).out())
                .stream();
    }

    @Test
    void everyOptionInATableOfCommandsIsOneOfThatCommand() {
        List<String> strangers = new ArrayList<>();
        int seen = 0;
        for (Handbook.Line line : Handbook.lines()) {
            String[] first = line.text().startsWith("| `./sigma ")
                    ? line.text().substring("| `./sigma ".length()).split("[ `]", 3)
                    : new String[] {""};
            String name = first[0];
            if (!RUN_HERE.contains(name) && !Set.of("demo", "virtual-robot").contains(name)) {
                continue;
            }
            boolean parted = Set.of("bench", "tree").contains(name);
            List<String> command = parted ? List.of(name, first[1], "--help") : List.of(name, "--help");
            String help = Answer.to(command).out();
            for (String code : line.inlineCode()) {
                if (code.startsWith("--")) {
                    seen++;
                    if (!Pattern.compile("[ \\[]" + code.split(" ", 2)[0] + "[\\s=\\]]")
                            .matcher(help)
                            .find()) {
                        strangers.add(line.place() + ": sigma " + name + " has no " + code);
                    }
                }
            }
        }
        assertTrue(seen > 5, "the table of commands was not found");
        assertTrue(strangers.isEmpty(), strangers::toString);
    }

    @Test
    void theTableOfCommandsNamesAllThatThereAre() {
        String table = Handbook.read(Handbook.ROOT.resolve("docs/command-line.md"));
        Stream.concat(commandsOfSigma().stream(), OF_THE_LAUNCHER.stream())
                .forEach(name -> assertTrue(
                        Pattern.compile("\\| `\\./sigma " + name + "[ `]")
                                .matcher(table)
                                .find(),
                        "docs/command-line.md tells nothing of " + name));
    }

    /** One test for each text, so that what several documents show is run once. */
    private static Stream<DynamicTest> tests(List<DocumentedCommand> commands) {
        Map<String, List<DocumentedCommand>> byText = new LinkedHashMap<>();
        commands.forEach(command -> byText.computeIfAbsent(command.text(), text -> new ArrayList<>())
                .add(command));
        assertFalse(byText.isEmpty());
        return byText.values().stream().map(same -> {
            List<String> places =
                    same.stream().map(DocumentedCommand::place).distinct().toList();
            String name = String.join(", ", places) + "  " + same.getFirst().text();
            return DynamicTest.dynamicTest(name, () -> prove(same.getFirst(), name));
        });
    }

    private static void prove(DocumentedCommand command, String place) throws Exception {
        if (OF_THE_LAUNCHER.contains(command.name())) {
            assertTrue(isCaseOfTheLauncher(command.name()), place + ": the launcher does not know it");
            optionsOfTheWorkbench(command, place);
        } else if (command.name().equals("demo")) {
            demonstration(command, place);
        } else if (command.name().equals("virtual-robot")) {
            serves(command, place);
        } else {
            assertTrue(RUN_HERE.contains(command.name()), place + ": nobody runs it and nobody knows it");
            runs(command, place);
        }
    }

    private static void runs(DocumentedCommand command, String place) throws IOException {
        List<String> words = new ArrayList<>(stage.playable(command));
        if (!RUN_ALREADY.add(List.copyOf(words))) {
            return;
        }
        Path recording = stage.recordingOf(words);
        if (recording != null) {
            words.addAll(List.of("--out", recording.toString()));
        }
        Answer answer = Answer.to(words);
        assertEquals(0, answer.code(), () -> place + "\n" + answer.err() + answer.out());
        assertFalse(answer.out().isBlank(), place);
        if (words.contains("--json") && !command.name().equals("bench")) {
            JsonNode object = JsonMapper.shared().readTree(answer.out());
            assertEquals("PASSED", object.path("verdict").asString("PASSED"), place);
        }
        if (recording != null) {
            try (Stream<Path> files = Files.walk(recording)) {
                assertTrue(files.anyMatch(file -> file.endsWith("report.html")), place + " left no report");
            }
        }
    }

    /** The demonstration in real time is {@link DemoTest}'s; the one on the desktop is the launcher's. */
    private static void demonstration(DocumentedCommand command, String place) throws IOException {
        if (command.words().contains("--ui")) {
            assertTrue(isCaseOfTheLauncher("demo"), place);
            assertTrue(launcher().contains("--ui"), place + ": the launcher does not know --ui");
        } else if (command.words().contains("--lock-step")) {
            runs(command, place);
        } else {
            Answer help = Answer.to(List.of("demo", "--help"));
            command.words().stream()
                    .skip(1)
                    .forEach(word -> assertTrue(help.out().contains(word), place + ": no " + word));
        }
    }

    private static void serves(DocumentedCommand command, String place) throws Exception {
        Process process = SigmaProcess.of(folder, stage.playable(command))
                .redirectErrorStream(true)
                .start();
        try (BufferedReader reader = process.inputReader()) {
            StringBuilder said = new StringBuilder();
            String address = reader.lines()
                    .peek(line -> said.append(line).append('\n'))
                    .map(LISTENING::matcher)
                    .filter(Matcher::find)
                    .map(found -> found.group(1))
                    .findFirst()
                    .orElse(null);
            assertTrue(address != null, () -> place + ": it never listened\n" + said);
            URI uri = URI.create(address);
            try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
                assertTrue(socket.isConnected(), place);
            }
        } finally {
            SigmaProcess.end(process);
        }
    }

    /** The desktop is another module and needs a window; its options can be looked up all the same. */
    private static void optionsOfTheWorkbench(DocumentedCommand command, String place) {
        if (command.name().equals("workbench")) {
            String source = Handbook.read(Handbook.ROOT.resolve(
                    "workbench-ui/src/main/java/io/sigmaprompt/workbench/app/WorkbenchCommand.java"));
            command.words().stream()
                    .filter(word -> word.startsWith("--") && !word.equals("--help"))
                    .forEach(option -> assertTrue(
                            source.contains('"' + option.split("=", 2)[0] + '"'),
                            place + ": the workbench has no " + option));
        }
    }

    private static List<String> commandsOfSigma() {
        return Pattern.compile("(?m)^ {2}([a-z][a-z-]*) {2,}\\S")
                .matcher(Answer.to(List.of("--help"))
                        .out()
                        .split("Commands:", 2)[1]
                        .split("Examples:", 2)[0])
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static boolean isCaseOfTheLauncher(String name) {
        return Pattern.compile("(?m)^ {4}" + name + "\\)$").matcher(launcher()).find();
    }

    private static String launcher() {
        return Handbook.read(Handbook.ROOT.resolve("sigma"));
    }
}
