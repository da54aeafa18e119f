package io.sigmaprompt.physics.world.drive;

import io.sigmaprompt.physics.actuator.servo.ServoBank;

/**
 * The forces at the drives over one step (servo with saturation, friction, stops, damping), found together with the
 * acceleration they cause, because each depends on the velocity at the step's end.
 *
 * <p>Each force is a falling straight line over v⁺, cut off at its bounds. With every force on one of its pieces the
 * step is linear: the slopes, times dt, go on the mass matrix' diagonal. Pieces are guessed from the velocity and put
 * right until they fit (a semi-smooth Newton method on piecewise linear laws; Facchinei, Pang, Finite-Dimensional
 * Variational Inequalities, 2003, chapter 7). Should that go round in circles, from round {@link #ALL_AT_ONCE} on
 * only the first piece that does not fit is put right (Murty's least-index rule, which cannot circle where the matrix is
 * positive definite and the laws have one bend). {@link #PATIENCE} ends even that: from then
 * on saturated servos and touched stops stay so, and friction becomes a damper of the strength it has, which can only
 * take energy.
 */
public final class DriveForces {
    private static final int ALL_AT_ONCE = 6;
    private static final int PATIENCE = 30;

    private final Drives drives;
    private final ServoBank servos;
    private final JointLosses losses;
    private final JointStops stops;
    private final double[] tau;
    private final double[] diagonal;
    /** -1: at its lower bound, 0: on its slope, 1: at its upper bound. */
    private final int[] servoPiece;

    private final int[] frictionPiece;
    /** -1: lower stop touched, 0: free, 1: upper stop touched. */
    private final int[] stopPiece;

    private final double[] frictionSlope;
    private final double[] slowest;
    private final double[] fastest;
    /** Effort of each drive's actuator over the step. */
    public final double[] effort;
    /** What acts on the freedoms from outside (nv). */
    public final double[] external;
    /** Effort, friction, stop and what acts from outside, without damping and armature (nv), 0 where no drive is. */
    public final double[] held;

    public DriveForces(int nv, Drives drives, ServoBank servos, JointLosses losses, JointStops stops) {
        this.drives = drives;
        this.servos = servos;
        this.losses = losses;
        this.stops = stops;
        tau = new double[nv];
        diagonal = new double[nv];
        servoPiece = new int[drives.count];
        frictionPiece = new int[drives.count];
        stopPiece = new int[drives.count];
        frictionSlope = new double[drives.count];
        slowest = new double[drives.count];
        fastest = new double[drives.count];
        effort = new double[drives.count];
        external = new double[nv];
        held = new double[nv];
    }

    /**
     * Finds forces and acceleration of the step, with the servos prepared and the dynamics updated.
     *
     * @param vdot Modified. acceleration (nv)
     */
    public void solve(AccelerationSolver dynamics, double[] q, double[] v, double dt, double[] vdot) {
        guess(q, v, dt);
        boolean patient = true;
        int rounds = PATIENCE + 2 * drives.count + 1;
        for (int round = 0; round < rounds; round++) {
            assemble(v, dt);
            dynamics.solve(tau, diagonal, vdot);
            if (patient && round == PATIENCE) {
                patient = false;
                dampInsteadOfFriction(v, vdot, dt);
            } else if (!(patient ? mend(v, vdot, dt, round >= ALL_AT_ONCE) : restrict(v, vdot, dt))) {
                break;
            }
        }
        read(v, vdot, dt);
    }

    /** Whether the last solution has a joint on a stop. */
    public boolean touchesStop() {
        for (int piece : stopPiece) {
            if (piece != 0) {
                return true;
            }
        }
        return false;
    }

    private void guess(double[] q, double[] v, double dt) {
        for (int d = 0; d < drives.count; d++) {
            double speed = v[drives.v[d]];
            double position = q[drives.q[d]];
            slowest[d] = stops.slowest(d, position, dt);
            fastest[d] = stops.fastest(d, position, dt);
            servoPiece[d] = 0;
            frictionPiece[d] = speed > JointLosses.CREEP ? -1 : speed < -JointLosses.CREEP ? 1 : 0;
            frictionSlope[d] = losses.friction(d) / JointLosses.CREEP;
            stopPiece[d] = speed > fastest[d] ? 1 : speed < slowest[d] ? -1 : 0;
        }
    }

