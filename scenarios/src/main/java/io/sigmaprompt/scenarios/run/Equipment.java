package io.sigmaprompt.scenarios.run;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.scenarios.language.JointNamesFile;
import io.sigmaprompt.scenarios.language.RobotEntry;
import io.sigmaprompt.scenarios.language.Scenario;
import io.sigmaprompt.scenarios.language.TimelineEvent;
import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.port.ContinuedAngles;
import io.sigmaprompt.twin.port.HardwareHealth;
import io.sigmaprompt.twin.port.HardwareInterface;
import io.sigmaprompt.twin.port.HardwareInterfaces;
import io.sigmaprompt.twin.port.MappedHardware;
import io.sigmaprompt.twin.record.CommandRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** The wires of a run and the virtual robots started for it. Belongs to the run's thread. */
final class Equipment implements AutoCloseable {
    private final Map<String, Wire> wires = new LinkedHashMap<>();
    private final List<VirtualRobotProcess> processes = new ArrayList<>();

    /**
     * Starts the virtual robots and makes a wire for every robot that the kernel does not simulate itself.
     *
     * @throws BadInputException if an address or option is wrong
     * @throws io.sigmaprompt.twin.port.OutsideFailureException if a virtual robot does not start
     */
    void set(Scenario scenario, Consumer<String> notes) {
        for (int i = 0; i < scenario.robots().size(); i++) {
            RobotEntry robot = scenario.robots().get(i);
            RobotModel model = scenario.session().twins().get(i).body().model();
            String uri = robot.hardware();
            if (uri.equals(RobotEntry.SIMULATED)) {
                continue;
            }
            if (uri.equals(RobotEntry.VIRTUAL)) {
                notes.accept("starting the virtual robot '" + robot.name() + "'");
                VirtualRobotProcess process = VirtualRobotProcess.start(scenario.file(), robot.name());
                processes.add(process);
                uri = process.uri();
            }
            wires.put(robot.name(), new Wire(robot.name(), interfaceTo(uri, robot.hardwareOptions(), model)));
        }
    }

    private static HardwareInterface interfaceTo(String uri, Map<String, String> given, RobotModel model) {
        Map<String, String> options = new LinkedHashMap<>(given);
        String names = options.remove(JointNamesFile.OPTION);
        HardwareInterface wire = HardwareInterfaces.create(uri, options);
        HardwareInterface named = names == null ? wire : new MappedHardware(wire, JointNamesFile.read(Path.of(names)));
        return named.describe().recorded() ? new ContinuedAngles(named, new DrivenJoints(model)) : named;
    }

    /** Whether something outside keeps its own time. */
    boolean keepsRealTime() {
        return !live().isEmpty();
    }

    /** The robots that keep their own time. */
    Set<String> live() {
        return wires.values().stream()
                .filter(wire -> !wire.recorded())
                .map(Wire::robot)
                .collect(Collectors.toSet());
    }

    /** Connects every wire; {@code first} takes what becomes known meanwhile. */
    void open(LongSupplier sessionClock, List<KernelInput> first, Consumer<String> notes) {
        for (Wire wire : wires.values()) {
            wire.open(sessionClock, first);
            notes.accept((wire.recorded() ? "reading " : "connected to ")
                    + wire.description().uri());
        }
    }

    /**
     * Looks whether every robot that is to be broken on purpose can be, which is known once its wire is open.
     *
     * @throws BadInputException if one cannot
     */
    void checkFaults(Scenario scenario) {
        for (TimelineEvent event : scenario.timeline()) {
            if (!(event.input() instanceof KernelInput.FaultInjection injection)) {
                continue;
            }
            Wire wire = wires.get(injection.robot());
            if (wire != null && !wire.description().simulated()) {
                throw new BadInputException(
                        scenario.file().toString(),
                        "the timeline gives a fault to robot '" + injection.robot() + "', but "
                                + wire.description().uri() + " is not a simulated robot and takes none",
                        "Take the fault out of the timeline, or say 'hardware: virtual' or 'hardware: simulated'.");
            }
        }
    }

    Iterable<Wire> wires() {
        return wires.values();
    }

    /** Where each robot's telemetry comes from, in words; empty where the kernel simulates them all. */
    List<String> sources() {
        return wires.values().stream()
                .map(wire -> "'" + wire.robot() + "' from " + wire.description().uri())
                .toList();
    }

    /** Whether there are recordings, and all of them have been read to their end. */
    boolean recordingsEnded() {
        boolean any = false;
        for (Wire wire : wires.values()) {
            if (wire.recorded()) {
                any = true;
                if (!wire.exhausted()) {
                    return false;
                }
            }
        }
        return any;
    }

    /** Throws if a virtual robot has ended by itself. */
    void check() {
        processes.forEach(VirtualRobotProcess::check);
    }

    void send(CommandRecord command) {
        Wire wire = wires.get(command.robot());
        if (wire != null) {
            wire.send(command.command());
        }
    }

    /**
     * Tells a robot behind a wire of its fault; the kernel tells its own.
     *
     * @return false where that robot cannot be broken on purpose
     */
    boolean inject(KernelInput.FaultInjection injection) {
        Wire wire = wires.get(injection.robot());
        return wire == null || wire.inject(injection.fault());
    }

    Map<String, HardwareHealth> health() {
        Map<String, HardwareHealth> health = new LinkedHashMap<>();
        wires.forEach((robot, wire) -> health.put(robot, wire.health()));
        return health;
    }

    List<String> warnings() {
        return wires.values().stream().flatMap(wire -> wire.warnings().stream()).toList();
    }

    @Override
    public void close() {
        try {
            wires.values().forEach(Wire::close);
        } finally {
            processes.forEach(VirtualRobotProcess::close);
        }
    }
}
