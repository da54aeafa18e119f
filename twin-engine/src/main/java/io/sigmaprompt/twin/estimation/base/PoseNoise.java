package io.sigmaprompt.twin.estimation.base;

import java.util.Arrays;

/** How exact a pose or a velocity is: as its source says, or as the settings do where it says nothing. */
final class PoseNoise {
    private final BaseEstimatorSettings settings;
    private final double[] six = new double[36];
    private final double[] three = new double[9];

    PoseNoise(BaseEstimatorSettings settings) {
        this.settings = settings;
    }

    /**
     * A pose's covariance with its rotations turned into the base's axes. Where a source tells only how exact the position
     * is, or only the rotation, the settings tell the other.
     *
     * @param told 36, row-major, over x y z and the rotations about the world's axes, or empty
     * @param rotation 3 x 3, base to world
     * @return 6 x 6, live
     */
    double[] ofPose(double[] told, double[] rotation) {
        boolean position = isTold(told, 0, 3);
        boolean orientation = isTold(told, 3, 6);
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < 6; j++) {
                boolean both = (i < 3 ? position : orientation) && (j < 3 ? position : orientation);
                six[6 * i + j] = both ? turned(told, rotation, i, j) : i == j ? set(i) : 0;
            }
        }
        return six;
    }

    private double set(int i) {
        double deviation = i < 3 ? settings.positionDeviation() : settings.orientationDeviation();
        return deviation * deviation;
    }

    private static double turned(double[] told, double[] rotation, int i, int j) {
        double sum = 0;
        for (int k = i < 3 ? i : 3; k < (i < 3 ? i + 1 : 6); k++) {
            double left = i < 3 ? 1 : rotation[3 * (k - 3) + i - 3];
            for (int l = j < 3 ? j : 3; l < (j < 3 ? j + 1 : 6); l++) {
                double right = j < 3 ? 1 : rotation[3 * (l - 3) + j - 3];
                sum += left * told[6 * k + l] * right;
            }
        }
        return sum;
    }

    /** The same of the position alone, 3 x 3, live. */
    double[] ofPosition(double[] told) {
        return isTold(told, 0, 3) ? corner(told) : white(three, 3, settings.positionDeviation());
    }

    /**
     * A velocity's covariance.
     *
     * @param told 36, row-major, linear first, base axes, or empty
     * @return 3 x 3, live
     */
    double[] ofVelocity(double[] told) {
        return isTold(told, 0, 3) ? corner(told) : white(three, 3, settings.velocityDeviation());
    }

    private double[] corner(double[] told) {
        for (int i = 0; i < 3; i++) {
            System.arraycopy(told, 6 * i, three, 3 * i, 3);
        }
        return three;
    }

    /** Many sources leave what they do not know at zero. */
    private static boolean isTold(double[] told, int from, int to) {
        if (told.length < 36) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (!(told[7 * i] > 0)) {
                return false;
            }
        }
        return true;
    }

    /** The same deviation for three numbers, 3 x 3, live. */
    double[] white(double deviation) {
        return white(three, 3, deviation);
    }

    private static double[] white(double[] noise, int m, double deviation) {
        Arrays.fill(noise, 0);
        for (int i = 0; i < m; i++) {
            noise[i * m + i] = deviation * deviation;
        }
        return noise;
    }
}
