package io.sigmaprompt.physics.model.mjcf;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Frame;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.mechanism.Actuator;
import io.sigmaprompt.physics.model.mechanism.ContactPair;
import io.sigmaprompt.physics.model.mechanism.FixedTendon;
import io.sigmaprompt.physics.model.mechanism.JointCompliance;
import io.sigmaprompt.physics.model.mechanism.Mechanism;
import io.sigmaprompt.physics.model.mechanism.RobotReading;
import io.sigmaprompt.physics.model.resource.MeshSearch;
import io.sigmaprompt.physics.model.resource.PackagePath;
import io.sigmaprompt.physics.model.xml.Warnings;
import io.sigmaprompt.physics.model.xml.XmlElement;
import io.sigmaprompt.physics.model.xml.XmlReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads robots and scenes from MJCF, MuJoCo's XML format (MuJoCo documentation, Modeling and XML reference; version 3).
 *
 * <p>The world is the root link {@code world}, welded to itself; bodies are links with MuJoCo's frames, joints have
 * MuJoCo's coordinates ({@code ref} included; quaternions turned to x y z w), and angles are radians. A free joint's
 * pose is that in the world, whatever {@code pos} its body has. Names that the file does not give are {@code bodyN} (N
 * counted in the file's order), {@code BODY_joint}, and those that {@link TreeBuilder} invents.
 *
 * <p>As with MuJoCo, an unknown element or attribute is an error, with file, line and column. What MJCF knows and we do
 * not read is listed in one warning.
 */
public final class MjcfReader {
    private MjcfReader() {}

    /**
     * The robot or scene in a file.
     *
     * @throws BadInputException if the file is missing or wrong
     */
    public static RobotReading read(Path file) {
        XmlElement written = XmlReader.read(file);
        if (!written.name().equals("mujoco")) {
            throw written.error(
                    "the outermost element must be <mujoco>, found <" + written.name() + ">", "Name an MJCF file");
        }
        Warnings warnings = new Warnings("MJCF");
        Unsupported unsupported = new Unsupported();
        XmlElement root = Inclusion.expand(written, file);
        new Schema(unsupported).check(root);
        CompilerSettings settings = CompilerSettings.of(root);
        Placement placement = new Placement(settings);
        root = Replication.expand(root, placement);
        DefaultClasses defaults = new DefaultClasses(root);
        MeshSearch files = new MeshSearch(PackagePath.of(file));
        Assets assets = new Assets(root, settings, defaults, files);

        NameTable names = new NameTable();
        GeomReader geoms = new GeomReader(settings, placement, assets, unsupported);
        BodyReader bodies = new BodyReader(defaults, placement, geoms, new JointReader(settings, unsupported), names);
        Body world = bodies.read(root);
        new MassRules(settings).apply(world);
        new Restitution(names, unsupported).apply(root, world);
        ContactReader contacts = new ContactReader(defaults, names, world);
        List<ContactPair> pairs = contacts.pairs(root);
        RobotModel model = new TreeBuilder(names, shapes(pairs)).build(name(root, file), world);

        SceneReader scene = new SceneReader(model, names, bodies.items());
        List<Frame> sites = scene.sites();
        List<FixedTendon> tendons = new TendonReader(settings, defaults, names, model).read(root);
        List<Actuator> actuators = new ActuatorReader(settings, defaults, names, model, unsupported).read(root);
        List<Double> reference = new Coordinates(model).reference(world);
        Mechanism mechanism = new Mechanism(
                sites,
                compliances(world),
                actuators,
                new SensorReader(names).read(root),
                new EqualityReader(defaults, names, model, world, sites).read(root),
                tendons,
                contacts.exclusions(root),
                pairs,
                new KeyframeReader(model, reference, actuators.size(), names, unsupported).read(root),
                scene.cameras(),
                scene.lights(),
                OptionReader.read(root, unsupported),
                reference);
        unsupported.report(warnings);
        files.report(warnings);
        return new RobotReading(model, mechanism, warnings.finish());
    }

    private static String name(XmlElement root, Path file) {
        String name = root.attribute("model");
        if (name != null && !name.isBlank()) {
            return name.strip();
        }
        Path last = file.getFileName();
        return last == null ? "mujoco" : last.toString().replaceFirst("\\.[^.]*$", "");
    }

    private static Set<String> shapes(List<ContactPair> pairs) {
        Set<String> shapes = new LinkedHashSet<>();
        for (ContactPair pair : pairs) {
            shapes.add(pair.firstShape());
            shapes.add(pair.secondShape());
        }
        return shapes;
    }

    private static List<JointCompliance> compliances(Body world) {
        List<JointCompliance> compliances = new ArrayList<>();
        for (Body body : world.all()) {
            body.joints.forEach(joint -> compliances.add(joint.compliance()));
        }
        return compliances;
    }
}
