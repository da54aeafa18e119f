package io.sigmaprompt.physics.dynamics;

import io.sigmaprompt.physics.model.Frame;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;

/**
 * The dynamics of one robot under one gravity, {@code tau = M(q)·vdot + h(q, v)}.
 *
 * <p>Notation is that of Featherstone, Rigid Body Dynamics Algorithms, 2008. Spatial vectors have their angular part
 * first. The first six of v, vdot and tau of a floating base belong to the root link's frame: (angular, linear)
 * velocity, the <em>spatial</em> acceleration, and (moment about the link's origin, force). Rigid bodies only: no
 * armature, damping or friction unless given, and mimic joints move by themselves. Matrices are row-major. Frames'
 * velocities, accelerations and Jacobians are taken at the frame's origin and written in the world's axes, angular
 * first.
 *
 * <p>A derivative with respect to q is taken along the motion that v describes: column j is the rate of change where the
 * robot moves with v = e_j, so that it is nv wide like that with respect to v.
 *
 * <p>Methods allocate nothing, but for the first call of one whose kernel is still to be made. One thread at a time. Each
 * throws a {@link io.sigmaprompt.physics.model.BadInputException} where an array's length is wrong, or an entry of q is not
 * finite. An array that is written must be no other argument of the call.
 */
public interface RobotDynamics {
    /** The robot. */
    RobotModel model();

    /** Acceleration of free fall in the world frame, m/s². */
    Vec3 gravity();

    /** Which kernel computes: {@code "generic"} or {@code "compiled"}. */
    String kernel();

    /**
     * Where the links are.
     *
     * @param poses Modified. 12 a link: R (3 x 3, link to world), then the link's origin in the world, metres
     */
    void linkPoses(double[] q, double[] poses);

    /**
     * How the links move.
     *
     * @param velocities Modified. 6 a link, at the link's origin, world axes; rad/s and m/s
     */
    void linkVelocities(double[] q, double[] v, double[] velocities);

    /**
     * The geometric Jacobian J of a frame, whose velocity is {@code J·v}.
     *
     * @param jacobian Modified. 6 x nv
     */
    void frameJacobian(double[] q, Frame frame, double[] jacobian);

    /**
     * What a frame's velocity changes by where vdot is zero, {@code dJ/dt·v}: the frame's classical acceleration is {@code
     * J·vdot} plus this.
     *
     * @param out Modified. 6 numbers, rad/s² and m/s²
     */
    void frameBiasAcceleration(double[] q, double[] v, Frame frame, double[] out);

    /**
     * The centre of mass of the moving links.
     *
     * @param out Modified. 3 numbers, world, metres; NaN for a robot without moving mass
     */
    void centerOfMass(double[] q, double[] out);

    /**
     * The Jacobian of the centre of mass, whose velocity is {@code J·v}.
     *
     * @param jacobian Modified. 3 x nv, world axes; NaN for a robot without moving mass
     */
    void centerOfMassJacobian(double[] q, double[] jacobian);

    /**
     * The momentum about the centre of mass (Orin, Goswami, Lee, Centroidal dynamics of a humanoid robot, 2013).
     *
     * @param out Modified. angular (kg m²/s), then linear (kg m/s), world axes
     */
    void centroidalMomentum(double[] q, double[] v, double[] out);

    /**
     * The centroidal momentum matrix A, with {@code A·v} the centroidal momentum.
     *
     * @param matrix Modified. 6 x nv
     */
    void centroidalMomentumMatrix(double[] q, double[] matrix);

    /** Kinetic energy, joules. */
    double kineticEnergy(double[] q, double[] v);

    /** Potential energy, joules; zero with all mass at the world's origin. */
    double potentialEnergy(double[] q);

    /**
     * Inverse dynamics by the recursive Newton-Euler algorithm (Featherstone, table 5.1).
     *
     * @param tau Modified. generalised force (nv), N m and N
     */
    void inverseDynamics(double[] q, double[] v, double[] vdot, double[] tau);

    /**
     * Inverse dynamics of a robot that is touched.
     *
     * @param wrenches what acts on the links from outside, 6 a link: moment about the link's origin, force, link axes
     */
    void inverseDynamics(double[] q, double[] v, double[] vdot, double[] wrenches, double[] tau);

    /** What is needed to move on without acceleration: h(q, v), into {@code tau} (nv). */
    void biasForces(double[] q, double[] v, double[] tau);

