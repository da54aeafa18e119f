package io.sigmaprompt.physics.codegen;

import io.sigmaprompt.physics.dynamics.AccelerationDerivatives;
import io.sigmaprompt.physics.dynamics.ArgumentCheck;
import io.sigmaprompt.physics.dynamics.GenericDynamics;
import io.sigmaprompt.physics.dynamics.Gravity;
import io.sigmaprompt.physics.dynamics.PivotCheck;
import io.sigmaprompt.physics.dynamics.RobotDynamics;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Frame;
import io.sigmaprompt.physics.model.ModelHash;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.spatial.SpatialTransform;
import io.sigmaprompt.physics.spatial.Trig;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The dynamics of one robot by kernels that are generated for it: straight-line code with the robot's constants folded,
 * zeros dropped, common subexpressions shared and welded links lumped. Each is made when it is first wanted, and kept for
 * all robots of the same content. Agrees with {@link GenericDynamics} to rounding, and with itself to the bit wherever it
 * runs. An array that is written must be no other argument of the call.
 */
public final class CompiledDynamics implements RobotDynamics {
    /** The system property that decides: {@code generic} switches compiled kernels off. */
    public static final String SWITCH = "sigma.dynamics";

    /** Freedoms up to which systems of equations are written out too; beyond, loops over columns are faster. */
    static final int WRITTEN_OUT = 12;

    /**
     * Where a robot has more pairs of freedoms on one branch than this, as a chain of 64 joints has, what has a number for
     * each pair (mass matrix, derivatives, regressor) is left to the generic kernel: written out it would take megabytes
     * and seconds to load.
     */
    private static final int MOST_BRANCH_PAIRS = 2048;

    /** Bodies on one branch up to which kernels are made: the programs' builders call themselves from body to body. */
    private static final int DEEPEST = 400;

    private static final double[] NONE = {};

    private final GenericDynamics generic;
    private final ArgumentCheck check;
    private final String content;
    private final ReducedTree tree;
    private final FrameGeometry frames;
    private final AccelerationDerivatives derivatives;
    private final int links;
    private final int nv;
    private final @Nullable LoadedKernel[] kernels = new LoadedKernel[KernelKind.values().length];
    /** Whether what grows with the pairs of freedoms is compiled, too. */
    private final boolean pairwise;

    private final double[] trig;
    private double[] work = NONE;
    private final double[] pivots;
    private final PivotCheck pivotCheck;
    private final double[] scalar = new double[1];
    /** The state of the last update, which the staged kernel goes on from. */
    private final double[] heldQ;

    private final double[] heldV;
    private final double[] heldTrig;
    private double[] heldWork = NONE;

    private CompiledDynamics(RobotModel model, Vec3 gravity) {
        generic = new GenericDynamics(model, gravity);
        check = new ArgumentCheck(model);
        content = ModelHash.of(model) + gravity;
        tree = new ReducedTree(model);
        frames = new FrameGeometry(tree);
        derivatives = new AccelerationDerivatives(model);
        links = model.links().size();
        nv = model.nv();
        pairwise = isPairwise(model);
        trig = new double[2 * tree.angles.length];
        pivots = new double[nv];
        pivotCheck = new PivotCheck(model);
        heldQ = new double[model.nq()];
        heldV = new double[nv];
        heldTrig = trig.clone();
        kernel(KernelKind.POTENTIAL_ENERGY);
    }

    private static boolean isTooDeep(RobotModel model) {
        return ReducedTree.depth(model) > DEEPEST;
    }

    private static boolean isPairwise(RobotModel model) {
        return ReducedTree.branchPairs(model) <= MOST_BRANCH_PAIRS;
    }

    /** Whether a robot is small enough for a kernel; the generic one does its work otherwise. */
    static boolean isMade(RobotModel model, KernelKind kind) {
        return !isTooDeep(model) && (isPairwise(model) || !kind.growsWithPairs());
    }

