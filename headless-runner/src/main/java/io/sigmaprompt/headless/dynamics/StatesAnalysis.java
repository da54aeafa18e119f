package io.sigmaprompt.headless.dynamics;

import io.sigmaprompt.physics.dynamics.Gravity;
import io.sigmaprompt.physics.dynamics.RobotDynamics;
import io.sigmaprompt.physics.model.ModelHash;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a file of states and writes what a robot's dynamics make of them into another of the same shape. */
public final class StatesAnalysis {
    private final RobotDynamics dynamics;
    private final Coordinates coordinates;
    private final StatesFile file;
    private final List<State> states;
    private final boolean tied;
    private final boolean floating;
    private final List<String> overflowing = new ArrayList<>();

    private StatesAnalysis(
            RobotDynamics dynamics, Coordinates coordinates, StatesFile file, List<State> states, boolean tied) {
        this.dynamics = dynamics;
        this.coordinates = coordinates;
        this.file = file;
        this.states = states;
        this.tied = tied;
        floating = dynamics.model().floatingBase();
    }

    /**
     * How to look at the states.
     *
     * @param floating whether the root is free even where the file does not say so
     * @param tied whether joints that follow another are moved by it
     * @param gravity instead of the file's, or null
     */
    public record Options(
            boolean floating,
            boolean tied,
            Kernel kernel,
            @Nullable Vec3 gravity) {}

    /**
     * Reads the states.
     *
     * @param welded the robot with its root welded to the world
     * @throws io.sigmaprompt.physics.model.BadInputException if they do not fit the robot
     */
    public static StatesAnalysis read(RobotModel welded, Path path, Options options) {
        StatesFile file = StatesFile.read(path);
        RobotModel model = welded.withFloatingBase(options.floating() || Boolean.TRUE.equals(file.floatingBase()));
        List<State> states = file.states(model, options.tied());
        Vec3 gravity = options.gravity();
        if (gravity == null) {
            gravity = Objects.requireNonNullElse(file.gravity(), Gravity.STANDARD);
        }
        JointOrder order = file.order(model, options.tied());
        Coordinates coordinates = options.tied() ? Coordinates.tied(model, order) : Coordinates.free(model, order);
        return new StatesAnalysis(options.kernel().of(model, gravity), coordinates, file, states, options.tied());
    }

    public RobotDynamics dynamics() {
        return dynamics;
    }

    public int count() {
        return states.size();
    }

    /** How many coordinates the answer has: nv, or fewer where joints are tied. */
    public int freedoms() {
        return coordinates.count();
    }

    /** What in the file looks like a misspelt input, and, once written, what came out as no number; a sentence each. */
    public List<String> warnings() {
        return Stream.concat(file.strangers().stream(), overflowing.stream()).toList();
    }

    /**
     * Computes everything and writes it.
     *
     * @param engine what to name as the source of the numbers
     * @param source what to name as the robot's file
     * @param derivatives whether derivatives and the regressor are wanted
     */
    public void write(Path path, String engine, String source, boolean derivatives) {
        RobotQuantities quantities = new RobotQuantities(dynamics, coordinates, tied, derivatives);
        List<Map<String, Object>> answers = new ArrayList<>();
        for (State state : states) {
            Map<String, Object> answer = quantities.of(state);
            note(answer, "states[" + answers.size() + "]");
            answers.add(answer);
        }
        try (Writer text = Files.newBufferedWriter(path)) {
            StatesWriter writer = new StatesWriter(text);
            writer.head(head(engine, source), joints());
            for (int i = 0; i < answers.size(); i++) {
                writer.state(answers.get(i), i == 0);
            }
            writer.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void note(Map<String, Object> answer, String name) {
        List<String> lost = answer.entrySet().stream()
                .filter(entry -> !isFinite(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        if (!lost.isEmpty()) {
            overflowing.add(name + ": its numbers are too large to compute " + String.join(", ", lost)
                    + "; null stands where no finite number came out");
        }
    }

    private static boolean isFinite(@Nullable Object value) {
        return switch (value) {
            case Double number -> Double.isFinite(number);
            case double[] numbers -> Arrays.stream(numbers).allMatch(Double::isFinite);
            case double[][] rows -> Arrays.stream(rows).allMatch(StatesAnalysis::isFinite);
            case Map<?, ?> fields -> fields.values().stream().allMatch(StatesAnalysis::isFinite);
            case null, default -> true;
        };
    }

    private Map<String, Object> head(String engine, String source) {
        RobotModel model = dynamics.model();
        Vec3 g = dynamics.gravity();
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("robot", Objects.requireNonNullElse(file.robot(), model.name()));
        head.put("urdf", source);
        head.put("engine", engine);
        head.put("kernel", dynamics.kernel());
        head.put("model_hash", ModelHash.of(model));
        head.put("floating_base", floating);
        head.put("nv", coordinates.count());
        head.put("n_joints", coordinates.order().count());
        head.put("total_mass", movingMass());
        head.put("gravity", new double[] {g.x(), g.y(), g.z()});
        head.put("rotor_inertia_damping_friction", "all zero / ignored");
        if (tied) {
            head.put("mimic_joints", "tied");
        }
        return head;
    }

    /** Without what is welded to the world, as the centre of mass is. */
    private double movingMass() {
        double[] parameters = new double[dynamics.parameterCount()];
        dynamics.parameters(parameters);
        double sum = 0;
        for (int i = 0; i < parameters.length; i += 10) {
            sum += parameters[i];
        }
        return sum;
    }

    private List<Map<String, Object>> joints() {
        JointOrder order = coordinates.order();
        List<Map<String, Object>> joints = new ArrayList<>();
        for (int i = 0; i < order.count(); i++) {
            Map<String, Object> joint = new LinkedHashMap<>();
            joint.put("name", order.joint(i).name());
            joint.put("type", order.joint(i).type().name().toLowerCase(Locale.ROOT));
            joint.put("v_index", order.first(i));
            joints.add(joint);
        }
        return joints;
    }
}
