package io.sigmaprompt.scenarios.run;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.record.TelemetryHealthRecord;
import io.sigmaprompt.twin.session.TwinConfiguration;
import io.sigmaprompt.twin.telemetry.JointStateFrame;
import io.sigmaprompt.twin.telemetry.naming.NameProposal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Follows which of a robot's driven joints a wire tells of: a wire of another robot moves nothing. */
final class JointCoverage {
    /** After so many frames without one driven joint a recording is held to be of another robot. */
    static final int FRAMES = 100;

    private final Wire wire;
    private final DrivenJoints joints;
    private final Set<String> told = new LinkedHashSet<>();
    private final Set<String> missing;
    private List<String> lastNames = List.of();
    private long frames;

    JointCoverage(Wire wire, TwinConfiguration twin) {
        this.wire = wire;
        joints = new DrivenJoints(twin.body().model());
        missing = new LinkedHashSet<>(joints.names());
    }

    /**
     * Takes what came over the wire.
     *
     * @throws BadInputException if a recording is certainly of another robot
     */
    void accept(KernelInput input) {
        if (!(input instanceof KernelInput.Telemetry(JointStateFrame frame))
                || !frame.robot().equals(wire.robot())) {
            return;
        }
        frames++;
        if (!frame.names().equals(lastNames)) {
            lastNames = frame.names();
            told.addAll(lastNames);
            missing.removeAll(lastNames);
        }
        if (frames == FRAMES && wire.recorded() && foreign()) {
            throw ofAnotherRobot();
        }
    }

    /**
     * To be asked at the session's end.
     *
     * @param health the last word on the robot's telemetry, or null
     * @throws BadInputException if nothing of a recording could be used
     */
    void check(@Nullable TelemetryHealthRecord health) {
        if (!wire.recorded() || applied(health) || appliedBase(health)) {
            return;
        }
        if (frames > 0 && foreign()) {
            throw ofAnotherRobot();
        }
        if (!wire.exhausted()) {
            return;
        }
        throw new BadInputException(
                wire.description().uri(),
                frames == 0
                        ? "expected joint states that can be read, found none"
                        : "expected joint states that the robot can be in, found none among " + frames + " frames",
                "Read the notices of this run: they say what was wrong with the frames.");
    }

    /** What a live robot, or a recording, never told, in sentences. */
    List<String> warnings(@Nullable TelemetryHealthRecord health) {
        List<String> all = new ArrayList<>();
        if (joints.count() == 0 && appliedBase(health)) {
            return all;
        }
        if (frames == 0) {
            all.add("robot '" + wire.robot() + "': no joint state came over its wire");
        } else if (foreign()) {
            all.add("robot '" + wire.robot() + "': " + difference() + ". " + remedy());
        } else if (health != null && !applied(health)) {
            all.add("robot '" + wire.robot() + "': none of its " + frames + " joint states could be applied");
        } else if (!missing.isEmpty()) {
            all.add("robot '" + wire.robot() + "': its telemetry never told of " + String.join(", ", missing)
                    + "; until every driven joint is told of, nothing is compared. If it never will be, say so in the"
                    + " scenario: locked: [" + String.join(", ", missing) + "]");
        }
        return all;
    }

    private static boolean applied(@Nullable TelemetryHealthRecord health) {
        return health != null && health.appliedJointStates() > 0;
    }

    /** Whether a wire that tells of no joint tells of the rest of the robot. */
    private boolean appliedBase(@Nullable TelemetryHealthRecord health) {
        return frames == 0 && health != null && health.applied() > 0;
    }

    private boolean foreign() {
        return missing.size() == joints.count();
    }

    private BadInputException ofAnotherRobot() {
        return new BadInputException(wire.description().uri(), difference(), remedy());
    }

    private String remedy() {
        return NameProposal.remedy(List.copyOf(told), joints.names());
    }

    private String difference() {
        return "expected some of the model's driven joints " + joints.names() + ", found only the joints "
                + List.copyOf(told);
    }
}
