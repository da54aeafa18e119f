package io.sigmaprompt.physics.model.sdf;

import io.sigmaprompt.physics.model.Frame;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Softness;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.model.mechanism.Equality;
import io.sigmaprompt.physics.model.mechanism.JointCompliance;
import io.sigmaprompt.physics.model.mechanism.Light;
import io.sigmaprompt.physics.model.mechanism.Mechanism;
import io.sigmaprompt.physics.model.mechanism.PhysicsOptions;
import io.sigmaprompt.physics.model.mechanism.Sensor;
import io.sigmaprompt.physics.model.xml.Numbers;
import io.sigmaprompt.physics.model.xml.Warnings;
import io.sigmaprompt.physics.model.xml.XmlElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what SDFormat says beyond links and joints: frames, springs, sensors, lights, loops, gravity, time step, and where
 * loose models stand. */
final class MechanismReader {
    private final RobotModel model;
    private final FrameGraph graph;
    private final Warnings warnings;
    private final Unsupported unsupported;

    MechanismReader(RobotModel model, FrameGraph graph, Warnings warnings, Unsupported unsupported) {
        this.model = model;
        this.graph = graph;
        this.warnings = warnings;
        this.unsupported = unsupported;
    }

    /**
     * What a scene says.
     *
     * @param top its {@code <world>} or {@code <model>}
     * @param world the frame that it stands in
     * @param used the joints that the tree consists of
     * @param unused those that it does without
     */
    Mechanism read(
            XmlElement top,
            FrameNode world,
            SceneReader scene,
            Collection<SdfJoint> used,
            Collection<SdfJoint> unused) {
        List<Sensor> sensors = new ArrayList<>();
        List<Light> lights = new ArrayList<>();
        for (FrameNode link : scene.links()) {
            link.element.children("sensor").forEach(sensor -> sensors.add(sensor(sensor, link, "link")));
            link.element.children("light").forEach(light -> lights.add(light(light, link)));
        }
        for (FrameNode joint : scene.joints()) {
            boolean there = model.jointIndex(joint.name) >= 0;
            for (XmlElement sensor : joint.element.children("sensor")) {
                if (there) {
                    sensors.add(sensor(sensor, joint, "joint"));
                } else {
                    unsupported.note(sensor);
                }
            }
        }
        LoopClosure loops = new LoopClosure(model, graph, warnings);
        List<Equality> equalities = new ArrayList<>();
        unused.forEach(joint -> equalities.addAll(loops.close(joint)));
        Mechanism none = Mechanism.NONE;
        return new Mechanism(
                sites(scene),
                compliances(used),
                none.actuators(),
                sensors,
                equalities,
                none.tendons(),
                SelfCollision.exclusions(scene.links(), unused),
                none.pairs(),
                none.keyframes(),
                none.cameras(),
                lights,
                options(top),
                reference(world, scene));
    }

    /** Where the file puts what floats; null where nothing does. */
    private @Nullable List<Double> reference(FrameNode world, SceneReader scene) {
        double[] q = model.neutral();
        boolean any = false;
        for (FrameNode link : scene.links()) {
            int joint = model.linkIndex(link.name) - 1;
            if (joint >= 0 && model.joints().get(joint).type() == JointType.FLOATING) {
                Pose p = graph.between(world, link);
                double[] pose = {p.x(), p.y(), p.z(), p.qx(), p.qy(), p.qz(), p.qw()};
                System.arraycopy(pose, 0, q, model.qIndex(joint), pose.length);
                any = true;
            }
        }
        return any ? Arrays.stream(q).boxed().toList() : null;
    }

    private List<Frame> sites(SceneReader scene) {
        List<Frame> sites = new ArrayList<>();
        for (FrameNode frame : scene.frames()) {
            if (frame.kind == FrameNode.Kind.FRAME) {
                FrameNode body = graph.body(frame);
                int link = model.linkIndex(body.name);
                if (link >= 0) {
                    sites.add(new Frame(frame.name, link, graph.between(body, frame)));
                }
            }
        }
        return sites;
    }

