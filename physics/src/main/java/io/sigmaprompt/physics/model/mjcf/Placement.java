package io.sigmaprompt.physics.model.mjcf;

import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.model.xml.Numbers;
import io.sigmaprompt.physics.model.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads where something is: {@code pos}, and one of {@code quat} (w x y z), {@code axisangle}, {@code euler}, {@code
 * xyaxes}, {@code zaxis} (MuJoCo documentation, Modeling, Frame orientations).
 */
final class Placement {
    /** The ways to write a rotation. */
    static final List<String> ROTATIONS = List.of("quat", "axisangle", "euler", "xyaxes", "zaxis");

    /** Those that win over an inherited one. */
    static final List<String> ALTERNATIVES = ROTATIONS.subList(1, ROTATIONS.size());

    private static final double LEAST = 1e-14;

    private final CompilerSettings settings;

    Placement(CompilerSettings settings) {
        this.settings = settings;
    }

    Pose of(XmlElement element) {
        Vec3 p = Numbers.vector(element, "pos", Vec3.ZERO);
        return Pose.at(p).times(rotation(element));
    }

    Pose rotation(XmlElement element) {
        List<String> written = new ArrayList<>(ROTATIONS);
        written.removeIf(key -> element.attribute(key) == null);
        if (written.size() > 1) {
            throw element.error(
                    "<" + element.name() + "> has more than one rotation: " + String.join(", ", written),
                    "Keep one of them");
        }
        if (written.isEmpty()) {
            return Pose.IDENTITY;
        }
        return switch (written.getFirst()) {
            case "quat" -> quaternion(element, "quat");
            case "axisangle" -> axisAngle(element);
            case "euler" -> euler(Numbers.list(element, "euler", element.attribute("euler"), 3));
            case "xyaxes" -> axes(element);
            default -> alongZ(Words.direction(element, "zaxis", Vec3.ZERO));
        };
    }

    /** A quaternion as MJCF writes it, normalised. */
    static Pose quaternion(XmlElement element, String key) {
        double[] q = Numbers.list(element, key, element.attribute(key), 4);
        double norm = Math.sqrt(q[0] * q[0] + q[1] * q[1] + q[2] * q[2] + q[3] * q[3]);
        if (norm < LEAST) {
            throw element.error(
                    "the " + key + " of <" + element.name() + "> is zero, which is no rotation",
                    "Write w x y z, such as 1 0 0 0 for none");
        }
        return new Pose(0, 0, 0, q[1] / norm, q[2] / norm, q[3] / norm, q[0] / norm);
    }

    private Pose axisAngle(XmlElement element) {
        double[] v = Numbers.list(element, "axisangle", element.attribute("axisangle"), 4);
        Vec3 axis = new Vec3(v[0], v[1], v[2]);
        if (axis.norm() < LEAST) {
            throw element.error(
                    "the axis of <" + element.name() + "> is zero, which is no direction",
                    "Write x y z angle, such as axisangle=\"0 0 1 90\"");
        }
        return turn(axis, v[3] * settings.angleUnit());
    }

    /** The rotation by an angle, radians, about an axis of any length but zero. */
    static Pose turn(Vec3 axis, double angle) {
        double s = StrictMath.sin(0.5 * angle) / axis.norm();
        return new Pose(0, 0, 0, s * axis.x(), s * axis.y(), s * axis.z(), StrictMath.cos(0.5 * angle));
    }

    /** The rotation of three angles in the file's unit, about the axes of the file's sequence. */
    Pose euler(double[] angles) {
        Pose total = Pose.IDENTITY;
        for (int i = 0; i < 3; i++) {
            char letter = settings.eulerSequence().charAt(i);
            char axis = Character.toLowerCase(letter);
            Vec3 direction = new Vec3(axis == 'x' ? 1 : 0, axis == 'y' ? 1 : 0, axis == 'z' ? 1 : 0);
            Pose turn = turn(direction, angles[i] * settings.angleUnit());
            total = Character.isLowerCase(letter) ? total.times(turn) : turn.times(total);
        }
        return total;
    }

    /** The least rotation that turns z into a unit vector. */
    static Pose alongZ(Vec3 z) {
        double sine = Math.sqrt(z.x() * z.x() + z.y() * z.y());
        double angle = StrictMath.atan2(sine, z.z());
        return turn(sine < 1e-10 ? new Vec3(1, 0, 0) : new Vec3(-z.y(), z.x(), 0), angle);
    }

    private static Pose axes(XmlElement element) {
        double[] v = Numbers.list(element, "xyaxes", element.attribute("xyaxes"), 6);
        Vec3 x = unit(element, v[0], v[1], v[2]);
        double along = x.x() * v[3] + x.y() * v[4] + x.z() * v[5];
        Vec3 y = unit(element, v[3] - along * x.x(), v[4] - along * x.y(), v[5] - along * x.z());
        Vec3 z = new Vec3(x.y() * y.z() - x.z() * y.y(), x.z() * y.x() - x.x() * y.z(), x.x() * y.y() - x.y() * y.x());
        return ofColumns(x, y, z);
    }

    private static Vec3 unit(XmlElement element, double x, double y, double z) {
        double norm = Math.sqrt(x * x + y * y + z * z);
        if (norm < LEAST) {
            throw element.error(
                    "the xyaxes of <" + element.name() + "> are no two directions, \"" + element.attribute("xyaxes")
                            + "\"",
                    "Write two directions that are not parallel, such as 1 0 0 0 1 0");
        }
        return new Vec3(x / norm, y / norm, z / norm);
    }

    /** The rotation whose matrix has these columns (Shepperd, Quaternion from rotation matrix, 1978). */
    static Pose ofColumns(Vec3 x, Vec3 y, Vec3 z) {
        double w4 = 1 + x.x() + y.y() + z.z();
        double x4 = 1 + x.x() - y.y() - z.z();
        double y4 = 1 - x.x() + y.y() - z.z();
        double z4 = 1 - x.x() - y.y() + z.z();
        double most = Math.max(Math.max(w4, x4), Math.max(y4, z4));
        double s = 0.5 / Math.sqrt(most);
        double half = 0.5 * Math.sqrt(most);
        if (most == w4) {
            return new Pose(0, 0, 0, (y.z() - z.y()) * s, (z.x() - x.z()) * s, (x.y() - y.x()) * s, half);
        }
        if (most == x4) {
            return new Pose(0, 0, 0, half, (x.y() + y.x()) * s, (z.x() + x.z()) * s, (y.z() - z.y()) * s);
        }
        if (most == y4) {
            return new Pose(0, 0, 0, (x.y() + y.x()) * s, half, (y.z() + z.y()) * s, (z.x() - x.z()) * s);
        }
        return new Pose(0, 0, 0, (z.x() + x.z()) * s, (y.z() + z.y()) * s, half, (x.y() - y.x()) * s);
    }
}