    /** The dynamics of a robot under 9.81 m/s² along the world's -z. */
    public static RobotDynamics of(RobotModel model) {
        return of(model, Gravity.STANDARD);
    }

    /**
     * The dynamics of a robot: compiled, or generic where kernels cannot be loaded, {@link #SWITCH} says so, or more than
     * 400 moving bodies hang on each other.
     *
     * @param gravity acceleration of free fall in the world frame, m/s²
     * @throws BadInputException if a link has a mass or inertia that is none
     */
    public static RobotDynamics of(RobotModel model, Vec3 gravity) {
        if (!"generic".equals(System.getProperty(SWITCH)) && !isTooDeep(model)) {
            try {
                return new CompiledDynamics(model, gravity);
            } catch (IllegalStateException | LinkageError e) {
                // A Java machine that loads no classes at run time: RobotDynamics.kernel says which one it became.
                return new GenericDynamics(model, gravity);
            }
        }
        return new GenericDynamics(model, gravity);
    }

    @Override
    public RobotModel model() {
        return generic.model();
    }

    @Override
    public Vec3 gravity() {
        return generic.gravity();
    }

    @Override
    public String kernel() {
        return "compiled";
    }

    @Override
    public void linkPoses(double[] q, double[] poses) {
        check.configuration(q);
        check.length("poses", poses, SpatialTransform.SIZE * links, "12 x links");
        run(KernelKind.LINK_POSES, q, NONE, NONE, NONE, poses, NONE);
    }

    @Override
    public void linkVelocities(double[] q, double[] v, double[] velocities) {
        check.configuration(q);
        check.freedoms("v", v);
        check.length("velocities", velocities, 6 * links, "6 x links");
        run(KernelKind.LINK_VELOCITIES, q, v, NONE, NONE, velocities, NONE);
    }

    @Override
    public void frameJacobian(double[] q, Frame frame, double[] jacobian) {
        check.configuration(q);
        check.length("jacobian", jacobian, 6 * nv, "6 x nv");
        frames.check(frame);
        run(KernelKind.SCREWS, q, NONE, NONE, NONE, frames.screws, frames.poses);
        frames.jacobian(frame, jacobian);
    }

    @Override
    public void frameBiasAcceleration(double[] q, double[] v, Frame frame, double[] out) {
        check.configuration(q);
        check.freedoms("v", v);
        check.length("out", out, 6, "angular, linear");
        frames.check(frame);
        run(KernelKind.BODY_MOTIONS, q, v, NONE, NONE, frames.motions, frames.poses);
        frames.biasAcceleration(frame, out);
    }

    @Override
    public void centerOfMass(double[] q, double[] out) {
        check.configuration(q);
        check.length("out", out, 3, "x, y, z");
        run(KernelKind.CENTER_OF_MASS, q, NONE, NONE, NONE, out, NONE);
    }

    @Override
    public void centerOfMassJacobian(double[] q, double[] jacobian) {
        check.configuration(q);
        check.length("jacobian", jacobian, 3 * nv, "3 x nv");
        run(KernelKind.CENTER_OF_MASS_JACOBIAN, q, NONE, NONE, NONE, jacobian, NONE);
    }

    @Override
    public void centroidalMomentum(double[] q, double[] v, double[] out) {
        check.configuration(q);
        check.freedoms("v", v);
        check.length("out", out, 6, "angular, linear");
        run(KernelKind.CENTROIDAL_MOMENTUM, q, v, NONE, NONE, out, NONE);
    }

    @Override
    public void centroidalMomentumMatrix(double[] q, double[] matrix) {
        check.configuration(q);
        check.length("matrix", matrix, 6 * nv, "6 x nv");
        run(KernelKind.CENTROIDAL_MOMENTUM_MATRIX, q, NONE, NONE, NONE, matrix, NONE);
    }

    @Override
    public double kineticEnergy(double[] q, double[] v) {
        check.configuration(q);
        check.freedoms("v", v);
        run(KernelKind.KINETIC_ENERGY, q, v, NONE, NONE, scalar, NONE);
        return scalar[0];
    }