    private void assemble(double[] v, double dt) {
        System.arraycopy(external, 0, tau, 0, tau.length);
        for (int d = 0; d < drives.count; d++) {
            int i = drives.v[d];
            double constant;
            double slope = losses.damping[i];
            if (servoPiece[d] == 0) {
                constant = servos.offset(d);
                slope += servos.slope(d);
            } else {
                constant = servoPiece[d] * servos.limit(d);
            }
            if (frictionPiece[d] == 0) {
                slope += frictionSlope[d];
            } else {
                constant += frictionPiece[d] * losses.friction(d);
            }
            if (stopPiece[d] != 0) {
                double stiffness = stops.stiffness(d, dt);
                constant += stiffness * (stopPiece[d] > 0 ? fastest[d] : slowest[d]);
                slope += stiffness;
            }
            tau[i] = external[i] + constant - slope * v[i];
            diagonal[i] = losses.armature[i] + dt * slope;
        }
    }

    /** Puts pieces right that do not fit the velocity found, or only the first; false if all fitted. */
    private boolean mend(double[] v, double[] vdot, double dt, boolean onlyFirst) {
        boolean changed = false;
        for (int d = 0; d < drives.count && !(changed && onlyFirst); d++) {
            double next = v[drives.v[d]] + dt * vdot[drives.v[d]];
            int servo = servoPiece(d, next);
            int stop = stopPiece(d, next);
            int friction = piece(-frictionSlope[d] * next, losses.friction(d));
            if (stop != stopPiece[d]) {
                stopPiece[d] = stop;
                changed = true;
            }
            if (friction != frictionPiece[d] && !(changed && onlyFirst)) {
                frictionPiece[d] = towards(frictionPiece[d], friction);
                changed = true;
            }
            if (servo != servoPiece[d] && !(changed && onlyFirst)) {
                servoPiece[d] = towards(servoPiece[d], servo);
                changed = true;
            }
        }
        return changed;
    }

    /** Saturates servos and touches stops that do not fit, and lets none go; false if there were none. */
    private boolean restrict(double[] v, double[] vdot, double dt) {
        boolean changed = false;
        for (int d = 0; d < drives.count; d++) {
            double next = v[drives.v[d]] + dt * vdot[drives.v[d]];
            if (servoPiece[d] == 0 && servoPiece(d, next) != 0) {
                servoPiece[d] = servoPiece(d, next);
                changed = true;
            }
            if (stopPiece[d] == 0 && stopPiece(d, next) != 0) {
                stopPiece[d] = stopPiece(d, next);
                changed = true;
            }
        }
        return changed;
    }

    /** From one bound to the other the way leads over the slope, where a joint that comes to rest belongs. */
    private static int towards(int from, int to) {
        return from * to < 0 ? 0 : to;
    }

    private int servoPiece(int d, double next) {
        return piece(servos.offset(d) - servos.slope(d) * next, servos.limit(d));
    }

    private int stopPiece(int d, double next) {
        return next > fastest[d] ? 1 : next < slowest[d] ? -1 : 0;
    }

    private static int piece(double effort, double bound) {
        return effort > bound ? 1 : effort < -bound ? -1 : 0;
    }

    private void dampInsteadOfFriction(double[] v, double[] vdot, double dt) {
        for (int d = 0; d < drives.count; d++) {
            double speed = Math.abs(v[drives.v[d]] + dt * vdot[drives.v[d]]);
            frictionPiece[d] = 0;
            frictionSlope[d] = losses.friction(d) / Math.max(speed, JointLosses.CREEP);
        }
    }

    private void read(double[] v, double[] vdot, double dt) {
        System.arraycopy(external, 0, held, 0, held.length);
        for (int d = 0; d < drives.count; d++) {
            int i = drives.v[d];
            double next = v[i] + dt * vdot[i];
            double limit = servos.limit(d);
            double servo = servoPiece[d] == 0 ? servos.offset(d) - servos.slope(d) * next : servoPiece[d] * limit;
            effort[d] = Math.max(-limit, Math.min(limit, servo));
            double friction = frictionPiece[d] == 0 ? -frictionSlope[d] * next : frictionPiece[d] * losses.friction(d);
            double stop = 0;
            if (stopPiece[d] != 0) {
                stop = stops.stiffness(d, dt) * ((stopPiece[d] > 0 ? fastest[d] : slowest[d]) - next);
            }
            held[i] = external[i] + effort[d] + friction + stop;
        }
    }
}
