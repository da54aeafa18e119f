package io.sigmaprompt.twin.skill.planning;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.physics.model.JointLimits;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Suggestion;
import io.sigmaprompt.physics.spatial.SplitMix64;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The joints that a plan moves, one coordinate each, while all others stay where they are. Not for use by several
 * threads at once.
 */
public final class PlanningSpace {
    private final RobotModel model;
    private final DrivenJoints driven;
    private final List<String> names;
    private final int[] drives;
    private final double[] lower;
    private final double[] upper;
    /** Where the joints are before the plan, one entry a coordinate. */
    private final double[] present;

    /** Positions of all driven joints; those of the plan are written over. */
    private final double[] positions;
    /** The configuration (nq), its base and what nobody drives as it was given. */
    private final double[] rest;

    /**
     * The space of some joints of a robot.
     *
     * @param names driven joints, in the order of the coordinates
     * @param driven where the driven joints are now, in the model's order; those not named stay there
     * @param rest the whole configuration (nq), of which the base counts
     * @throws BadInputException if a joint is no driven joint of the robot, or named twice, or none is named
     */
    public PlanningSpace(RobotModel model, List<String> names, double[] driven, double[] rest) {
        this.model = model;
        this.driven = new DrivenJoints(model);
        this.names = List.copyOf(names);
        this.rest = rest.clone();
        positions = driven.clone();
        String place = "plan for robot '" + model.name() + "', joints";
        if (names.isEmpty()) {
            throw new BadInputException(place, "expected at least one joint, found none", "Name the joints to move.");
        }
        drives = new int[names.size()];
        present = new double[names.size()];
        lower = new double[names.size()];
        upper = new double[names.size()];
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < drives.length; i++) {
            String name = names.get(i);
            drives[i] = this.driven.index(name);
            if (drives[i] < 0 || !seen.add(name)) {
                throw new BadInputException(
                        place,
                        drives[i] < 0
                                ? "the robot has no driven joint '" + name + "'"
                                        + Suggestion.phrase(name, this.driven.names())
                                : "'" + name + "' stands there twice",
                        drives[i] < 0
                                ? "It has " + String.join(", ", this.driven.names()) + "."
                                : "Name each joint once.");
            }
            JointLimits limits = this.driven.joint(drives[i]).limits();
            double now = positions[drives[i]];
            present[i] = now;
            lower[i] = Double.isInfinite(limits.lower()) ? now - Math.PI : limits.lower();
            upper[i] = Double.isInfinite(limits.upper()) ? now + Math.PI : limits.upper();
        }
    }

    public RobotModel model() {
        return model;
    }

    /** The joints, in the order of the coordinates. */
    public List<String> names() {
        return names;
    }

    /** How many coordinates. */
    public int width() {
        return drives.length;
    }

    /** Least position, rad or m; half a turn below the present one for a joint without a limit. */
    public double lower(int coordinate) {
        return lower[coordinate];
    }

    /** Greatest position, rad or m. */
    public double upper(int coordinate) {
        return upper[coordinate];
    }

    public JointLimits limits(int coordinate) {
        return driven.joint(drives[coordinate]).limits();
    }

    /** Where the joints are before the plan, as coordinates; a copy. */
    public double[] present() {
        return present.clone();
    }

    /** The coordinates of a configuration. */
    public double[] coordinates(double[] q) {
        double[] x = new double[drives.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = q[model.qIndex(model.jointIndex(names.get(i)))];
        }
        return x;
    }

    /**
     * The configuration at coordinates.
     *
     * @param x one entry a joint
     * @param q Modified. nq
     */
    public void configuration(double[] x, double[] q) {
        System.arraycopy(rest, 0, q, 0, q.length);
        for (int i = 0; i < drives.length; i++) {
            positions[drives[i]] = x[i];
        }
        driven.scatterPosition(positions, q);
    }

    /**
     * How fast each joint of the robot moves where the coordinates do.
     *
     * @param rates one entry a coordinate
     * @param v Modified. nv
     */
    void velocity(double[] rates, double[] v) {
        double[] all = new double[driven.count()];
        for (int i = 0; i < drives.length; i++) {
            all[drives[i]] = rates[i];
        }
        Arrays.fill(v, 0);
        driven.scatterVelocity(all, v);
    }

    /**
     * Draws coordinates anywhere within the limits.
     *
     * @param x Modified. one entry a joint
     */
    public void draw(SplitMix64 random, double[] x) {
        for (int j = 0; j < x.length; j++) {
            double middle = 0.5 * (lower[j] + upper[j]);
            x[j] = middle + 0.5 * (upper[j] - lower[j]) * random.symmetric();
        }
    }

    /** The first coordinate beyond its limits, or -1. */
    int beyond(double[] x) {
        for (int i = 0; i < x.length; i++) {
            if (!(x[i] >= lower[i] && x[i] <= upper[i])) {
                return i;
            }
        }
        return -1;
    }
}
