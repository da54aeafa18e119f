package io.sigmaprompt.twin.calibration.description;

import io.sigmaprompt.physics.model.Inertia;
import io.sigmaprompt.physics.model.JointDynamics;

/** Links and joints in the text of a URDF. */
final class UrdfText implements CalibratedRobotFile.Description {
    private final RobotText text;

    UrdfText(RobotText text) {
        this.text = text;
    }

    @Override
    public boolean inertia(String link, Inertia i) {
        RobotText.Span element = text.element("link", link);
        if (element == null) {
            return text.start("link", link) != null && openEmpty(link) && inertia(link, i);
        }
        RobotText.Span old = text.child("inertial", element);
        int at = old == null ? text.bareOf(element).indexOf('>') + 1 + element.from() : old.from();
        String indent = old == null ? text.indent(element.from()) + "  " : text.indent(old.from());
        String written = String.format(
                        "<inertial>%n    <mass value=\"%s\"/>%n    <origin rpy=\"0 0 0\" xyz=\"%s %s %s\"/>%n"
                                + "    <inertia ixx=\"%s\" ixy=\"%s\" ixz=\"%s\" iyy=\"%s\" iyz=\"%s\" izz=\"%s\"/>%n  </inertial>",
                        i.mass(),
                        i.com().x(),
                        i.com().y(),
                        i.com().z(),
                        i.ixx(),
                        i.ixy(),
                        i.ixz(),
                        i.iyy(),
                        i.iyz(),
                        i.izz())
                .replace(System.lineSeparator(), "\n")
                .replace("\n  ", "\n" + indent);
        if (old == null) {
            text.replace(new RobotText.Span(at, at), "\n" + indent + written);
        } else {
            text.replace(old, written);
        }
        return true;
    }

    /** Makes {@code <link name="x"/>} an element with an end of its own. */
    private boolean openEmpty(String link) {
        RobotText.Span tag = text.start("link", link);
        if (tag == null) {
            return false;
        }
        String open = text.of(tag);
        text.replace(tag, open.substring(0, open.length() - 2).stripTrailing() + "></link>");
        return true;
    }

    @Override
    public boolean removeInertia(String link) {
        RobotText.Span element = text.element("link", link);
        RobotText.Span old = element == null ? null : text.child("inertial", element);
        if (old != null) {
            text.replace(old, "");
        }
        return element != null || text.start("link", link) != null;
    }

    @Override
    public boolean dynamics(String joint, JointDynamics dynamics) {
        RobotText.Span element = text.element("joint", joint);
        if (element == null) {
            return false;
        }
        RobotText.Span old = text.child("dynamics", element);
        String tag = old == null ? "<dynamics/>" : text.of(old);
        tag = RobotText.with(tag, "damping", Double.toString(dynamics.damping()));
        tag = RobotText.with(tag, "friction", Double.toString(dynamics.friction()));
        if (old == null) {
            int end = text.bareOf(element).lastIndexOf("</") + element.from();
            text.replace(new RobotText.Span(end, end), "  " + tag + "\n" + text.indent(element.from()));
        } else {
            text.replace(old, tag);
        }
        return true;
    }
}
