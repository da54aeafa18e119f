package io.sigmaprompt.headless.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A script with MuJoCo, run by Node: a line of JSON asks, a line of JSON answers. One thread at a time. */
public final class MujocoProcess implements AutoCloseable {
    private final Process process;
    private final BufferedWriter requests;
    private final BufferedReader answers;

    private MujocoProcess(Process process) {
        this.process = process;
        requests = process.outputWriter();
        answers = process.inputReader();
    }

    /**
     * Starts Node.
     *
     * @param script one of the package's
     * @throws PeerException if Node, npm or the package cannot be had
     */
    public static MujocoProcess start(String script) throws PeerException {
        try {
            return new MujocoProcess(new ProcessBuilder("node", script)
                    .directory(MujocoPackage.installed().toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            throw new PeerException("node could not be started: " + e.getMessage());
        }
    }

    /**
     * Asks, and waits for the answer.
     *
     * @throws PeerException if it refuses, or ended
     */
    public JsonNode ask(Map<String, ?> request) throws PeerException {
        try {
            requests.write(JsonMapper.shared().writeValueAsString(request));
            requests.newLine();
            requests.flush();
            String line = answers.readLine();
            if (line == null) {
                throw new PeerException("MuJoCo's process ended");
            }
            JsonNode answer = JsonMapper.shared().readTree(line);
            JsonNode refused = answer.get("refused");
            if (refused != null) {
                throw new PeerException(
                        "MuJoCo refused it: " + refused.asString().strip().replaceAll("\\s*\\R\\s*", " "));
            }
            return answer;
        } catch (IOException | JacksonException e) {
            throw new PeerException("MuJoCo's process did not answer: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
