package io.sigmaprompt.headless.dynamics;

import io.sigmaprompt.headless.dynamics.JsonDocument.Value;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Suggestion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * In which order a file of states holds a robot's coordinates: those of v linear part first, for a free root's six,
 * which come first of all, and for every other joint of six; else joint by joint, as the file lists them.
 */
final class JointOrder {
    private static final int FREE = 6;

    private final RobotModel model;
    /** Joints in the order of the file: index in the model, first entry among the file's v. */
    private final int[] joints;

    private final int[] first;
    private final int nv;

    private JointOrder(RobotModel model, int[] joints, int[] first) {
        this.model = model;
        this.joints = joints;
        this.first = first;
        int count = base(model);
        for (int joint : joints) {
            count += model.joints().get(joint).type().velocities();
        }
        nv = count;
    }

    /** The model's own order, of all joints that move. */
    static JointOrder of(RobotModel model) {
        List<Integer> moving = new ArrayList<>();
        for (int j = 0; j < model.joints().size(); j++) {
            if (model.joints().get(j).type() != JointType.FIXED) {
                moving.add(j);
            }
        }
        return packed(model, moving);
    }

    /**
     * The order that a file's {@code joints} give, each with a name and, if they do not follow each other, a {@code
     * v_index}.
     *
     * @param tied whether joints that follow another may be left out
     * @throws BadInputException if a joint is unknown, fixed, named twice or missing, or the indices leave a gap
     */
    static JointOrder read(Value list, RobotModel model, boolean tied) {
        List<Value> items = list.items("joints");
        int[] joints = new int[items.size()];
        int[] first = new int[items.size()];
        int[] owner = new int[model.nv()];
        Arrays.fill(owner, -1);
        int next = base(model);
        boolean[] listed = new boolean[model.joints().size()];
        for (int i = 0; i < joints.length; i++) {
            Map<String, Value> fields = items.get(i).fields("joints[" + i + "]");
            Value name = fields.get("name");
            if (name == null) {
                throw new BadInputException(
                        items.get(i).place(),
                        "expected a joint with a name, found none",
                        "Write {\"name\": ..., \"v_index\": ...}.");
            }
            joints[i] = moving(model, name, listed);
            Value index = fields.get("v_index");
            first[i] = index == null ? next : index.index("v_index");
            int width = model.joints().get(joints[i]).type().velocities();
            next = first[i] + width;
            for (int k = first[i]; k < next; k++) {
                if (k < base(model) || k >= owner.length || owner[k] >= 0) {
                    throw new BadInputException(
                            index == null ? name.place() : index.place(),
                            "expected entries of v that are free, from " + base(model) + " to " + (owner.length - 1)
                                    + ", for joint '" + name.content() + "', found " + k
                                    + (k >= base(model) && k < owner.length
                                            ? ", which '"
                                                    + model.joints()
                                                            .get(owner[k])
                                                            .name() + "' has"
                                            : ""),
                            "Leave v_index out where the joints follow each other"
                                    + (model.floatingBase() ? "; the free root has the first 6." : "."));
                }
                owner[k] = joints[i];
            }
        }
        requireAll(list, model, listed, tied);
        JointOrder order = new JointOrder(model, joints, first);
        for (int k = base(model); k < order.nv; k++) {
            if (owner[k] < 0) {
                throw new BadInputException(
                        list.place(),
                        "expected the joints' v_index to leave no gap, found none that has entry " + k,
                        "Leave v_index out where the joints follow each other.");
            }
        }
        return order;
    }

