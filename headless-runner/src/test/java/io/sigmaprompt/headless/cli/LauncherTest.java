package io.sigmaprompt.headless.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher script in a project of its own, with a Maven that only says what it was told to say. */
class LauncherTest {
    private static final String ALL_PASSED = """
            echo '[INFO] Tests run: 7, Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 1 s -- in a.B'
            echo '[INFO] Tests run: 7, Failures: 0, Errors: 0, Skipped: 0'
            echo '[WARNING] Tests run: 5, Failures: 0, Errors: 0, Skipped: 1'
            """;

    @TempDir
    Path folder;

    private Path project;
    private Path programs;

    private record End(int code, String text) {
        String lastLine() {
            return text.strip().lines().toList().getLast();
        }
    }

    @BeforeEach
    void project() throws IOException {
        project = Files.createDirectories(folder.resolve("a project"));
        programs = Files.createDirectories(folder.resolve("programs"));
        Files.copy(Path.of(System.getProperty("sigma.root"), "sigma"), project.resolve("sigma"));
        Files.writeString(project.resolve("pom.xml"), "<project/>");
        program("dpkg-query", "echo 'install ok installed'");
        program("node", "");
        program("npm", "");
        program("xvfb-run", "shift 3; exec \"$@\"");
    }

    @Test
    void theLastLineOfATestRunCountsWhatRan() throws Exception {
        program("mvn", ALL_PASSED);
        End end = launch("test");
        assertEquals("11 passed, 0 failed, 1 skipped", end.lastLine());
        assertEquals(0, end.code());
    }

    @Test
    void furtherArgumentsGoToMaven() throws Exception {
        program("mvn", "printf '<%s> ' \"$@\"; echo; pwd");
        End end = launch("test", "-pl", "physics", "-Dname=two words");
        assertTrue(end.text().contains("<verify> <-pl> <physics> <-Dname=two words>"), end.text());
        assertTrue(end.text().contains(project.toRealPath().toString()), end.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"test", "format"})
    void helpOfTheLaunchersOwnCommandsIsShownWithoutDoingThem(String command) throws Exception {
        program("mvn", "echo 'Maven was started'");
        End end = launch(command, "--help");
        assertEquals(0, end.code());
        assertTrue(end.text().startsWith("Usage: sigma " + command), end.text());
        assertTrue(end.text().contains("Examples:"), end.text());
        assertFalse(end.text().contains("Maven was started"), end.text());
    }

    @Test
    void aFailedTestFailsTheRun() throws Exception {
        program("mvn", "echo '[ERROR] Tests run: 3, Failures: 1, Errors: 1, Skipped: 0'; exit 1");
        End end = launch("test");
        assertEquals("1 passed, 2 failed, 0 skipped", end.lastLine());
        assertEquals(1, end.code());
    }

    @Test
    void aTestThatSkipsForWantOfTheCorpusFailsTheRunWhereTheCorpusIs() throws Exception {
        program("mvn", ALL_PASSED + skip("the corpus is not there: ur10 is skipped"));
        assertEquals(0, launch("test").code());
        Files.createDirectories(folder.resolve("shared"));
        End end = launch("test");
        assertEquals(1, end.code());
        assertTrue(end.text().contains("a.CorpusTest.readsTheRobot: the corpus is not there"), end.text());
        assertEquals("11 passed, 0 failed, 1 skipped", end.lastLine());
    }

    @Test
    void aTestThatSkipsForAnotherReasonIsNamedButFailsNothing() throws Exception {
        Files.createDirectories(folder.resolve("shared"));
        program("mvn", ALL_PASSED + skip("there is no &quot;screen&quot; here"));
        End end = launch("test");
        assertEquals(0, end.code());
        assertTrue(end.text().contains("a.CorpusTest.readsTheRobot: there is no \"screen\" here"), end.text());
    }

    @Test
    void aBuildThatFailsBeginsWithItsErrorAndEndsWithItsLog() throws Exception {
        program("mvn", """
                echo '[INFO] Building physics 1 [1/7]'
                echo '[ERROR] COMPILATION ERROR : '
                echo "[ERROR] $PWD/physics/src/Foo.java:[3,1] boom"
                echo '[ERROR] Failed to execute goal a:b (default) on project physics: Compilation failure'
                echo "[ERROR] $PWD/physics/src/Foo.java:[3,1] boom"
                echo '[ERROR] -> [Help 1]'
                echo '[ERROR] '
                echo '[ERROR] Re-run Maven using the -X switch to enable full debug logging.'
                exit 1""");
        End end = launch("version");
        assertEquals(4, end.code());
        List<String> lines = end.text().strip().lines().toList();
        assertEquals("building 1/7 physics", lines.get(0));
        assertEquals("error: physics/src/Foo.java:[3,1] boom", lines.get(1));
        assertEquals(3, lines.size(), end.text());
        assertTrue(lines.get(2).startsWith("The build failed. Its full log: /"), end.text());
        assertTrue(lines.get(2).endsWith("target/sigma-build.log"), end.text());
    }

