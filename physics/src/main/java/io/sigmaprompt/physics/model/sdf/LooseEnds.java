package io.sigmaprompt.physics.model.sdf;

import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.Link;
import io.sigmaprompt.physics.model.Mimic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Refuses moving bodies without mass, and joints that mimic what does not move by itself. */
final class LooseEnds {
    private LooseEnds() {}

    /**
     * Checks a finished tree.
     *
     * @param sources the links of the file; those that are not among them were put between others and need no mass
     * @param jointSources the joints of the file
     */
    static void check(List<FrameNode> sources, List<FrameNode> jointSources, List<Link> links, List<Joint> joints) {
        checkMasses(sources, links, joints);
        checkMimics(jointSources, joints);
    }

    private static void checkMasses(List<FrameNode> sources, List<Link> links, List<Joint> joints) {
        Map<String, Joint> carrier = new HashMap<>();
        joints.forEach(joint -> carrier.put(joint.child(), joint));
        Map<String, Double> bodyMass = new HashMap<>();
        for (Link link : links) {
            bodyMass.merge(bodyOf(link.name(), carrier), link.inertia().mass(), Double::sum);
        }
        for (FrameNode source : sources) {
            String body = bodyOf(source.name, carrier);
            Joint joint = carrier.get(body);
            if (joint != null && bodyMass.getOrDefault(body, 0.0) == 0) {
                throw source.element.error(
                        source.described() + " has no mass, but the moving joint '" + joint.name()
                                + "' carries it, so its motion is undefined",
                        "Give its <inertial> a <mass> (a small one will do), or make the joint fixed");
            }
        }
    }

    /** The link that stands for all that fixed joints tie to this one. */
    private static String bodyOf(String link, Map<String, Joint> carrier) {
        String at = link;
        Joint up = carrier.get(at);
        while (up != null && up.type() == JointType.FIXED) {
            at = up.parent();
            up = carrier.get(at);
        }
        return at;
    }

    private static void checkMimics(List<FrameNode> sources, List<Joint> joints) {
        Map<String, Joint> byName = new HashMap<>();
        joints.forEach(joint -> byName.put(joint.name(), joint));
        Map<String, FrameNode> bySource = new HashMap<>();
        sources.forEach(source -> bySource.put(source.name, source));
        for (Joint joint : joints) {
            Mimic mimic = joint.mimic();
            if (mimic == null) {
                continue;
            }
            Joint leader = byName.get(mimic.joint());
            String name = joint.name();
            String problem = leader == null
                    ? "which is left out of the tree or fixed"
                    : leader.name().equals(name)
                            ? "itself"
                            : leader.mimic() != null
                                    ? "which itself mimics another"
                                    : !leader.type().isScalar() ? "which has no single coordinate" : null;
            FrameNode source = bySource.getOrDefault(name, bySource.get(name.replaceFirst("_axis[12]$", "")));
            if (problem != null && source != null) {
                throw source.element.error(
                        "joint '" + name + "' mimics joint '" + mimic.joint() + "', " + problem,
                        "Let it follow a revolute, continuous or prismatic joint that moves by itself");
            }
        }
    }
}
