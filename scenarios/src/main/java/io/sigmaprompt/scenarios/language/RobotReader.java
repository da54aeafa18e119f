package io.sigmaprompt.scenarios.language;

import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.LockedJoints;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.model.mechanism.Mechanism;
import io.sigmaprompt.physics.model.mechanism.PhysicsOptions;
import io.sigmaprompt.physics.model.mechanism.RobotReading;
import io.sigmaprompt.physics.model.reader.RobotFile;
import io.sigmaprompt.scenarios.language.Section.Range;
import io.sigmaprompt.twin.alarm.rule.AlarmRules;
import io.sigmaprompt.twin.input.TwinMode;
import io.sigmaprompt.twin.session.TwinConfiguration;
import io.sigmaprompt.twin.simulation.VirtualRobot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads one robot of a scenario: its model, and the twin that goes with it. */
final class RobotReader {
    private static final double DEFAULT_RATE = 125;

    /**
     * A robot that was read.
     *
     * @param behaviours what its minds may propose
     */
    record Participant(
            RobotEntry entry,
            TwinConfiguration twin,
            JointCatalogue joints,
            Set<String> behaviours,
            List<String> warnings) {
        /** The same robot with these alarms. */
        Participant with(AlarmRules alarms) {
            return new Participant(entry, twin.withAlarms(alarms), joints, behaviours, warnings);
        }
    }

    private final Path base;
    private final long seed;
    private final @Nullable Map<String, Path> models;
    private final Map<String, String> trees;

    /**
     * A reader for the robots of one file.
     *
     * @param base the folder that relative paths start from
     * @param models the models of a recorded session by robot, or null for one that is yet to run
     * @param trees the texts of the trees of a recorded session by their files
     */
    RobotReader(Path base, long seed, @Nullable Map<String, Path> models, Map<String, String> trees) {
        this.base = base;
        this.seed = seed;
        this.models = models;
        this.trees = trees;
    }

    /** The robot, or null after complaining that it has no model. */
    @Nullable
    Participant read(Section at, int index) {
        String name = at.text("name", "");
        Path modelFile = models == null ? modelFile(at.child("model")) : models.get(name);
        if (modelFile == null) {
            return null;
        }
        RobotReading reading = RobotFile.read(modelFile);
        RobotModel whole = based(at, reading);
        JointCatalogue all = new JointCatalogue(name, whole);
        double[] home = start(at.child("start"), whole, all, reading.mechanism().reference());
        LockedJoints locked = locked(at, whole, all, home);
        RobotModel model = locked.model();
        JointCatalogue joints = new JointCatalogue(name, model);
        RobotEntry entry = new RobotEntry(name, modelFile, hardware(at), options(at, joints));
        boolean lockStep = entry.hardware().equals(RobotEntry.SIMULATED);

        Section sensors = at.child("sensors");
        double rate = sensors.quantity("rate", DEFAULT_RATE, Range.POSITIVE, Dimension.FREQUENCY);
        if (rate > 1000) {
            sensors.child("rate")
                    .complain(
                            "expected a rate of at most 1000 Hz, found " + rate + " Hz",
                            "A tick lasts 1 ms: choose a rate of 1000 Hz or less.");
        }
        long telemetryNanos = (long) Math.rint(1e9 / rate);
        VirtualRobot body = new VirtualRobot(
                name,
                model,
                locked.configuration(home),
                SettingsReader.simulation(at.child("simulation")),
                telemetryNanos,
                noiseSeed(index),
                sensors.quantity("position-noise", 0, Range.NOT_NEGATIVE, Dimension.ANGLE, Dimension.LENGTH),
                sensors.quantity(
                        "velocity-noise", 0, Range.NOT_NEGATIVE, Dimension.ANGULAR_VELOCITY, Dimension.VELOCITY),
                sensors.quantity("effort-noise", 0, Range.NOT_NEGATIVE, Dimension.RATIO));
        MindReader minds = new MindReader(name, joints, at.child("paths"), base, trees);
        TwinConfiguration twin = new TwinConfiguration(
                name,
                body,
                lockStep,
                at.constant("mode", lockStep ? TwinMode.SIMULATED : TwinMode.MIRROR, TwinMode.values()),
                SettingsReader.ingest(at.child("ingest"), telemetryNanos),
                SettingsReader.prediction(at.child("prediction")),
                SettingsReader.analysis(at.child("analysis")),
                minds.minds(at.items("minds")),
                SettingsReader.arbitration(at.child("arbitration")),
                SettingsReader.gate(at.child("gate")));
        if (at.has("feet")) {
            twin = twin.withFeet(FeetReader.feet(name, at, model));
        }
        return new Participant(entry, twin, joints, minds.behaviours(), warnings(reading, locked));
    }

    private static LockedJoints locked(Section at, RobotModel whole, JointCatalogue all, double[] home) {
        List<String> names = new ArrayList<>();
        for (Section item : at.items("locked")) {
            if (all.find(item.text(), item) != null) {
                names.add(item.text());
            }
        }
        if (!names.isEmpty() && names.containsAll(all.names())) {
            at.child("locked")
                    .complain(
                            "expected a joint that is left to move, found all of them locked",
                            "Leave out those that telemetry tells of.");
        }
        return new LockedJoints(whole, names, home);
    }

