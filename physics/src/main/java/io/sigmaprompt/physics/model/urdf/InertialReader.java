package io.sigmaprompt.physics.model.urdf;

import io.sigmaprompt.physics.model.Inertia;
import io.sigmaprompt.physics.model.InertiaCheck;
import io.sigmaprompt.physics.model.xml.Numbers;
import io.sigmaprompt.physics.model.xml.Warnings;
import io.sigmaprompt.physics.model.xml.XmlElement;
import java.util.Set;

/** Reads {@code <inertial>} and turns its tensor into the axes of the link (URDF specification, element inertial). */
final class InertialReader {
    private InertialReader() {}

    static Inertia read(XmlElement inertial, String link, Warnings warnings) {
        warnings.checkChildren(inertial, Set.of(), Set.of("origin", "mass", "inertia"), Set.of());
        XmlElement massElement = inertial.child("mass");
        if (massElement == null) {
            throw inertial.error(
                    "the <inertial> of link '" + link + "' has no <mass>", "Add <mass value=\"…\"/>, in kilograms");
        }
        double mass = Numbers.required(massElement, "value");
        if (mass < 0) {
            throw massElement.error(
                    "the mass of link '" + link + "' is negative, " + massElement.attribute("value") + " kg",
                    "Give a mass of zero or more, in kilograms");
        }
        XmlElement tensor = inertial.child("inertia");
        if (tensor == null) {
            throw inertial.error(
                    "the <inertial> of link '" + link + "' has no <inertia>",
                    "Add <inertia ixx=\"…\" ixy=\"…\" ixz=\"…\" iyy=\"…\" iyz=\"…\" izz=\"…\"/>, in kg m²");
        }
        double xx = Numbers.required(tensor, "ixx");
        double yy = Numbers.required(tensor, "iyy");
        double zz = Numbers.required(tensor, "izz");
        double xy = Numbers.optional(tensor, "ixy", 0);
        double xz = Numbers.optional(tensor, "ixz", 0);
        double yz = Numbers.optional(tensor, "iyz", 0);
        Inertia inertia = Inertia.of(mass, Origin.of(inertial), new double[] {xx, xy, xz, xy, yy, yz, xz, yz, zz});
        String oddity = InertiaCheck.oddity(link, inertia);
        if (oddity != null) {
            warnings.add(tensor, oddity);
        }
        return inertia;
    }
}
