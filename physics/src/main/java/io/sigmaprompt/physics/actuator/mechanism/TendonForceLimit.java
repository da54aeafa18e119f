package io.sigmaprompt.physics.actuator.mechanism;

import io.sigmaprompt.physics.actuator.StraightLaw;
import io.sigmaprompt.physics.model.mechanism.Actuator;
import io.sigmaprompt.physics.model.mechanism.Actuator.Transmission;
import io.sigmaprompt.physics.model.mechanism.FixedTendon;
import io.sigmaprompt.physics.model.mechanism.Interval;
import io.sigmaprompt.physics.model.mechanism.Mechanism;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Keeps what the actuators of a tendon do together within its force range, each giving up the same share. */
final class TendonForceLimit {
    /** A tendon's actuators, and what they may do. */
    private record Group(int[] actuators, Interval range) {}

    private final Group[] groups;

    TendonForceLimit(List<Actuator> actuators, Mechanism mechanism) {
        List<Group> found = new ArrayList<>();
        for (FixedTendon tendon : mechanism.tendons()) {
            int[] members = IntStream.range(0, actuators.size())
                    .filter(i -> actuators.get(i).transmission() == Transmission.TENDON
                            && actuators.get(i).target().equals(tendon.name()))
                    .toArray();
            if (members.length > 0) {
                found.add(new Group(members, tendon.force()));
            }
        }
        groups = found.toArray(Group[]::new);
    }

    /** Scales the forces of all actuators (Modified). */
    void apply(StraightLaw[] forces) {
        for (Group group : groups) {
            double total = 0;
            for (int i : group.actuators) {
                total += forces[i].force;
            }
            double bound = Math.max(group.range.lower(), Math.min(group.range.upper(), total));
            if (bound != total) {
                for (int i : group.actuators) {
                    forces[i].scale(bound / total);
                }
            }
        }
    }
}
