package io.sigmaprompt.physics.model.mjcf;

import io.sigmaprompt.physics.model.Geometry;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.model.xml.Numbers;
import io.sigmaprompt.physics.model.xml.XmlElement;
import java.util.Set;

/**
 * How large a geom or site is, and where: by {@code size} and a placement, or by the two ends {@code fromto}, which win
 * where both are there (MuJoCo documentation, XML reference, body/geom, size and fromto).
 *
 * @param size three numbers: radii and half lengths, as MJCF writes them
 * @param pose in the frame that the element stands in
 */
record Extent(double[] size, Pose pose) {
    private static final Set<String> SLENDER = Set.of("capsule", "cylinder", "ellipsoid", "box");

    /** The extent; a size that is not written is {@code absent}. */
    static Extent of(XmlElement element, String type, double absent, Placement placement) {
        double[] size = Words.upTo(element, "size", absent, absent, absent).clone();
        int needed =
                switch (type) {
                    case "sphere" -> 1;
                    case "capsule", "cylinder" -> 2;
                    case "ellipsoid", "box" -> 3;
                    default -> 0;
                };
        if (element.attribute("fromto") == null || needed == 0) {
            check(element, type, size, needed);
            return new Extent(size, placement.of(element));
        }
        if (!SLENDER.contains(type)) {
            throw element.error(
                    "fromto is for "
                            + String.join(", ", SLENDER.stream().sorted().toList()) + ", found it on a " + type,
                    "Give pos and size");
        }
        double[] ends = Numbers.list(element, "fromto", element.attribute("fromto"), 6);
        Vec3 span = new Vec3(ends[0] - ends[3], ends[1] - ends[4], ends[2] - ends[5]);
        double length = span.norm();
        if (length < 1e-14) {
            throw element.error(
                    "the two ends fromto=\"" + element.attribute("fromto") + "\" are one point",
                    "Give two points apart, or pos and size");
        }
        check(element, type, size, 1);
        boolean three = needed == 3;
        double[] full = {size[0], three ? size[0] : length / 2, three ? length / 2 : 0};
        Vec3 middle = new Vec3((ends[0] + ends[3]) / 2, (ends[1] + ends[4]) / 2, (ends[2] + ends[5]) / 2);
        Vec3 along = new Vec3(span.x() / length, span.y() / length, span.z() / length);
        return new Extent(full, Pose.at(middle).times(Placement.alongZ(along)));
    }

    private static void check(XmlElement element, String type, double[] size, int needed) {
        for (int i = 0; i < needed; i++) {
            if (!(size[i] > 0)) {
                throw element.error(
                        "a <" + element.name() + "> of type " + type + " needs " + needed
                                + (needed == 1 ? " positive size" : " positive sizes") + ", found "
                                + (element.attribute("size") == null
                                        ? "none"
                                        : "size=\"" + element.attribute("size") + "\""),
                        "Give its " + (type.equals("box") ? "half edges" : "radius and half length")
                                + " in metres, as size=\"…\"");
            }
        }
        for (double number : size) {
            if (number < 0) {
                throw element.error(
                        "a size of <" + element.name() + "> is negative, \"" + element.attribute("size") + "\"",
                        "Give lengths in metres");
            }
        }
    }

    Geometry geometry(String type) {
        return switch (type) {
            case "sphere" -> new Geometry.Sphere(size[0]);
            case "capsule" -> new Geometry.Capsule(size[0], 2 * size[1]);
            case "cylinder" -> new Geometry.Cylinder(size[0], 2 * size[1]);
            case "ellipsoid" -> new Geometry.Ellipsoid(size[0], size[1], size[2]);
            case "box" -> new Geometry.Box(2 * size[0], 2 * size[1], 2 * size[2]);
            default -> new Geometry.Plane(size[0], size[1]);
        };
    }
}
