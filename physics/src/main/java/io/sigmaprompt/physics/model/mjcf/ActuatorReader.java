package io.sigmaprompt.physics.model.mjcf;

import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.mechanism.Actuator;
import io.sigmaprompt.physics.model.mechanism.Actuator.Transmission;
import io.sigmaprompt.physics.model.mechanism.Interval;
import io.sigmaprompt.physics.model.xml.Numbers;
import io.sigmaprompt.physics.model.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code <actuator>} (MuJoCo documentation, XML reference, actuator). */
final class ActuatorReader {
    private static final Set<String> READ =
            Set.of("general", "motor", "position", "velocity", "intvelocity", "damper", "cylinder");

    private final CompilerSettings settings;
    private final DefaultClasses defaults;
    private final NameTable names;
    private final RobotModel model;
    private final Unsupported unsupported;

    ActuatorReader(
            CompilerSettings settings,
            DefaultClasses defaults,
            NameTable names,
            RobotModel model,
            Unsupported unsupported) {
        this.settings = settings;
        this.defaults = defaults;
        this.names = names;
        this.model = model;
        this.unsupported = unsupported;
    }

    List<Actuator> read(XmlElement root) {
        List<Actuator> actuators = new ArrayList<>();
        for (XmlElement section : root.children("actuator")) {
            for (XmlElement element : section.children()) {
                names.claim("actuator", Words.name(element), element);
                Actuator actuator = READ.contains(element.name()) ? actuator(element) : null;
                if (actuator != null) {
                    actuators.add(actuator);
                }
            }
        }
        return actuators;
    }

    private @Nullable Actuator actuator(XmlElement written) {
        XmlElement element = defaults.resolveActuator(written);
        if (element.attribute("body") != null) {
            unsupported.add(written, "<" + written.name() + "> on a body");
            return null;
        }
        String key = transmission(element);
        if (key.equals("tendon")
                && names.of("spatial").contains(element.attributes().getOrDefault(key, ""))) {
            unsupported.add(written, "<" + written.name() + "> on a spatial tendon");
            return null;
        }
        String kind = key.equals("jointinparent") ? "joint" : key;
        String target = Words.reference(element, key, names.of(kind), kind);
        double[] bias = Words.upTo(element, "biasprm", new double[10]);
        double[] gain = Words.upTo(element, "gainprm", Words.filled(10, 1));
        String biasKind = Words.keyword(element, "biastype", "none", "none", "affine", "muscle", "user");
        boolean servo = biasKind.equals("affine") && gain[0] == -bias[1] && bias[2] > 0;
        double ratio = servo ? bias[2] : 0;
        if (servo) {
            bias = bias.clone();
            bias[2] = 0;
        }
        String name = Words.name(element);
        boolean inherits = written.name().equals("position") && Numbers.optional(element, "inheritrange", 0) > 0;
        String dynamics = Words.keyword(
                element, "dyntype", "none", "none", "integrator", "filter", "filterexact", "muscle", "user");
        return new Actuator(
                name.isEmpty() ? names.invent("actuator", target + "_" + written.name(), written) : name,
                written.name(),
                switch (key) {
                    case "joint" -> Transmission.JOINT;
                    case "jointinparent" -> Transmission.JOINT_IN_PARENT;
                    case "tendon" -> Transmission.TENDON;
                    default -> Transmission.SITE;
                },
                target,
                element.attribute("refsite") == null
                        ? ""
                        : Words.reference(element, "refsite", names.of("site"), "site"),
                Words.list(Words.upTo(element, "gear", 1, 0, 0, 0, 0, 0)),
                inherits
                        ? inherited(element, target)
                        : Words.range(element, "ctrlrange", "ctrllimited", settings.autolimits(), 1),
                Words.range(element, "forcerange", "forcelimited", settings.autolimits(), 1),
                dynamics,
                dynamics.equals("none") ? List.of() : Words.list(Words.upTo(element, "dynprm", Words.filled(10, 1))),
                activation(written, element, target),
                Words.keyword(element, "gaintype", "fixed", "fixed", "affine", "muscle", "user"),
                Words.list(gain),
                biasKind,
                Words.list(bias),
                ratio);
    }

    private Interval activation(XmlElement written, XmlElement element, String target) {
        return written.name().equals("intvelocity") && Numbers.optional(element, "inheritrange", 0) > 0
                ? inherited(element, target)
                : Words.range(element, "actrange", "actlimited", settings.autolimits(), 1);
    }

    /** A joint's range, widened or narrowed about its middle by the factor {@code inheritrange}. */
    private Interval inherited(XmlElement element, String target) {
        double factor = Numbers.optional(element, "inheritrange", 0);
        int joint = model.jointIndex(target);
        Interval range = joint < 0
                ? Interval.UNBOUNDED
                : new Interval(
                        model.joints().get(joint).limits().lower(),
                        model.joints().get(joint).limits().upper());
        if (!Double.isFinite(range.lower()) || !Double.isFinite(range.upper())) {
            throw element.error(
                    "the actuator inherits the range of '" + target + "', which has none",
                    "Give the joint a range, or the actuator a ctrlrange");
        }
        String own = element.name().equals("position") ? "ctrlrange" : "actrange";
        if (element.attribute(own) != null) {
            throw element.error("inheritrange and " + own + " exclude each other", "Keep one of them");
        }
        double middle = 0.5 * (range.lower() + range.upper());
        double half = 0.5 * factor * (range.upper() - range.lower());
        return new Interval(middle - half, middle + half);
    }

    private static String transmission(XmlElement element) {
        List<String> written = new ArrayList<>(List.of("joint", "jointinparent", "tendon", "site"));
        written.removeIf(key -> element.attribute(key) == null);
        if (written.size() != 1) {
            throw element.error(
                    "<" + element.name() + "> acts on "
                            + (written.isEmpty() ? "nothing" : String.join(" and ", written)),
                    "Give one of joint, jointinparent, tendon and site");
        }
        return written.getFirst();
    }
}
