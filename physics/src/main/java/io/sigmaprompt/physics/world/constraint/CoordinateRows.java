package io.sigmaprompt.physics.world.constraint;

import io.sigmaprompt.physics.constraint.ConstraintKind;
import io.sigmaprompt.physics.constraint.ConstraintSet;
import io.sigmaprompt.physics.constraint.CoordinateConstraint;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.world.description.WorldRobot;
import io.sigmaprompt.physics.world.snapshot.StateReader;
import io.sigmaprompt.physics.world.snapshot.StateWriter;
import java.util.Arrays;

/** The rows of one constraint on a robot's scalar coordinates: a coupling, a mimic joint, a tendon's limits. */
public final class CoordinateRows {
    private final CoordinateConstraint constraint;
    private final WorldRobot robot;
    private final FreedomRows rows;
    private final int[] freedoms;
    private final double[] residual;
    private final double[] jacobian;
    private final double[] coefficients;
    private final double[] q;
    private final double[] force;
    private final int[] row;
    public boolean active;

    public CoordinateRows(CoordinateConstraint constraint, WorldRobot robot, FreedomRows rows) {
        this.constraint = constraint;
        this.robot = robot;
        this.rows = rows;
        active = constraint.active();
        int size = constraint.supportSize();
        freedoms = new int[size];
        for (int k = 0; k < size; k++) {
            freedoms[k] = robot.vOffset() + constraint.support(k);
        }
        if (rows.treeCount(freedoms, size) > 2) {
            throw new BadInputException(
                    "robot '" + robot.model().name() + "', " + constraint.name(),
                    "it couples joints of more than two separate mechanisms",
                    "Couple two at a time, or hang the mechanisms on a common moving link.");
        }
        residual = new double[constraint.rows()];
        jacobian = new double[constraint.rows() * size];
        coefficients = new double[size];
        q = new double[robot.model().nq()];
        force = new double[constraint.rows()];
        row = new int[constraint.rows()];
    }

    public String name() {
        return constraint.name();
    }

    public boolean bilateral() {
        return constraint.bilateral();
    }

    /** How far it is violated, radians or metres. */
    public double evaluate(double[] worldQ) {
        System.arraycopy(worldQ, robot.qOffset(), q, 0, q.length);
        constraint.evaluate(q, residual, jacobian);
        double worst = 0;
        for (double r : residual) {
            worst = Math.max(worst, bilateral() ? Math.abs(r) : -r);
        }
        return worst;
    }

    public void build(ConstraintSet set, double[] worldQ, double dt) {
        evaluate(worldQ);
        for (int r = 0; r < row.length; r++) {
            row[r] = -1;
            if (bilateral() || residual[r] < constraint.margin() + 1e-3) {
                row[r] = add(set, r);
                set.bias[set.row[row[r]]] = bilateral() ? 0 : Math.max(0, residual[r]) / dt;
                set.lambda[set.row[row[r]]] = dt * force[r];
            }
        }
    }

    private int add(ConstraintSet set, int r) {
        System.arraycopy(jacobian, r * freedoms.length, coefficients, 0, freedoms.length);
        ConstraintKind kind = bilateral() ? ConstraintKind.BILATERAL : ConstraintKind.UNILATERAL;
        return rows.add(set, kind, freedoms, coefficients, freedoms.length);
    }

    /** Adds the rows of a shift that takes the present violation back. */
    public void correct(ConstraintSet set, double[] worldQ, Recovery recovery) {
        evaluate(worldQ);
        for (int r = 0; r < row.length; r++) {
            row[r] = -1;
            if (bilateral() || residual[r] < recovery.reach()) {
                row[r] = add(set, r);
                set.bias[set.row[row[r]]] = bilateral() ? residual[r] : recovery.bias(residual[r]);
            }
        }
    }

    /** Sets the present violation again into rows that were built at an earlier place. */
    public void renew(ConstraintSet set, double[] worldQ) {
        evaluate(worldQ);
        for (int r = 0; r < row.length; r++) {
            if (row[r] >= 0 && bilateral()) {
                set.bias[set.row[row[r]]] = residual[r];
            }
        }
    }

    public void collect(ConstraintSet set, double dt, boolean[] touched) {
        for (int r = 0; r < row.length; r++) {
            force[r] = row[r] < 0 ? 0 : set.lambda[set.row[row[r]]] / dt;
            if (force[r] != 0) {
                touched[set.firstBlock[row[r]]] = true;
                int second = set.secondBlock[row[r]];
                if (second >= 0) {
                    touched[second] = true;
                }
            }
        }
    }

    public void save(StateWriter out) {
        out.put(active ? 1 : 0);
        out.put(force, 0, force.length);
    }

    public void restore(StateReader in) {
        active = in.flag();
        in.get(force, 0, force.length);
    }

    public void clear() {
        Arrays.fill(force, 0);
    }
}
