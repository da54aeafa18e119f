package io.sigmaprompt.physics.dynamics;

import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointDynamics;
import io.sigmaprompt.physics.model.JointLimits;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.spatial.Rotation;
import tools.jackson.databind.JsonNode;

/** A trajectory of MuJoCo's in the shared corpus, without contact, limits and drives, in our conventions. */
public final class PassiveTrajectory {
    /** Seconds from one sample to the next. */
    public static final double INTERVAL = 0.01;

    private final RobotModel model;
    private final JsonNode file;

    /**
     * The trajectory of that name.
     *
     * @param name the robot's name, with {@code _damped} after it where its joints are
     * @param integrator rk4 or implicitfast
     */
    public PassiveTrajectory(String name, String integrator) {
        file = Corpus.json("passive/" + name + "_" + integrator + ".json");
        double damping = file.get("options").get("joint_damping").asDouble();
        model = passive(Corpus.robot(name.replace("_damped", "")), damping);
    }

    private static RobotModel passive(RobotModel model, double damping) {
        return new RobotModel(
                model.name(),
                model.floatingBase(),
                model.links(),
                model.joints().stream()
                        .map(j -> new Joint(
                                j.name(),
                                j.type(),
                                j.parent(),
                                j.child(),
                                j.origin(),
                                j.axis(),
                                JointLimits.NONE,
                                new JointDynamics(damping, 0, 0),
                                null))
                        .toList());
    }

    /** The robot as it was simulated: without limits, its joints damped alike, mimics moving by themselves. */
    public RobotModel model() {
        return model;
    }

    /** How many samples there are, the initial state included. */
    public int size() {
        return file.get("samples").size();
    }

    /** The method's step, seconds. */
    public double timestep() {
        return file.get("options").get("timestep").asDouble();
    }

    /** Potential energy of a sample up to a constant, joules. */
    public double potentialEnergy(int sample) {
        return file.get("samples").get(sample).get("energy").get(0).asDouble();
    }

    /** Kinetic energy of a sample, joules. */
    public double kineticEnergy(int sample) {
        return file.get("samples").get(sample).get("energy").get(1).asDouble();
    }

    /** The greatest kinetic energy of all samples, joules. */
    public double energyScale() {
        double scale = 0;
        for (int i = 0; i < size(); i++) {
            scale = Math.max(scale, kineticEnergy(i));
        }
        return scale;
    }

    /**
     * A sample's state, from MuJoCo's conventions: quaternion wxyz, linear velocity in the world, angular in the body.
     *
     * @param q Modified. configuration (nq), the base's qw not negative
     * @param v Modified. velocity (nv)
     */
    public void read(int sample, double[] q, double[] v) {
        double[] qpos = Corpus.numbers(file.get("samples").get(sample).get("qpos"));
        double[] qvel = Corpus.numbers(file.get("samples").get(sample).get("qvel"));
        for (JsonNode joint : file.get("joints")) {
            int qi = joint.get("qpos").asInt();
            int vi = joint.get("qvel").asInt();
            if (joint.get("type").asString().equals("free")) {
                double[] quaternion = {qpos[qi + 4], qpos[qi + 5], qpos[qi + 6], qpos[qi + 3]};
                double[] r = new double[9];
                Rotation.fromQuaternion(quaternion, 0, r, 0);
                for (int k = 0; k < 3; k++) {
                    q[k] = qpos[qi + k];
                    v[k] = qvel[vi + 3 + k];
                    v[3 + k] = r[k] * qvel[vi] + r[3 + k] * qvel[vi + 1] + r[6 + k] * qvel[vi + 2];
                }
                System.arraycopy(quaternion, 0, q, 3, 4);
            } else {
                int index = model.jointIndex(joint.get("name").asString());
                q[model.qIndex(index)] = qpos[qi];
                v[model.vIndex(index)] = qvel[vi];
            }
        }
        alignSign(q);
    }

    /**
     * The greatest difference of this state from a sample's, relative to the greatest entry of q and of v.
     *
     * @param q configuration (nq)
     * @param v velocity (nv)
     */
    public double difference(int sample, double[] q, double[] v) {
        double[] expectedQ = new double[model.nq()];
        double[] expectedV = new double[model.nv()];
        read(sample, expectedQ, expectedV);
        double[] found = q.clone();
        alignSign(found);
        return Math.max(relative(expectedQ, found), relative(expectedV, v));
    }

    private void alignSign(double[] q) {
        if (model.floatingBase() && q[6] < 0) {
            for (int k = 3; k < 7; k++) {
                q[k] = -q[k];
            }
        }
    }

    private static double relative(double[] expected, double[] found) {
        double scale = 0;
        double difference = 0;
        for (int i = 0; i < expected.length; i++) {
            scale = Math.max(scale, Math.abs(expected[i]));
            difference = Math.max(difference, Math.abs(expected[i] - found[i]));
        }
        return difference / scale;
    }
}
