package io.sigmaprompt.physics.collision.shape;

/** The plane of a polygon (Newell's method: Ericson, Real-Time Collision Detection, 2005, section 12.4.2). */
public final class FaceNormal {
    private static final double FLAT = 1e-12;

    public double x;
    public double y;
    public double z;
    /** Largest distance of a corner from the first, taken by coordinates. */
    public double extent;

    /** Finds the unit normal of corners counter-clockwise seen from where it points; false if they span no area. */
    public boolean of(double[] corners, int count) {
        x = 0;
        y = 0;
        z = 0;
        extent = 0;
        for (int i = 0; i < count; i++) {
            int p = 3 * i;
            int q = 3 * (i + 1 < count ? i + 1 : 0);
            double px = corners[p] - corners[0];
            double py = corners[p + 1] - corners[1];
            double pz = corners[p + 2] - corners[2];
            double qx = corners[q] - corners[0];
            double qy = corners[q + 1] - corners[1];
            double qz = corners[q + 2] - corners[2];
            x += py * qz - pz * qy;
            y += pz * qx - px * qz;
            z += px * qy - py * qx;
            extent = Math.max(extent, Math.max(Math.abs(px), Math.max(Math.abs(py), Math.abs(pz))));
        }
        double length = Math.sqrt(x * x + y * y + z * z);
        if (!(length > FLAT * extent * extent)) {
            return false;
        }
        x /= length;
        y /= length;
        z /= length;
        return true;
    }
}
