package io.sigmaprompt.headless.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The npm package with MuJoCo, as our lock file pins it, installed below {@code target} when it is first wanted. */
final class MujocoPackage {
    private static final String FOLDER = "sigma-bench-mujoco";
    private static final List<String> FILES =
            List.of("package.json", "package-lock.json", "forward.mjs", "world-peer.mjs");
    private static final int MINUTES_AT_MOST = 3;

    private MujocoPackage() {}

    /**
     * The folder in which the package's scripts run.
     *
     * @throws PeerException if Node or npm is not there, or npm cannot install it
     */
    static Path installed() throws PeerException {
        require("node");
        require("npm");
        String root = System.getProperty("sigma.root");
        Path folder = Path.of(root == null ? System.getProperty("java.io.tmpdir") : root)
                .resolve(root == null ? FOLDER : "target/node/" + FOLDER)
                .toAbsolutePath();
        try {
            Files.createDirectories(folder);
            try (FileChannel channel = FileChannel.open(
                            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                install(folder, lock);
            }
            return folder;
        } catch (IOException e) {
            throw new PeerException("npm's folder " + folder + " cannot be written: " + e.getMessage());
        }
    }

    private static void install(Path folder, FileLock held) throws IOException, PeerException {
        boolean fresh = held.isValid() && Files.isRegularFile(folder.resolve("node_modules/.package-lock.json"));
        for (String file : FILES) {
            try (InputStream in =
                    Objects.requireNonNull(MujocoPackage.class.getResourceAsStream("mujoco/" + file), file)) {
                byte[] wanted = in.readAllBytes();
                Path copy = folder.resolve(file);
                if (!Files.exists(copy) || !Arrays.equals(Files.readAllBytes(copy), wanted)) {
                    Path half = Files.write(folder.resolve(file + ".new"), wanted);
                    Files.move(half, copy, StandardCopyOption.REPLACE_EXISTING);
                    fresh &= file.endsWith(".mjs");
                }
            }
        }
        if (!fresh) {
            Path log = folder.resolve("npm.log");
            if (run(folder, log, "npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts") != 0) {
                throw new PeerException("npm could not install mujoco-js; see " + log);
            }
        }
    }

    private static void require(String program) throws PeerException {
        try {
            if (run(null, null, program, "--version") == 0) {
                return;
            }
        } catch (IOException e) {
            throw new PeerException(program + " is not on the PATH (Debian: apt-get install nodejs npm)");
        }
        throw new PeerException(program + " --version fails");
    }

    private static int run(@Nullable Path folder, @Nullable Path log, String... command)
            throws IOException, PeerException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(
                log == null ? ProcessBuilder.Redirect.DISCARD : ProcessBuilder.Redirect.to(log.toFile()));
        if (folder != null) {
            builder.directory(folder.toFile());
        }
        Process process = builder.start();
        try {
            if (process.waitFor(MINUTES_AT_MOST, TimeUnit.MINUTES)) {
                return process.exitValue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroy();
        }
        throw new PeerException(command[0] + " did not end");
    }
}
