package io.sigmaprompt.headless.dynamics;

import io.sigmaprompt.headless.dynamics.JsonDocument.Value;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.Link;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Suggestion;
import io.sigmaprompt.physics.model.Vec3;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A JSON file of a robot's states: {@code joints} in an order of its own, and {@code states} in that order. */
public final class StatesFile {
    private static final double UNIT_TOLERANCE = 1e-6;
    private static final Set<String> GIVEN = Set.of("base_pos", "base_quat_xyzw", "q", "v", "a", "tau", "frame");

    private final Value root;
    private final Map<String, Value> fields;
    private final Set<String> strangers = new TreeSet<>();

    private StatesFile(Value root) {
        this.root = root;
        fields = root.fields("the file");
    }

    /**
     * Reads a file; what it says of a robot is looked at when the robot is given.
     *
     * @throws BadInputException if it cannot be read or is no JSON object
     */
    public static StatesFile read(Path path) {
        return new StatesFile(JsonDocument.read(path));
    }

    /** Whether the file says that the robot's root is free; null where it does not say. */
    public @Nullable Boolean floatingBase() {
        Value value = fields.get("floating_base");
        return value == null ? null : value.truth("floating_base");
    }

    /** The gravity that the states are to be seen under, m/s²; null where the file gives none. */
    public @Nullable Vec3 gravity() {
        Value value = fields.get("gravity");
        if (value == null) {
            return null;
        }
        double[] g = value.numbers("gravity", 3, "x, y, z in the world");
        return new Vec3(g[0], g[1], g[2]);
    }

    /** The robot's name as the file has it, or null. */
    @Nullable
    String robot() {
        Value value = fields.get("robot");
        return value == null ? null : value.text("robot");
    }

    JointOrder order(RobotModel model, boolean tied) {
        Value joints = fields.get("joints");
        return joints == null ? JointOrder.of(model) : JointOrder.read(joints, model, tied);
    }

    /**
     * The states, in the model's order.
     *
     * @param tied whether joints that follow another may be missing; their entries are then zero
     * @throws BadInputException naming file, line and column of what does not fit the model
     */
    public List<State> states(RobotModel model, boolean tied) {
        Value list = fields.get("states");
        if (list == null) {
            throw new BadInputException(
                    root.place(),
                    "expected states, found none" + Suggestion.phrase("states", fields.keySet()),
                    "Add \"states\": [{\"q\": [...], \"v\": [...], ...}].");
        }
        fields.forEach((field, value) -> {
            if (GIVEN.contains(field)) {
                strangers.add(value.place() + ": nothing is made of '" + field
                        + "' beside the states; it belongs into each of them");
            }
        });
        JointOrder order = order(model, tied);
        List<State> states = new ArrayList<>();
        for (Value item : list.items("states")) {
            states.add(state(item, "states[" + states.size() + "]", model, order));
        }
        return states;
    }

    /** Fields of the states read that look like misspelt inputs, with what they may mean; sorted. */
    public Set<String> strangers() {
        return strangers;
    }

    private State state(Value item, String name, RobotModel model, JointOrder order) {
        Map<String, Value> given = item.fields(name);
        note(given);
        double[] q = new double[model.nq()];
        Value joints = required(given, "q", item, name);
        int[] places = order.q();
        double[] numbers = joints.numbers(name + ".q", places.length, "one a coordinate of the joints");
        for (int i = 0; i < places.length; i++) {
            q[places[i]] = numbers[i];
        }
        if (model.floatingBase()) {
            System.arraycopy(
                    required(given, "base_pos", item, name).numbers(name + ".base_pos", 3, "x, y, z"), 0, q, 0, 3);
            Value quaternion = required(given, "base_quat_xyzw", item, name);
            System.arraycopy(quaternion.numbers(name + ".base_quat_xyzw", 4, "x, y, z, w"), 0, q, 3, 4);
            requireUnit(quaternion, name + ".base_quat_xyzw", q, 3);
        }
        for (int j = 0; j < order.count(); j++) {
            Joint joint = order.joint(j);
            if (joint.type().quaternion() >= 0) {
                int at = model.qIndex(model.jointIndex(joint.name()))
                        + joint.type().quaternion();
                requireUnit(joints, "the quaternion of joint '" + joint.name() + "'", q, at);
            }
        }
        Value frame = given.get("frame");
        return new State(
                q,
                vector(given, "v", name, model, order),
                vector(given, "a", name, model, order),
                vector(given, "tau", name, model, order),
                frame == null ? null : link(frame, model));
    }

    private static Value required(Map<String, Value> given, String field, Value item, String name) {
        Value value = given.get(field);
        if (value == null) {
            boolean base = field.startsWith("base");
            throw new BadInputException(
                    item.place(),
                    "expected " + field + " in " + name + (base ? ", because the robot's root is free" : "")
                            + ", found none" + Suggestion.phrase(field, given.keySet()),
                    base
                            ? "Add it, or leave --floating and \"floating_base\": true away."
                            : "Add it; v, a, tau and frame may be missing, q may not.");
        }
        return value;
    }

    private static void requireUnit(Value value, String what, double[] q, int at) {
        double norm = Math.sqrt(q[at] * q[at] + q[at + 1] * q[at + 1] + q[at + 2] * q[at + 2] + q[at + 3] * q[at + 3]);
        if (Math.abs(norm - 1) > UNIT_TOLERANCE) {
            throw new BadInputException(
                    value.place(),
                    "expected a unit quaternion (x, y, z, w) in " + what + ", found one of length " + norm,
                    "Divide it by its length.");
        }
    }

    private static double @Nullable [] vector(
            Map<String, Value> given, String field, String name, RobotModel model, JointOrder order) {
        Value value = given.get(field);
        if (value == null) {
            return null;
        }
        int[] places = order.v();
        double[] numbers = value.numbers(
                name + "." + field,
                places.length,
                model.floatingBase() ? "6 of the free root, then those of the joints" : "one a freedom of the joints");
        double[] out = new double[model.nv()];
        for (int k = 0; k < places.length; k++) {
            out[places[k]] = numbers[k];
        }
        return out;
    }

    private static String link(Value frame, RobotModel model) {
        String name = frame.text("frame");
        if (model.linkIndex(name) < 0) {
            throw new BadInputException(
                    frame.place(),
                    "robot '" + model.name() + "' has no link '" + name + "'"
                            + Suggestion.phrase(
                                    name, model.links().stream().map(Link::name).toList()),
                    "`sigma model` lists its links.");
        }
        return name;
    }

    /** What is computed comes back in the same fields, so only what is near to an input is worth a word. */
    private void note(Map<String, Value> given) {
        given.forEach((field, value) -> {
            if (!GIVEN.contains(field) && !RobotQuantities.FIELDS.contains(field)) {
                List<String> absent = GIVEN.stream()
                        .filter(each -> !given.containsKey(each))
                        .sorted()
                        .toList();
                strangers.add(
                        value.place() + ": nothing is made of '" + field + "'" + Suggestion.phrase(field, absent));
            }
        });
    }

    @Override
    public String toString() {
        return "StatesFile[" + root.place() + ", "
                + Arrays.toString(fields.keySet().toArray()) + "]";
    }
}