    /** What is needed to stand still: h(q, 0), into {@code tau} (nv). */
    void gravityForces(double[] q, double[] tau);

    /**
     * Forward dynamics by the articulated-body algorithm (Featherstone, table 7.1).
     *
     * @param vdot Modified. rates of v (nv)
     * @throws io.sigmaprompt.physics.model.BadInputException if the mass matrix is singular, naming the joint
     */
    void forwardDynamics(double[] q, double[] v, double[] tau, double[] vdot);

    /**
     * Forward dynamics of a robot that is touched.
     *
     * @param wrenches as those of {@link #inverseDynamics(double[], double[], double[], double[], double[])}
     * @param vdot Modified. rates of v (nv)
     * @throws io.sigmaprompt.physics.model.BadInputException if the mass matrix is singular, naming the joint
     */
    void forwardDynamics(double[] q, double[] v, double[] tau, double[] wrenches, double[] vdot);

    /** Takes the state for the {@link #solve} calls that follow; other methods may forget it. */
    void update(double[] q, double[] v);

    /**
     * Solves {@code (M + diag(diagonal))·vdot = tau - h} at the state of the last {@link #update}.
     *
     * @param diagonal armature, and implicit damping times the step (nv), kg m² and kg, not negative
     * @param vdot Modified. rates of v (nv)
     * @throws io.sigmaprompt.physics.model.BadInputException if the matrix is singular, naming the joint
     */
    void solve(double[] tau, double[] diagonal, double[] vdot);

    /**
     * The mass matrix by the composite-rigid-body algorithm (Featherstone, table 6.2).
     *
     * @param matrix Modified. nv x nv, symmetric; kg m² and kg
     */
    void massMatrix(double[] q, double[] matrix);

    /**
     * Factors a mass matrix, {@code M = Lᵀ·D·L} with L unit lower triangular, along the branches of the tree alone
     * (Featherstone, section 6.5).
     *
     * @param matrix Modified. nv x nv; its lower triangle becomes L, its diagonal D
     * @throws io.sigmaprompt.physics.model.BadInputException if it is not positive definite, naming the joint
     */
    void factor(double[] matrix);

    /**
     * Solves {@code M·x = b}.
     *
     * @param factor what {@link #factor} made of M
     * @param b Modified. nv x columns; becomes x
     */
    void solveFactored(double[] factor, double[] b, int columns);

    /**
     * Derivatives of inverse dynamics (Carpentier, Mansard, Analytical derivatives of rigid body dynamics algorithms,
     * RSS 2018; Singh, Russo, Wensing, Efficient analytical derivatives of rigid-body dynamics using spatial vector
     * algebra, RA-L 2022). That with respect to vdot is the mass matrix.
     *
     * @param byQ Modified. nv x nv
     * @param byV Modified. nv x nv
     */
    void inverseDynamicsDerivatives(double[] q, double[] v, double[] vdot, double[] byQ, double[] byV);

    /**
     * Derivatives of forward dynamics, by those of inverse dynamics and the factored mass matrix.
     *
     * @param vdot Modified. forward dynamics itself (nv)
     * @param byQ Modified. nv x nv
     * @param byV Modified. nv x nv
     * @param byTau Modified. nv x nv, the inverse of the mass matrix
     * @throws io.sigmaprompt.physics.model.BadInputException if the mass matrix is singular, naming the joint
     */
    void forwardDynamicsDerivatives(
            double[] q, double[] v, double[] tau, double[] vdot, double[] byQ, double[] byV, double[] byTau);

    /** How many inertial parameters the moving bodies have, 10 each. */
    int parameterCount();

    /**
     * The inertial parameters pi, 10 a moving body in depth-first order: mass, first moments (3), and the inertia about
     * the origin (xx, xy, xz, yy, yz, zz) in the frame of the link that the body's joint carries; links that fixed joints
     * hold to it are counted in.
     *
     * @param parameters Modified. {@link #parameterCount} numbers
     */
    void parameters(double[] parameters);

    /**
     * The joint-torque regressor Y, {@code tau = Y(q, v, vdot)·pi} (Atkeson, An, Hollerbach, Estimation of inertial
     * parameters of manipulator loads and links, IJRR 1986).
     *
     * @param regressor Modified. nv x {@link #parameterCount}
     */
    void regressor(double[] q, double[] v, double[] vdot, double[] regressor);
}