    @Override
    public double potentialEnergy(double[] q) {
        check.configuration(q);
        run(KernelKind.POTENTIAL_ENERGY, q, NONE, NONE, NONE, scalar, NONE);
        return scalar[0];
    }

    @Override
    public void inverseDynamics(double[] q, double[] v, double[] vdot, double[] tau) {
        check.configuration(q);
        check.freedoms("v", v);
        check.freedoms("vdot", vdot);
        check.freedoms("tau", tau);
        run(KernelKind.INVERSE_DYNAMICS, q, v, vdot, NONE, tau, NONE);
    }

    @Override
    public void inverseDynamics(double[] q, double[] v, double[] vdot, double[] wrenches, double[] tau) {
        check.configuration(q);
        check.freedoms("v", v);
        check.freedoms("vdot", vdot);
        check.length("wrenches", wrenches, 6 * links, "6 x links");
        check.freedoms("tau", tau);
        run(KernelKind.TOUCHED_INVERSE_DYNAMICS, q, v, vdot, wrenches, tau, NONE);
    }

    @Override
    public void biasForces(double[] q, double[] v, double[] tau) {
        check.configuration(q);
        check.freedoms("v", v);
        check.freedoms("tau", tau);
        run(KernelKind.BIAS_FORCES, q, v, NONE, NONE, tau, NONE);
    }

    @Override
    public void gravityForces(double[] q, double[] tau) {
        check.configuration(q);
        check.freedoms("tau", tau);
        run(KernelKind.GRAVITY_FORCES, q, NONE, NONE, NONE, tau, NONE);
    }

    @Override
    public void forwardDynamics(double[] q, double[] v, double[] tau, double[] vdot) {
        check.configuration(q);
        check.freedoms("v", v);
        check.freedoms("tau", tau);
        check.freedoms("vdot", vdot);
        run(KernelKind.FORWARD_DYNAMICS, q, v, tau, NONE, vdot, pivots);
        checkPivots();
    }

    @Override
    public void forwardDynamics(double[] q, double[] v, double[] tau, double[] wrenches, double[] vdot) {
        check.configuration(q);
        check.freedoms("v", v);
        check.freedoms("tau", tau);
        check.length("wrenches", wrenches, 6 * links, "6 x links");
        check.freedoms("vdot", vdot);
        run(KernelKind.TOUCHED_FORWARD_DYNAMICS, q, v, tau, wrenches, vdot, pivots);
        checkPivots();
    }

    @Override
    public void update(double[] q, double[] v) {
        check.configuration(q);
        check.freedoms("v", v);
        System.arraycopy(q, 0, heldQ, 0, q.length);
        System.arraycopy(v, 0, heldV, 0, v.length);
        LoadedKernel staged = kernel(KernelKind.STAGED_FORWARD_DYNAMICS);
        Trig.sincos(heldQ, tree.angles, heldTrig);
        staged.kernel().prepare(heldQ, heldV, NONE, NONE, heldTrig, NONE, NONE, heldWork);
    }

    @Override
    public void solve(double[] tau, double[] diagonal, double[] vdot) {
        check.freedoms("tau", tau);
        check.freedoms("diagonal", diagonal);
        check.freedoms("vdot", vdot);
        LoadedKernel staged = kernel(KernelKind.STAGED_FORWARD_DYNAMICS);
        staged.kernel().run(heldQ, heldV, tau, diagonal, heldTrig, vdot, pivots, heldWork);
        checkPivots();
    }

    @Override
    public void massMatrix(double[] q, double[] matrix) {
        if (!pairwise) {
            generic.massMatrix(q, matrix);
            return;
        }
        check.configuration(q);
        check.length("matrix", matrix, nv * nv, "nv x nv");
        Arrays.fill(matrix, 0);
        run(KernelKind.MASS_MATRIX, q, NONE, NONE, NONE, matrix, NONE);
    }

