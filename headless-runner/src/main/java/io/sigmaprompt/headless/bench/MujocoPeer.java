package io.sigmaprompt.headless.bench;

import io.sigmaprompt.headless.dynamics.State;
import io.sigmaprompt.physics.dynamics.RobotDynamics;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.spatial.Rotation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/**
 * MuJoCo in WebAssembly, in a Node process that lives beside ours and computes only when it is asked to. One thread at a
 * time.
 */
final class MujocoPeer implements AutoCloseable {
    private final MujocoProcess process;

    private MujocoPeer(MujocoProcess process) {
        this.process = process;
    }

    /**
     * Starts Node.
     *
     * @throws PeerException if Node, npm or the package cannot be had
     */
    static MujocoPeer start() throws PeerException {
        return new MujocoPeer(MujocoProcess.start("forward.mjs"));
    }

    /**
     * A robot as MuJoCo has it.
     *
     * @param version MuJoCo's
     * @param disagreement greatest difference of a joint's acceleration from the given ones, as a part of the greatest
     */
    record Loaded(String version, double disagreement) {}

    /**
     * Hands a robot over with its complete states, and holds its accelerations in them against ours.
     *
     * @throws PeerException if MuJoCo refuses the robot
     * @throws io.sigmaprompt.physics.model.BadInputException if we do
     */
    Loaded load(RobotDynamics dynamics, List<State> states) throws PeerException {
        RobotModel model = dynamics.model();
        List<Integer> joints = new ArrayList<>();
        for (int j = 0; j < model.joints().size(); j++) {
            if (model.joints().get(j).type().isScalar()) {
                joints.add(j);
            }
        }
        Map<String, Object> request = new LinkedHashMap<>();
        try {
            request.put("model", MjcfText.of(dynamics));
        } catch (UnsupportedOperationException e) {
            throw new PeerException(Objects.requireNonNull(e.getMessage()));
        }
        request.put(
                "joints",
                joints.stream().map(model.joints()::get).map(Joint::name).toList());
        request.put(
                "states",
                states.stream().map(state -> state(model, joints, state)).toList());
        JsonNode answer = process.ask(request);
        double greatest = 0;
        double difference = 0;
        double[] vdot = new double[model.nv()];
        for (int s = 0; s < states.size(); s++) {
            State state = states.get(s);
            dynamics.forwardDynamics(
                    state.q(), Objects.requireNonNull(state.v()), Objects.requireNonNull(state.tau()), vdot);
            for (int i = 0; i < joints.size(); i++) {
                double ours = vdot[model.vIndex(joints.get(i))];
                double theirs = answer.get("acceleration").get(s).get(i).asDouble(Double.NaN);
                greatest = Math.max(greatest, Math.abs(ours));
                difference = Math.max(difference, Math.abs(ours - theirs));
            }
        }
        return new Loaded(answer.get("version").asString(), greatest == 0 ? difference : difference / greatest);
    }

    /** Nanoseconds a call of mj_forward, over so many milliseconds. */
    double measure(int milliseconds) throws PeerException {
        return process.ask(Map.of("milliseconds", milliseconds))
                .get("nanoseconds")
                .asDouble();
    }

    private static Map<String, Object> state(RobotModel model, List<Integer> joints, State state) {
        double[] v = Objects.requireNonNull(state.v());
        double[] tau = Objects.requireNonNull(state.tau());
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("base", model.floatingBase() ? base(state.q(), v, tau) : new double[0]);
        out.put("q", joints.stream().map(j -> state.q()[model.qIndex(j)]).toList());
        out.put("v", joints.stream().map(j -> v[model.vIndex(j)]).toList());
        out.put("tau", joints.stream().map(j -> tau[model.vIndex(j)]).toList());
        return out;
    }

    /** Of a free joint, MuJoCo has linear velocity and force in the world's axes, angular ones in the body's. */
    private static double[] base(double[] q, double[] v, double[] tau) {
        double[] out = new double[JointType.FLOATING.positions() + 12];
        System.arraycopy(q, 0, out, 0, 7);
        double[] r = new double[9];
        Rotation.fromQuaternion(q, 3, r, 0);
        for (int k = 0; k < 3; k++) {
            out[7 + k] = r[3 * k] * v[3] + r[3 * k + 1] * v[4] + r[3 * k + 2] * v[5];
            out[10 + k] = v[k];
            out[13 + k] = r[3 * k] * tau[3] + r[3 * k + 1] * tau[4] + r[3 * k + 2] * tau[5];
            out[16 + k] = tau[k];
        }
        return out;
    }

    @Override
    public void close() {
        process.close();
    }
}