    private static List<JointCompliance> compliances(Collection<SdfJoint> joints) {
        List<JointCompliance> compliances = new ArrayList<>();
        for (SdfJoint joint : joints) {
            for (Freedom freedom : joint.freedoms()) {
                if (freedom.stiffness() != 0) {
                    compliances.add(new JointCompliance(
                            freedom.name(),
                            freedom.stiffness(),
                            freedom.springReference(),
                            0,
                            Softness.DEFAULT,
                            Softness.DEFAULT));
                }
            }
        }
        return compliances;
    }

    private static Sensor sensor(XmlElement element, FrameNode object, String kind) {
        Map<String, String> said = new LinkedHashMap<>();
        flatten("", element, said);
        return new Sensor(
                object.name + "::" + element.requiredAttribute("name"),
                element.requiredAttribute("type"),
                kind,
                object.name,
                0,
                0,
                said);
    }

    /** All attributes and texts below an element, by their path, as {@code imu/angular_velocity/x/noise/stddev}. */
    private static void flatten(String path, XmlElement element, Map<String, String> said) {
        element.attributes().forEach((key, value) -> said.put(path + "@" + key, value));
        Map<String, Integer> seen = new LinkedHashMap<>();
        for (XmlElement child : element.children()) {
            int count = seen.merge(child.name(), 1, Integer::sum);
            String name = path + child.name() + (count == 1 ? "" : "[" + count + "]");
            if (!child.text().isEmpty()) {
                said.put(name, child.text());
            }
            flatten(name + "/", child, said);
        }
    }

    /** A light's z is turned to where it shines. */
    private Light light(XmlElement element, FrameNode link) {
        Vocabulary.LIGHT.check(element, warnings, unsupported);
        String name = element.requiredAttribute("name");
        XmlElement written = element.child("direction");
        Vec3 direction = written == null ? new Vec3(0, 0, -1) : Content.vector(written);
        if (written != null && direction.norm() == 0) {
            throw written.error(
                    "the direction of light '" + name + "' is zero, which is none", "Write 0 0 -1 for down");
        }
        XmlElement diffuse = element.child("diffuse");
        double[] colour = diffuse == null ? new double[] {1, 1, 1} : Numbers.content(diffuse, -1);
        if (diffuse != null && colour.length != 3 && colour.length != 4) {
            throw diffuse.error("<diffuse> needs red, green, blue and perhaps opacity", "Write three or four numbers");
        }
        PoseText text = PoseText.of(element, link.scope.source.version(), warnings);
        Pose pose = graph.inLink(link, text, "the pose of light '" + name + "'");
        return new Light(
                new Frame(link.name + "::" + name, model.linkIndex(link.name), pose.times(Direction.fromZ(direction))),
                element.requiredAttribute("type").equals("directional"),
                Content.flag(element, "light_on", true),
                Content.flag(element, "cast_shadows", false),
                "fixed",
                "",
                new Vec3(colour[0], colour[1], colour[2]));
    }

    private PhysicsOptions options(XmlElement top) {
        PhysicsOptions plain = PhysicsOptions.DEFAULT;
        XmlElement gravity = top.child("gravity");
        XmlElement physics = top.child("physics");
        boolean world = top.name().equals("world");
        double step = plain.timestep();
        if (physics != null) {
            step = Content.number(physics, "max_step_size", step);
            if (step <= 0) {
                throw physics.error(
                        "the time step <max_step_size> is " + step + " s", "Give a positive number of seconds");
            }
            Vocabulary.PHYSICS.check(physics, warnings, unsupported);
        }
        return new PhysicsOptions(
                step,
                world && gravity != null ? Content.vector(gravity) : plain.gravity(),
                plain.integrator(),
                plain.cone(),
                plain.solver(),
                plain.iterations(),
                plain.tolerance(),
                plain.impedanceRatio(),
                plain.density(),
                plain.viscosity(),
                plain.wind(),
                plain.flags(),
                plain.further());
    }
}
