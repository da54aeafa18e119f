package io.sigmaprompt.twin.skill.trajectory;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import java.util.List;

/**
 * Where joints are to be when: points with position and velocity, cubics between them, as trajectory_msgs/JointTrajectory
 * has them. Immutable.
 */
public final class JointTrajectory {
    private final List<String> names;
    private final double[] times;
    private final double[] positions;
    private final double[] velocities;

    /**
     * A trajectory of n points for w joints.
     *
     * @param times seconds, growing, the first 0 (n)
     * @param positions rad or m (n x w, row-major)
     * @param velocities rad/s or m/s (n x w, row-major)
     * @throws IllegalArgumentException if lengths do not fit, a number is not finite or times do not grow
     */
    public JointTrajectory(List<String> names, double[] times, double[] positions, double[] velocities) {
        int n = times.length;
        int w = names.size();
        if (n == 0 || positions.length != n * w || velocities.length != n * w || times[0] != 0) {
            throw new IllegalArgumentException("expected n times from 0 and n x " + w
                    + " positions and velocities, found " + n + ", " + positions.length + ", " + velocities.length);
        }
        for (int i = 0; i < n; i++) {
            if (!Double.isFinite(times[i]) || i > 0 && !(times[i] > times[i - 1])) {
                throw new IllegalArgumentException("time " + i + " is " + times[i] + ", not after the one before");
            }
        }
        for (int k = 0; k < n * w; k++) {
            if (!Double.isFinite(positions[k]) || !Double.isFinite(velocities[k])) {
                throw new IllegalArgumentException("point " + k / w + " of joint '" + names.get(k % w) + "' is "
                        + positions[k] + ", " + velocities[k]);
            }
        }
        this.names = List.copyOf(names);
        this.times = times.clone();
        this.positions = positions.clone();
        this.velocities = velocities.clone();
    }

    /** One that stays where it is, and takes no time. */
    public static JointTrajectory standing(List<String> names, double[] position) {
        return new JointTrajectory(names, new double[1], position, new double[names.size()]);
    }

    public List<String> names() {
        return names;
    }

    public int size() {
        return times.length;
    }

    /** Seconds from the first point to the last. */
    public double duration() {
        return times[times.length - 1];
    }

    /** Seconds after the first point. */
    public double time(int point) {
        return times[point];
    }

    /** Rad or m. */
    public double position(int point, int joint) {
        return positions[names.size() * point + joint];
    }

    /** rad/s or m/s. */
    public double velocity(int point, int joint) {
        return velocities[names.size() * point + joint];
    }

    /** Where it ends; a copy. */
    public double[] end() {
        double[] end = new double[names.size()];
        System.arraycopy(positions, names.size() * (times.length - 1), end, 0, end.length);
        return end;
    }

    /**
     * Evaluates it; before its beginning and after its end it stands.
     *
     * @param seconds after the first point
     * @param position Modified. one entry a joint, as the others
     */
    public void evaluate(double seconds, double[] position, double[] velocity, double[] acceleration) {
        int w = names.size();
        int last = times.length - 1;
        if (seconds <= 0 || seconds >= times[last]) {
            System.arraycopy(positions, seconds <= 0 ? 0 : w * last, position, 0, w);
            for (int j = 0; j < w; j++) {
                velocity[j] = 0;
                acceleration[j] = 0;
            }
            return;
        }
        int cell = cell(seconds);
        double h = times[cell + 1] - times[cell];
        double r = (seconds - times[cell]) / h;
        for (int j = 0; j < w; j++) {
            double p0 = positions[w * cell + j];
            double way = positions[w * (cell + 1) + j] - p0;
            double v0 = h * velocities[w * cell + j];
            double v1 = h * velocities[w * (cell + 1) + j];
            double c2 = 3 * way - 2 * v0 - v1;
            double c3 = v0 + v1 - 2 * way;
            position[j] = p0 + r * (v0 + r * (c2 + r * c3));
            velocity[j] = (v0 + r * (2 * c2 + 3 * r * c3)) / h;
            acceleration[j] = (2 * c2 + 6 * r * c3) / (h * h);
        }
    }

    private int cell(double seconds) {
        int low = 0;
        int high = times.length - 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (times[middle] <= seconds) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    public void save(CanonicalOutput out) {
        out.putStrings(names);
        out.putDoubles(times);
        out.putDoubles(positions);
        out.putDoubles(velocities);
    }

    public static JointTrajectory restore(CanonicalInput in) {
        return new JointTrajectory(in.getStrings(), in.getDoubles(), in.getDoubles(), in.getDoubles());
    }
}
