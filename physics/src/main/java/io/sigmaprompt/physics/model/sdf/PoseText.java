package io.sigmaprompt.physics.model.sdf;

import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.xml.Numbers;
import io.sigmaprompt.physics.model.xml.Warnings;
import io.sigmaprompt.physics.model.xml.XmlElement;
import org.jspecify.annotations.Nullable;

/**
 * A {@code <pose>} as it is written.
 *
 * @param element where it is written, or the element that has none
 * @param pose in the frame that {@code relativeTo} names
 * @param relativeTo null for the default frame of what has the pose
 */
record PoseText(XmlElement element, Pose pose, @Nullable String relativeTo) {
    private static final double DEGREE = Math.PI / 180;

    /** The pose inside an element; the identity where there is none (SDFormat specification, element pose). */
    static PoseText of(XmlElement holder, SdfVersion version, Warnings warnings) {
        XmlElement element = holder.child("pose");
        if (element == null) {
            return new PoseText(holder, Pose.IDENTITY, null);
        }
        String old = element.attribute("frame");
        if (old != null && !old.isBlank()) {
            warnings.add(
                    element,
                    "the attribute frame='" + old + "' of <pose> never had a meaning and is ignored; from 1.7 on"
                            + " relative_to has");
        }
        String relativeTo = since(element, "relative_to", SdfVersion.FRAMES, version, warnings);
        return new PoseText(element, pose(element, version, warnings), relativeTo);
    }

    /** An attribute that is not empty, or null; ignored with a warning where the file's version does not know it. */
    static @Nullable String since(XmlElement element, String key, int minor, SdfVersion version, Warnings warnings) {
        String value = element.attribute(key);
        if (value == null || value.isBlank()) {
            return null;
        }
        if (!version.atLeast(minor)) {
            warnings.add(
                    element,
                    "SDFormat " + version + " knows no attribute " + key + ", so " + key + "='" + value
                            + "' is ignored; it has a meaning from 1." + minor + " on");
            return null;
        }
        return value.strip();
    }

    private static Pose pose(XmlElement element, SdfVersion version, Warnings warnings) {
        String format = since(element, "rotation_format", SdfVersion.ROTATION_FORMATS, version, warnings);
        boolean degrees = since(element, "degrees", SdfVersion.ROTATION_FORMATS, version, warnings) != null
                && Content.flagAttribute(element, "degrees");
        boolean quaternion = "quat_xyzw".equals(format);
        if (format != null && !quaternion && !format.equals("euler_rpy")) {
            throw element.error("the rotation_format '" + format + "' is unknown", "Write euler_rpy or quat_xyzw");
        }
        if (degrees && quaternion) {
            throw element.error(
                    "a quaternion is not in degrees", "Remove degrees=\"true\", or write angles as euler_rpy");
        }
        if (element.text().isEmpty()) {
            return Pose.IDENTITY;
        }
        double[] p = Numbers.content(element, quaternion ? 7 : 6);
        if (!quaternion) {
            double unit = degrees ? DEGREE : 1;
            return Pose.fromXyzRpy(p[0], p[1], p[2], unit * p[3], unit * p[4], unit * p[5]);
        }
        double norm = Math.sqrt(p[3] * p[3] + p[4] * p[4] + p[5] * p[5] + p[6] * p[6]);
        if (!(norm > 1e-9 && norm < 1e9)) {
            throw element.error(
                    "the quaternion of <pose>" + element.text() + "</pose> has the length " + norm
                            + ", which is no rotation",
                    "Write a unit quaternion, x y z w; 0 0 0 1 is no rotation");
        }
        return new Pose(p[0], p[1], p[2], p[3] / norm, p[4] / norm, p[5] / norm, p[6] / norm);
    }
}
