package io.sigmaprompt.physics.model.urdf;

import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointDynamics;
import io.sigmaprompt.physics.model.JointLimits;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.Mimic;
import io.sigmaprompt.physics.model.Suggestion;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.model.xml.Numbers;
import io.sigmaprompt.physics.model.xml.Warnings;
import io.sigmaprompt.physics.model.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code <joint>} (URDF specification, element joint). */
final class JointReader {
    private static final Vec3 DEFAULT_AXIS = new Vec3(1, 0, 0);

    private final Warnings warnings;

    JointReader(Warnings warnings) {
        this.warnings = warnings;
    }

    Joint read(XmlElement element) {
        warnings.checkChildren(
                element,
                Set.of(),
                Set.of(
                        "origin",
                        "parent",
                        "child",
                        "axis",
                        "limit",
                        "dynamics",
                        "mimic",
                        "calibration",
                        "safety_controller"),
                Set.of("gazebo"));
        String name = element.requiredAttribute("name");
        if (name.isBlank()) {
            throw element.error("the joint has an empty name", "Give it a name of its own");
        }
        JointType type = type(element, name);
        Mimic mimic = mimic(element, name, type);
        return new Joint(
                name,
                type,
                end(element, name, "parent"),
                end(element, name, "child"),
                Origin.of(element),
                axis(element, name, type),
                type.isScalar() ? limits(element, name, type) : JointLimits.NONE,
                dynamics(element, name),
                mimic);
    }

    private static JointType type(XmlElement element, String name) {
        String written = element.requiredAttribute("type");
        List<String> known = new ArrayList<>();
        for (JointType type : JointType.values()) {
            if (type == JointType.SPHERICAL) {
                continue; // MJCF's and SDF's; URDF has no such word
            }
            String word = type.name().toLowerCase(Locale.ROOT);
            if (word.equals(written.strip())) {
                return type;
            }
            known.add(word);
        }
        throw element.error(
                "the type '" + written + "' of joint '" + name + "' is unknown" + Suggestion.phrase(written, known),
                "The types are " + String.join(", ", known));
    }

    private static String end(XmlElement element, String name, String role) {
        XmlElement end = element.child(role);
        if (end == null) {
            throw element.error(
                    "joint '" + name + "' has no <" + role + ">", "Add <" + role + " link=\"…\"/> with a link's name");
        }
        return end.requiredAttribute("link");
    }

    private static Vec3 axis(XmlElement element, String name, JointType type) {
        XmlElement written = element.child("axis");
        boolean used = type.isScalar() || type == JointType.PLANAR;
        if (written == null || !used) {
            return DEFAULT_AXIS;
        }
        written.requiredAttribute("xyz");
        Vec3 axis = Numbers.vector(written, "xyz", DEFAULT_AXIS);
        double largest = Math.max(Math.abs(axis.x()), Math.max(Math.abs(axis.y()), Math.abs(axis.z())));
        if (largest == 0) {
            throw written.error(
                    "the axis of joint '" + name + "' is zero, which is no direction",
                    "Give a direction, such as xyz=\"0 0 1\"");
        }
        if (axis.norm() == 1) {
            return axis;
        }
        // Scaled first, so that neither tiny nor huge vectors lose their direction.
        Vec3 scaled = new Vec3(axis.x() / largest, axis.y() / largest, axis.z() / largest);
        double norm = scaled.norm();
        return new Vec3(scaled.x() / norm, scaled.y() / norm, scaled.z() / norm);
    }

