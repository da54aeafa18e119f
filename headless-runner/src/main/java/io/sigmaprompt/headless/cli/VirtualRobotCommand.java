package io.sigmaprompt.headless.cli;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.reader.RobotFile;
import io.sigmaprompt.physics.world.SimulationSettings;
import io.sigmaprompt.twin.port.VirtualRobotServer;
import io.sigmaprompt.twin.port.VirtualRobotServerProvider;
import io.sigmaprompt.twin.simulation.VirtualRobot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Serves a simulated robot over a robot's protocol until it is ended. */
@Command(
        name = "virtual-robot",
        header = "Serve a simulated robot over a robot's protocol.",
        description =
                "Serve a simulated robot over a robot's protocol, as if it stood in the next room. Ctrl-C ends it.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  sigma virtual-robot --robot library:industrial-arm",
            "  sigma virtual-robot --robot arm.urdf --port 9090",
            "  sigma virtual-robot --robot arm.urdf --host 0.0.0.0    for other machines, too"
        })
final class VirtualRobotCommand implements Callable<Integer> {
    private static final long TELEMETRY_NANOS = 8_000_000;
    private static final long NOISE_SEED = 1;
    private static final int GREATEST_PORT = 65_535;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Sigma sigma;

    @Option(
            names = "--robot",
            required = true,
            paramLabel = "ROBOT",
            description = "A URDF, xacro, MJCF or SDF file, or library:NAME.")
    @SuppressWarnings("NullAway.Init")
    private String robot;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "The address to listen on (${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private String host;

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "0", description = "The port; 0 takes a free one.")
    private int port;

    @Option(
            names = "--protocol",
            paramLabel = "P",
            defaultValue = "rosbridge",
            description = "What it speaks (${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private String protocol;

    @Override
    public Integer call() throws InterruptedException {
        Console console = sigma.console();
        if (port < 0 || port > GREATEST_PORT) {
            throw new BadInputException(
                    "--port", "expected 0 to " + GREATEST_PORT + ", found " + port, "Write 0 for a free port");
        }
        RobotModel model = RobotFile.read(GivenPath.robot(robot)).model();
        VirtualRobot body = new VirtualRobot(
                model.name(), model, model.neutral(), SimulationSettings.DEFAULT, TELEMETRY_NANOS, NOISE_SEED, 0, 0, 0);
        try (VirtualRobotServer server = provider().create(body, host, port);
                Interruption interruption = new Interruption()) {
            server.start();
            interruption.onAsked(server::close);
            if (console.json()) {
                Map<String, Object> object = new LinkedHashMap<>();
                object.put("robot", model.name());
                object.put("uri", server.uri());
                console.object(object);
            }
            console.line("listening on " + server.uri());
            server.join();
        }
        return ExitCode.PASSED;
    }

    private VirtualRobotServerProvider provider() {
        List<VirtualRobotServerProvider> providers = ServiceLoader.load(VirtualRobotServerProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        List<String> known =
                providers.stream().map(VirtualRobotServerProvider::protocol).toList();
        return providers.stream()
                .filter(each -> each.protocol().equals(protocol))
                .findFirst()
                .orElseThrow(() -> new BadInputException(
                        "--protocol",
                        "no virtual robot speaks '" + protocol + "'",
                        known.isEmpty() ? "None is on the class path" : "Known are " + String.join(", ", known)));
    }
}
