package io.sigmaprompt.physics.model.mjcf;

import io.sigmaprompt.physics.model.Frame;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Softness;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.model.mechanism.Equality;
import io.sigmaprompt.physics.model.xml.Numbers;
import io.sigmaprompt.physics.model.xml.XmlElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code <equality>} (MuJoCo documentation, XML reference, equality). What MJCF takes from the reference
 * configuration is worked out here, so that a connection or weld is told by two frames that coincide.
 */
final class EqualityReader {
    private final DefaultClasses defaults;
    private final NameTable names;
    private final RobotModel model;
    private final Map<String, Pose> inWorld = new LinkedHashMap<>();
    private final Map<String, Frame> sites = new LinkedHashMap<>();

    EqualityReader(DefaultClasses defaults, NameTable names, RobotModel model, Body world, List<Frame> sites) {
        this.defaults = defaults;
        this.names = names;
        this.model = model;
        world.all().forEach(body -> inWorld.put(body.name, body.inWorld));
        sites.forEach(site -> this.sites.put(site.name(), site));
    }

    List<Equality> read(XmlElement root) {
        List<Equality> equalities = new ArrayList<>();
        for (XmlElement section : root.children("equality")) {
            for (XmlElement element : section.children()) {
                names.claim("equality", Words.name(element), element);
                Equality equality = equality(defaults.resolve(element, "equality", null));
                if (equality != null) {
                    equalities.add(equality);
                }
            }
        }
        return equalities;
    }

    private @Nullable Equality equality(XmlElement element) {
        return switch (element.name()) {
            case "connect" -> connect(element);
            case "weld" -> weld(element);
            case "joint" ->
                new Equality.JointCoupling(
                        name(element),
                        active(element),
                        softness(element),
                        scalar(element, "joint1"),
                        element.attribute("joint2") == null ? null : scalar(element, "joint2"),
                        polynomial(element));
            case "tendon" ->
                new Equality.TendonCoupling(
                        name(element),
                        active(element),
                        softness(element),
                        Words.reference(element, "tendon1", names.of("tendon"), "fixed tendon"),
                        element.attribute("tendon2") == null
                                ? null
                                : Words.reference(element, "tendon2", names.of("tendon"), "fixed tendon"),
                        polynomial(element));
            default -> null;
        };
    }

    private String name(XmlElement element) {
        String name = Words.name(element);
        return name.isEmpty() ? names.invent("equality", element.name(), element) : name;
    }

    private static boolean active(XmlElement element) {
        return Words.flag(element, "active", true);
    }

    private static Softness softness(XmlElement element) {
        return Words.softness(element, "solref", "solimp");
    }

    private static List<Double> polynomial(XmlElement element) {
        return Words.list(Words.upTo(element, "polycoef", 0, 1, 0, 0, 0));
    }

    private String scalar(XmlElement element, String key) {
        String joint = Words.reference(element, key, names.of("joint"), "joint");
        if (!model.joints().get(model.jointIndex(joint)).type().isScalar()) {
            throw element.error(
                    "joint '" + joint + "' has no single coordinate to be coupled", "Couple hinge and slide joints");
        }
        return joint;
    }

    private Equality connect(XmlElement element) {
        if (element.attribute("site1") != null || element.attribute("site2") != null) {
            return new Equality.Connect(
                    name(element), active(element), softness(element), site(element, "site1"), site(element, "site2"));
        }
        String first = body(element, "body1");
        String second = element.attribute("body2") == null ? BodyReader.WORLD : body(element, "body2");
        element.requiredAttribute("anchor");
        Pose anchor = Pose.at(Numbers.vector(element, "anchor", Vec3.ZERO));
        Pose there = at(second).inverse().times(at(first)).times(anchor);
        return new Equality.Connect(
                name(element),
                active(element),
                softness(element),
                frame(first, anchor),
                frame(second, Pose.at(new Vec3(there.x(), there.y(), there.z()))));
    }

    private Equality weld(XmlElement element) {
        double scale = Numbers.optional(element, "torquescale", 1);
        if (element.attribute("site1") != null || element.attribute("site2") != null) {
            return new Equality.Weld(
                    name(element),
                    active(element),
                    softness(element),
                    site(element, "site1"),
                    site(element, "site2"),
                    scale);
        }
        String first = body(element, "body1");
        String second = element.attribute("body2") == null ? BodyReader.WORLD : body(element, "body2");
        Pose anchor = Pose.at(Numbers.vector(element, "anchor", Vec3.ZERO));
        Pose relative = relative(element);
        if (relative == null) {
            relative = at(first).inverse().times(at(second));
        }
        return new Equality.Weld(
                name(element),
                active(element),
                softness(element),
                frame(first, relative.times(anchor)),
                frame(second, anchor),
                scale);
    }

    /** The pose of the second body in the first, or null where the reference configuration's is meant. */
    private static @Nullable Pose relative(XmlElement element) {
        if (element.attribute("relpose") == null) {
            return null;
        }
        double[] p = Numbers.list(element, "relpose", element.attribute("relpose"), 7);
        double norm = Math.sqrt(p[3] * p[3] + p[4] * p[4] + p[5] * p[5] + p[6] * p[6]);
        return norm < 1e-14 ? null : new Pose(p[0], p[1], p[2], p[4] / norm, p[5] / norm, p[6] / norm, p[3] / norm);
    }

    private String body(XmlElement element, String key) {
        return Words.reference(element, key, inWorld.keySet(), "body");
    }

    private Pose at(String body) {
        return inWorld.getOrDefault(body, Pose.IDENTITY);
    }

    private Frame frame(String body, Pose pose) {
        return new Frame(body, model.linkIndex(body), pose);
    }

    private Frame site(XmlElement element, String key) {
        String name = element.requiredAttribute(key).strip();
        Frame site = sites.get(name);
        if (site == null) {
            throw Words.unknown(element, key, name, sites.keySet(), "site");
        }
        return site;
    }
}
