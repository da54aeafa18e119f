package io.sigmaprompt.physics.world.drive;

import io.sigmaprompt.physics.actuator.servo.ServoBank;
import io.sigmaprompt.physics.dynamics.RobotDynamics;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.spatial.Cholesky;
import java.util.Arrays;

/**
 * What the robot that the controller believes in needs for the commanded motion: inverse dynamics at the present state with the commanded
 * acceleration of every drive, armature, and the believed joints' losses at the commanded velocity.
 *
 * <p>Freedoms without a drive (a floating base above all) take the acceleration that needs no effort of them, {@code
 * H_uu·a_u = -(h + H·a)_u}: a robot in free flight is not held up against a gravity it does not feel (hybrid dynamics;
 * Featherstone, Rigid Body Dynamics Algorithms, 2008, section 9.1).
 */
public final class FeedForward {
    private final RobotDynamics dynamics;
    private final Drives drives;
    private final ServoBank servos;
    private final JointLosses losses;
    private final MimicReduction mimics;
    private final int[] undriven;
    private final double[] massMatrix;
    private final double[] block;
    private final double[] right;
    private final double[] wanted;
    private final double[] needed;

    public FeedForward(
            RobotDynamics dynamics, Drives drives, ServoBank servos, JointLosses losses, MimicReduction mimics) {
        this.dynamics = dynamics;
        this.drives = drives;
        this.servos = servos;
        this.losses = losses;
        this.mimics = mimics;
        RobotModel model = dynamics.model();
        undriven = undriven(model);
        int nv = model.nv();
        massMatrix = new double[undriven.length > 0 ? nv * nv : 0];
        block = new double[undriven.length * undriven.length];
        right = new double[undriven.length];
        wanted = new double[nv];
        needed = new double[nv];
    }

    private static int[] undriven(RobotModel model) {
        boolean[] driven = new boolean[model.nv()];
        for (int j = 0; j < model.joints().size(); j++) {
            Joint joint = model.joints().get(j);
            if (joint.type().isScalar()) {
                driven[model.vIndex(j)] = true;
            }
        }
        int[] found = new int[model.nv()];
        int count = 0;
        for (int i = 0; i < driven.length; i++) {
            if (!driven[i]) {
                found[count++] = i;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** Takes the state q (nq), v (nv). */
    public void update(double[] q, double[] v) {
        Arrays.fill(wanted, 0);
        for (int d = 0; d < drives.count; d++) {
            wanted[drives.v[d]] = servos.commandedAcceleration(d);
        }
        mimics.followRates(wanted);
        dynamics.inverseDynamics(q, v, wanted, needed);
        if (undriven.length > 0) {
            releaseUndriven(q);
            dynamics.inverseDynamics(q, v, wanted, needed);
        }
        mimics.gather(needed);
    }

    private void releaseUndriven(double[] q) {
        dynamics.massMatrix(q, massMatrix);
        int n = undriven.length;
        int nv = wanted.length;
        for (int r = 0; r < n; r++) {
            right[r] = -needed[undriven[r]];
            for (int c = 0; c < n; c++) {
                block[n * r + c] = massMatrix[nv * undriven[r] + undriven[c]];
            }
        }
        int singular = Cholesky.factor(block, n);
        if (singular >= 0) {
            throw mimics.singular(mimics.coordinate[undriven[singular]]);
        }
        Cholesky.solve(block, n, right);
        for (int r = 0; r < n; r++) {
            wanted[undriven[r]] = right[r];
        }
    }

    /** Effort the drive should add to its feedback. */
    public double effort(int drive) {
        int i = drives.v[drive];
        return needed[i]
                + losses.believedArmature(drive) * servos.commandedAcceleration(drive)
                + losses.compensation(drive, servos.commandedVelocity(drive));
    }
}
