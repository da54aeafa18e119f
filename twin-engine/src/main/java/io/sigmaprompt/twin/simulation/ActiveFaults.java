package io.sigmaprompt.twin.simulation;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.world.RobotSimulation;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.input.Fault;
import java.util.ArrayList;
import java.util.List;

/** The faults a simulated robot suffers from, and when they pass. */
final class ActiveFaults implements Restorable {
    private record Passing(Fault.Kind kind, int drive, long endNanos) {}

    private final FaultyBody body;
    private final List<Passing> passing = new ArrayList<>();
    private long silentUntil = Long.MIN_VALUE;

    ActiveFaults(FaultyBody body) {
        this.body = body;
    }

    void inject(Fault fault, long nanos) {
        if (fault.kind() == Fault.Kind.TELEMETRY_GAP) {
            silentUntil = nanos + fault.durationNanos();
            return;
        }
        int drive = body.simulation().drive(fault.joint());
        if (drive < 0) {
            throw new BadInputException(
                    "fault " + fault.kind(),
                    "there is no driven joint '" + fault.joint() + "'",
                    "Name one of the robot's driven joints.");
        }
        scale(fault.kind(), drive, fault.magnitude());
        if (fault.durationNanos() > 0) {
            passing.add(new Passing(fault.kind(), drive, nanos + fault.durationNanos()));
        }
    }

    /** Ends what is over at {@code nanos}. */
    void advance(long nanos) {
        for (int i = passing.size() - 1; i >= 0; i--) {
            Passing fault = passing.get(i);
            if (nanos >= fault.endNanos()) {
                scale(fault.kind(), fault.drive(), 1);
                passing.remove(i);
            }
        }
    }

    boolean silent(long nanos) {
        return nanos < silentUntil;
    }

    private void scale(Fault.Kind kind, int drive, double factor) {
        RobotSimulation simulation = body.simulation();
        switch (kind) {
            case FRICTION -> simulation.scaleFriction(drive, factor);
            case EFFORT_LIMIT -> simulation.scaleEffortLimit(drive, factor);
            case TELEMETRY_GAP -> throw new IllegalStateException("a gap scales nothing");
        }
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putLong(silentUntil);
        out.putInt(passing.size());
        for (Passing fault : passing) {
            out.putEnum(fault.kind());
            out.putInt(fault.drive());
            out.putLong(fault.endNanos());
        }
    }

    @Override
    public void restore(CanonicalInput in) {
        silentUntil = in.getLong();
        passing.clear();
        int count = in.getInt();
        for (int i = 0; i < count; i++) {
            passing.add(new Passing(in.getEnum(Fault.Kind.values()), in.getInt(), in.getLong()));
        }
    }
}
