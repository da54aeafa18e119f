package io.sigmaprompt.scenarios.run;

import io.sigmaprompt.scenarios.language.RobotEntry;
import io.sigmaprompt.scenarios.language.Scenario;
import io.sigmaprompt.twin.session.SessionConfiguration;
import io.sigmaprompt.twin.session.TwinConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Turns a scenario's virtual robots into simulated ones that the kernel steps itself. */
public final class LockStep {
    private LockStep() {}

    static TwinConfiguration of(TwinConfiguration twin) {
        return new TwinConfiguration(
                twin.robot(),
                twin.body(),
                true,
                twin.mode(),
                twin.ingest(),
                twin.prediction(),
                twin.analysis(),
                twin.minds(),
                twin.arbitration(),
                twin.gate(),
                twin.alarms(),
                twin.feet());
    }

    /** Virtual robots are simulated; those behind other wires stay there. */
    public static Scenario of(Scenario scenario) {
        return simulated(scenario, robot -> robot.hardware().equals(RobotEntry.VIRTUAL));
    }

    /** Every robot is simulated, those behind wires too. */
    public static Scenario ofAll(Scenario scenario) {
        return simulated(scenario, robot -> true);
    }

    private static Scenario simulated(Scenario scenario, Predicate<RobotEntry> which) {
        List<RobotEntry> robots = new ArrayList<>();
        List<TwinConfiguration> twins = new ArrayList<>();
        for (int i = 0; i < scenario.robots().size(); i++) {
            RobotEntry robot = scenario.robots().get(i);
            TwinConfiguration twin = scenario.session().twins().get(i);
            if (which.test(robot)) {
                robot = new RobotEntry(robot.name(), robot.modelFile(), RobotEntry.SIMULATED, robot.hardwareOptions());
                twin = of(twin);
            }
            robots.add(robot);
            twins.add(twin);
        }
        SessionConfiguration session = scenario.session();
        return scenario.with(robots, new SessionConfiguration(session.name(), session.seed(), twins));
    }
}
