package io.sigmaprompt.physics.model.sdf;

import io.sigmaprompt.physics.model.Inertia;
import io.sigmaprompt.physics.model.InertiaCheck;
import io.sigmaprompt.physics.model.Link;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.model.xml.Warnings;
import io.sigmaprompt.physics.model.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code <link>}: its inertia and its shapes (SDFormat specification, element link). */
final class LinkReader {
    /** What SDFormat gives a link that says nothing: 1 kg, and 1 kg m² about each axis. */
    private static final Inertia DEFAULT = new Inertia(1, Vec3.ZERO, 1, 0, 0, 1, 0, 1);

    private static final int NAMED = 5;

    private final Warnings warnings;
    private final Unsupported unsupported;
    private final ShapeReader shapes;
    private final List<FrameNode> withoutInertial = new ArrayList<>();

    LinkReader(FrameGraph graph, Warnings warnings, Unsupported unsupported) {
        this.warnings = warnings;
        this.unsupported = unsupported;
        shapes = new ShapeReader(graph, warnings, unsupported);
    }

    Link read(FrameNode node) {
        XmlElement element = node.element;
        Vocabulary.LINK.check(element, warnings, unsupported);
        return new Link(node.name, inertia(node), shapes.read(node, "visual"), shapes.read(node, "collision"));
    }

    private Inertia inertia(FrameNode node) {
        XmlElement inertial = node.element.child("inertial");
        if (inertial == null) {
            if (node.scope.isStatic) {
                return Inertia.ZERO;
            }
            withoutInertial.add(node);
            return DEFAULT;
        }
        if (Content.flagAttribute(inertial, "auto")) {
            warnings.add(
                    inertial,
                    "the inertia of link '" + node.name + "' is to be worked out from its shapes (auto), which is not"
                            + " done: what is written counts, else 1 kg and 1 kg m²");
        }
        Vocabulary.INERTIAL.check(inertial, warnings, unsupported);
        double mass = Content.number(inertial, "mass", DEFAULT.mass());
        if (mass < 0) {
            XmlElement written = inertial.child("mass");
            throw (written == null ? inertial : written)
                    .error(
                            "the mass of link '" + node.name + "' is negative, " + mass + " kg",
                            "Give a mass of zero or more, in kilograms");
        }
        Pose pose = PoseText.of(inertial, node.scope.source.version(), warnings).pose();
        XmlElement tensor = inertial.child("inertia");
        return tensor == null ? Inertia.of(mass, pose, DEFAULT.tensor()) : tensor(tensor, node.name, mass, pose);
    }

    private Inertia tensor(XmlElement tensor, String link, double mass, Pose pose) {
        double xx = Content.number(tensor, "ixx", 1);
        double yy = Content.number(tensor, "iyy", 1);
        double zz = Content.number(tensor, "izz", 1);
        double xy = Content.number(tensor, "ixy", 0);
        double xz = Content.number(tensor, "ixz", 0);
        double yz = Content.number(tensor, "iyz", 0);
        Inertia inertia = Inertia.of(mass, pose, new double[] {xx, xy, xz, xy, yy, yz, xz, yz, zz});
        String oddity = InertiaCheck.oddity(link, inertia);
        if (oddity != null) {
            warnings.add(tensor, oddity);
        }
        return inertia;
    }

    /** One warning for all links of which the file does not say what they weigh. */
    void report() {
        if (withoutInertial.isEmpty()) {
            return;
        }
        List<String> names =
                withoutInertial.stream().limit(NAMED).map(n -> n.name).toList();
        int more = withoutInertial.size() - names.size();
        warnings.add(
                withoutInertial.getFirst().element,
                (withoutInertial.size() == 1 ? "link " : "links ") + String.join(", ", names)
                        + (more > 0 ? " and " + more + " more" : "")
                        + " without <inertial>: SDFormat's 1 kg and 1 kg m² about each axis count");
    }
}
