package io.sigmaprompt.scenarios.run;

import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.physics.model.reader.RobotFile;
import io.sigmaprompt.scenarios.language.JointNamesFile;
import io.sigmaprompt.scenarios.language.Scenario;
import io.sigmaprompt.scenarios.language.ScenarioReader;
import io.sigmaprompt.scenarios.language.ShippedLibrary;
import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.port.HardwareInterface;
import io.sigmaprompt.twin.port.HardwareInterfaces;
import io.sigmaprompt.twin.port.MappedHardware;
import io.sigmaprompt.twin.telemetry.JointStateFrame;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which joints a recording tells of. A log of an arm says nothing of the gripper that its model has; such joints are locked
 * where the model draws them, so that all others can be compared.
 */
public final class RecordedJoints {
    /** So long after its first joint state a recording may take to tell of another joint. */
    private static final long PATIENCE_NANOS = 2_000_000_000;

    private static final long STEP_NANOS = 100_000_000;

    private RecordedJoints() {}

    /**
     * A scenario that mirrors a recorded log with a robot's twin, joints that the log never tells of locked.
     *
     * @param robot the robot's file, or {@code library:NAME}
     * @param options options for the log's reader, and {@link JointNamesFile#OPTION}
     * @throws io.sigmaprompt.physics.model.BadInputException if the log is not there or the robot's model is wrong
     */
    public static Scenario replay(Path log, Path robot, Map<String, String> options) {
        boolean certain = !ScenarioReader.isFlight(log) && Files.exists(log);
        return ScenarioReader.forReplay(log, robot, options, certain ? untold(log, robot, options) : List.of());
    }

    private static List<String> untold(Path log, Path robot, Map<String, String> options) {
        String shipped = ShippedLibrary.nameIn(robot.toString());
        Path file = shipped == null ? robot : ShippedLibrary.robot(shipped);
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        Set<String> told = told(log, options);
        List<String> joints = new DrivenJoints(RobotFile.read(file).model()).names();
        List<String> untold =
                joints.stream().filter(joint -> !told.contains(joint)).toList();
        // Another robot's log is told apart elsewhere, with a proposal.
        return untold.size() == joints.size() ? List.of() : untold;
    }

    private static Set<String> told(Path log, Map<String, String> options) {
        Map<String, String> own = new LinkedHashMap<>(options);
        String names = own.remove(JointNamesFile.OPTION);
        Set<String> told = new TreeSet<>();
        long[] until = {Long.MAX_VALUE};
        try (HardwareInterface wire = HardwareInterfaces.create(log.toString(), own)) {
            HardwareInterface mapped =
                    names == null ? wire : new MappedHardware(wire, JointNamesFile.read(Path.of(names)));
            mapped.open("robot", () -> 0);
            for (long now = 0; now < until[0] && !mapped.exhausted(); now += STEP_NANOS) {
                long at = now;
                mapped.poll(now, input -> {
                    if (input instanceof KernelInput.Telemetry(JointStateFrame frame) && told.addAll(frame.names())) {
                        until[0] = Math.min(until[0], at + PATIENCE_NANOS);
                    }
                });
            }
        }
        return told;
    }
}
