package io.sigmaprompt.scenarios.run;

import io.sigmaprompt.scenarios.language.RobotEntry;
import io.sigmaprompt.scenarios.language.Scenario;
import io.sigmaprompt.twin.port.OutsideFailureException;
import io.sigmaprompt.twin.session.TwinConfiguration;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What was run, so that it can be run again elsewhere: the texts of the scenario and its models, seeds, versions. */
public final class SessionFile {
    private static final String POM = "/META-INF/maven/io.sigmaprompt/scenarios/pom.properties";

    private SessionFile() {}

    /**
     * @param dynamics one a robot, in the scenario's order
     * @param origin where it begins, if it was forked
     */
    static ObjectNode of(
            Scenario scenario,
            RunOptions options,
            Instant started,
            List<DynamicsProvenance> dynamics,
            @Nullable Origin origin) {
        ObjectNode session = JsonNodeFactory.instance.objectNode();
        session.put("name", scenario.name());
        session.put("started", started.toString());
        session.put("seed", scenario.session().seed());
        session.put("speed", options.speed());
        session.put("lockStep", options.lockStep());
        ObjectNode text = session.putObject("scenario");
        text.put("file", scenario.file().toAbsolutePath().toString());
        text.put("source", scenario.source());
        if (origin != null) {
            ObjectNode fork = session.putObject("fork");
            fork.put("run", origin.run().toAbsolutePath().toString());
            fork.put("atTick", origin.kernel().ticks());
            ArrayNode changes = fork.putArray("changes");
            origin.changes().forEach(changes::add);
        }
        Path rules = scenario.alarms().rulesFile();
        if (rules != null) {
            ObjectNode alarmRules = session.putObject("alarmRules");
            alarmRules.put("file", rules.toAbsolutePath().toString());
            alarmRules.put("source", scenario.alarms().rulesText());
        }
        Map<String, String> trees = scenario.trees();
        if (!trees.isEmpty()) {
            ArrayNode files = session.putArray("trees");
            trees.forEach((file, source) -> files.addObject().put("file", file).put("source", source));
        }
        ArrayNode robots = session.putArray("robots");
        for (int i = 0; i < scenario.robots().size(); i++) {
            RobotEntry entry = scenario.robots().get(i);
            TwinConfiguration twin = scenario.session().twins().get(i);
            ObjectNode robot = robots.addObject();
            robot.put("name", entry.name());
            robot.put("hardware", entry.hardware());
            robot.put("lockStep", twin.lockStep());
            robot.put("mode", twin.mode().name());
            robot.put("noiseSeed", twin.body().noiseSeed());
            dynamics.get(i).put(robot);
            ObjectNode model = robot.putObject("model");
            model.put("file", entry.modelFile().toAbsolutePath().toString());
            model.put("source", text(entry.modelFile()));
        }
        ObjectNode versions = session.putObject("versions");
        versions.put("project", projectVersion());
        versions.put("java", System.getProperty("java.runtime.version"));
        versions.put("vm", System.getProperty("java.vm.name"));
        versions.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        versions.put("arch", System.getProperty("os.arch"));
        return session;
    }

    public static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new OutsideFailureException(
                    file.toString(), "cannot be read: " + e.getMessage(), "Look whether the model is still there.", e);
        }
    }

    /** The version the jar was built as; classes run from a checkout have none. */
    private static String projectVersion() {
        try (InputStream in = SessionFile.class.getResourceAsStream(POM)) {
            if (in != null) {
                Properties properties = new Properties();
                properties.load(in);
                return properties.getProperty("version", "unknown");
            }
        } catch (IOException e) {
            return "unknown";
        }
        return "checkout";
    }
}
