package io.sigmaprompt.physics.model.mjcf;

import io.sigmaprompt.physics.model.Inertia;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.xml.Numbers;
import io.sigmaprompt.physics.model.xml.XmlElement;

/** Reads {@code <inertial>} (MuJoCo documentation, XML reference, body/inertial). */
final class InertialReader {
    private InertialReader() {}

    static Inertia read(XmlElement element, Placement placement) {
        element.requiredAttribute("mass");
        element.requiredAttribute("pos");
        double mass = Numbers.required(element, "mass");
        if (mass < 0) {
            throw element.error("the mass of <inertial> is negative, " + mass, "Give zero or more, in kilograms");
        }
        Pose origin = placement.of(element);
        if (element.attribute("fullinertia") == null) {
            double[] d = element.attribute("diaginertia") == null
                    ? new double[3]
                    : Numbers.list(element, "diaginertia", element.attribute("diaginertia"), 3);
            for (double moment : d) {
                if (moment < 0) {
                    throw element.error(
                            "a moment of inertia is negative, \"" + element.attribute("diaginertia") + "\"",
                            "Give three positive moments, in kg m²");
                }
            }
            return Inertia.of(mass, origin, new double[] {d[0], 0, 0, 0, d[1], 0, 0, 0, d[2]});
        }
        boolean turned = Placement.ROTATIONS.stream().anyMatch(key -> element.attribute(key) != null);
        if (turned || element.attribute("diaginertia") != null) {
            throw element.error(
                    "fullinertia already holds the rotation and the moments", "Remove diaginertia and the rotation");
        }
        double[] f = Numbers.list(element, "fullinertia", element.attribute("fullinertia"), 6);
        Inertia inertia = Inertia.of(mass, origin, new double[] {f[0], f[3], f[4], f[3], f[1], f[5], f[4], f[5], f[2]});
        if (!inertia.isPositive()) {
            throw element.error(
                    "fullinertia=\"" + element.attribute("fullinertia") + "\" is not positive definite: no body has it",
                    "Check the order, xx yy zz xy xz yz, and the signs");
        }
        return inertia;
    }
}
