package io.sigmaprompt.physics.model.mjcf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.dynamics.CompositeRigidBody;
import io.sigmaprompt.physics.dynamics.ForwardKinematics;
import io.sigmaprompt.physics.model.CorpusFiles;
import io.sigmaprompt.physics.model.Frame;
import io.sigmaprompt.physics.model.Inertia;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.mechanism.Actuator;
import io.sigmaprompt.physics.model.mechanism.RobotReading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Our reading of MJCF against MuJoCo's own: frames, masses and the mass matrix at random configurations. */
class MujocoAgreementTest {
    private static final double TOLERANCE = 1e-9;

    /** MuJoCo turns tensors to principal axes by rotations that it ends early (mju_eig3). */
    private static final double TENSOR_TOLERANCE = 1e-6;

    private static final int CONFIGURATIONS = 5;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bench-scenes/humanoid.xml",
                "bench-scenes/stack20.xml",
                "bench-scenes/sb_rolling.xml",
                "contact/scenes/go2_stand.xml",
                "contact/scenes/pile_20_spheres.xml",
                "contact/scenes/incline30_mu0.4_pyramidal.xml"
            })
    void aSceneOfTheCorpusIsReadAsMujocoReadsIt(String name) {
        agrees(CorpusFiles.get("reference/physics/" + name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "placements.xml",
                "joints.xml",
                "masses.xml",
                "total-mass.xml",
                "meshes.xml",
                "frames.xml",
                "actuators.xml"
            })
    void aModelOfManyFeaturesIsReadAsMujocoReadsIt(String name) {
        agrees(Path.of("src/test/resources/mjcf", name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quadruped_stand.xml",
                "humanoid_stand.xml",
                "gripper_lift.xml",
                "four_bar.xml",
                "newton_cradle.xml",
                "stairs.xml",
                "rolling_wheels.xml",
                "quadrotor.xml",
                "sphere_pile.xml"
            })
    void aWorldWeShipIsReadAsMujocoReadsIt(String name) {
        agrees(Path.of("../scenarios/library/worlds", name));
    }

    private static void agrees(Path file) {
        RobotReading reading = MjcfReader.read(file);
        RobotModel model = reading.model();
        List<double[]> configurations = configurations(reading);
        JsonNode reference = ReferenceSimulator.ask(List.of(new ReferenceSimulator.Question(file, configurations)))
                .get(0);
        assertEquals(reference.get("nq").asInt(), model.nq());
        assertEquals(reference.get("nv").asInt(), model.nv());
        masses(reference, model);
        joints(reference, reading);
        actuators(reference, reading.mechanism().actuators());
        close(
                numbers(reference.get("reference")),
                qpos(model, reading.mechanism().reference()),
                "reference configuration");
        assertEquals(
                reference.get("sensors").asInt(), reading.mechanism().sensors().size());
        assertEquals(
                reference.get("equalities").asInt(),
                reading.mechanism().equalities().size());
        double[] keys = numbers(reference.get("keyQpos"));
        for (int k = 0; k < reading.mechanism().keyframes().size(); k++) {
            double[] expected = Arrays.copyOfRange(keys, k * model.nq(), (k + 1) * model.nq());
            close(expected, qpos(model, reading.mechanism().keyframes().get(k).q()), "keyframe " + k);
        }
        for (JsonNode state : reference.get("states")) {
            state(reference, state, reading);
        }
    }

    private static void masses(JsonNode reference, RobotModel model) {
        double[] mass = numbers(reference.get("mass"));
        double[] moments = numbers(reference.get("inertia"));
        double[] position = numbers(reference.get("inertiaPosition"));
        double[] rotation = numbers(reference.get("inertiaRotation"));
        for (int b = 1; b < mass.length; b++) {
            String name = body(reference, b);
            Inertia read = model.links().get(model.linkIndex(name)).inertia();
            Pose frame = new Pose(
                    position[3 * b],
                    position[3 * b + 1],
                    position[3 * b + 2],
                    rotation[4 * b + 1],
                    rotation[4 * b + 2],
                    rotation[4 * b + 3],
                    rotation[4 * b]);
            Inertia expected = Inertia.of(mass[b], frame, new double[] {
                moments[3 * b], 0, 0, 0, moments[3 * b + 1], 0, 0, 0, moments[3 * b + 2]
            });
            assertEquals(mass[b], read.mass(), TOLERANCE * mass[b], "mass of " + name);
            if (mass[b] > 0) {
                close(
                        new double[] {
                            expected.com().x(),
                            expected.com().y(),
                            expected.com().z()
                        },
                        new double[] {read.com().x(), read.com().y(), read.com().z()},
                        "centre of " + name);
                close(expected.tensor(), read.tensor(), TENSOR_TOLERANCE, "tensor of " + name);
            }
        }
    }

    private static void joints(JsonNode reference, RobotReading reading) {
        List<Joint> joints = moving(reading.model());
        double[] range = numbers(reference.get("jointRange"));
        double[] stiffness = numbers(reference.get("stiffness"));
        double[] spring = numbers(reference.get("springReference"));
        for (int j = 0; j < joints.size(); j++) {
            Joint joint = joints.get(j);
            int index = reading.model().jointIndex(joint.name());
            int v = reading.model().vIndex(index);
            String name = reference.get("joints").get(j).asString();
            assertTrue(name.isEmpty() || name.equals(joint.name()), name + " and " + joint.name());
            boolean limited = reference.get("jointLimited").get(j).asInt() != 0;
            assertEquals(
                    limited ? range[2 * j] : Double.NEGATIVE_INFINITY,
                    joint.limits().lower(),
                    TOLERANCE,
                    name);
            assertEquals(
                    limited ? range[2 * j + 1] : Double.POSITIVE_INFINITY,
                    joint.limits().upper(),
                    TOLERANCE,
                    name);
            assertEquals(
                    reference.get("damping").get(v).asDouble(), joint.dynamics().damping(), name);
            assertEquals(
                    reference.get("armature").get(v).asDouble(),
                    joint.dynamics().armature(),
                    name);
            assertEquals(
                    reference.get("friction").get(v).asDouble(),
                    joint.dynamics().friction(),
                    name);
            assertEquals(stiffness[j], reading.mechanism().compliances().get(j).stiffness(), name);
            if (joint.type().isScalar()) {
                double expected = spring[reading.model().qIndex(index)];
                assertEquals(expected, reading.mechanism().compliances().get(j).springReference(), TOLERANCE, name);
            }
        }
    }

    private static void actuators(JsonNode reference, List<Actuator> actuators) {
        double[] gear = numbers(reference.get("gear"));
        double[] control = numbers(reference.get("controlRange"));
        double[] force = numbers(reference.get("forceRange"));
        double[] gain = numbers(reference.get("gain"));
        double[] bias = numbers(reference.get("bias"));
        assertEquals(gear.length / 6, actuators.size());
        for (int a = 0; a < actuators.size(); a++) {
            Actuator actuator = actuators.get(a);
            for (int k = 0; k < 6; k++) {
                assertEquals(gear[6 * a + k], actuator.gear().get(k), actuator.name());
            }
            bounds(control, a, actuator.control().lower(), actuator.control().upper(), actuator.name());
            bounds(force, a, actuator.force().lower(), actuator.force().upper(), actuator.name());
            for (int k = 0; k < 10; k++) {
                assertEquals(gain[10 * a + k], actuator.gainParameters().get(k), 1e-12, actuator.name());
                if (k != 2 || actuator.dampingRatio() == 0) {
                    assertEquals(bias[10 * a + k], actuator.biasParameters().get(k), 1e-12, actuator.name());
                }
            }
        }
    }

    private static void bounds(double[] expected, int a, double lower, double upper, String name) {
        boolean bounded = expected[2 * a] != 0 || expected[2 * a + 1] != 0;
        assertEquals(bounded ? expected[2 * a] : Double.NEGATIVE_INFINITY, lower, TOLERANCE, name);
        assertEquals(bounded ? expected[2 * a + 1] : Double.POSITIVE_INFINITY, upper, TOLERANCE, name);
    }

    private static void state(JsonNode reference, JsonNode state, RobotReading reading) {
        RobotModel model = reading.model();
        double[] q = q(model, numbers(state.get("qpos")));
        ForwardKinematics kinematics = new ForwardKinematics(model);
        kinematics.update(q);
        double[] xpos = numbers(state.get("xpos"));
        double[] xquat = numbers(state.get("xquat"));
        for (int b = 1; b < reference.get("bodies").size(); b++) {
            double[] transform = new double[12];
            kinematics.transform(model.linkIndex(body(reference, b)), transform);
            Pose expected = new Pose(
                    xpos[3 * b],
                    xpos[3 * b + 1],
                    xpos[3 * b + 2],
                    xquat[4 * b + 1],
                    xquat[4 * b + 2],
                    xquat[4 * b + 3],
                    xquat[4 * b]);
            close(transform(expected), transform, "frame of " + body(reference, b));
        }
        double[] sites = numbers(state.get("siteXpos"));
        for (int s = 0; s < reading.mechanism().sites().size(); s++) {
            Frame site = reading.mechanism().sites().get(s);
            double[] t = new double[12];
            kinematics.transform(site.link(), t);
            for (int i = 0; i < 3; i++) {
                double at = t[9 + i]
                        + t[3 * i] * site.pose().x()
                        + t[3 * i + 1] * site.pose().y()
                        + t[3 * i + 2] * site.pose().z();
                assertEquals(sites[3 * s + i], at, TOLERANCE, "site " + site.name());
            }
        }
        double[] matrix = new double[model.nv() * model.nv()];
        new CompositeRigidBody(model).massMatrix(q, matrix);
        for (Joint joint : moving(model)) {
            int v = model.vIndex(model.jointIndex(joint.name()));
            for (int k = 0; k < joint.type().velocities(); k++) {
                matrix[(v + k) * (model.nv() + 1)] += joint.dynamics().armature();
            }
        }
        close(massMatrix(model, q, numbers(state.get("massMatrix"))), matrix, TENSOR_TOLERANCE, "mass matrix");
    }

    /** MuJoCo's mass matrix in our velocities: a free joint's linear velocity comes first there, in world axes. */
    private static double[] massMatrix(RobotModel model, double[] q, double[] theirs) {
        int nv = model.nv();
        double[] change = new double[nv * nv];
        for (Joint joint : moving(model)) {
            int v = model.vIndex(model.jointIndex(joint.name()));
            if (joint.type() != JointType.FLOATING) {
                for (int k = 0; k < joint.type().velocities(); k++) {
                    change[(v + k) * nv + v + k] = 1;
                }
                continue;
            }
            int o = model.qIndex(model.jointIndex(joint.name())) + 3;
            double[] r = new Pose(0, 0, 0, q[o], q[o + 1], q[o + 2], q[o + 3]).rotation();
            for (int i = 0; i < 3; i++) {
                change[(v + 3 + i) * nv + v + i] = 1;
                for (int j = 0; j < 3; j++) {
                    change[(v + i) * nv + v + 3 + j] = r[3 * i + j];
                }
            }
        }
        double[] half = new double[nv * nv];
        double[] full = new double[nv * nv];
        for (int i = 0; i < nv; i++) {
            for (int k = 0; k < nv; k++) {
                for (int j = 0; j < nv && theirs[i * nv + k] != 0; j++) {
                    half[i * nv + j] += theirs[i * nv + k] * change[k * nv + j];
                }
            }
        }
        for (int i = 0; i < nv; i++) {
            for (int k = 0; k < nv; k++) {
                for (int j = 0; j < nv && change[k * nv + i] != 0; j++) {
                    full[i * nv + j] += change[k * nv + i] * half[k * nv + j];
                }
            }
        }
        return full;
    }

    private static List<double[]> configurations(RobotReading reading) {
        SplittableRandom random = new SplittableRandom(20260101);
        RobotModel model = reading.model();
        List<double[]> configurations = new ArrayList<>();
        for (int c = 0; c < CONFIGURATIONS; c++) {
            double[] qpos = new double[model.nq()];
            for (int i = 0; i < qpos.length; i++) {
                qpos[i] = random.nextDouble(-1, 1);
            }
            for (Joint joint : moving(model)) {
                int quaternion = joint.type().quaternion();
                if (quaternion >= 0) {
                    int at = model.qIndex(model.jointIndex(joint.name())) + quaternion;
                    double norm = Math.sqrt(qpos[at] * qpos[at]
                            + qpos[at + 1] * qpos[at + 1]
                            + qpos[at + 2] * qpos[at + 2]
                            + qpos[at + 3] * qpos[at + 3]);
                    for (int k = 0; k < 4; k++) {
                        qpos[at + k] /= norm;
                    }
                }
            }
            configurations.add(qpos);
        }
        return configurations;
    }

    private static double[] q(RobotModel model, double[] qpos) {
        return new Coordinates(model)
                .position(qpos).stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double[] qpos(RobotModel model, List<Double> q) {
        double[] qpos = q.stream().mapToDouble(Double::doubleValue).toArray();
        for (Joint joint : moving(model)) {
            int quaternion = joint.type().quaternion();
            if (quaternion >= 0) {
                int at = model.qIndex(model.jointIndex(joint.name())) + quaternion;
                double w = qpos[at + 3];
                System.arraycopy(qpos, at, qpos, at + 1, 3);
                qpos[at] = w;
            }
        }
        return qpos;
    }

    private static List<Joint> moving(RobotModel model) {
        return model.joints().stream()
                .filter(joint -> joint.type() != JointType.FIXED)
                .toList();
    }

    private static String body(JsonNode reference, int index) {
        String name = reference.get("bodies").get(index).asString();
        return name.isEmpty() ? "body" + index : name;
    }

    private static double[] transform(Pose pose) {
        double[] t = Arrays.copyOf(pose.rotation(), 12);
        t[9] = pose.x();
        t[10] = pose.y();
        t[11] = pose.z();
        return t;
    }

    private static double[] numbers(JsonNode array) {
        double[] numbers = new double[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = array.get(i).asDouble();
        }
        return numbers;
    }

    private static void close(double[] expected, double[] found, String what) {
        close(expected, found, TOLERANCE, what);
    }

    private static void close(double[] expected, double[] found, double tolerance, String what) {
        assertEquals(expected.length, found.length, what);
        double scale = 1e-6;
        for (double value : expected) {
            scale = Math.max(scale, Math.abs(value));
        }
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], found[i], tolerance * scale, what + " [" + i + "]");
        }
    }
}
