package io.sigmaprompt.physics.model.mjcf;

import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.model.mechanism.PhysicsOptions;
import io.sigmaprompt.physics.model.xml.Numbers;
import io.sigmaprompt.physics.model.xml.XmlElement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code <option>}; where there are several, the later one wins (MuJoCo documentation, XML reference, option). */
final class OptionReader {
    private static final Set<String> READ = Set.of(
            "timestep",
            "gravity",
            "integrator",
            "cone",
            "solver",
            "iterations",
            "tolerance",
            "impratio",
            "density",
            "viscosity",
            "wind");

    /** Parts of MuJoCo's physics that files may switch off, and that stay on here. */
    private static final List<String> STAY_ON = List.of(
            "constraint",
            "equality",
            "frictionloss",
            "limit",
            "contact",
            "passive",
            "spring",
            "damper",
            "clampctrl",
            "actuation");

    private OptionReader() {}

    static PhysicsOptions read(XmlElement root, Unsupported unsupported) {
        Map<String, String> merged = new LinkedHashMap<>();
        Map<String, String> flags = new LinkedHashMap<>();
        XmlElement last = root;
        for (XmlElement option : root.children("option")) {
            merged.putAll(option.attributes());
            noteFluid(option, unsupported);
            option.children("flag").forEach(flag -> {
                flag.attributes().keySet().forEach(key -> Words.keyword(flag, key, "", "enable", "disable"));
                flags.putAll(flag.attributes());
                noteSwitches(flag, unsupported);
            });
            last = option;
        }
        PhysicsOptions d = PhysicsOptions.DEFAULT;
        XmlElement all = last.with(merged, last.children());
        double timestep = Numbers.optional(all, "timestep", d.timestep());
        if (timestep <= 0) {
            throw last.error("the timestep is " + timestep + " s", "Give a positive number of seconds");
        }
        Map<String, String> further = new LinkedHashMap<>(merged);
        further.keySet().removeAll(READ);
        return new PhysicsOptions(
                timestep,
                Numbers.vector(all, "gravity", d.gravity()),
                Words.keyword(all, "integrator", d.integrator(), "Euler", "RK4", "implicit", "implicitfast"),
                Words.keyword(all, "cone", d.cone(), "pyramidal", "elliptic"),
                Words.keyword(all, "solver", d.solver(), "PGS", "CG", "Newton"),
                Words.integer(all, "iterations", d.iterations()),
                Numbers.optional(all, "tolerance", d.tolerance()),
                Numbers.optional(all, "impratio", d.impedanceRatio()),
                Numbers.optional(all, "density", d.density()),
                Numbers.optional(all, "viscosity", d.viscosity()),
                Numbers.vector(all, "wind", d.wind()),
                flags,
                further);
    }

    private static void noteFluid(XmlElement option, Unsupported unsupported) {
        for (String key : List.of("density", "viscosity")) {
            if (Numbers.optional(option, key, 0) != 0) {
                unsupported.add(option, "fluid forces (option " + key + ")");
            }
        }
        if (Numbers.vector(option, "wind", Vec3.ZERO).norm() != 0) {
            unsupported.add(option, "fluid forces (option wind)");
        }
    }

    private static void noteSwitches(XmlElement flag, Unsupported unsupported) {
        for (String part : STAY_ON) {
            if ("disable".equals(flag.attribute(part))) {
                unsupported.add(flag, "flag " + part + "=\"disable\"");
            }
        }
        if ("enable".equals(flag.attribute("override"))) {
            unsupported.add(flag, "flag override=\"enable\"");
        }
    }
}
