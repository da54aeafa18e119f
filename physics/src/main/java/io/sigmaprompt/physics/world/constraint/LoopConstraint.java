package io.sigmaprompt.physics.world.constraint;

import io.sigmaprompt.physics.constraint.ConstraintKind;
import io.sigmaprompt.physics.constraint.ConstraintSet;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.spatial.Rotation;
import io.sigmaprompt.physics.spatial.SpatialTransform;
import io.sigmaprompt.physics.world.snapshot.StateReader;
import io.sigmaprompt.physics.world.snapshot.StateWriter;
import java.util.Arrays;

/** Two frames whose origins coincide (connect), or that coincide (weld). */
public final class LoopConstraint {
    private final String name;
    private final int first;
    private final int second;
    /** The frames in their bodies, or in the world where the body never moves: 12 each. */
    private final double[] local = new double[24];

    private final boolean weld;
    private final double[] world = new double[24];
    private final double[] error = new double[6];
    private final double[] wrenches = new double[18];
    /** Forces of the last step, the next one's guess. */
    private final double[] force = new double[6];

    private int point = -1;
    private int turn = -1;
    public boolean active;

    public LoopConstraint(
            String name, boolean active, int first, Pose inFirst, int second, Pose inSecond, boolean weld) {
        this.name = name;
        this.active = active;
        this.first = first;
        this.second = second;
        this.weld = weld;
        write(inFirst, 0);
        write(inSecond, 12);
    }

    private void write(Pose pose, int o) {
        Rotation.fromQuaternion(new double[] {pose.qx(), pose.qy(), pose.qz(), pose.qw()}, 0, local, o);
        local[o + 9] = pose.x();
        local[o + 10] = pose.y();
        local[o + 11] = pose.z();
    }

    public String name() {
        return name;
    }

    /** How far the frames are apart: metres, and of a weld radians, whichever is more. */
    public double evaluate(double[] poses) {
        frame(first, 0, poses);
        frame(second, 12, poses);
        double worst = 0;
        for (int k = 0; k < 3; k++) {
            error[k] = world[21 + k] - world[9 + k];
            worst = Math.max(worst, Math.abs(error[k]));
        }
        if (weld) {
            // Half the sum of the axes' cross products: the rotation vector from first to second, to third order.
            for (int k = 0; k < 3; k++) {
                int i = (k + 1) % 3;
                int j = (k + 2) % 3;
                double sum = 0;
                for (int a = 0; a < 3; a++) {
                    sum += world[3 * i + a] * world[12 + 3 * j + a] - world[3 * j + a] * world[12 + 3 * i + a];
                }
                error[3 + k] = 0.5 * sum;
                worst = Math.max(worst, Math.abs(error[3 + k]));
            }
        }
        return worst;
    }

    private void frame(int body, int o, double[] poses) {
        if (body < 0) {
            System.arraycopy(local, o, world, o, 12);
        } else {
            SpatialTransform.compose(poses, 12 * body, local, o, world, o);
        }
    }

    /**
     * Adds the rows: of a velocity that is to be zero, or of a shift that takes the present error back.
     *
     * @param correcting whether of a shift
     */
    public void build(ConstraintSet set, PairRows rows, double[] poses, double dt, boolean correcting) {
        evaluate(poses);
        double px = 0.5 * (world[9] + world[21]);
        double py = 0.5 * (world[10] + world[22]);
        double pz = 0.5 * (world[11] + world[23]);
        for (int k = 0; k < 3; k++) {
            double x = k == 0 ? 1 : 0;
            double y = k == 1 ? 1 : 0;
            double z = k == 2 ? 1 : 0;
            int o = 6 * k;
            wrenches[o] = py * z - pz * y;
            wrenches[o + 1] = pz * x - px * z;
            wrenches[o + 2] = px * y - py * x;
            wrenches[o + 3] = x;
            wrenches[o + 4] = y;
            wrenches[o + 5] = z;
        }
        point = add(set, rows, 0, dt, correcting);
        if (weld) {
            Arrays.fill(wrenches, 0);
            wrenches[0] = 1;
            wrenches[7] = 1;
            wrenches[14] = 1;
            turn = add(set, rows, 3, dt, correcting);
        }
    }

    private int add(ConstraintSet set, PairRows rows, int o, double dt, boolean correcting) {
        int c = rows.add(set, ConstraintKind.BILATERAL, 3, first, second, wrenches);
        for (int k = 0; k < 3; k++) {
            set.bias[set.row[c] + k] = correcting ? error[o + k] : 0;
            set.lambda[set.row[c] + k] = correcting ? 0 : dt * force[o + k];
        }
        return c;
    }

    /** Sets the present error again into rows that were built at an earlier place. */
    public void renew(ConstraintSet set, double[] poses) {
        evaluate(poses);
        for (int k = 0; k < 3; k++) {
            set.bias[set.row[point] + k] = error[k];
            set.lambda[set.row[point] + k] = 0;
            if (weld) {
                set.bias[set.row[turn] + k] = error[3 + k];
                set.lambda[set.row[turn] + k] = 0;
            }
        }
    }

    public void collect(ConstraintSet set, double dt, boolean[] touched) {
        for (int k = 0; k < 3; k++) {
            force[k] = set.lambda[set.row[point] + k] / dt;
            force[3 + k] = weld ? set.lambda[set.row[turn] + k] / dt : 0;
        }
        touched[set.firstBlock[point]] = true;
        if (set.secondBlock[point] >= 0) {
            touched[set.secondBlock[point]] = true;
        }
    }

    /**
     * Adds what it did in the last step to what acts on its bodies, which stand where they stood at its start.
     *
     * @param out Modified. 6 a body: moment about its origin, N m, and force, N; world axes
     */
    public void addWrenches(double[] poses, double[] out) {
        addWrench(second, 1, poses, out);
        addWrench(first, -1, poses, out);
    }

    private void addWrench(int body, double sign, double[] poses, double[] out) {
        if (body < 0) {
            return;
        }
        int p = 12 * body + 9;
        double x = 0.5 * (world[9] + world[21]) - poses[p];
        double y = 0.5 * (world[10] + world[22]) - poses[p + 1];
        double z = 0.5 * (world[11] + world[23]) - poses[p + 2];
        int o = 6 * body;
        out[o] += sign * (force[3] + y * force[2] - z * force[1]);
        out[o + 1] += sign * (force[4] + z * force[0] - x * force[2]);
        out[o + 2] += sign * (force[5] + x * force[1] - y * force[0]);
        for (int k = 0; k < 3; k++) {
            out[o + 3 + k] += sign * force[k];
        }
    }

    public void save(StateWriter out) {
        out.put(active ? 1 : 0);
        out.put(force, 0, 6);
    }

    public void restore(StateReader in) {
        active = in.flag();
        in.get(force, 0, 6);
    }

    public void clear() {
        Arrays.fill(force, 0);
    }
}
