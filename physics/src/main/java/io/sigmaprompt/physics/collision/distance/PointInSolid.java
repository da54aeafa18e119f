package io.sigmaprompt.physics.collision.distance;

import io.sigmaprompt.physics.collision.shape.BoxShape;
import io.sigmaprompt.physics.collision.shape.CylinderShape;

/** The nearest surface of a box or a cylinder to a point, from outside or inside; the point is the second's origin. */
public final class PointInSolid {
    private double px;
    private double py;
    private double pz;
    private double nx;
    private double ny;
    private double nz;
    private double gap;

    public void box(PosedPair pair, BoxShape box, Proximity out) {
        into(pair);
        double ax = Math.abs(px) - box.hx;
        double ay = Math.abs(py) - box.hy;
        double az = Math.abs(pz) - box.hz;
        if (ax <= 0 && ay <= 0 && az <= 0) {
            boolean alongX = ax >= ay && ax >= az;
            boolean alongY = !alongX && ay >= az;
            nx = alongX ? px < 0 ? -1 : 1 : 0;
            ny = alongY ? py < 0 ? -1 : 1 : 0;
            nz = !alongX && !alongY ? pz < 0 ? -1 : 1 : 0;
            gap = alongX ? ax : alongY ? ay : az;
        } else {
            direct(outward(px, ax), outward(py, ay), outward(pz, az));
        }
        outOf(pair, out);
    }

    public void cylinder(PosedPair pair, CylinderShape cylinder, Proximity out) {
        into(pair);
        double across = Math.sqrt(px * px + py * py);
        double ux = across > 0 ? px / across : 1;
        double uy = across > 0 ? py / across : 0;
        double radial = across - cylinder.side;
        double axial = Math.abs(pz) - cylinder.half;
        if (radial <= 0 && axial <= 0) {
            boolean side = radial >= axial;
            nx = side ? ux : 0;
            ny = side ? uy : 0;
            nz = side ? 0 : pz < 0 ? -1 : 1;
            gap = side ? radial : axial;
        } else {
            double beyond = Math.max(radial, 0);
            direct(beyond * ux, beyond * uy, outward(pz, axial));
        }
        outOf(pair, out);
    }

    private static double outward(double coordinate, double beyond) {
        return beyond <= 0 ? 0 : coordinate < 0 ? -beyond : beyond;
    }

    private void direct(double x, double y, double z) {
        gap = Math.sqrt(x * x + y * y + z * z);
        if (gap > Double.MIN_NORMAL) {
            nx = x / gap;
            ny = y / gap;
            nz = z / gap;
        } else {
            nx = x != 0 ? Math.signum(x) : 0;
            ny = x == 0 && y != 0 ? Math.signum(y) : 0;
            nz = x == 0 && y == 0 ? z < 0 ? -1 : 1 : 0;
        }
    }

    private void into(PosedPair pair) {
        double[] r = pair.poseA();
        int o = pair.ao();
        px = r[o] * pair.dx + r[o + 3] * pair.dy + r[o + 6] * pair.dz;
        py = r[o + 1] * pair.dx + r[o + 4] * pair.dy + r[o + 7] * pair.dz;
        pz = r[o + 2] * pair.dx + r[o + 5] * pair.dy + r[o + 8] * pair.dz;
    }

    private void outOf(PosedPair pair, Proximity out) {
        double[] r = pair.poseA();
        int o = pair.ao();
        double x = r[o] * nx + r[o + 1] * ny + r[o + 2] * nz;
        double y = r[o + 3] * nx + r[o + 4] * ny + r[o + 5] * nz;
        double z = r[o + 6] * nx + r[o + 7] * ny + r[o + 8] * nz;
        out.normal(x, y, z);
        out.gap = gap;
        double half = 0.5 * gap;
        out.middle(pair.dx - half * x, pair.dy - half * y, pair.dz - half * z);
    }
}
