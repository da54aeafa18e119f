package io.sigmaprompt.scenarios.run;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.scenarios.language.Scenario;
import io.sigmaprompt.scenarios.language.ScenarioReader;
import io.sigmaprompt.twin.port.OutsideFailureException;
import io.sigmaprompt.twin.port.VirtualRobotServer;
import io.sigmaprompt.twin.port.VirtualRobotServerProvider;
import io.sigmaprompt.twin.session.TwinConfiguration;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/**
 * The process of a virtual robot: {@code scenario.yaml robotName [--host H] [--port P]}. It says where it listens, and
 * ends when its standard input ends, so that it never outlives whoever started it.
 */
public final class VirtualRobotMain {
    /** What stands before the address on standard output. */
    static final String ANNOUNCEMENT = "listening on ";

    /** What was asked for on the command line. */
    private record Request(Path scenario, String robot, String host, int port) {}

    private VirtualRobotMain() {}

    public static void main(String[] args) {
        System.exit(run(List.of(args), System.in, System.out, System.err));
    }

    /** Serves until {@code in} ends, or the robot fails; answers with an exit code. */
    static int run(List<String> args, InputStream in, PrintStream out, PrintStream err) {
        try {
            Request request = request(args);
            try (VirtualRobotServer server = server(request)) {
                server.start();
                out.println(ANNOUNCEMENT + server.uri());
                out.flush();
                Thread.ofPlatform().name("input").daemon().start(() -> closeAtTheEnd(in, server));
                server.join();
            }
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        } catch (IllegalStateException e) {
            err.println(e.getMessage());
            return 4;
        } catch (BadInputException e) {
            err.println(e.getMessage());
            return 2;
        } catch (OutsideFailureException e) {
            err.println(e.getMessage());
            return 3;
        }
    }

    private static void closeAtTheEnd(InputStream in, VirtualRobotServer server) {
        try (server) {
            while (in.read() >= 0) {
                // Only the end counts.
            }
        } catch (IOException e) {
            // A broken pipe is an end, too.
            return;
        }
    }

    private static VirtualRobotServer server(Request request) {
        Scenario scenario = ScenarioReader.read(request.scenario());
        TwinConfiguration twin = scenario.session().twins().stream()
                .filter(each -> each.robot().equals(request.robot()))
                .findFirst()
                .orElseThrow(() -> new BadInputException(
                        request.scenario().toString(),
                        "there is no robot '" + request.robot() + "'",
                        "Its robots are "
                                + String.join(
                                        ", ",
                                        scenario.session().twins().stream()
                                                .map(TwinConfiguration::robot)
                                                .toList())
                                + "."));
        return ServiceLoader.load(VirtualRobotServerProvider.class)
                .findFirst()
                .orElseThrow(() -> new OutsideFailureException(
                        "virtual robot '" + request.robot() + "'",
                        "no protocol for virtual robots is on the class path",
                        "Start it with the bridge module on the class path, as the sigma command does."))
                .create(twin.body(), request.host(), request.port());
    }

    private static Request request(List<String> args) {
        List<String> names = new ArrayList<>();
        String host = "127.0.0.1";
        int port = 0;
        for (int i = 0; i < args.size(); i++) {
            String arg = args.get(i);
            if (!arg.startsWith("--")) {
                names.add(arg);
            } else if (arg.equals("--host") && i + 1 < args.size()) {
                host = args.get(++i);
            } else if (arg.equals("--port") && i + 1 < args.size()) {
                port = port(args.get(++i));
            } else {
                throw usage("found '" + arg + "'");
            }
        }
        if (names.size() != 2) {
            throw usage("found " + names.size() + " names");
        }
        return new Request(Path.of(names.getFirst()), names.getLast(), host, port);
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Answered below.
        }
        throw new BadInputException(
                "--port", "expected a port from 0 to 65535, found '" + text + "'", "0 takes a free one.");
    }

    private static BadInputException usage(String found) {
        return new BadInputException(
                "command line",
                "expected a scenario file and a robot's name, " + found,
                "Usage: scenario.yaml robotName [--host H] [--port P].");
    }
}
