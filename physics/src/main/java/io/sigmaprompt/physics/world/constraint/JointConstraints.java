package io.sigmaprompt.physics.world.constraint;

import io.sigmaprompt.physics.actuator.GearedElement;
import io.sigmaprompt.physics.constraint.ConstraintKind;
import io.sigmaprompt.physics.constraint.ConstraintSet;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.world.description.WorldRobot;
import io.sigmaprompt.physics.world.snapshot.StateReader;
import io.sigmaprompt.physics.world.snapshot.StateWriter;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Limits and dry friction of all scalar joints (friction also of joints with more freedoms). */
public final class JointConstraints {
    /** A drive whose friction is a constraint's, and its entry of the world's v. */
    public record DriveFreedom(int v, GearedElement drive) {}

    private final FreedomRows rows;
    private final int[] limitQ;
    private final int[] limitV;
    private final double[] lower;
    private final double[] upper;
    private final int[] frictionV;
    private final double[] friction;
    /** Forces of the last step, the next one's guess: two a limited joint, one a friction. */
    private final double[] limitForce;

    private final double[] frictionForce;
    private final int[] limitRow;
    private final int[] frictionRow;

    /** The drive whose friction this is; null where it is the joint's own. */
    private final @Nullable GearedElement[] drive;

    public JointConstraints(List<WorldRobot> robots, List<DriveFreedom> drives, FreedomRows rows) {
        this.rows = rows;
        int limited = 0;
        int rubbing = drives.size();
        for (WorldRobot robot : robots) {
            for (Joint joint : robot.model().joints()) {
                limited += isLimited(joint) ? 1 : 0;
                rubbing += joint.dynamics().friction() > 0 ? joint.type().velocities() : 0;
            }
        }
        limitQ = new int[limited];
        limitV = new int[limited];
        lower = new double[limited];
        upper = new double[limited];
        frictionV = new int[rubbing];
        friction = new double[rubbing];
        drive = new GearedElement[rubbing];
        limitForce = new double[2 * limited];
        frictionForce = new double[rubbing];
        limitRow = new int[2 * limited];
        frictionRow = new int[rubbing];
        int l = 0;
        int f = 0;
        for (DriveFreedom of : drives) {
            frictionV[f] = of.v();
            drive[f++] = of.drive();
        }
        for (WorldRobot robot : robots) {
            for (int j = 0; j < robot.model().joints().size(); j++) {
                Joint joint = robot.model().joints().get(j);
                int v = robot.vOffset() + robot.model().vIndex(j);
                if (isLimited(joint)) {
                    limitQ[l] = robot.qOffset() + robot.model().qIndex(j);
                    limitV[l] = v;
                    lower[l] = joint.limits().lower();
                    upper[l++] = joint.limits().upper();
                }
                for (int k = 0;
                        joint.dynamics().friction() > 0 && k < joint.type().velocities();
                        k++) {
                    frictionV[f] = v + k;
                    friction[f++] = joint.dynamics().friction();
                }
            }
        }
    }

    private static boolean isLimited(Joint joint) {
        return joint.type().isScalar()
                && joint.mimic() == null
                && (joint.limits().lower() > Double.NEGATIVE_INFINITY
                        || joint.limits().upper() < Double.POSITIVE_INFINITY);
    }

    /**
     * Adds what may act in the step.
     *
     * @param freeVelocity v at its end without constraints
     */
    public void build(ConstraintSet set, double[] q, double[] v, double[] freeVelocity, double dt) {
        for (int i = 0; i < limitQ.length; i++) {
            double position = q[limitQ[i]];
            double reach = dt * (Math.abs(v[limitV[i]]) + Math.abs(freeVelocity[limitV[i]])) + 1e-3;
            limitRow[2 * i] = limit(set, 2 * i, limitV[i], 1, position - lower[i], reach, dt);
            limitRow[2 * i + 1] = limit(set, 2 * i + 1, limitV[i], -1, upper[i] - position, reach, dt);
        }
        for (int i = 0; i < frictionV.length; i++) {
            GearedElement of = drive[i];
            double greatest = of == null ? friction[i] : of.stickingFriction();
            if (!(greatest > 0)) {
                frictionRow[i] = -1;
                continue;
            }
            int c = rows.add(set, ConstraintKind.DRY_FRICTION, frictionV[i], 1);
            set.bound[c] = dt * greatest;
            set.lambda[set.row[c]] = dt * frictionForce[i];
            frictionRow[i] = c;
        }
    }

    private int limit(ConstraintSet set, int i, int freedom, double sign, double distance, double reach, double dt) {
        if (!(distance < reach)) {
            return -1;
        }
        int c = rows.add(set, ConstraintKind.UNILATERAL, freedom, sign);
        set.bias[set.row[c]] = Math.max(0, distance) / dt;
        set.lambda[set.row[c]] = dt * limitForce[i];
        return c;
    }

    public void collect(ConstraintSet set, double dt, boolean[] touched) {
        for (int i = 0; i < limitRow.length; i++) {
            double impulse = limitRow[i] < 0 ? 0 : set.lambda[set.row[limitRow[i]]];
            limitForce[i] = impulse / dt;
            if (impulse > 0) {
                touched[set.firstBlock[limitRow[i]]] = true;
            }
        }
        for (int i = 0; i < frictionRow.length; i++) {
            if (frictionRow[i] < 0) {
                frictionForce[i] = 0;
                continue;
            }
            frictionForce[i] = set.lambda[set.row[frictionRow[i]]] / dt;
            touched[set.firstBlock[frictionRow[i]]] = true;
        }
    }

    /** The deepest violation of a limit, radians or metres; 0 where none is violated. */
    public double violation(double[] q) {
        double worst = 0;
        for (int i = 0; i < limitQ.length; i++) {
            worst = Math.max(worst, Math.max(lower[i] - q[limitQ[i]], q[limitQ[i]] - upper[i]));
        }
        return worst;
    }

    /** Adds rows that keep limits, or take back what is beyond them, of a change of position. */
    public void correct(ConstraintSet set, double[] q, Recovery recovery) {
        for (int i = 0; i < limitQ.length; i++) {
            correct(set, limitV[i], 1, q[limitQ[i]] - lower[i], recovery);
            correct(set, limitV[i], -1, upper[i] - q[limitQ[i]], recovery);
        }
    }

    private void correct(ConstraintSet set, int freedom, double sign, double distance, Recovery recovery) {
        if (distance < recovery.reach()) {
            int c = rows.add(set, ConstraintKind.UNILATERAL, freedom, sign);
            set.bias[set.row[c]] = recovery.bias(distance);
        }
    }

    public void clear() {
        Arrays.fill(limitForce, 0);
        Arrays.fill(frictionForce, 0);
    }

    public void save(StateWriter out) {
        out.put(limitForce, 0, limitForce.length);
        out.put(frictionForce, 0, frictionForce.length);
    }

    public void restore(StateReader in) {
        in.get(limitForce, 0, limitForce.length);
        in.get(frictionForce, 0, frictionForce.length);
    }
}