    @Test
    void aBuildThatIsInterruptedSaysSoAndLeavesNoMavenBehind() throws Exception {
        // As a terminal's Ctrl-C: to the process that builds, which is the parent of this Maven's shell.
        program("mvn", "echo $$ >maven.pid; kill -INT \"$PPID\"; exec sleep 60");
        End end = launch("version");
        assertEquals(130, end.code(), end.text());
        assertEquals("interrupted: the build was stopped, nothing was started", end.lastLine());
        long maven =
                Long.parseLong(Files.readString(project.resolve("maven.pid")).strip());
        assertFalse(ProcessHandle.of(maven).map(ProcessHandle::isAlive).orElse(false));
    }

    @Test
    void aCheckoutThatMayNotBeWrittenIsOneMessageWithARemedy() throws Exception {
        program("mvn", "exit 1");
        Files.writeString(project.resolve("target"), "where the build would go");
        End end = launch("version");
        assertEquals(3, end.code());
        assertEquals(1, end.text().strip().lines().count(), end.text());
        assertTrue(end.text().contains("building needs to write here"), end.text());
        assertTrue(end.text().contains("copy it to a folder of your own"), end.text());
    }

    @Test
    void aBuildThatCannotFetchIsTheOutsidesFault() throws Exception {
        program("mvn", "echo '[ERROR] Could not transfer artifact a:b:1: Unknown host'; exit 1");
        assertEquals(3, launch("version").code());
    }

    @Test
    void aJdkThatIsNoneIsNamed() throws Exception {
        End end = launch(Map.of("SIGMA_JAVA_HOME", "/nowhere"), "version");
        assertEquals(2, end.code());
        assertTrue(end.lastLine().startsWith("error: SIGMA_JAVA_HOME: /nowhere holds no JDK 25"), end.text());
    }

    @Test
    void namesOfFilesAreReadAsUnicodeInABareLocaleToo() throws Exception {
        Path jdk = Files.createDirectories(folder.resolve("jdk/bin"));
        Files.writeString(jdk.resolve("../release"), "JAVA_VERSION=\"25.0.1\"\n");
        for (String name : List.of("java", "javac")) {
            Path tool = Files.writeString(jdk.resolve(name), "#!/usr/bin/env bash\necho \"locale: $LC_ALL\"\n");
            assertTrue(tool.toFile().setExecutable(true));
        }
        Path target = Files.createDirectories(project.resolve("headless-runner/target"));
        Path jar = Files.createFile(target.resolve("headless-runner-1.jar"));
        Files.writeString(target.resolve("classpath.txt"), jar.toString());
        Files.createDirectories(project.resolve("target"));
        Files.createFile(project.resolve("target/sigma-headless-runner.stamp"));
        End end = launch(Map.of("SIGMA_JAVA_HOME", folder.resolve("jdk") + "", "LC_ALL", "C"), "model", "robot.urdf");
        assertEquals("locale: C.UTF-8", end.lastLine());
    }

    private String skip(String reason) {
        return """
                mkdir -p physics/target/surefire-reports
                cat >physics/target/surefire-reports/TEST-a.CorpusTest.xml <<'XML'
                <testsuite name="a.CorpusTest" tests="1" errors="0" skipped="1" failures="0">
                  <testcase name="readsTheRobot" classname="a.CorpusTest" time="0.1">
                    <skipped message="%s" type="org.opentest4j.TestAbortedException"/>
                  </testcase>
                </testsuite>
                XML
                """.formatted(reason);
    }

    private void program(String name, String script) throws IOException {
        Path file = programs.resolve(name);
        Files.writeString(file, "#!/usr/bin/env bash\n" + script + "\n");
        assertTrue(file.toFile().setExecutable(true));
    }

    private End launch(String... arguments) throws Exception {
        return launch(Map.of("SIGMA_JAVA_HOME", System.getProperty("java.home")), arguments);
    }

    private End launch(Map<String, String> environment, String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(List.of("bash", project.resolve("sigma").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.directory(folder.toFile());
        builder.redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.environment().merge("PATH", programs.toString(), (old, first) -> first + ":" + old);
        Process process = builder.start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes());
        assertFalse(text.contains("unbound variable"), text);
        return new End(process.waitFor(), text);
    }
}
