package io.sigmaprompt.twin.calibration.excitation;

import io.sigmaprompt.physics.spatial.Trig;

/**
 * A periodic motion of joints, each a finite Fourier series {@code q(t) = q0 + Σ_l a_l/(ω l) sin(ω l t) - b_l/(ω l) cos(ω l
 * t)} (Swevers, Ganseman, Tükel, De Schutter, Van Brussel, Optimal robot excitation and identification, IEEE T-RA 13(5),
 * 1997). It starts and ends at rest and without acceleration where the coefficients are projected so. Immutable.
 *
 * @param period seconds
 * @param centre q0, one a joint
 * @param sine a_l, joints x harmonics
 * @param cosine b_l, joints x harmonics
 */
public record FourierTrajectory(double period, double[] centre, double[][] sine, double[][] cosine) {
    /** How many joints move. */
    public int joints() {
        return centre.length;
    }

    /** The motion at a time, one entry a joint each. The arrays are modified. */
    public void at(double seconds, double[] position, double[] velocity, double[] acceleration) {
        double omega = 2 * Math.PI / period;
        int harmonics = sine[0].length;
        double[] s = new double[harmonics];
        double[] c = new double[harmonics];
        for (int l = 0; l < harmonics; l++) {
            double angle = omega * (l + 1) * seconds;
            s[l] = Trig.sin(angle);
            c[l] = Trig.cos(angle);
        }
        for (int j = 0; j < centre.length; j++) {
            double q = centre[j];
            double v = 0;
            double a = 0;
            for (int l = 0; l < harmonics; l++) {
                double w = omega * (l + 1);
                q += sine[j][l] / w * s[l] - cosine[j][l] / w * c[l];
                v += sine[j][l] * c[l] + cosine[j][l] * s[l];
                a += w * (cosine[j][l] * c[l] - sine[j][l] * s[l]);
            }
            position[j] = q;
            velocity[j] = v;
            acceleration[j] = a;
        }
    }

    /** The same with all motion scaled about the centre. */
    FourierTrajectory scaled(int joint, double factor) {
        double[][] a = copy(sine);
        double[][] b = copy(cosine);
        for (int l = 0; l < a[joint].length; l++) {
            a[joint][l] *= factor;
            b[joint][l] *= factor;
        }
        return new FourierTrajectory(period, centre, a, b);
    }

    private static double[][] copy(double[][] m) {
        double[][] copy = new double[m.length][];
        for (int i = 0; i < m.length; i++) {
            copy[i] = m[i].clone();
        }
        return copy;
    }
}
