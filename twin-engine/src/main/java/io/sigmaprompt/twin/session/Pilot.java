package io.sigmaprompt.twin.session;

import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.twin.arbitration.Arbiter;
import io.sigmaprompt.twin.arbitration.PriorityArbiter;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.cognition.MindBank;
import io.sigmaprompt.twin.cognition.Proposal;
import io.sigmaprompt.twin.cognition.Situation;
import io.sigmaprompt.twin.command.CommandGate;
import io.sigmaprompt.twin.estimation.StateEstimator;
import io.sigmaprompt.twin.input.Tick;
import io.sigmaprompt.twin.input.TwinMode;
import io.sigmaprompt.twin.record.CommandRecord;
import io.sigmaprompt.twin.record.CommandRecord.Target;
import io.sigmaprompt.twin.record.FindingRecord;
import io.sigmaprompt.twin.record.GateRecord;
import io.sigmaprompt.twin.record.JointCommand;
import io.sigmaprompt.twin.record.JointStateRecord;
import io.sigmaprompt.twin.record.OutputRecord;
import io.sigmaprompt.twin.simulation.SimulatedRobot;
import io.sigmaprompt.twin.simulation.VirtualRobot;
import io.sigmaprompt.twin.skill.Goal;
import io.sigmaprompt.twin.skill.GoalCodec;
import io.sigmaprompt.twin.skill.PathFollower;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The second half of the loop: think, arbitrate, turn the goal into set points, and pass them through the gate. */
final class Pilot implements Restorable {
    /**
     * A command is to be reached so long after it is sent. Commands come ten times as often, so a wire that delivers
     * one a few cycles late moves the robot's reference only a little, as a UR's servoj look-ahead does.
     */
    static final long LEAD_NANOS = 100_000_000;

    private static final String NO_WISH = "no mind wants anything";

    /** Radians or metres. */
    private static final double SAME_POSITION = 5e-3;

    /** Radians or metres a second. */
    private static final double SAME_VELOCITY = 0.05;

    private static final long GATE_REPORT_NANOS = 100_000_000;

    private final TwinConfiguration configuration;
    private final String robot;
    private final DrivenJoints joints;
    private final Consumer<OutputRecord> outputs;
    private final MindBank minds;
    private final MindSignals seen;
    private final Arbiter arbiter;
    private final PathFollower follower;
    private final CommandGate gate;
    private final SimulatedRobot shadow;

    private @Nullable Goal goal;
    private String behaviour = "";
    private boolean stopped;
    private GateRecord.@Nullable Verdict toldVerdict;
    private String toldReason = "";
    private boolean toldArmed;
    private boolean toldStopped;

    Pilot(TwinConfiguration configuration, DrivenJoints joints, Consumer<OutputRecord> outputs) {
        this.configuration = configuration;
        robot = configuration.robot();
        this.joints = joints;
        this.outputs = outputs;
        VirtualRobot body = configuration.body();
        RobotModel model = body.model();
        double[] start = Mirror.drivenStart(model, joints, body.initialPosition());
        minds = new MindBank(robot, configuration.minds(), outputs::accept, outputs);
        seen = new MindSignals(joints.names(), minds.signals());
        arbiter = new PriorityArbiter(robot, configuration.arbitration());
        follower = new PathFollower(joints, start);
        gate = new CommandGate(model, joints, body.initialPosition(), start, configuration.gate());
        shadow = new SimulatedRobot(body);
    }

    void stop(boolean engaged) {
        stopped = engaged;
    }

    /** A mode begins. */
    void enter(TwinMode mode, StateEstimator estimate) {
        begin(estimate);
        gate.close(mode + " begins");
        if (mode == TwinMode.SHADOW || mode == TwinMode.LIVE) {
            shadow.place(estimate.position(), estimate.velocity());
        }
    }

    /** Hears what the session says, for the minds to see. */
    void see(OutputRecord record) {
        seen.see(record);
    }

    /** Asks the minds and chooses, once a cycle. */
    void decide(long simNanos, TwinMode mode, List<FindingRecord> findings) {
        if (mode == TwinMode.MIRROR) {
            minds.silence(simNanos);
            arbiter.choose(simNanos, List.of(), outputs::accept);
            goal = null;
            behaviour = "";
            return;
        }
        List<Proposal> wishes = minds.think(new Situation(simNanos, mode, findings, seen));
        Proposal chosen = arbiter.choose(simNanos, wishes, outputs::accept);
        goal = chosen == null ? null : chosen.goal();
        behaviour = chosen == null ? "" : chosen.behaviour();
    }

    /** What was decided on this cycle, empty where nothing was. */
    String behaviour() {
        return behaviour;
    }

    /** Moves the set point by a tick, and sends a command once a cycle. */
    void drive(
            long simNanos,
            boolean cycle,
            TwinMode mode,
            boolean armed,
            Mirror mirror,
            @Nullable SimulatedRobot inside) {
        boolean closed = gate.verdict() == GateRecord.Verdict.CLOSED;
        if (mode == TwinMode.MIRROR) {
            gate.close("MIRROR sends no commands");
        } else if (mode == TwinMode.LIVE && !armed) {
            gate.close("the gate is not armed");
        } else if (goal == null && (closed || !gate.moving())) {
            gate.close(NO_WISH);
        } else {
            if (closed && elsewhere(mirror.estimate())) {
                begin(mirror.estimate());
            }
            pass(mirror.ingest().ageNanos(simNanos));
        }
        if (mode == TwinMode.SHADOW || mode == TwinMode.LIVE) {
            shadow.step();
        }
        if (cycle) {
            send(simNanos, mode, inside);
            report(simNanos, mode, armed);
        }
    }

