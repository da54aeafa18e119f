package io.sigmaprompt.physics.model;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds inertias that no body has, and says which link's and by what value. */
public final class InertiaCheck {
    private InertiaCheck() {}

    /**
     * What is odd about a link's rotational inertia though it can be computed with: that it is zero while the mass is
     * not, is not positive definite, or breaks the triangle inequality.
     *
     * @return a clause for a warning, or null where nothing is odd
     */
    public static @Nullable String oddity(String link, Inertia inertia) {
        if (inertia.isPoint()) {
            return inertia.mass() == 0
                    ? null
                    : "the inertia of link '" + link + "' is zero: it is taken as a point mass of " + inertia.mass()
                            + " kg";
        }
        if (!inertia.isPositive()) {
            return "the inertia of link '" + link + "' is not positive definite (" + moments(inertia)
                    + "): no body has it, and the simulation may be unstable";
        }
        if (!inertia.obeysTriangleInequality()) {
            return "the inertia of link '" + link + "' breaks the triangle inequality (" + moments(inertia)
                    + "; one exceeds the sum of the others): no body has it";
        }
        return null;
    }

    /**
     * Demands masses of zero or more, and finite numbers.
     *
     * @throws BadInputException naming the robot, the link and the value
     */
    public static void require(RobotModel model) {
        for (Link link : model.links()) {
            Inertia inertia = link.inertia();
            Vec3 com = inertia.com();
            if (!(inertia.mass() >= 0 && inertia.mass() <= Double.MAX_VALUE)) {
                throw refusal(model, link, "expected a mass of zero or more, found " + inertia.mass() + " kg");
            }
            if (!(Double.isFinite(com.x()) && Double.isFinite(com.y()) && Double.isFinite(com.z()))) {
                throw refusal(
                        model,
                        link,
                        "expected a finite centre of mass, found (" + com.x() + ", " + com.y() + ", " + com.z()
                                + ") m");
            }
            for (double entry : inertia.tensor()) {
                if (!Double.isFinite(entry)) {
                    throw refusal(model, link, "expected a finite rotational inertia, found an entry " + entry);
                }
            }
        }
    }

    private static BadInputException refusal(RobotModel model, Link link, String problem) {
        return new BadInputException(
                "robot '" + model.name() + "', link '" + link.name() + "'",
                problem,
                "Mend the link's inertial element: kilograms, metres, kg m².");
    }

    private static String moments(Inertia inertia) {
        double[] m = principalMoments(inertia);
        return String.format(Locale.ROOT, "principal moments %.4g, %.4g and %.4g kg m²", m[0], m[1], m[2]);
    }

    /** Eigenvalues of the tensor, falling (Smith, Communications of the ACM 4(4), 1961, page 168). */
    private static double[] principalMoments(Inertia i) {
        double mean = (i.ixx() + i.iyy() + i.izz()) / 3;
        double x = i.ixx() - mean;
        double y = i.iyy() - mean;
        double z = i.izz() - mean;
        double products = i.ixy() * i.ixy() + i.ixz() * i.ixz() + i.iyz() * i.iyz();
        double radius = Math.sqrt((x * x + y * y + z * z + 2 * products) / 6);
        if (radius == 0) {
            return new double[] {mean, mean, mean};
        }
        double determinant = x * (y * z - i.iyz() * i.iyz())
                - i.ixy() * (i.ixy() * z - i.iyz() * i.ixz())
                + i.ixz() * (i.ixy() * i.iyz() - y * i.ixz());
        double cosine = determinant / (2 * radius * radius * radius);
        double angle = StrictMath.acos(Math.max(-1, Math.min(1, cosine))) / 3;
        double largest = mean + 2 * radius * StrictMath.cos(angle);
        double smallest = mean + 2 * radius * StrictMath.cos(angle + 2 * Math.PI / 3);
        return new double[] {largest, 3 * mean - largest - smallest, smallest};
    }
}
