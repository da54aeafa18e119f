package io.sigmaprompt.scenarios.run;

import io.sigmaprompt.scenarios.language.RobotEntry;
import io.sigmaprompt.scenarios.language.Scenario;
import io.sigmaprompt.twin.session.SessionConfiguration;
import io.sigmaprompt.twin.session.TwinConfiguration;
import java.util.ArrayList;
import java.util.List;

/** Turns a scenario's virtual robots into simulated ones that the kernel steps itself. */
final class LockStep {
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
                twin.alarms());
    }

    static Scenario of(Scenario scenario) {
        List<RobotEntry> robots = new ArrayList<>();
        List<TwinConfiguration> twins = new ArrayList<>();
        for (int i = 0; i < scenario.robots().size(); i++) {
            RobotEntry robot = scenario.robots().get(i);
            TwinConfiguration twin = scenario.session().twins().get(i);
            if (robot.hardware().equals(RobotEntry.VIRTUAL)) {
                robot = new RobotEntry(robot.name(), robot.modelFile(), RobotEntry.SIMULATED, robot.hardwareOptions());
                twin = of(twin);
            }
            robots.add(robot);
            twins.add(twin);
        }
        return new Scenario(
                scenario.name(),
                scenario.description(),
                scenario.file(),
                scenario.source(),
                new SessionConfiguration(
                        scenario.session().name(), scenario.session().seed(), twins),
                robots,
                scenario.timeline(),
                scenario.expectations(),
                scenario.durationNanos(),
                scenario.warnings(),
                scenario.alarms());
    }
}
