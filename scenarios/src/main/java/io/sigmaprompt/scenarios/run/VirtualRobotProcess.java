package io.sigmaprompt.scenarios.run;

import io.sigmaprompt.physics.codegen.CompiledDynamics;
import io.sigmaprompt.twin.port.OutsideFailureException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** A virtual robot in a Java process of its own. It ends with us: when closed, and when its standard input ends. */
final class VirtualRobotProcess implements AutoCloseable {
    private static final long START_SECONDS = 20;
    private static final long STOP_SECONDS = 2;
    private static final int KEPT_LINES = 20;

    /** System properties that hold for the virtual robot as for us. */
    private static final List<String> INHERITED = List.of("sigma.home", CompiledDynamics.SWITCH);

    private final String robot;
    private final Process process;
    private final Thread hook;
    private final Deque<String> lastWords = new ArrayDeque<>();
    private final CompletableFuture<String> uri = new CompletableFuture<>();
    private final List<Thread> readers = new ArrayList<>();

    private VirtualRobotProcess(String robot, Process process) {
        this.robot = robot;
        this.process = process;
        hook = new Thread(process::destroyForcibly, "end-" + robot);
        Runtime.getRuntime().addShutdownHook(hook);
        readers.add(read(
                process.getInputStream(),
                line -> {
                    if (line.startsWith(VirtualRobotMain.ANNOUNCEMENT)) {
                        uri.complete(line.substring(VirtualRobotMain.ANNOUNCEMENT.length())
                                .strip());
                    }
                },
                () -> uri.completeExceptionally(new IllegalStateException("its output ended"))));
        readers.add(read(process.getErrorStream(), this::remember, () -> {}));
    }

    /**
     * Starts the process and waits until it listens.
     *
     * @throws OutsideFailureException if it does not within 20 s
     */
    static VirtualRobotProcess start(Path scenario, String robot) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path")));
        for (String name : INHERITED) {
            String value = System.getProperty(name);
            if (value != null) {
                command.add("-D" + name + "=" + value);
            }
        }
        command.addAll(List.of(
                VirtualRobotMain.class.getName(), scenario.toAbsolutePath().toString(), robot));
        return start(robot, command);
    }

    static VirtualRobotProcess start(String robot, List<String> command) {
        Process process;
        try {
            process = new ProcessBuilder(command).start();
        } catch (IOException e) {
            throw new OutsideFailureException(
                    "virtual robot '" + robot + "'",
                    "its process cannot be started: " + e.getMessage(),
                    "Look whether " + command.getFirst() + " can be run.",
                    e);
        }
        VirtualRobotProcess started = new VirtualRobotProcess(robot, process);
        try {
            started.uri.get(START_SECONDS, TimeUnit.SECONDS);
            return started;
        } catch (ExecutionException e) {
            OutsideFailureException failure = started.failure("ended before it listened");
            started.close();
            throw failure;
        } catch (TimeoutException e) {
            OutsideFailureException failure = started.failure("did not listen within " + START_SECONDS + " s");
            started.close();
            throw failure;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            started.close();
            throw new OutsideFailureException(
                    "virtual robot '" + robot + "'", "the start was interrupted", "Run again.", e);
        }
    }

    /** The address it listens on. */
    String uri() {
        return uri.join();
    }

    /** Throws if the process has ended by itself. */
    void check() {
        if (!process.isAlive()) {
            throw failure("ended by itself");
        }
    }

    private OutsideFailureException failure(String problem) {
        if (uri.isCompletedExceptionally() || !process.isAlive()) {
            readers.forEach(VirtualRobotProcess::join);
        }
        String code = stillRuns() ? "" : " (exit code " + process.exitValue() + ")";
        String said;
        synchronized (lastWords) {
            said = lastWords.isEmpty() ? "It said nothing." : "It said: " + String.join("\n  ", lastWords);
        }
        return new OutsideFailureException("virtual robot '" + robot + "'", "its process " + problem + code, said);
    }

    /** Whether it goes on, though its output has ended; a process takes a moment to be gone. */
    private boolean stillRuns() {
        try {
            return uri.isCompletedExceptionally()
                    ? !process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)
                    : process.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return process.isAlive();
        }
    }

    private void remember(String line) {
        synchronized (lastWords) {
            lastWords.add(line);
            if (lastWords.size() > KEPT_LINES) {
                lastWords.removeFirst();
            }
        }
    }

    private static Thread read(InputStream stream, Consumer<String> lines, Runnable atEnd) {
        return Thread.startVirtualThread(() -> {
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                reader.lines().forEach(lines);
            } catch (IOException | java.io.UncheckedIOException e) {
                lines.accept("(its output ended: " + e.getMessage() + ")");
            }
            atEnd.run();
        });
    }

    private static void join(Thread thread) {
        try {
            thread.join(STOP_SECONDS * 1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The machine is going down, and the hook does its work.
            process.destroyForcibly();
        }
    }
}
