package io.sigmaprompt.scenarios.language;

import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.scenarios.language.Section.Range;
import io.sigmaprompt.twin.cognition.MindSpec;
import io.sigmaprompt.twin.cognition.tree.TreeDesign;
import io.sigmaprompt.twin.cognition.tree.robot.RobotContext;
import io.sigmaprompt.twin.cognition.tree.robot.RobotNodes;
import io.sigmaprompt.twin.cognition.tree.xml.TreeReader;
import io.sigmaprompt.twin.record.FindingRecord;
import io.sigmaprompt.twin.skill.Goal;
import io.sigmaprompt.twin.skill.JointPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a robot's paths and what thinks for it. */
final class MindReader {
    private final String robot;
    private final JointCatalogue joints;
    private final Map<String, JointPath> paths = new LinkedHashMap<>();
    private final Path base;
    private final Map<String, String> recorded;
    private final Set<String> behaviours = new LinkedHashSet<>();

    /**
     * A reader for the minds of one robot.
     *
     * @param base the folder that tree files start from
     * @param recorded the texts of the trees of a recorded session by their files; empty to read the files
     */
    MindReader(String robot, JointCatalogue joints, Section pathSections, Path base, Map<String, String> recorded) {
        this.robot = robot;
        this.joints = joints;
        this.base = base;
        this.recorded = recorded;
        pathSections.entries().forEach((name, at) -> paths.put(name, path(name, at)));
    }

    /** Every behaviour that the minds read so far may propose. */
    Set<String> behaviours() {
        return behaviours;
    }

    List<MindSpec> minds(List<Section> sections) {
        Set<String> names = new LinkedHashSet<>();
        List<MindSpec> minds = new ArrayList<>();
        for (Section at : sections) {
            MindSpec mind = at.has("task") ? task(at) : tree(at);
            if (!names.add(mind.name())) {
                at.complain("two minds are called '" + mind.name() + "'", "Give one of them another name.");
            }
            minds.add(mind);
        }
        return minds;
    }

    private MindSpec task(Section at) {
        String name = at.text("task", "");
        String behaviour = at.text("behaviour", name);
        behaviours.add(behaviour);
        Goal goal = at.has("follow") ? follow(at) : new Goal.Hold();
        return new MindSpec.Task(name, behaviour, at.number("priority", 0), goal);
    }

    private Goal follow(Section at) {
        Section path = at.child("follow");
        double speed = at.quantity("speed", 1, Range.SHARE, Dimension.RATIO);
        JointPath found = paths.get(path.text());
        if (found == null) {
            path.complain(
                    "robot '" + robot + "' has no path '" + path.text() + "'",
                    DidYouMean.remedy(path.text(), paths.keySet(), "Its paths are "));
            return new Goal.Hold();
        }
        return new Goal.FollowPath(found, speed);
    }

    private MindSpec tree(Section at) {
        Path file = base.resolve(at.text("tree", "")).normalize();
        if (recorded.isEmpty() && !Files.isRegularFile(file)) {
            at.child("tree").complain("there is no tree file " + file, "Name a file relative to this one.");
            return new MindSpec.Task(at.text("tree", ""), "", 0, new Goal.Hold());
        }
        RobotContext context = RobotContext.of(joints.names(), paths);
        TreeDesign design = TreeReader.read(file, at.optionalText("main"), RobotNodes.library(context), recorded);
        behaviours.addAll(RobotNodes.behaviours(design));
        Map<String, String> board = new LinkedHashMap<>();
        at.child("blackboard").entries().forEach((name, value) -> board.put(name, value.text()));
        return new MindSpec.Tree(at.text("name", stem(file)), design, context, board);
    }

    private static String stem(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
    }

    static FindingRecord.@Nullable Kind findingKind(Section at) {
        return at.has("kind") ? at.constant("kind", FindingRecord.Kind.STALE, FindingRecord.Kind.values()) : null;
    }

    private JointPath path(String name, Section at) {
        List<Joint> moved = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (Section each : at.items("joints")) {
            Joint joint = joints.find(each.text(), each);
            if (joint != null && !names.add(joint.name())) {
                each.complain("joint '" + joint.name() + "' stands twice in path '" + name + "'", "Name it once.");
            }
            moved.add(joint);
        }
        List<double[]> waypoints = at.items("waypoints").stream()
                .map(each -> waypoint(moved, each))
                .toList();
        double leg = at.quantity("leg", 1, Range.POSITIVE, Dimension.TIME);
        return new JointPath(
                name,
                moved.stream().filter(Objects::nonNull).map(Joint::name).toList(),
                waypoints,
                leg,
                at.flag("cyclic", false));
    }

    private static double[] waypoint(List<@Nullable Joint> joints, Section at) {
        List<Section> entries = at.items();
        if (entries.size() != joints.size()) {
            at.complain(
                    "expected " + joints.size() + " positions, one for each joint of the path, found " + entries.size(),
                    "Give each of the path's joints one position.");
        }
        double[] positions = new double[joints.size()];
        for (int i = 0; i < Math.min(entries.size(), positions.length); i++) {
            Joint joint = joints.get(i);
            positions[i] = joint == null ? 0 : JointCatalogue.position(joint, entries.get(i));
        }
        return positions;
    }
}
