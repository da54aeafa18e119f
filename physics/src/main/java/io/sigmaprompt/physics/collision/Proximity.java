package io.sigmaprompt.physics.collision;

/**
 * How near two cores are: the unit normal from the first to the second, the gap along it (negative: depth), and the
 * point midway between their nearest points, seen from the first's origin along the axes of the world; metres.
 */
final class Proximity {
    double nx;
    double ny;
    double nz = 1;
    double gap;
    double x;
    double y;
    double z;

    void normal(double px, double py, double pz) {
        nx = px;
        ny = py;
        nz = pz;
    }

    void middle(double px, double py, double pz) {
        x = px;
        y = py;
        z = pz;
    }

    /** The same, seen from the other shape, whose origin lies at d from the first's. */
    void exchange(double dx, double dy, double dz) {
        nx = -nx;
        ny = -ny;
        nz = -nz;
        x -= dx;
        y -= dy;
        z -= dz;
    }
}
