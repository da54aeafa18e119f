package io.sigmaprompt.workbench.app;

import java.util.List;
import java.util.function.Consumer;

/** What can be opened, and how. JavaFX thread. */
public final class LibraryViewModel {
    private List<String> scenarios = List.of();
    private List<String> robots = List.of();
    private Consumer<String> openScenario = given -> {};
    private Consumer<String> openRobot = given -> {};

    /** Tells what ships with the workbench. */
    void offer(List<String> shippedScenarios, List<String> shippedRobots) {
        scenarios = List.copyOf(shippedScenarios);
        robots = List.copyOf(shippedRobots);
    }

    /** Tells what to do with what is picked; each is given a file, or {@code library:NAME}. */
    void onOpen(Consumer<String> scenario, Consumer<String> robot) {
        openScenario = scenario;
        openRobot = robot;
    }

    List<String> scenarios() {
        return scenarios;
    }

    List<String> robots() {
        return robots;
    }

    void shippedScenario(String name) {
        openScenario.accept(GivenFile.LIBRARY + name);
    }

    void shippedRobot(String name) {
        openRobot.accept(GivenFile.LIBRARY + name);
    }

    /** Opens a file as what its name says it is. */
    void file(String path) {
        boolean scenario = path.endsWith(".yaml") || path.endsWith(".yml");
        (scenario ? openScenario : openRobot).accept(path);
    }
}
