package io.sigmaprompt.physics.world.contact;

/** A contact's axes, and the forces along and moments about them as rows for a constraint. Reused. */
final class ContactFrame {
    /** Normal, first and second tangent; right-handed, world. */
    final double[] axes = new double[9];

    /** Rows of 6: moment about the world's origin, force. */
    final double[] wrenches = new double[18];

    private double px;
    private double py;
    private double pz;

    /** Takes a contact: normal, point (7 numbers at {@code o}, as in a contact buffer). */
    void set(double[] geometry, int o) {
        double nx = geometry[o];
        double ny = geometry[o + 1];
        double nz = geometry[o + 2];
        px = geometry[o + 3];
        py = geometry[o + 4];
        pz = geometry[o + 5];
        axes[0] = nx;
        axes[1] = ny;
        axes[2] = nz;
        // The first tangent lies across the normal and the world's axis that is least along it.
        double ax = Math.abs(nx);
        double ay = Math.abs(ny);
        double az = Math.abs(nz);
        double tx;
        double ty;
        double tz;
        if (ax <= ay && ax <= az) {
            tx = 0;
            ty = nz;
            tz = -ny;
        } else if (ay <= az) {
            tx = -nz;
            ty = 0;
            tz = nx;
        } else {
            tx = ny;
            ty = -nx;
            tz = 0;
        }
        double length = Math.sqrt(tx * tx + ty * ty + tz * tz);
        tx /= length;
        ty /= length;
        tz /= length;
        axes[3] = tx;
        axes[4] = ty;
        axes[5] = tz;
        axes[6] = ny * tz - nz * ty;
        axes[7] = nz * tx - nx * tz;
        axes[8] = nx * ty - ny * tx;
    }

    /** Rows: normal, and the tangents times factors. */
    void scale(double first, double second) {
        force(0, 0, 1);
        force(1, 3, first);
        force(2, 6, second);
    }

    /** Leaves only the rows of the tangents. */
    void dropNormal() {
        System.arraycopy(wrenches, 6, wrenches, 0, 12);
    }

    /** One row: the moment about the normal, times a factor. */
    void torsion(double factor) {
        moment(0, 0, factor);
    }

    /** Two rows: the moments about the tangents, times factors. */
    void rolling(double first, double second) {
        moment(0, 3, first);
        moment(1, 6, second);
    }

    private void force(int row, int axis, double factor) {
        int o = 6 * row;
        double x = factor * axes[axis];
        double y = factor * axes[axis + 1];
        double z = factor * axes[axis + 2];
        wrenches[o] = py * z - pz * y;
        wrenches[o + 1] = pz * x - px * z;
        wrenches[o + 2] = px * y - py * x;
        wrenches[o + 3] = x;
        wrenches[o + 4] = y;
        wrenches[o + 5] = z;
    }

    private void moment(int row, int axis, double factor) {
        int o = 6 * row;
        for (int k = 0; k < 3; k++) {
            wrenches[o + k] = factor * axes[axis + k];
            wrenches[o + 3 + k] = 0;
        }
    }
}
