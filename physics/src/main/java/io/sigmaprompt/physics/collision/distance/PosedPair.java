package io.sigmaprompt.physics.collision.distance;

import io.sigmaprompt.physics.collision.shape.ConvexShape;

/**
 * The cores of two posed shapes, seen from the first's origin along the axes of the world, which keeps the digits that
 * a place far from the world's origin would cost; and the set of the differences of their points, second less first.
 */
public final class PosedPair {
    /** Numbers of a point of the difference: the difference itself, the first core's point, the second's. */
    static final int POINT = 9;

    public ConvexShape a;
    public ConvexShape b;
    private double[] poseA = new double[12];
    private double[] poseB = new double[12];
    private int ao;
    private int bo;
    /** The second's origin. */
    public double dx;

    public double dy;
    public double dz;
    private final double[] local = new double[3];
    private final double[] point = new double[POINT];

    public PosedPair(ConvexShape a, ConvexShape b) {
        this.a = a;
        this.b = b;
    }

    public void set(ConvexShape first, double[] firstPose, int fo, ConvexShape second, double[] secondPose, int so) {
        a = first;
        poseA = firstPose;
        ao = fo;
        b = second;
        poseB = secondPose;
        bo = so;
        dx = secondPose[so + 9] - firstPose[fo + 9];
        dy = secondPose[so + 10] - firstPose[fo + 10];
        dz = secondPose[so + 11] - firstPose[fo + 11];
    }

    /**
     * The difference least along a direction: of the first's point farthest along it and the second's farthest against
     * it.
     *
     * @param out Modified. {@value #POINT} numbers at {@code o}
     */
    void support(double x, double y, double z, double[] out, int o) {
        double[] r = poseA;
        a.support(
                r[ao] * x + r[ao + 3] * y + r[ao + 6] * z,
                r[ao + 1] * x + r[ao + 4] * y + r[ao + 7] * z,
                r[ao + 2] * x + r[ao + 5] * y + r[ao + 8] * z,
                local,
                0);
        turn(r, ao, local, 0, out, o + 3);
        r = poseB;
        b.support(
                -(r[bo] * x + r[bo + 3] * y + r[bo + 6] * z),
                -(r[bo + 1] * x + r[bo + 4] * y + r[bo + 7] * z),
                -(r[bo + 2] * x + r[bo + 5] * y + r[bo + 8] * z),
                local,
                0);
        turn(r, bo, local, 0, out, o + 6);
        out[o + 6] += dx;
        out[o + 7] += dy;
        out[o + 8] += dz;
        out[o] = out[o + 6] - out[o + 3];
        out[o + 1] = out[o + 7] - out[o + 4];
        out[o + 2] = out[o + 8] - out[o + 5];
    }

    /** Width of the gap between the cores along a unit direction; negative where they overlap along it. */
    public double gap(double x, double y, double z) {
        support(x, y, z, point, 0);
        return x * point[0] + y * point[1] + z * point[2];
    }

    /** The first's supporting face along a direction; corners 3 numbers each. */
    public int firstFace(double x, double y, double z, double[] out) {
        double[] r = poseA;
        int count = a.supportingFace(
                r[ao] * x + r[ao + 3] * y + r[ao + 6] * z,
                r[ao + 1] * x + r[ao + 4] * y + r[ao + 7] * z,
                r[ao + 2] * x + r[ao + 5] * y + r[ao + 8] * z,
                out);
        for (int i = 0; i < count; i++) {
            turn(r, ao, out, 3 * i, out, 3 * i);
        }
        return count;
    }

    /** The second's supporting face along a direction; corners 3 numbers each. */
    public int secondFace(double x, double y, double z, double[] out) {
        double[] r = poseB;
        int count = b.supportingFace(
                r[bo] * x + r[bo + 3] * y + r[bo + 6] * z,
                r[bo + 1] * x + r[bo + 4] * y + r[bo + 7] * z,
                r[bo + 2] * x + r[bo + 5] * y + r[bo + 8] * z,
                out);
        for (int i = 0; i < count; i++) {
            turn(r, bo, out, 3 * i, out, 3 * i);
            out[3 * i] += dx;
            out[3 * i + 1] += dy;
            out[3 * i + 2] += dz;
        }
        return count;
    }

    private static void turn(double[] r, int ro, double[] v, int vo, double[] out, int o) {
        double x = v[vo];
        double y = v[vo + 1];
        double z = v[vo + 2];
        out[o] = r[ro] * x + r[ro + 1] * y + r[ro + 2] * z;
        out[o + 1] = r[ro + 3] * x + r[ro + 4] * y + r[ro + 5] * z;
        out[o + 2] = r[ro + 6] * x + r[ro + 7] * y + r[ro + 8] * z;
    }

    double[] poseA() {
        return poseA;
    }

    int ao() {
        return ao;
    }

    double[] poseB() {
        return poseB;
    }

    int bo() {
        return bo;
    }
}
