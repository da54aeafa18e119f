package io.sigmaprompt.physics.model.urdf;

import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.model.xml.Numbers;
import io.sigmaprompt.physics.model.xml.XmlElement;

/** Reads {@code <origin>}, a pose by position and fixed-axis angles (URDF specification). */
final class Origin {
    private Origin() {}

    /** The pose inside an element; the identity where there is none. */
    static Pose of(XmlElement parent) {
        XmlElement origin = parent.child("origin");
        if (origin == null) {
            return Pose.IDENTITY;
        }
        Vec3 xyz = Numbers.vector(origin, "xyz", Vec3.ZERO);
        Vec3 rpy = Numbers.vector(origin, "rpy", Vec3.ZERO);
        return Pose.fromXyzRpy(xyz.x(), xyz.y(), xyz.z(), rpy.x(), rpy.y(), rpy.z());
    }
}
