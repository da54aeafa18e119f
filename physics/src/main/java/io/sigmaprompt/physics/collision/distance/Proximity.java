package io.sigmaprompt.physics.collision.distance;

/**
 * How near two cores are: the unit normal from the first to the second, the gap along it (negative: depth), and the
 * point midway between their nearest points, seen from the first's origin along the axes of the world; metres.
 */
public final class Proximity {
    public double nx;
    public double ny;
    public double nz = 1;
    public double gap;
    public double x;
    public double y;
    public double z;

    void normal(double px, double py, double pz) {
        nx = px;
        ny = py;
        nz = pz;
    }

    public void middle(double px, double py, double pz) {
        x = px;
        y = py;
        z = pz;
    }

    /** The same, seen from the other shape, whose origin lies at d from the first's. */
    public void exchange(double dx, double dy, double dz) {
        nx = -nx;
        ny = -ny;
        nz = -nz;
        x -= dx;
        y -= dy;
        z -= dz;
    }
}
