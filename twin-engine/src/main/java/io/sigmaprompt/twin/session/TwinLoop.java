package io.sigmaprompt.twin.session;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.twin.alarm.AlarmBoard;
import io.sigmaprompt.twin.analysis.watch.NormalBehaviour;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.input.Fault;
import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.input.LinkState;
import io.sigmaprompt.twin.input.TwinMode;
import io.sigmaprompt.twin.record.FaultRecord;
import io.sigmaprompt.twin.record.FindingRecord;
import io.sigmaprompt.twin.record.HealthIndicatorRecord;
import io.sigmaprompt.twin.record.ModeRecord;
import io.sigmaprompt.twin.record.NoticeRecord;
import io.sigmaprompt.twin.record.OutputRecord;
import io.sigmaprompt.twin.simulation.SimulatedRobot;
import io.sigmaprompt.twin.simulation.VirtualRobot;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One twin's loop, tick by tick: the robot speaks, the mirror follows and compares, the pilot decides and commands. The
 * same in every mode; only where commands go differs.
 */
final class TwinLoop implements Restorable {
    private static final String KERNEL = "the session";

    private final String name;
    private final Mirror mirror;
    private final Pilot pilot;
    private final AlarmBoard alarms;

    /** The robot itself, where it is simulated inside the kernel. */
    private final @Nullable SimulatedRobot robot;

    private final long watchdogNanos;

    private TwinMode mode = TwinMode.MIRROR;

    /** The mode it is to begin in, as long as something stands in its way. */
    private @Nullable TwinMode awaited;

    private boolean armed;
    private boolean begun;
    private long now;
    private boolean cycle;
    private Consumer<OutputRecord> outputs = record -> {};

    TwinLoop(TwinConfiguration configuration, int turn) {
        name = configuration.robot();
        TwinMode first = configuration.mode();
        awaited = first;
        armed = configuration.gate().armed();
        watchdogNanos = configuration.gate().watchdogNanos();
        VirtualRobot body = configuration.body();
        RobotModel model = body.model();
        DrivenJoints joints = new DrivenJoints(model);
        robot = configuration.lockStep() ? new SimulatedRobot(body) : null;
        if (first == TwinMode.SIMULATED && robot == null) {
            throw new BadInputException(
                    "robot '" + name + "', mode",
                    "SIMULATED needs a simulated robot, but this one is behind a wire",
                    "Say 'hardware: simulated', or begin in MIRROR.");
        }
        if (first == TwinMode.LIVE && !armed) {
            throw new BadInputException(
                    "robot '" + name + "', mode",
                    "LIVE needs an armed gate, but this one begins disarmed",
                    "Say 'gate: {armed: true}', or begin in SHADOW and arm it on the timeline.");
        }
        alarms = new AlarmBoard(name, joints.names(), configuration.alarms(), record -> outputs.accept(record));
        mirror = new Mirror(configuration, joints, turn, this::sayOfRobot, this::onFinding);
        pilot = new Pilot(configuration, joints, this::say);
    }

    /** Tells something that alarm rules may watch. */
    private void say(OutputRecord record) {
        outputs.accept(record);
        alarms.see(record);
    }

    /** Tells something that minds may watch too. */
    private void sayOfRobot(OutputRecord record) {
        say(record);
        pilot.see(record);
    }

    private void onFinding(FindingRecord finding) {
        outputs.accept(finding);
        alarms.on(finding);
    }

    String name() {
        return name;
    }

    /** Which kernel computes the robot's dynamics; one for all that this loop computes. */
    String dynamicsKernel() {
        return mirror.dynamicsKernel();
    }

    /** What has been learnt to be normal so far. */
    NormalBehaviour normal() {
        return mirror.normal();
    }

    /** How the joints fare. */
    HealthIndicatorRecord health() {
        return mirror.jointHealth();
    }

    LiveState live() {
        return mirror.live();
    }

    /**
     * Begins a tick.
     *
     * @param simNanos the time at the tick's end
     * @param onCycle whether detectors, minds, arbitration and trace run at this tick
     */
    void begin(long simNanos, boolean onCycle, Consumer<OutputRecord> out) {
        now = simNanos;
        cycle = onCycle;
        outputs = out;
        begin();
    }

