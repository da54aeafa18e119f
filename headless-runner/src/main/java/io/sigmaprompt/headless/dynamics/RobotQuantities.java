package io.sigmaprompt.headless.dynamics;

import io.sigmaprompt.physics.dynamics.RobotDynamics;
import io.sigmaprompt.physics.model.Frame;
import io.sigmaprompt.physics.model.Link;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.spatial.Rotation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the dynamics of one robot say about a state, named and laid out as in a file of states: linear parts before
 * angular ones, vectors in the file's order, matrices as rows.
 */
final class RobotQuantities {
    /** All names of what is computed. */
    static final Set<String> FIELDS = Set.of(
            "rnea_tau",
            "aba_qdd",
            "mass_matrix",
            "gravity_vector",
            "nonlinear_effects",
            "kinetic_energy",
            "potential_energy",
            "com",
            "com_velocity",
            "centroidal_momentum_lin_ang_world",
            "frame_jacobian",
            "frame_velocity_lin_ang",
            "frame_classical_acceleration_lin_ang",
            "link_poses_xyz_qxyzw",
            "rnea_by_q",
            "rnea_by_v",
            "aba_by_q",
            "aba_by_v",
            "aba_by_tau",
            "regressor");

    private static final int POSE = 12;

    private final RobotDynamics dynamics;
    private final RobotModel model;
    private final Coordinates coordinates;
    private final TiedMotion motion;
    private final boolean tied;
    private final boolean derivatives;
    private final int nv;

    RobotQuantities(RobotDynamics dynamics, Coordinates coordinates, boolean tied, boolean derivatives) {
        this.dynamics = dynamics;
        this.coordinates = coordinates;
        this.tied = tied;
        this.derivatives = derivatives;
        model = dynamics.model();
        motion = new TiedMotion(dynamics, coordinates);
        nv = model.nv();
    }

    /** What the state allows: only the configuration is sure to be there. */
    Map<String, Object> of(State state) {
        Map<String, Object> out = new LinkedHashMap<>();
        double[] q = motion.configuration(state.q());
        double[] v = motion.motion(state.v());
        double[] a = motion.motion(state.a());
        double @Nullable [] tau = state.tau() == null ? null : coordinates.force(state.tau());
        if (model.floatingBase()) {
            out.put("base_pos", new double[] {q[0], q[1], q[2]});
            out.put("base_quat_xyzw", new double[] {q[3], q[4], q[5], q[6]});
        }
        out.put("q", coordinates.positions(q));
        if (v != null) {
            out.put("v", coordinates.motion(v));
        }
        if (a != null) {
            out.put("a", coordinates.motion(a));
        }
        if (tau != null) {
            out.put("tau", tau);
        }
        forces(q, v, a, state.tau(), out);
        mass(q, v, out);
        frame(q, v, a, state.frame(), out);
        out.put("link_poses_xyz_qxyzw", poses(q));
        if (derivatives) {
            derivatives(q, v, a, state.tau(), out);
        }
        return out;
    }

    private void forces(
            double[] q,
            double @Nullable [] v,
            double @Nullable [] a,
            double @Nullable [] tau,
            Map<String, Object> out) {
        double[] force = new double[nv];
        if (v != null && a != null) {
            dynamics.inverseDynamics(q, v, a, force);
            out.put("rnea_tau", coordinates.force(force));
        }
        if (v != null && tau != null) {
            out.put("aba_qdd", tied ? motion.acceleration(q, v, tau) : freeAcceleration(q, v, tau));
        }
        double[] matrix = new double[nv * nv];
        dynamics.massMatrix(q, matrix);
        out.put("mass_matrix", coordinates.both(matrix));
        dynamics.gravityForces(q, force);
        out.put("gravity_vector", coordinates.force(force));
        if (v != null) {
            dynamics.biasForces(q, v, force);
            out.put("nonlinear_effects", coordinates.force(force));
        }
    }

    private double[] freeAcceleration(double[] q, double[] v, double[] tau) {
        double[] out = new double[nv];
        dynamics.forwardDynamics(q, v, tau, out);
        return coordinates.motion(out);
    }