    private JointLimits limits(XmlElement element, String name, JointType type) {
        XmlElement limit = element.child("limit");
        if (limit == null) {
            if (type == JointType.CONTINUOUS) {
                return JointLimits.NONE;
            }
            throw element.error(
                    type.name().toLowerCase(Locale.ROOT) + " joint '" + name + "' has no <limit>",
                    "Add <limit lower=\"…\" upper=\"…\" velocity=\"…\" effort=\"…\"/>"
                            + (type == JointType.REVOLUTE ? ", or make its type continuous" : ""));
        }
        double velocity = rate(limit, name, "velocity");
        double effort = rate(limit, name, "effort");
        boolean bounded = limit.attribute("lower") != null || limit.attribute("upper") != null;
        double lower = Numbers.bound(limit, "lower", 0);
        double upper = Numbers.bound(limit, "upper", 0);
        if (type == JointType.CONTINUOUS) {
            warnOfRates(limit, name, velocity, effort);
            return limits(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, velocity, effort);
        }
        if (lower > upper) {
            throw limit.error(
                    "joint '" + name + "' has a lower limit of "
                            + limit.attributes().getOrDefault("lower", "0") + " above its upper limit of "
                            + limit.attributes().getOrDefault("upper", "0"),
                    "Swap them" + (bounded ? "" : ", or give both"));
        }
        if (lower == 0 && upper == 0 && velocity == 0 && effort == 0) {
            warnings.add(
                    limit,
                    "joint '" + name + "' has a <limit> of nothing but zeros, as exporters write where none was set:"
                            + " the joint is taken as unlimited in position, velocity and effort");
            return JointLimits.NONE;
        }
        if (lower == upper) {
            warnings.add(
                    limit,
                    "joint '" + name + "' has the lower limit " + lower + " and the same upper limit"
                            + (bounded ? "" : " (URDF takes absent ones as 0)") + ": it cannot move");
        }
        warnOfRates(limit, name, velocity, effort);
        return limits(lower, upper, velocity, effort);
    }

    private static JointLimits limits(double lower, double upper, double velocity, double effort) {
        return new JointLimits(
                lower,
                upper,
                velocity == 0 ? Double.POSITIVE_INFINITY : velocity,
                effort == 0 ? Double.POSITIVE_INFINITY : effort);
    }

    private static double rate(XmlElement limit, String name, String key) {
        double rate = Numbers.bound(limit, key, Double.POSITIVE_INFINITY);
        if (rate < 0) {
            throw limit.error(
                    "the " + key + " limit of joint '" + name + "' is negative, " + limit.attribute(key),
                    "Give its magnitude; it holds in both directions");
        }
        return rate;
    }

    private void warnOfRates(XmlElement limit, String name, double velocity, double effort) {
        List<String> zero = new ArrayList<>();
        List<String> absent = new ArrayList<>();
        for (String key : List.of("velocity", "effort")) {
            if (limit.attribute(key) == null) {
                absent.add(key);
            } else if ((key.equals("velocity") ? velocity : effort) == 0) {
                zero.add(key);
            }
        }
        if (!zero.isEmpty()) {
            warnings.add(
                    limit,
                    "joint '" + name + "' limits " + String.join(" and ", zero)
                            + " to zero: taken as unlimited, since it could not move otherwise");
        }
        if (!absent.isEmpty()) {
            warnings.add(
                    limit,
                    "joint '" + name + "' has no limit of " + String.join(" and ", absent) + ": taken as unlimited");
        }
    }

    private JointDynamics dynamics(XmlElement element, String name) {
        XmlElement dynamics = element.child("dynamics");
        if (dynamics == null) {
            return JointDynamics.NONE;
        }
        double damping = Numbers.optional(dynamics, "damping", 0);
        double friction = Numbers.optional(dynamics, "friction", 0);
        if (damping < 0 || friction < 0) {
            warnings.add(
                    dynamics,
                    "joint '" + name + "' has negative " + (damping < 0 ? "damping" : "friction")
                            + ", which adds energy: it is taken as it stands");
        }
        double armature = Numbers.optional(dynamics, "armature", 0);
        if (armature < 0) {
            throw dynamics.error(
                    "the armature of joint '" + name + "' is negative, " + armature,
                    "Give the inertia of its motor, zero or more, in kg m² (in kg where it is prismatic)");
        }
        return new JointDynamics(damping, friction, armature);
    }

    private static @Nullable Mimic mimic(XmlElement element, String name, JointType type) {
        XmlElement mimic = element.child("mimic");
        if (mimic == null) {
            return null;
        }
        if (!type.isScalar()) {
            throw mimic.error(
                    type.name().toLowerCase(Locale.ROOT) + " joint '" + name + "' cannot mimic another",
                    "Remove <mimic>, or make the joint revolute, continuous or prismatic");
        }
        return new Mimic(
                mimic.requiredAttribute("joint"),
                Numbers.optional(mimic, "multiplier", 1),
                Numbers.optional(mimic, "offset", 0));
    }
}
