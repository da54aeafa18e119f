package io.sigmaprompt.physics.model.urdf;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.Link;
import io.sigmaprompt.physics.model.Mimic;
import io.sigmaprompt.physics.model.Suggestion;
import io.sigmaprompt.physics.model.xml.XmlElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses links and joints that are not one tree, mimic joints that follow nothing sensible, and moving bodies without
 * mass; each complaint names the line.
 */
final class StructureCheck {
    private record Located<T>(T value, XmlElement element) {}

    private final XmlElement robot;
    private final Map<String, Located<Link>> links = new LinkedHashMap<>();
    private final Map<String, Located<Joint>> joints = new LinkedHashMap<>();
    private final Map<String, Located<Joint>> carrier = new LinkedHashMap<>();

    StructureCheck(XmlElement robot) {
        this.robot = robot;
    }

    void add(Link link, XmlElement element) {
        Located<Link> before = links.putIfAbsent(link.name(), new Located<>(link, element));
        if (before != null) {
            throw twice("link", link.name(), element, before.element());
        }
    }

    void add(Joint joint, XmlElement element) {
        Located<Joint> before = joints.putIfAbsent(joint.name(), new Located<>(joint, element));
        if (before != null) {
            throw twice("joint", joint.name(), element, before.element());
        }
    }

    private static BadInputException twice(String what, String name, XmlElement second, XmlElement first) {
        return second.error(
                what + " '" + name + "' is defined twice, first at " + first.location(),
                "Rename or remove one of them");
    }

    void run() {
        if (links.isEmpty()) {
            throw robot.error("the robot has no <link>", "A robot needs at least one <link name=\"…\"/>");
        }
        for (Located<Joint> joint : joints.values()) {
            requireLink(joint, "parent", joint.value().parent());
            requireLink(joint, "child", joint.value().child());
            Located<Joint> other = carrier.putIfAbsent(joint.value().child(), joint);
            if (other != null) {
                throw joint.element()
                        .error(
                                "link '" + joint.value().child() + "' is the child of two joints, '"
                                        + other.value().name() + "' (at "
                                        + other.element().location() + ") and '"
                                        + joint.value().name() + "'",
                                "A link hangs on one joint; remove one or add a link of its own for it");
            }
        }
        checkCycles();
        checkRoots();
        checkMimics();
        checkMasses();
    }

    private void requireLink(Located<Joint> joint, String role, String link) {
        if (!links.containsKey(link)) {
            XmlElement end = joint.element().child(role);
            throw (end == null ? joint.element() : end)
                    .error(
                            "joint '" + joint.value().name() + "' names the " + role + " link '" + link
                                    + "', but there is no such link" + Suggestion.phrase(link, links.keySet()),
                            "Correct the name or add <link name=\"" + link + "\"/>");
        }
    }

    private void checkCycles() {
        Set<String> sound = new LinkedHashSet<>();
        for (Located<Joint> start : joints.values()) {
            Set<String> path = new LinkedHashSet<>();
            String at = start.value().child();
            while (sound.add(at)) {
                path.add(at);
                Located<Joint> up = carrier.get(at);
                if (up == null) {
                    break;
                }
                at = up.value().parent();
                if (path.contains(at)) {
                    throw cycle(at);
                }
            }
        }
    }

    private BadInputException cycle(String link) {
        List<String> names = new ArrayList<>();
        String at = link;
        XmlElement first = robot;
        do {
            Located<Joint> up = carrier.get(at);
            if (up == null) {
                break;
            }
            names.add(at);
            first = up.element();
            at = up.value().parent();
        } while (!at.equals(link));
        names.add(link);
        return first.error(
                "the joints form a cycle, " + String.join(" → ", names.reversed()),
                "URDF describes trees: remove one joint of the cycle");
    }

    private void checkRoots() {
        List<Located<Link>> roots = new ArrayList<>();
        for (Located<Link> link : links.values()) {
            if (!carrier.containsKey(link.value().name())) {
                roots.add(link);
            }
        }
        if (roots.size() > 1) {
            List<String> names = roots.stream().map(r -> r.value().name()).toList();
            throw roots.get(1)
                    .element()
                    .error(
                            "the robot has " + roots.size() + " roots, " + names + ": no joint carries them",
                            "Tie all but one to the rest, each by a joint (a fixed one if it does not move)");
        }
    }

    private void checkMimics() {
        for (Located<Joint> joint : joints.values()) {
            Mimic mimic = joint.value().mimic();
            XmlElement element = joint.element().child("mimic");
            if (mimic == null || element == null) {
                continue;
            }
            String name = joint.value().name();
            Located<Joint> leader = joints.get(mimic.joint());
            if (leader == null) {
                throw element.error(
                        "joint '" + name + "' mimics joint '" + mimic.joint() + "', but there is no such joint"
                                + Suggestion.phrase(mimic.joint(), joints.keySet()),
                        "Name a joint of this robot");
            }
            if (mimic.joint().equals(name)) {
                throw element.error("joint '" + name + "' mimics itself", "Name another joint");
            }
            if (leader.value().mimic() != null) {
                throw element.error(
                        "joint '" + name + "' mimics joint '" + mimic.joint() + "', which itself mimics another",
                        "Let both follow the joint that moves by itself; multiply the multipliers");
            }
            if (!leader.value().type().isScalar()) {
                throw element.error(
                        "joint '" + name + "' mimics joint '" + mimic.joint() + "', which has no single coordinate",
                        "Follow a revolute, continuous or prismatic joint");
            }
        }
    }

    /** Links that fixed joints tie together are one body; the body that a moving joint carries must have mass. */
    private void checkMasses() {
        Map<String, Double> bodyMass = new LinkedHashMap<>();
        for (Located<Link> link : links.values()) {
            bodyMass.merge(bodyOf(link.value().name()), link.value().inertia().mass(), Double::sum);
        }
        for (Located<Joint> joint : joints.values()) {
            String child = joint.value().child();
            Located<Link> link = links.get(child);
            if (joint.value().type() != JointType.FIXED && link != null && bodyMass.getOrDefault(child, 0.0) == 0) {
                throw link.element()
                        .error(
                                "link '" + child + "' has no mass, but the moving joint '"
                                        + joint.value().name() + "' carries it, so its motion is undefined",
                                "Add <inertial> with <mass> and <inertia> (a small one will do), or make the joint fixed");
            }
        }
    }

    private String bodyOf(String link) {
        String at = link;
        @Nullable Located<Joint> up = carrier.get(at);
        while (up != null && up.value().type() == JointType.FIXED) {
            at = up.value().parent();
            up = carrier.get(at);
        }
        return at;
    }
}
