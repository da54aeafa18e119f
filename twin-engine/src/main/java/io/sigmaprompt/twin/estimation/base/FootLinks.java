package io.sigmaprompt.twin.estimation.base;

import io.sigmaprompt.physics.model.Frame;
import io.sigmaprompt.physics.model.Geometry;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.Link;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Which links of a robot are feet. */
public final class FootLinks {
    private static final List<String> WORDS = List.of("foot", "feet", "toe", "sole");

    private FootLinks() {}

    /**
     * The feet that a robot with a free base has by its names: links that end a chain of moving joints and are called foot,
     * toe or sole, or have a shape to touch with that is. A gripper ends a chain, too, so a name it must be.
     */
    public static List<String> of(RobotModel model) {
        List<String> feet = new ArrayList<>();
        if (model.floatingBase()) {
            for (String link : candidates(model)) {
                boolean shape = model.links().get(model.linkIndex(link)).collisions().stream()
                        .anyMatch(each -> isFoot(each.name()));
                if (shape || isFoot(link)) {
                    feet.add(link);
                }
            }
        }
        return feet;
    }

    private static boolean isFoot(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return WORDS.stream().anyMatch(small::contains);
    }

    /**
     * Where a foot touches: the middle of the shape that is called a foot, or else of the sphere that is farthest from the
     * link's origin, or else that origin.
     */
    public static Frame frame(RobotModel model, String link) {
        Frame own = Frame.of(model, link);
        Shape touches = null;
        double farthest = -1;
        for (Shape shape : model.links().get(own.link()).collisions()) {
            if (isFoot(shape.name())) {
                touches = shape;
                break;
            }
            Pose at = shape.origin();
            double far = at.x() * at.x() + at.y() * at.y() + at.z() * at.z();
            if (shape.geometry() instanceof Geometry.Sphere && far > farthest) {
                touches = shape;
                farthest = far;
            }
        }
        return touches == null ? own : new Frame(link, own.link(), touches.origin());
    }

    /** The links that end a chain of moving joints, in the model's order: what may stand on the ground. */
    public static List<String> candidates(RobotModel model) {
        boolean[] parent = new boolean[model.links().size()];
        boolean[] moves = new boolean[model.links().size()];
        for (int j = 0; j < model.joints().size(); j++) {
            Joint joint = model.joints().get(j);
            parent[model.parentLink(j)] = true;
            moves[j + 1] = moves[model.parentLink(j)] || joint.type().velocities() > 0;
        }
        List<String> ends = new ArrayList<>();
        List<Link> links = model.links();
        for (int l = 1; l < links.size(); l++) {
            if (moves[l] && !parent[l]) {
                ends.add(links.get(l).name());
            }
        }
        return ends;
    }
}