    private void mass(double[] q, double @Nullable [] v, Map<String, Object> out) {
        if (v != null) {
            out.put("kinetic_energy", dynamics.kineticEnergy(q, v));
        }
        out.put("potential_energy", dynamics.potentialEnergy(q));
        double[] com = new double[3];
        dynamics.centerOfMass(q, com);
        out.put("com", com);
        if (v != null) {
            double[] jacobian = new double[3 * nv];
            dynamics.centerOfMassJacobian(q, jacobian);
            out.put("com_velocity", times(jacobian, v, 3));
            double[] momentum = new double[6];
            dynamics.centroidalMomentum(q, v, momentum);
            out.put("centroidal_momentum_lin_ang_world", linearFirst(momentum));
        }
    }

    private void frame(
            double[] q, double @Nullable [] v, double @Nullable [] a, @Nullable String asked, Map<String, Object> out) {
        String link = asked != null ? asked : model.links().getLast().name();
        Frame frame = Frame.of(model, link);
        double[] jacobian = new double[6 * nv];
        dynamics.frameJacobian(q, frame, jacobian);
        out.put("frame", link);
        double[][] rows = coordinates.columns(jacobian, 6);
        out.put("frame_jacobian", new double[][] {rows[3], rows[4], rows[5], rows[0], rows[1], rows[2]});
        if (v != null) {
            out.put("frame_velocity_lin_ang", linearFirst(times(jacobian, v, 6)));
            if (a != null) {
                double[] acceleration = times(jacobian, a, 6);
                double[] bias = new double[6];
                dynamics.frameBiasAcceleration(q, v, frame, bias);
                for (int k = 0; k < 6; k++) {
                    acceleration[k] += bias[k];
                }
                out.put("frame_classical_acceleration_lin_ang", linearFirst(acceleration));
            }
        }
    }

    /** Position and quaternion (w not negative) of every link. */
    private Map<String, double[]> poses(double[] q) {
        List<Link> links = model.links();
        double[] poses = new double[POSE * links.size()];
        dynamics.linkPoses(q, poses);
        Map<String, double[]> out = new LinkedHashMap<>();
        for (int i = 0; i < links.size(); i++) {
            double[] pose = new double[7];
            System.arraycopy(poses, POSE * i + 9, pose, 0, 3);
            Rotation.toQuaternion(poses, POSE * i, pose, 3);
            out.put(links.get(i).name(), pose);
        }
        return out;
    }

    private void derivatives(
            double[] q,
            double @Nullable [] v,
            double @Nullable [] a,
            double @Nullable [] tau,
            Map<String, Object> out) {
        if (v == null) {
            return;
        }
        double[] byQ = new double[nv * nv];
        double[] byV = new double[nv * nv];
        if (a != null) {
            dynamics.inverseDynamicsDerivatives(q, v, a, byQ, byV);
            out.put("rnea_by_q", coordinates.both(byQ));
            out.put("rnea_by_v", coordinates.both(byV));
            double[] regressor = new double[nv * dynamics.parameterCount()];
            dynamics.regressor(q, v, a, regressor);
            out.put("regressor", coordinates.rows(regressor, dynamics.parameterCount()));
        }
        if (tau != null && !tied) {
            double[] vdot = new double[nv];
            double[] byTau = new double[nv * nv];
            dynamics.forwardDynamicsDerivatives(q, v, tau, vdot, byQ, byV, byTau);
            out.put("aba_by_q", coordinates.both(byQ));
            out.put("aba_by_v", coordinates.both(byV));
            out.put("aba_by_tau", coordinates.both(byTau));
        } else if (tau != null) {
            motion.derivatives(q, v, tau, out);
        }
    }

    private static double[] times(double[] matrix, double[] x, int rows) {
        double[] out = new double[rows];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < x.length; c++) {
                out[r] += matrix[r * x.length + c] * x[c];
            }
        }
        return out;
    }

    private static double[] linearFirst(double[] spatial) {
        return new double[] {spatial[3], spatial[4], spatial[5], spatial[0], spatial[1], spatial[2]};
    }
}
