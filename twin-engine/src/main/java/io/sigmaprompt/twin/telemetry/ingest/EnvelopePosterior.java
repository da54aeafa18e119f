package io.sigmaprompt.twin.telemetry.ingest;

/** Moments of the posterior over slopes b, measured from its peak, and over the highest value c at each. */
final class EnvelopePosterior {
    private static final double SMALL = 1e-4;

    private double weight;
    private double b1;
    private double b2;
    private double c1;
    private double c2;
    private double bc;

    void clear() {
        weight = 0;
        b1 = 0;
        b2 = 0;
        c1 = 0;
        c2 = 0;
        bc = 0;
    }

    /** Adds the slopes at which the line hangs at one corner: c = height - b x there, density exp(sharpness c). */
    void add(double height, double x, double sharpness, double from, double to) {
        double rate = sharpness * Math.abs(x);
        boolean falling = x > 0;
        double anchor = falling ? from : to;
        if (Double.isInfinite(anchor) || !(to > from)) {
            return;
        }
        double direction = falling ? 1 : -1;
        double length = to - from;
        double peak = StrictMath.exp(Math.min(0, sharpness * (height - anchor * x)));
        double i0;
        double i1;
        double i2;
        double reach = rate * length;
        if (reach < SMALL) {
            i0 = length * (1 - reach / 2);
            i1 = length * length * (0.5 - reach / 3);
            i2 = length * length * length * (1.0 / 3 - reach / 4);
        } else {
            double e = Double.isInfinite(reach) ? 0 : StrictMath.exp(-reach);
            double er = e == 0 ? 0 : e * reach;
            i0 = (1 - e) / rate;
            i1 = (1 - e - er) / (rate * rate);
            i2 = (2 - 2 * e - 2 * er - er * (e == 0 ? 0 : reach)) / (rate * rate * rate);
        }
        double w0 = peak * i0;
        double w1 = peak * (anchor * i0 + direction * i1);
        double w2 = peak * (anchor * anchor * i0 + 2 * anchor * direction * i1 + i2);
        weight += w0;
        b1 += w1;
        b2 += w2;
        c1 += height * w0 - x * w1;
        c2 += height * height * w0 - 2 * height * x * w1 + x * x * w2;
        bc += height * w1 - x * w2;
    }

    double meanSlope() {
        return b1 / weight;
    }

    double meanValue() {
        return c1 / weight;
    }

    double slopeVariance() {
        return Math.max(0, b2 / weight - meanSlope() * meanSlope());
    }

    double valueVariance() {
        return Math.max(0, c2 / weight - meanValue() * meanValue());
    }

    double covariance() {
        return bc / weight - meanSlope() * meanValue();
    }
}
