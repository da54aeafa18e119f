package io.sigmaprompt.twin.simulation;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Frame;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.world.RobotSimulation;
import io.sigmaprompt.physics.world.SimulationSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A virtual robot's body as it really is: under servos that take it for the nominal one, with loads that come and go,
 * pushes, and drives that fail. A load makes it another body, so there are two simulations, and the state moves over.
 */
final class FaultyBody {
    private record Push(HiddenFault fault, Frame point) {}

    private final List<HiddenFault> faults;
    private final List<Push> pushes = new ArrayList<>();
    private final RobotSimulation empty;
    private final @Nullable RobotSimulation loaded;
    private final @Nullable HiddenFault load;
    private final boolean[] active;
    private final double[] state;
    private final double[] external;
    private final double[] jacobian;
    private RobotSimulation now;

    FaultyBody(RobotModel believed, HiddenTruth truth, SimulationSettings settings) {
        faults = truth.faults();
        empty = new RobotSimulation(truth.body(), believed, settings);
        now = empty;
        HiddenFault found = null;
        for (HiddenFault fault : faults) {
            if (fault.kind() == HiddenFault.Kind.PAYLOAD) {
                found = fault;
            }
            if (fault.kind() == HiddenFault.Kind.PUSH) {
                pushes.add(new Push(fault, massCentre(truth.body(), fault.place())));
            }
        }
        load = found;
        loaded = found == null
                ? null
                : new RobotSimulation(
                        TruthDraw.loaded(truth.body(), place(truth.body(), found.place()), found.magnitude()),
                        believed,
                        settings);
        active = new boolean[faults.size()];
        state = new double[empty.stateSize()];
        external = new double[believed.nv()];
        jacobian = new double[6 * believed.nv()];
    }

    private static String place(RobotModel model, String link) {
        if (model.linkIndex(link) < 0) {
            throw new BadInputException(
                    "hidden fault", "there is no link '" + link + "'", "Name one of the robot's links.");
        }
        return link;
    }

    private static Frame massCentre(RobotModel model, String link) {
        int index = model.linkIndex(place(model, link));
        return new Frame(link, index, Pose.at(model.links().get(index).inertia().com()));
    }

    /** The body of now. */
    RobotSimulation simulation() {
        return now;
    }

    /** Lets begin and end what does so at {@code nanos}; call it before each step. */
    void advance(long nanos) {
        carry(nanos);
        for (int f = 0; f < active.length; f++) {
            HiddenFault fault = faults.get(f);
            boolean is = fault.activeAt(nanos);
            if (is != active[f]) {
                active[f] = is;
                strain(fault, is);
            }
        }
        if (!pushes.isEmpty()) {
            push(nanos);
        }
    }

    private void carry(long nanos) {
        if (loaded == null || load == null) {
            return;
        }
        RobotSimulation next = load.activeAt(nanos) ? loaded : empty;
        if (next != now) {
            now.save(state, 0);
            next.restore(state, 0);
            now = next;
        }
    }

    private void strain(HiddenFault fault, boolean is) {
        int drive = now.drive(fault.place());
        switch (fault.kind()) {
            case FRICTION -> now.scaleFriction(drive, is ? fault.magnitude() : 1);
            case EFFORT_LIMIT -> now.scaleEffortLimit(drive, is ? fault.magnitude() : 1);
            case TORQUE_GAIN -> now.scaleEffort(drive, is ? fault.magnitude() : 1);
            case SEIZED -> now.brake(drive, is ? fault.magnitude() : 0);
            default -> {
                // Not of the drives.
            }
        }
    }

    private void push(long nanos) {
        Arrays.fill(external, 0);
        for (Push push : pushes) {
            if (!push.fault.activeAt(nanos)) {
                continue;
            }
            now.dynamics().frameJacobian(now.q(), push.point, jacobian);
            int nv = external.length;
            for (int i = 0; i < nv; i++) {
                external[i] += jacobian[3 * nv + i] * push.fault.force().x()
                        + jacobian[4 * nv + i] * push.fault.force().y()
                        + jacobian[5 * nv + i] * push.fault.force().z();
            }
        }
        now.setExternalForce(external);
    }

    /** The most ticks that a delay of this kind can come to. */
    int longestDelay(HiddenFault.Kind kind, long always, long tick) {
        double sum = always;
        for (HiddenFault fault : faults) {
            if (fault.kind() == kind) {
                sum += fault.magnitude() * 1e9;
            }
        }
        return ticks(sum, tick);
    }

    private static int ticks(double nanos, long tick) {
        return (int) Math.max(0, Math.rint(nanos / tick));
    }

    /** How many ticks old is what a delay of this kind lets through. */
    int delayTicks(HiddenFault.Kind kind, long always, long nanos, long tick) {
        double delay = always;
        for (HiddenFault fault : faults) {
            if (fault.kind() == kind && fault.activeAt(nanos)) {
                delay += fault.magnitude() * 1e9;
            }
        }
        return ticks(delay, tick);
    }

    /** Takes on what was active at {@code nanos}, without doing it again: the simulation's state holds it. */
    void resume(long nanos) {
        now = loaded != null && load != null && load.activeAt(nanos) ? loaded : empty;
        for (int f = 0; f < active.length; f++) {
            active[f] = faults.get(f).activeAt(nanos);
        }
    }
}
