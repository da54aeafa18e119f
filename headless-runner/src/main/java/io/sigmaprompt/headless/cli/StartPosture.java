package io.sigmaprompt.headless.cli;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Suggestion;
import io.sigmaprompt.physics.model.mechanism.RobotReading;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Options that say where joints are at first. */
final class StartPosture {
    @Option(
            names = "--start",
            paramLabel = "JOINT=VALUE",
            description = "Where a joint is at first, radians or metres; may be repeated.")
    private final Map<String, Double> start = new LinkedHashMap<>();

    /**
     * Where the file draws the robot, or else neutral, and the positions that were given.
     *
     * @return nq entries
     * @throws BadInputException if a joint is none, or has more than one coordinate
     */
    double[] configuration(RobotReading reading) {
        RobotModel model = reading.model();
        List<Double> reference = reading.mechanism().reference();
        double[] q = reference == null
                ? model.neutral()
                : reference.stream().mapToDouble(Double::doubleValue).toArray();
        start.forEach((name, position) -> q[coordinate(model, "--start", name)] = position);
        return q;
    }

    /** Where a joint's coordinate stands in a configuration. */
    static int coordinate(RobotModel model, String option, String name) {
        int joint = model.jointIndex(name);
        if (joint < 0 || !model.joints().get(joint).type().isScalar()) {
            List<String> known = model.joints().stream()
                    .filter(j -> j.type().isScalar())
                    .map(Joint::name)
                    .toList();
            throw new BadInputException(
                    option + " " + name,
                    "expected a joint of one coordinate, found none of that name" + Suggestion.phrase(name, known),
                    "`sigma model` lists the joints.");
        }
        return model.qIndex(joint);
    }
}
