package io.sigmaprompt.physics.dynamics;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Vec3;

/**
 * The right-handed basis whose third vector is a joint's axis, and whose first two are the basis of a planar joint's
 * plane. The first is the cyclically next coordinate axis after the one nearest to the joint's axis, made perpendicular
 * to it: about z the plane's basis is (x, y), about x it is (y, z), about y it is (z, x).
 */
final class JointAxisFrame {
    private JointAxisFrame() {}

    /**
     * Writes the basis as the columns of a rotation.
     *
     * @param out Modified. 3 x 3, row-major, basis to joint frame
     * @throws BadInputException if the axis has no direction
     */
    static void write(String joint, Vec3 axis, double[] out) {
        double norm = axis.norm();
        if (!(norm > 0) || Double.isInfinite(norm)) {
            throw new BadInputException(
                    "joint '" + joint + "'",
                    "expected an axis with a direction, found (" + axis.x() + ", " + axis.y() + ", " + axis.z() + ")",
                    "Give the axis as a unit vector, such as 0 0 1.");
        }
        double[] n = {axis.x() / norm, axis.y() / norm, axis.z() / norm};
        int nearest = 0;
        for (int k = 1; k < 3; k++) {
            if (Math.abs(n[k]) > Math.abs(n[nearest])) {
                nearest = k;
            }
        }
        int next = (nearest + 1) % 3;
        double[] e = new double[3];
        double along = n[next];
        double square = 0;
        for (int k = 0; k < 3; k++) {
            e[k] = (k == next ? 1 : 0) - along * n[k];
            square += e[k] * e[k];
        }
        double length = Math.sqrt(square);
        for (int k = 0; k < 3; k++) {
            e[k] /= length;
        }
        for (int k = 0; k < 3; k++) {
            int k1 = (k + 1) % 3;
            int k2 = (k + 2) % 3;
            out[3 * k] = e[k];
            out[3 * k + 1] = n[k1] * e[k2] - n[k2] * e[k1];
            out[3 * k + 2] = n[k];
        }
    }
}
