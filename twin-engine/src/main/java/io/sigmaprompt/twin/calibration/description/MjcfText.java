package io.sigmaprompt.twin.calibration.description;

import io.sigmaprompt.physics.model.Inertia;
import io.sigmaprompt.physics.model.JointDynamics;
import java.util.Locale;

/** Bodies and joints in the text of an MJCF. */
final class MjcfText implements CalibratedRobotFile.Description {
    private final RobotText text;

    MjcfText(RobotText text) {
        this.text = text;
    }

    @Override
    public boolean inertia(String link, Inertia i) {
        RobotText.Span tag = text.start("body", link);
        if (tag == null || text.of(tag).endsWith("/>")) {
            return false;
        }
        RobotText.Span next =
                text.find("<body\\b|</body", tag.to(), text.toString().length());
        if (next == null) {
            return false;
        }
        String written = String.format(
                Locale.ROOT,
                "<inertial pos=\"%s %s %s\" mass=\"%s\" fullinertia=\"%s %s %s %s %s %s\"/>",
                i.com().x(),
                i.com().y(),
                i.com().z(),
                i.mass(),
                i.ixx(),
                i.iyy(),
                i.izz(),
                i.ixy(),
                i.ixz(),
                i.iyz());
        RobotText.Span old = text.child("inertial", new RobotText.Span(tag.to(), next.from()));
        if (old == null) {
            text.replace(new RobotText.Span(tag.to(), tag.to()), "\n" + text.indent(tag.from()) + "  " + written);
        } else {
            text.replace(old, written);
        }
        return true;
    }

    /** A body without an inertia of its own would get that of its shapes. */
    @Override
    public boolean removeInertia(String link) {
        return false;
    }

    @Override
    public boolean dynamics(String joint, JointDynamics dynamics) {
        RobotText.Span tag = text.start("joint", joint);
        if (tag == null) {
            return false;
        }
        String changed = RobotText.with(text.of(tag), "damping", Double.toString(dynamics.damping()));
        changed = RobotText.with(changed, "frictionloss", Double.toString(dynamics.friction()));
        text.replace(tag, RobotText.with(changed, "armature", Double.toString(dynamics.armature())));
        return true;
    }
}