    /** Whether the robot is no longer where commands ended; its noise and a servo's lag do not count. */
    private boolean elsewhere(StateEstimator estimate) {
        for (int i = 0; i < joints.count(); i++) {
            if (Math.abs(estimate.position()[i] - gate.position()[i]) > SAME_POSITION
                    || Math.abs(estimate.velocity()[i] - gate.velocity()[i]) > SAME_VELOCITY) {
                return true;
            }
        }
        return false;
    }

    /** Commands start from where the robot is, and as fast as it moves. */
    private void begin(StateEstimator estimate) {
        follower.reset(estimate.position());
        gate.reset(estimate.position(), estimate.velocity());
    }

    /** While the gate brakes, the follower waits where the gate has brought the robot. */
    private void pass(long silenceNanos) {
        Goal wanted = goal;
        if (wanted != null && !gate.held()) {
            follower.step(wanted, Tick.SECONDS);
        }
        gate.check(
                follower.position(),
                follower.velocity(),
                follower.acceleration(),
                silenceNanos,
                stopped ? "STOP is pressed" : wanted == null ? NO_WISH : "",
                Tick.SECONDS);
        if (gate.held()) {
            follower.reset(gate.position());
        }
    }

    private void send(long simNanos, TwinMode mode, @Nullable SimulatedRobot inside) {
        if (gate.verdict() == GateRecord.Verdict.CLOSED) {
            tellShadow(simNanos, mode);
            return;
        }
        JointCommand command = new JointCommand(
                robot,
                simNanos,
                joints.names(),
                gate.position().clone(),
                gate.velocity().clone(),
                gate.acceleration().clone());
        switch (mode) {
            case SIMULATED -> {
                command(inside, command);
                outputs.accept(new CommandRecord(robot, simNanos, Target.SIMULATED_ACTUATORS, command));
            }
            case SHADOW -> {
                command(shadow, command);
                outputs.accept(new CommandRecord(robot, simNanos, Target.SHADOW_TWIN, command));
            }
            case LIVE -> {
                command(shadow, command);
                command(inside, command);
                outputs.accept(new CommandRecord(robot, simNanos, Target.HARDWARE, command));
            }
            case MIRROR -> throw new IllegalStateException("the gate is closed in MIRROR");
        }
        tellShadow(simNanos, mode);
    }

    private static void command(@Nullable SimulatedRobot simulated, JointCommand command) {
        if (simulated != null) {
            simulated.follow(command, LEAD_NANOS);
        }
    }

    private void tellShadow(long simNanos, TwinMode mode) {
        if (mode != TwinMode.SHADOW && mode != TwinMode.LIVE) {
            return;
        }
        int n = joints.count();
        double[] position = new double[n];
        double[] velocity = new double[n];
        double[] effort = new double[n];
        for (int i = 0; i < n; i++) {
            position[i] = shadow.simulation().position(i);
            velocity[i] = shadow.simulation().velocity(i);
            effort[i] = shadow.simulation().effort(i);
        }
        outputs.accept(new JointStateRecord(
                robot, simNanos, JointStateRecord.Body.SHADOW, joints.names(), position, velocity, effort));
    }

    private void report(long simNanos, TwinMode mode, boolean armed) {
        boolean changed = gate.verdict() != toldVerdict
                || !gate.reason().equals(toldReason)
                || armed != toldArmed
                || stopped != toldStopped;
        boolean open = gate.verdict() != GateRecord.Verdict.CLOSED;
        if (changed || open && Tick.endsPeriod(simNanos, GATE_REPORT_NANOS)) {
            toldVerdict = gate.verdict();
            toldReason = gate.reason();
            toldArmed = armed;
            toldStopped = stopped;
            String where = mode == TwinMode.SHADOW && open ? "; commands move the shadow only" : "";
            outputs.accept(new GateRecord(
                    robot, simNanos, armed, stopped, gate.verdict(), gate.checks(), gate.reason() + where));
        }
    }

    /** Goes on where another pilot of the same robot stands: as it, if it is of the same make, else from the estimate. */
    void adopt(Pilot other, TwinMode mode, StateEstimator estimate) {
        TwinConfiguration theirs = other.configuration;
        if (configuration.minds().equals(theirs.minds())
                && configuration.arbitration().equals(theirs.arbitration())
                && configuration.gate().equals(theirs.gate())) {
            TwinKernel.copy(other, this);
        } else {
            enter(mode, estimate);
            stopped = other.stopped;
        }
    }

    @Override
    public void save(CanonicalOutput out) {
        minds.save(out);
        seen.save(out);
        arbiter.save(out);
        follower.save(out);
        gate.save(out);
        shadow.save(out);
        out.putBoolean(stopped);
        out.putByte(toldVerdict == null ? -1 : toldVerdict.ordinal());
        out.putString(toldReason);
        out.putBoolean(toldArmed);
        out.putBoolean(toldStopped);
        GoalCodec.save(goal, out);
    }

    @Override
    public void restore(CanonicalInput in) {
        minds.restore(in);
        seen.restore(in);
        arbiter.restore(in);
        follower.restore(in);
        gate.restore(in);
        shadow.restore(in);
        stopped = in.getBoolean();
        int verdict = in.getByte();
        toldVerdict = verdict < 0 ? null : GateRecord.Verdict.values()[verdict];
        toldReason = in.getString();
        toldArmed = in.getBoolean();
        toldStopped = in.getBoolean();
        goal = GoalCodec.restore(in);
    }
}
