package io.sigmaprompt.physics.model.urdf;

import io.sigmaprompt.physics.model.Inertia;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.model.xml.XmlElement;
import java.util.Arrays;
import java.util.Set;

/** Reads {@code <inertial>} and turns its tensor into the axes of the link (URDF specification, element inertial). */
final class InertialReader {
    /** Relative to the trace; what CAD rounds away. */
    private static final double TOLERANCE = 1e-6;

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
        if (mass > 0 || xx != 0 || yy != 0 || zz != 0) {
            check(tensor, link, new double[] {xx, xy, xz, xy, yy, yz, xz, yz, zz}, warnings);
        }
        Pose origin = Numbers.origin(inertial);
        Vec3 com = new Vec3(origin.x(), origin.y(), origin.z());
        if (origin.qx() == 0 && origin.qy() == 0 && origin.qz() == 0) {
            return new Inertia(mass, com, xx, xy, xz, yy, yz, zz);
        }
        double[] r = origin.rotation();
        double[] i = congruent(r, new double[] {xx, xy, xz, xy, yy, yz, xz, yz, zz});
        return new Inertia(mass, com, i[0], i[1], i[2], i[4], i[5], i[8]);
    }

    /** R · I · Rᵀ for 3 x 3 row-major matrices; I is symmetric. */
    private static double[] congruent(double[] r, double[] inertia) {
        double[] half = new double[9];
        double[] full = new double[9];
        for (int row = 0; row < 3; row++) {
            for (int col = 0; col < 3; col++) {
                for (int k = 0; k < 3; k++) {
                    half[3 * row + col] += r[3 * row + k] * inertia[3 * k + col];
                }
            }
        }
        for (int row = 0; row < 3; row++) {
            for (int col = row; col < 3; col++) {
                for (int k = 0; k < 3; k++) {
                    full[3 * row + col] += half[3 * row + k] * r[3 * col + k];
                }
            }
        }
        return full;
    }

    /**
     * A tensor that a body can have is positive definite, and its principal moments obey the triangle inequality; the
     * latter holds just where {@code ½ tr(I) E - I}, the second moment of the mass, is not negative.
     */
    private static void check(XmlElement tensor, String link, double[] inertia, Warnings warnings) {
        if (Arrays.stream(inertia).allMatch(entry -> entry == 0)) {
            warnings.add(tensor, "the inertia of link '" + link + "' is zero: it is taken as a point mass");
            return;
        }
        if (!positive(inertia)) {
            warnings.add(
                    tensor,
                    "the inertia of link '" + link
                            + "' is not positive definite: no body has it, and the simulation may be unstable");
            return;
        }
        double trace = inertia[0] + inertia[4] + inertia[8];
        double[] moment = new double[9];
        for (int k = 0; k < 9; k++) {
            moment[k] = -inertia[k] + (k % 4 == 0 ? trace * (0.5 + TOLERANCE) : 0);
        }
        if (!positive(moment)) {
            warnings.add(
                    tensor,
                    "the inertia of link '" + link
                            + "' breaks the triangle inequality (one principal moment exceeds the sum of the others):"
                            + " no body has it");
        }
    }

    /** Sylvester's criterion. */
    private static boolean positive(double[] m) {
        double minor = m[0] * m[4] - m[1] * m[1];
        double determinant = m[0] * (m[4] * m[8] - m[5] * m[5])
                - m[1] * (m[1] * m[8] - m[5] * m[2])
                + m[2] * (m[1] * m[5] - m[4] * m[2]);
        return m[0] > 0 && minor > 0 && determinant > 0;
    }
}
