package io.sigmaprompt.headless.cli;

import io.sigmaprompt.headless.report.SessionText;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointLimits;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.Link;
import io.sigmaprompt.physics.model.RobotModel;
import java.util.ArrayList;
import java.util.List;

/** Draws a robot's tree: each link under the joint it hangs on. */
final class ModelTree {
    private static final int NAME_WIDTH = 44;

    private final Console console;
    private final RobotModel model;

    ModelTree(Console console, RobotModel model) {
        this.console = console;
        this.model = model;
    }

    void write() {
        console.line(console.paint(Tone.STRONG, model.name()));
        link(0, "", "", "");
    }

    private void link(int index, String head, String tail, String joint) {
        Link link = model.links().get(index);
        String name = head + link.name();
        double mass = link.inertia().mass();
        console.line(String.format("%-" + NAME_WIDTH + "s", name)
                + String.format("%11s", mass == 0 ? "–" : SessionText.number(mass) + " kg")
                + (joint.isEmpty() ? "" : "  " + console.paint(Tone.HINT, joint)));
        List<Integer> children = new ArrayList<>();
        for (int j = 0; j < model.joints().size(); j++) {
            if (model.parentLink(j) == index) {
                children.add(j);
            }
        }
        for (int i = 0; i < children.size(); i++) {
            int j = children.get(i);
            boolean last = i == children.size() - 1;
            link(
                    j + 1,
                    tail + (last ? "└─ " : "├─ "),
                    tail + (last ? "   " : "│  "),
                    words(model.joints().get(j)));
        }
    }

    private static String words(Joint joint) {
        StringBuilder words = new StringBuilder(joint.name() + ", " + SessionText.words(joint.type()));
        if (!joint.type().isScalar()) {
            return words.toString();
        }
        String unit = joint.type() == JointType.PRISMATIC ? "m" : "rad";
        String force = unit.equals("m") ? "N" : "N·m";
        JointLimits limits = joint.limits();
        if (Double.isFinite(limits.lower()) || Double.isFinite(limits.upper())) {
            words.append(" [")
                    .append(SessionText.number(limits.lower()))
                    .append(", ")
                    .append(SessionText.number(limits.upper()))
                    .append("] ")
                    .append(unit);
        }
        if (Double.isFinite(limits.velocity())) {
            words.append(", ")
                    .append(SessionText.number(limits.velocity()))
                    .append(' ')
                    .append(unit)
                    .append("/s");
        }
        if (Double.isFinite(limits.effort())) {
            words.append(", ")
                    .append(SessionText.number(limits.effort()))
                    .append(' ')
                    .append(force);
        }
        if (joint.mimic() != null) {
            words.append(", follows ").append(joint.mimic().joint());
        }
        return words.toString();
    }
}