    private static int moving(RobotModel model, Value name, boolean[] listed) {
        String text = name.text("a joint's name");
        int joint = model.jointIndex(text);
        if (joint < 0) {
            List<String> known = model.joints().stream()
                    .filter(each -> each.type() != JointType.FIXED)
                    .map(Joint::name)
                    .toList();
            throw new BadInputException(
                    name.place(),
                    "robot '" + model.name() + "' has no joint '" + text + "'" + Suggestion.phrase(text, known),
                    "`sigma model` lists its joints.");
        }
        if (model.joints().get(joint).type() == JointType.FIXED) {
            throw new BadInputException(
                    name.place(), "expected joints that move, found '" + text + "', which is fixed", "Take it out.");
        }
        if (listed[joint]) {
            throw new BadInputException(
                    name.place(), "expected each joint once, found '" + text + "' again", "Take one of them out.");
        }
        listed[joint] = true;
        return joint;
    }

    private static void requireAll(Value list, RobotModel model, boolean[] listed, boolean tied) {
        TreeSet<String> missing = new TreeSet<>();
        for (int j = 0; j < listed.length; j++) {
            Joint joint = model.joints().get(j);
            if (!listed[j] && joint.type() != JointType.FIXED && !(tied && joint.mimic() != null)) {
                missing.add(joint.name());
            }
        }
        if (!missing.isEmpty()) {
            throw new BadInputException(
                    list.place(),
                    "expected every joint of robot '" + model.name() + "' that moves, found none named "
                            + String.join(", ", missing),
                    "Add "
                            + (missing.size() == 1 ? "it" : "them")
                            + (tied ? "." : "; with --mimic, joints that follow another may be left out."));
        }
    }

    private static int base(RobotModel model) {
        return model.floatingBase() ? FREE : 0;
    }

    /** The same order without joints that follow another, closed up. */
    JointOrder withoutFollowers() {
        int[] byIndex = IntStream.range(0, joints.length)
                .boxed()
                .sorted(Comparator.comparingInt(i -> first[i]))
                .mapToInt(i -> joints[i])
                .toArray();
        int[] place = new int[model.joints().size()];
        int next = base(model);
        for (int joint : byIndex) {
            place[joint] = next;
            next += follows(joint) ? 0 : model.joints().get(joint).type().velocities();
        }
        int[] kept = Arrays.stream(joints).filter(joint -> !follows(joint)).toArray();
        return new JointOrder(
                model, kept, Arrays.stream(kept).map(joint -> place[joint]).toArray());
    }

    private boolean follows(int joint) {
        return model.joints().get(joint).mimic() != null;
    }

    private static JointOrder packed(RobotModel model, List<Integer> joints) {
        int[] first = new int[joints.size()];
        int next = base(model);
        for (int i = 0; i < first.length; i++) {
            first[i] = next;
            next += model.joints().get(joints.get(i)).type().velocities();
        }
        return new JointOrder(model, joints.stream().mapToInt(Integer::intValue).toArray(), first);
    }

    /** How many entries v has in the file. */
    int nv() {
        return nv;
    }

    /** How many joints are listed. */
    int count() {
        return joints.length;
    }

    /** The joint at a place in the list. */
    Joint joint(int i) {
        return model.joints().get(joints[i]);
    }

    /** Where among the file's v a listed joint begins. */
    int first(int i) {
        return first[i];
    }

    /** Where each of the file's q, which has no entries for a free root, stands in the model's. */
    int[] q() {
        List<Integer> out = new ArrayList<>();
        for (int joint : joints) {
            for (int k = 0; k < model.joints().get(joint).type().positions(); k++) {
                out.add(model.qIndex(joint) + k);
            }
        }
        return out.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Where each of the file's v stands in the model's. */
    int[] v() {
        int[] out = new int[nv];
        for (int k = 0; k < base(model); k++) {
            out[k] = angularFirst(k);
        }
        for (int i = 0; i < joints.length; i++) {
            int width = model.joints().get(joints[i]).type().velocities();
            for (int k = 0; k < width; k++) {
                out[first[i] + k] = model.vIndex(joints[i]) + (width == FREE ? angularFirst(k) : k);
            }
        }
        return out;
    }

    private static int angularFirst(int k) {
        return (k + FREE / 2) % FREE;
    }
}
