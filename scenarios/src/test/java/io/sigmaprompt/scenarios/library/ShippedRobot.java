package io.sigmaprompt.scenarios.library;

import io.sigmaprompt.physics.dynamics.ForwardKinematics;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.mechanism.RobotReading;
import io.sigmaprompt.physics.model.urdf.UrdfReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A robot of the library with what it takes to pose it by joint names. */
record ShippedRobot(RobotReading reading) {
    static final Path FOLDER = Path.of(System.getProperty("sigma.root", ".."), "scenarios", "library", "robots");
    static final List<String> NAMES =
            List.of("collaborative-arm", "industrial-arm", "mobile-base", "quadruped", "rigid-body");

    static ShippedRobot read(String name) {
        return new ShippedRobot(UrdfReader.read(FOLDER.resolve(name).resolve(name + ".urdf")));
    }

    RobotModel model() {
        return reading.model();
    }

    List<Joint> drivenJoints() {
        return model().joints().stream()
                .filter(joint -> joint.type() != JointType.FIXED)
                .toList();
    }

    /** The configuration with the named joints at those angles (radians) and all others at zero. */
    double[] posed(Map<String, Double> angles) {
        double[] q = new double[model().nq()];
        angles.forEach((joint, angle) -> q[model().qIndex(model().jointIndex(joint))] = angle);
        return q;
    }

    /** A link's pose in the world: R (3 x 3, row-major), then its origin, metres. */
    double[] transform(String link, double[] q) {
        ForwardKinematics kinematics = new ForwardKinematics(model());
        kinematics.update(q);
        double[] pose = new double[12];
        kinematics.transform(model().linkIndex(link), pose);
        return pose;
    }

    /** Where a point of a link (metres, link frame) is in the world. */
    double[] point(String link, double[] inLink, double[] q) {
        double[] t = transform(link, q);
        double[] out = new double[3];
        for (int i = 0; i < 3; i++) {
            out[i] = t[3 * i] * inLink[0] + t[3 * i + 1] * inLink[1] + t[3 * i + 2] * inLink[2] + t[9 + i];
        }
        return out;
    }
}