    /** Ends it: the robot moves if it is simulated here, then the loop looks, thinks and acts. */
    void end() {
        if (robot != null) {
            robot.step();
            if (robot.telemetryDue()) {
                mirror.take(robot.reference(now), now);
                mirror.take(robot.jointState(now), now);
            }
        }
        if (cycle) {
            mirror.look(now);
            alarms.evaluate(now, mirror.ageNanos());
            pilot.decide(now, mode, mirror.findings());
            mirror.enter(pilot.behaviour());
        }
        pilot.drive(now, cycle, mode, armed, mirror, robot);
    }

    /** A mode that needs telemetry is preceded by MIRROR until there is some. */
    private void begin() {
        TwinMode wanted = awaited;
        if (wanted == null || begun && !cycle) {
            return;
        }
        String obstacle = obstacle(wanted);
        if (obstacle.isEmpty()) {
            awaited = null;
            enter(wanted, KERNEL);
        } else if (!begun) {
            enter(TwinMode.MIRROR, KERNEL + ", until " + wanted + " can begin: " + obstacle);
        }
        begun = true;
    }

    /** Lets an input for this robot enter the tick. */
    void take(KernelInput input) {
        switch (input) {
            case KernelInput.Telemetry telemetry -> {
                if (mirror.take(telemetry.message(), now)) {
                    alarms.take(telemetry.message(), now);
                }
            }
            case KernelInput.RejectedTelemetry rejected -> mirror.reject(rejected.place(), rejected.problem(), now);
            case KernelInput.Link link -> {
                if (link.state() == LinkState.CONNECTED) {
                    mirror.reconnected();
                }
                notice(
                        link.state() == LinkState.LOST ? NoticeRecord.Level.WARNING : NoticeRecord.Level.INFO,
                        "link",
                        link.state() + ": " + link.reason());
                mirror.tellHealth(now);
            }
            case KernelInput.QueueOverflow overflow -> {
                mirror.ingest().lost(overflow.count());
                notice(
                        NoticeRecord.Level.WARNING,
                        "queue",
                        overflow.count() + " messages were lost in the full queue '" + overflow.queue() + "'");
            }
            case KernelInput.ModeRequest request -> request(request);
            case KernelInput.GateArming arming -> arm(arming);
            case KernelInput.OperatorStop stop -> {
                pilot.stop(stop.engaged());
                notice(
                        NoticeRecord.Level.WARNING,
                        "stop",
                        "STOP was " + (stop.engaged() ? "pressed" : "released") + " by " + stop.by());
            }
            case KernelInput.FaultInjection injection -> inject(injection.fault());
            case KernelInput.LearntNormal normal -> learn(normal);
            case KernelInput.NoveltyScore novelty -> mirror.take(novelty, now);
            case KernelInput.AlarmAcknowledgement seen ->
                answer(
                        alarms.acknowledge(now, seen.alarm(), seen.by()),
                        "there was nothing to acknowledge at '" + seen.alarm() + "'");
            case KernelInput.AlarmsAcknowledgement all ->
                answer(alarms.acknowledgeAll(now, all.by()), "there was nothing to acknowledge");
            case KernelInput.AlarmShelving shelving ->
                answer(
                        alarms.shelve(now, shelving.alarm(), shelving.nanos(), shelving.reason(), shelving.by()),
                        "there was nothing to shelve at '" + shelving.alarm() + "'");
            case KernelInput.AlarmUnshelving unshelving ->
                answer(
                        alarms.unshelve(now, unshelving.alarm(), unshelving.by()),
                        "nothing was shelved at '" + unshelving.alarm() + "'");
            case KernelInput.AlarmService service ->
                answer(
                        alarms.service(now, service.alarm(), service.inService(), service.reason(), service.by()),
                        "nothing changed about the service of '" + service.alarm() + "'");
            case KernelInput.AlarmReset reset ->
                answer(
                        alarms.reset(now, reset.alarm(), reset.by()),
                        "there was nothing to reset at '" + reset.alarm() + "'");
        }
    }

    private void answer(boolean done, String otherwise) {
        if (!done) {
            notice(NoticeRecord.Level.INFO, "alarm", otherwise);
        }
    }

