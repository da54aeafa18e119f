package io.sigmaprompt.physics.model.sdf;

import io.sigmaprompt.physics.model.xml.Warnings;
import io.sigmaprompt.physics.model.xml.XmlElement;
import java.util.HashSet;
import java.util.Set;

/** The words of SDFormat that may stand in an element: what is read, what is known and left out, what is unknown. */
final class Vocabulary {
    static final Vocabulary ROOT = new Vocabulary(Set.of("world", "model"), Set.of(), Set.of("actor", "light"));
    static final Vocabulary WORLD = new Vocabulary(
            Set.of("model", "include", "joint", "frame", "physics"),
            Set.of("gravity"),
            Set.of(
                    "actor",
                    "atmosphere",
                    "audio",
                    "gui",
                    "light",
                    "magnetic_field",
                    "particle_emitter",
                    "plugin",
                    "population",
                    "road",
                    "scene",
                    "spherical_coordinates",
                    "state",
                    "wind"));
    static final Vocabulary MODEL = new Vocabulary(
            Set.of("model", "include", "link", "joint", "frame"),
            Set.of("pose", "static", "self_collide"),
            Set.of("allow_auto_disable", "enable_wind", "gripper", "plugin"));
    static final Vocabulary INCLUDE = new Vocabulary(
            Set.of(), Set.of("uri", "name", "pose", "static", "placement_frame"), Set.of("namespace", "plugin"));
    static final Vocabulary FRAME = new Vocabulary(Set.of(), Set.of("pose"), Set.of());
    static final Vocabulary LINK = new Vocabulary(
            Set.of("visual", "collision", "sensor", "light"),
            Set.of("pose", "inertial", "self_collide"),
            Set.of(
                    "audio_sink",
                    "audio_source",
                    "battery",
                    "enable_wind",
                    "gravity",
                    "kinematic",
                    "must_be_base_link",
                    "particle_emitter",
                    "projector",
                    "velocity_decay"));
    static final Vocabulary INERTIAL = new Vocabulary(
            Set.of(), Set.of("pose", "mass", "inertia"), Set.of("auto_inertia_params", "density", "fluid_added_mass"));
    static final Vocabulary VISUAL = new Vocabulary(
            Set.of(),
            Set.of("pose", "geometry", "material", "transparency"),
            Set.of("cast_shadows", "laser_retro", "meta", "plugin", "visibility_flags"));
    static final Vocabulary COLLISION = new Vocabulary(
            Set.of(),
            Set.of("pose", "geometry", "surface"),
            Set.of("auto_inertia_params", "density", "laser_retro", "max_contacts"));
    static final Vocabulary MATERIAL = new Vocabulary(
            Set.of(),
            Set.of("ambient", "diffuse"),
            Set.of(
                    "double_sided",
                    "emissive",
                    "lighting",
                    "pbr",
                    "render_order",
                    "script",
                    "shader",
                    "shininess",
                    "specular"));
    static final Vocabulary JOINT = new Vocabulary(
            Set.of("sensor"),
            Set.of("pose", "parent", "child", "axis", "axis2"),
            Set.of("gearbox_ratio", "gearbox_reference_body", "physics", "screw_thread_pitch", "thread_pitch"));
    static final Vocabulary AXIS = new Vocabulary(
            Set.of(),
            Set.of("xyz", "limit", "dynamics", "mimic", "use_parent_model_frame"),
            Set.of("initial_position"));
    static final Vocabulary LIMIT = new Vocabulary(
            Set.of(), Set.of("lower", "upper", "effort", "velocity"), Set.of("stiffness", "dissipation"));
    static final Vocabulary DYNAMICS =
            new Vocabulary(Set.of(), Set.of("damping", "friction", "spring_reference", "spring_stiffness"), Set.of());
    static final Vocabulary MIMIC = new Vocabulary(Set.of(), Set.of("multiplier", "offset", "reference"), Set.of());

    static final Vocabulary LIGHT = new Vocabulary(
            Set.of(),
            Set.of("pose", "direction", "diffuse", "cast_shadows", "light_on"),
            Set.of("attenuation", "intensity", "specular", "spot", "visualize"));
    static final Vocabulary PHYSICS = new Vocabulary(
            Set.of(),
            Set.of("max_step_size"),
            Set.of("bullet", "dart", "max_contacts", "ode", "real_time_factor", "real_time_update_rate", "simbody"));

    private final Set<String> repeatable;
    private final Set<String> single;
    private final Set<String> leftOut;

    private Vocabulary(Set<String> repeatable, Set<String> single, Set<String> leftOut) {
        this.repeatable = repeatable;
        this.single = single;
        this.leftOut = leftOut;
    }

    /** Notes all children that will not be read; extensions, whose names have a prefix, among what is left out. */
    void check(XmlElement element, Warnings warnings, Unsupported unsupported) {
        Set<String> silent = new HashSet<>(leftOut);
        for (XmlElement child : element.children()) {
            boolean extension = !child.prefix().isEmpty();
            if (extension) {
                silent.add(child.name());
            }
            if (extension || leftOut.contains(child.name()) && !saysNothing(child)) {
                unsupported.note(child);
            }
        }
        warnings.checkChildren(element, repeatable, single, silent);
    }

    /** Whether it states only what holds without it. */
    private static boolean saysNothing(XmlElement child) {
        return switch (child.name()) {
            case "enable_wind", "kinematic", "must_be_base_link" -> isOff(child.text());
            case "gravity" -> child.text().equals("true") || child.text().equals("1");
            default -> false;
        };
    }

    private static boolean isOff(String text) {
        return text.equals("false") || text.equals("0");
    }
}
