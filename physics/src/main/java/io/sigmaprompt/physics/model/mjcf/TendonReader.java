package io.sigmaprompt.physics.model.mjcf;

import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.mechanism.FixedTendon;
import io.sigmaprompt.physics.model.mechanism.Interval;
import io.sigmaprompt.physics.model.xml.Numbers;
import io.sigmaprompt.physics.model.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;

/** Reads the fixed ones of {@code <tendon>} (MuJoCo documentation, XML reference, tendon/fixed). */
final class TendonReader {
    private final CompilerSettings settings;
    private final DefaultClasses defaults;
    private final NameTable names;
    private final RobotModel model;

    TendonReader(CompilerSettings settings, DefaultClasses defaults, NameTable names, RobotModel model) {
        this.settings = settings;
        this.defaults = defaults;
        this.names = names;
        this.model = model;
    }

    List<FixedTendon> read(XmlElement root) {
        List<FixedTendon> tendons = new ArrayList<>();
        for (XmlElement section : root.children("tendon")) {
            for (XmlElement element : section.children()) {
                boolean fixed = element.name().equals("fixed");
                names.claim(fixed ? "tendon" : "spatial", Words.name(element), element);
                if (fixed) {
                    tendons.add(tendon(defaults.resolve(element, "tendon", null)));
                }
            }
        }
        return tendons;
    }

    private FixedTendon tendon(XmlElement element) {
        List<FixedTendon.Term> terms = new ArrayList<>();
        for (XmlElement part : element.children("joint")) {
            String joint = Words.reference(part, "joint", names.of("joint"), "joint");
            if (!model.joints().get(model.jointIndex(joint)).type().isScalar()) {
                throw part.error(
                        "the tendon takes joint '" + joint + "', which has no single coordinate",
                        "Take hinge and slide joints");
            }
            terms.add(new FixedTendon.Term(joint, Numbers.required(part, "coef")));
        }
        if (terms.isEmpty()) {
            throw element.error("<fixed> has no joints", "Put <joint joint=\"…\" coef=\"…\"/> into it");
        }
        double[] rest = Words.upTo(element, "springlength", Double.NaN, Double.NaN);
        Interval spring = rest[0] == -1 || Double.isNaN(rest[0])
                ? new Interval(Double.NaN, Double.NaN)
                : new Interval(rest[0], Double.isNaN(rest[1]) ? rest[0] : rest[1]);
        String name = Words.name(element);
        return new FixedTendon(
                name.isEmpty() ? names.invent("tendon", "tendon", element) : name,
                terms,
                Words.range(element, "range", "limited", settings.autolimits(), 1),
                Words.range(element, "actuatorfrcrange", "actuatorfrclimited", settings.autolimits(), 1),
                Numbers.optional(element, "margin", 0),
                Words.upTo(element, "stiffness", 0)[0],
                spring,
                Words.upTo(element, "damping", 0)[0],
                Numbers.optional(element, "frictionloss", 0),
                Numbers.optional(element, "armature", 0),
                Words.softness(element, "solreflimit", "solimplimit"),
                Words.softness(element, "solreffriction", "solimpfriction"));
    }
}