    /** What cannot be used is said, and nothing is started from it. */
    private void learn(KernelInput.LearntNormal normal) {
        try {
            int signals = mirror.startFrom(normal.bytes());
            notice(
                    NoticeRecord.Level.INFO,
                    "normal behaviour",
                    signals + " signals start from what was learnt to be normal before");
        } catch (BadInputException e) {
            notice(NoticeRecord.Level.WARNING, "normal behaviour", e.problem() + ". " + e.remedy());
        }
    }

    private void inject(Fault fault) {
        if (robot != null && !robot.knows(fault)) {
            notice(
                    NoticeRecord.Level.WARNING,
                    "fault",
                    "the robot has no driven joint '" + fault.joint() + "' to break");
            return;
        }
        if (robot != null) {
            robot.inject(fault);
        }
        outputs.accept(new FaultRecord(name, now, fault));
    }

    private void arm(KernelInput.GateArming arming) {
        armed = arming.armed();
        notice(
                NoticeRecord.Level.INFO,
                "gate",
                "the gate was " + (armed ? "armed" : "disarmed") + " by " + arming.by());
        if (!armed && mode == TwinMode.LIVE) {
            enter(TwinMode.SHADOW, "the gate was disarmed");
        }
    }

    private void request(KernelInput.ModeRequest request) {
        String obstacle = obstacle(request.mode());
        if (!obstacle.isEmpty()) {
            String text = request.mode() + " was refused: " + obstacle;
            outputs.accept(new ModeRecord(name, now, mode, text));
            notice(NoticeRecord.Level.WARNING, "mode", text);
            return;
        }
        awaited = null;
        if (request.mode() != mode) {
            enter(request.mode(), request.by());
        }
    }

    /** Why a mode cannot begin now, or nothing. */
    private String obstacle(TwinMode wanted) {
        return switch (wanted) {
            case MIRROR -> "";
            case SIMULATED -> robot == null ? "the robot is behind a wire, not simulated" : "";
            case SHADOW -> deafness();
            case LIVE -> !armed ? "the gate is not armed" : deafness();
        };
    }

    /** Why it is not known where the robot is now, or nothing. */
    private String deafness() {
        if (!mirror.tracking()) {
            return "telemetry has not told of every joint yet";
        }
        return mirror.ingest().ageNanos(now) > watchdogNanos ? "telemetry is silent" : "";
    }

    private void enter(TwinMode next, String reason) {
        mode = next;
        alarms.mode(next);
        pilot.enter(next, mirror.estimate());
        outputs.accept(new ModeRecord(name, now, mode, reason));
    }

    private void notice(NoticeRecord.Level level, String topic, String text) {
        outputs.accept(new NoticeRecord(name, now, level, topic, text));
    }

    /** Goes on as a simulation from where another loop of the same robot stands, with minds, arbiter and gate of its own. */
    void adopt(TwinLoop other, long simNanos) {
        now = simNanos;
        begun = true;
        awaited = null;
        TwinKernel.copy(other.alarms, alarms);
        TwinKernel.copy(other.mirror, mirror);
        boolean simulated = other.robot != null;
        if (robot != null && other.robot != null) {
            TwinKernel.copy(other.robot, robot);
        } else if (robot != null) {
            robot.place(mirror.estimate().position(), mirror.estimate().velocity());
            mirror.reconnected();
        }
        boolean sameMode = simulated || other.mode == TwinMode.SIMULATED;
        mode = sameMode ? other.mode : TwinMode.SIMULATED;
        armed = simulated && other.armed;
        pilot.adopt(other.pilot, mode, mirror.estimate());
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putEnum(mode);
        out.putBoolean(armed);
        out.putByte(awaited == null ? -1 : awaited.ordinal());
        out.putBoolean(begun);
        alarms.save(out);
        mirror.save(out);
        pilot.save(out);
        if (robot != null) {
            robot.save(out);
        }
    }

    @Override
    public void restore(CanonicalInput in) {
        mode = in.getEnum(TwinMode.values());
        armed = in.getBoolean();
        int wanted = in.getByte();
        awaited = wanted < 0 ? null : TwinMode.values()[wanted];
        begun = in.getBoolean();
        alarms.restore(in);
        mirror.restore(in);
        pilot.restore(in);
        if (robot != null) {
            robot.restore(in);
        }
    }
}
