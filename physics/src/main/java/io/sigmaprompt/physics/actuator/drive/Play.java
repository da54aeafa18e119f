package io.sigmaprompt.physics.actuator.drive;

import io.sigmaprompt.physics.actuator.StraightLaw;

/**
 * Backlash as a dead band: inside it the rotor runs alone and no torque arrives; at either end it pushes, and only that
 * way (Nordin, Gutman, Controlling mechanical systems with backlash: a survey, Automatica 38(10), 2002, section 2). The rotor
 * comes to rest on the flank it meets. Its inertia stays with the joint's armature, in the play as well.
 */
final class Play {
    private final double half;
    /** How far the rotor is ahead of the joint, rad at the joint. */
    double offset;
    /** How fast that grows, rad/s; 0 on a flank. */
    double rate;

    Play(double backlash) {
        half = 0.5 * backlash;
    }

    /** Moves the rotor over a step and takes from the law what does not arrive (Modified). */
    void transmit(StraightLaw law, double dt, double armature) {
        if (half == 0) {
            return;
        }
        boolean pushes = law.force > 0 ? offset >= half : law.force < 0 && offset <= -half;
        if (pushes) {
            rate = 0;
            return;
        }
        rate += dt * law.force / (armature + dt * law.slope);
        offset += dt * rate;
        if (Math.abs(offset) >= half) {
            offset = offset > 0 ? half : -half;
            rate = 0;
        }
        law.set(0, 0);
    }
}
