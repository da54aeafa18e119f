package io.sigmaprompt.physics.world;

import io.sigmaprompt.physics.actuator.ServoBank;
import io.sigmaprompt.physics.dynamics.RecursiveNewtonEuler;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;

/**
 * What the nominal robot needs for the commanded motion: inverse dynamics at the present state with the commanded
 * acceleration of every drive, armature, and the nominal joints' losses at the commanded velocity. Freedoms without a
 * drive (a floating base above all) are taken to go on with the acceleration they had.
 */
final class FeedForward {
    private final Drives drives;
    private final ServoBank servos;
    private final JointLosses losses;
    private final MimicReduction mimics;
    private final RecursiveNewtonEuler newtonEuler;
    private final double[] wanted;
    private final double[] needed;

    FeedForward(
            RobotModel model,
            Vec3 gravity,
            Drives drives,
            ServoBank servos,
            JointLosses losses,
            MimicReduction mimics) {
        this.drives = drives;
        this.servos = servos;
        this.losses = losses;
        this.mimics = mimics;
        newtonEuler = new RecursiveNewtonEuler(model, gravity);
        wanted = new double[model.nv()];
        needed = new double[model.nv()];
    }

    /** Takes the state q (nq), v (nv) and the last acceleration (nv). */
    void update(double[] q, double[] v, double[] vdot) {
        System.arraycopy(vdot, 0, wanted, 0, wanted.length);
        for (int d = 0; d < drives.count; d++) {
            wanted[drives.v[d]] = servos.commandedAcceleration(d);
        }
        mimics.followRates(wanted);
        newtonEuler.inverseDynamics(q, v, wanted, needed);
        mimics.gather(needed);
    }

    /** Effort the drive should add to its feedback. */
    double effort(int drive) {
        int i = drives.v[drive];
        return needed[i]
                + losses.armature[i] * servos.commandedAcceleration(drive)
                + losses.compensation(drive, servos.commandedVelocity(drive));
    }
}
