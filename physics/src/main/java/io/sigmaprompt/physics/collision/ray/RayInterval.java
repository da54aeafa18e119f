package io.sigmaprompt.physics.collision.ray;

/** The part of a line that lies within a convex solid: its two ends, metres along the line, and the normals there. */
final class RayInterval {
    double in;
    double out;
    final double[] normalIn = new double[3];
    final double[] normalOut = new double[3];

    /** The whole line. */
    void clear() {
        in = Double.NEGATIVE_INFINITY;
        out = Double.POSITIVE_INFINITY;
    }

    void empty() {
        in = Double.POSITIVE_INFINITY;
        out = Double.NEGATIVE_INFINITY;
    }

    boolean isEmpty() {
        return in > out;
    }

    /** Keeps what lies below a plane: {@code n · x <= offset}, n of unit length. */
    void cutByPlane(double[] ray, double nx, double ny, double nz, double offset) {
        double height = nx * ray[0] + ny * ray[1] + nz * ray[2] - offset;
        double rate = nx * ray[3] + ny * ray[4] + nz * ray[5];
        if (rate == 0) {
            if (height > 0) {
                empty();
            }
            return;
        }
        double t = -height / rate;
        if (rate < 0 && t > in) {
            in = t;
            set(normalIn, nx, ny, nz);
        } else if (rate > 0 && t < out) {
            out = t;
            set(normalOut, nx, ny, nz);
        }
    }

    /**
     * Keeps what lies within a the quadric {@code |S x|² <= 1}, S diagonal.
     *
     * @param sx inverse of the half axis along x, 1/m; 0 for a cylinder along it; likewise the others
     * @param z where the quadric's centre lies on the axis z, metres
     */
    void cutByQuadric(double[] ray, double sx, double sy, double sz, double z) {
        double ox = sx * ray[0];
        double oy = sy * ray[1];
        double oz = sz * (ray[2] - z);
        double dx = sx * ray[3];
        double dy = sy * ray[4];
        double dz = sz * ray[5];
        double a = dx * dx + dy * dy + dz * dz;
        if (a == 0) {
            if (ox * ox + oy * oy + oz * oz > 1) {
                empty();
            }
            return;
        }
        // From the point nearest to the centre both ends are equally far: nothing large cancels, wherever the ray
        // starts.
        double middle = -(ox * dx + oy * dy + oz * dz) / a;
        double px = ox + middle * dx;
        double py = oy + middle * dy;
        double pz = oz + middle * dz;
        double rest = 1 - (px * px + py * py + pz * pz);
        if (rest < 0) {
            empty();
            return;
        }
        double half = Math.sqrt(rest / a);
        if (middle - half > in) {
            in = middle - half;
            setUnit(normalIn, sx * (px - half * dx), sy * (py - half * dy), sz * (pz - half * dz));
        }
        if (middle + half < out) {
            out = middle + half;
            setUnit(normalOut, sx * (px + half * dx), sy * (py + half * dy), sz * (pz + half * dz));
        }
    }

    /** Becomes the shortest interval about itself and another, as it is for parts of one convex solid. */
    void extend(RayInterval other) {
        if (other.isEmpty()) {
            return;
        }
        if (other.in <= in) {
            in = other.in;
            set(normalIn, other.normalIn[0], other.normalIn[1], other.normalIn[2]);
        }
        if (other.out >= out) {
            out = other.out;
            set(normalOut, other.normalOut[0], other.normalOut[1], other.normalOut[2]);
        }
    }

    /** As {@link RayTarget#hit}. */
    double hit(double most, double[] normal) {
        boolean outside = in > 0;
        double t = outside ? in : out;
        if (isEmpty() || !(t > 0) || t > most) {
            return RayTarget.MISS;
        }
        System.arraycopy(outside ? normalIn : normalOut, 0, normal, 0, 3);
        return t;
    }

    private static void set(double[] v, double x, double y, double z) {
        v[0] = x;
        v[1] = y;
        v[2] = z;
    }

    private static void setUnit(double[] v, double x, double y, double z) {
        double norm = Math.sqrt(x * x + y * y + z * z);
        set(v, x / norm, y / norm, z / norm);
    }
}