    /** What the reader found odd, and what it read that no simulation of ours acts on yet. */
    private static List<String> warnings(RobotReading reading, LockedJoints locked) {
        List<String> warnings = new ArrayList<>();
        reading.warnings().forEach(warning -> warnings.add(warning.toString()));
        if (!locked.names().isEmpty()) {
            warnings.add(reading.model().name() + ": locked where the robot starts, and not compared: "
                    + String.join(", ", locked.names()));
        }
        Mechanism mechanism = reading.mechanism();
        Map<String, Long> idle = new LinkedHashMap<>();
        idle.put(
                "joint springs",
                mechanism.compliances().stream().filter(c -> c.stiffness() != 0).count());
        idle.put("equalities", (long) mechanism.equalities().size());
        idle.put("tendons", (long) mechanism.tendons().size());
        idle.put("actuators", (long) mechanism.actuators().size());
        idle.values().removeIf(count -> count == 0);
        if (!idle.isEmpty()) {
            warnings.add(reading.model().name() + ": read but not simulated: "
                    + idle.entrySet().stream()
                            .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                            .collect(Collectors.joining(", ")));
        }
        Vec3 gravity = mechanism.options().gravity();
        if (!gravity.equals(PhysicsOptions.DEFAULT.gravity())) {
            warnings.add(reading.model().name() + ": the file's gravity of " + gravity.x() + " " + gravity.y() + " "
                    + gravity.z() + " m/s² is not simulated: what counts is the scenario's `simulation: gravity`");
        }
        return warnings;
    }

    private @Nullable Path modelFile(Section at) {
        String model = at.text();
        String shipped = ShippedLibrary.nameIn(model);
        if (shipped != null) {
            if (!ShippedLibrary.robots().contains(shipped)) {
                at.complain(
                        "the library has no robot '" + shipped + "'",
                        DidYouMean.remedy(shipped, ShippedLibrary.robots(), "Its robots are "));
                return null;
            }
            return ShippedLibrary.robot(shipped);
        }
        Path file = base.resolve(model).normalize();
        if (Files.isDirectory(file)) {
            return RobotFolder.robot(file, at);
        }
        if (!Files.isRegularFile(file)) {
            at.complain(
                    "there is no file " + file,
                    "Name a URDF, xacro, MJCF or SDF file relative to this scenario, or library:NAME for one of "
                            + String.join(", ", ShippedLibrary.robots()) + ".");
            return null;
        }
        return file;
    }

    /** A log's path is taken from the scenario's folder, as everything else in the file. */
    private String hardware(Section at) {
        String hardware = at.text("hardware", RobotEntry.SIMULATED);
        boolean keyword = hardware.equals(RobotEntry.SIMULATED) || hardware.equals(RobotEntry.VIRTUAL);
        if (keyword || hardware.contains("://")) {
            return hardware;
        }
        Path log = base.resolve(hardware).normalize();
        if (models == null && !Files.exists(log)) {
            at.child("hardware")
                    .complain(
                            "expected simulated, virtual, an address or a log, found '" + hardware
                                    + "', and there is no file " + log,
                            DidYouMean.remedy(
                                    hardware,
                                    List.of(RobotEntry.SIMULATED, RobotEntry.VIRTUAL),
                                    "A real robot is named as rosbridge://HOST:9090; the words are "));
        }
        return log.toString();
    }

    private Map<String, String> options(Section at, JointCatalogue joints) {
        Map<String, String> options = new LinkedHashMap<>();
        at.child("hardware-options").entries().forEach((key, value) -> options.put(key, value.text()));
        String names = at.optionalText(JointNamesFile.OPTION);
        if (names != null && models == null) {
            Path file = base.resolve(names).normalize();
            JointNamesFile.check(file, joints);
            options.put(JointNamesFile.OPTION, file.toString());
        }
        return options;
    }

    /** An MJCF file has the world as its root, and says by its joints what floats in it. */
    private static RobotModel based(Section at, RobotReading reading) {
        boolean floating = at.text("base", "fixed").equals("floating");
        if (floating && reading.mechanism().reference() != null) {
            at.child("base")
                    .complain(
                            "expected base: fixed for a model whose root is the world, found floating",
                            "Give the body a <freejoint/> in the model itself.");
            return reading.model();
        }
        return reading.model().withFloatingBase(floating);
    }

    private static double[] start(
            Section at, RobotModel model, JointCatalogue joints, @Nullable List<Double> reference) {
        double[] q = reference == null
                ? model.neutral()
                : reference.stream().mapToDouble(Double::doubleValue).toArray();
        at.entries().forEach((name, value) -> {
            Joint joint = joints.find(name, value);
            if (joint != null) {
                q[model.qIndex(model.jointIndex(name))] = JointCatalogue.position(joint, value);
            }
        });
        return q;
    }

    /** A seed of its own for each robot, by SplitMix64 (Steele, Lea and Flood, OOPSLA 2014). */
    private long noiseSeed(int index) {
        long z = seed + (index + 1) * 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