    @Override
    public void factor(double[] matrix) {
        generic.factor(matrix);
    }

    @Override
    public void solveFactored(double[] factor, double[] b, int columns) {
        generic.solveFactored(factor, b, columns);
    }

    @Override
    public void inverseDynamicsDerivatives(double[] q, double[] v, double[] vdot, double[] byQ, double[] byV) {
        if (!pairwise) {
            generic.inverseDynamicsDerivatives(q, v, vdot, byQ, byV);
            return;
        }
        check.configuration(q);
        check.freedoms("v", v);
        check.freedoms("vdot", vdot);
        check.length("byQ", byQ, nv * nv, "nv x nv");
        check.length("byV", byV, nv * nv, "nv x nv");
        Arrays.fill(byQ, 0);
        Arrays.fill(byV, 0);
        run(KernelKind.INVERSE_DYNAMICS_DERIVATIVES, q, v, vdot, NONE, byQ, byV);
    }

    @Override
    public void forwardDynamicsDerivatives(
            double[] q, double[] v, double[] tau, double[] vdot, double[] byQ, double[] byV, double[] byTau) {
        if (!pairwise) {
            generic.forwardDynamicsDerivatives(q, v, tau, vdot, byQ, byV, byTau);
            return;
        }
        check.length("byQ", byQ, nv * nv, "nv x nv");
        check.length("byV", byV, nv * nv, "nv x nv");
        check.length("byTau", byTau, nv * nv, "nv x nv");
        forwardDynamics(q, v, tau, vdot);
        Arrays.fill(byQ, 0);
        Arrays.fill(byV, 0);
        Arrays.fill(byTau, 0);
        if (nv <= WRITTEN_OUT) {
            run(KernelKind.FORWARD_DYNAMICS_DERIVATIVES, q, v, vdot, byTau, byQ, byV);
        } else {
            run(KernelKind.INVERSE_DYNAMICS_DERIVATIVES_AND_MASS, q, v, vdot, byTau, byQ, byV);
            derivatives.factor(byTau);
            derivatives.turn(byTau, byQ, byV, byTau);
        }
    }

    @Override
    public int parameterCount() {
        return generic.parameterCount();
    }

    @Override
    public void parameters(double[] parameters) {
        generic.parameters(parameters);
    }

    @Override
    public void regressor(double[] q, double[] v, double[] vdot, double[] regressor) {
        if (!pairwise) {
            generic.regressor(q, v, vdot, regressor);
            return;
        }
        check.configuration(q);
        check.freedoms("v", v);
        check.freedoms("vdot", vdot);
        check.length("regressor", regressor, nv * parameterCount(), "nv x parameters");
        Arrays.fill(regressor, 0);
        run(KernelKind.REGRESSOR, q, v, vdot, NONE, regressor, NONE);
    }

    private void run(KernelKind kind, double[] q, double[] v, double[] a, double[] b, double[] out, double[] out2) {
        LoadedKernel loaded = kernel(kind);
        Trig.sincos(q, tree.angles, trig);
        loaded.kernel().run(q, v, a, b, trig, out, out2, work);
    }

    LoadedKernel kernel(KernelKind kind) {
        LoadedKernel known = kernels[kind.ordinal()];
        return known != null ? known : load(kind);
    }

    private LoadedKernel load(KernelKind kind) {
        LoadedKernel loaded = KernelLibrary.get(content + kind, () -> kind.program(tree, gravity()));
        if (kind == KernelKind.STAGED_FORWARD_DYNAMICS) {
            heldWork = new double[loaded.workSize()];
        } else if (loaded.workSize() > work.length) {
            work = new double[loaded.workSize()];
        }
        kernels[kind.ordinal()] = loaded;
        return loaded;
    }

    private void checkPivots() {
        for (int i = 0; i < nv; i++) {
            pivotCheck.require(i, pivots[i]);
        }
    }
}
