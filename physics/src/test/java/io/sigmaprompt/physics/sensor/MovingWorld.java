package io.sigmaprompt.physics.sensor;

import io.sigmaprompt.physics.spatial.Rotation;
import java.util.Arrays;

/**
 * A world of one link whose motion is written down: its origin has a constant acceleration, and it turns about a fixed
 * axis with a constant angular acceleration. It is in an empty room about the world's origin. Two joints move at constant
 * speed. Forces are what the test says.
 */
public final class MovingWorld implements SensedWorld {
    public double time;
    public double[] gravity = {0, 0, -9.81};
    public double[] start = new double[3];
    public double[] speed = new double[3];
    public double[] pull = new double[3];
    public double[] axis = {0, 0, 1};
    public double spin;
    public double spinUp;
    /** Instead of the parabola, the link's origin goes round z with this radius, at the rate of the spin. */
    public double circle;

    double[] jointStart = new double[2];
    public double[] jointSpeed = new double[2];
    double[] jointEffort = new double[2];
    public double[] held = new double[6];
    public double[] touched = new double[6];
    public double normalForce;
    /** Half the size of the room, metres; infinite for none. */
    public double[] room = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};

    private double angle() {
        return spin * time + 0.5 * spinUp * time * time;
    }

    @Override
    public double time() {
        return time;
    }

    @Override
    public void gravity(double[] out) {
        System.arraycopy(gravity, 0, out, 0, 3);
    }

    @Override
    public void linkPose(int link, double[] out) {
        double half = 0.5 * angle();
        double s = StrictMath.sin(half);
        double[] q = {s * axis[0], s * axis[1], s * axis[2], StrictMath.cos(half)};
        Rotation.fromQuaternion(q, 0, out, 0);
        for (int i = 0; i < 3; i++) {
            out[9 + i] = start[i] + speed[i] * time + 0.5 * pull[i] * time * time;
        }
        out[9] += circle * StrictMath.cos(angle());
        out[10] += circle * StrictMath.sin(angle());
    }

    @Override
    public void linkVelocity(int link, double[] out) {
        double rate = spin + spinUp * time;
        for (int i = 0; i < 3; i++) {
            out[i] = rate * axis[i];
            out[3 + i] = speed[i] + pull[i] * time;
        }
        out[3] -= circle * rate * StrictMath.sin(angle());
        out[4] += circle * rate * StrictMath.cos(angle());
    }

    @Override
    public void linkAcceleration(int link, double[] out) {
        double rate = spin + spinUp * time;
        double c = StrictMath.cos(angle());
        double s = StrictMath.sin(angle());
        for (int i = 0; i < 3; i++) {
            out[i] = spinUp * axis[i];
            out[3 + i] = pull[i];
        }
        out[3] -= circle * (spinUp * s + rate * rate * c);
        out[4] += circle * (spinUp * c - rate * rate * s);
    }

    @Override
    public double jointPosition(int joint) {
        return jointStart[joint] + jointSpeed[joint] * time;
    }

    @Override
    public double jointVelocity(int joint) {
        return jointSpeed[joint];
    }

    @Override
    public double jointEffort(int joint) {
        return jointEffort[joint];
    }

    @Override
    public void parentWrench(int link, double[] out) {
        System.arraycopy(held, 0, out, 0, 6);
    }

    @Override
    public void contactWrench(int link, double[] out) {
        System.arraycopy(touched, 0, out, 0, 6);
    }

    @Override
    public int contactCount(int link) {
        return normalForce > 0 ? 1 : 0;
    }

    @Override
    public double linkNormalForce(int link) {
        return normalForce;
    }

    @Override
    public double colliderNormalForce(int collider) {
        return 0.5 * normalForce;
    }

    @Override
    public double castRay(double[] origin, double[] direction, double maxDistance, int ignoredLink) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 3; i++) {
            double wall = direction[i] > 0 ? room[i] : -room[i];
            double distance = direction[i] == 0 ? Double.POSITIVE_INFINITY : (wall - origin[i]) / direction[i];
            nearest = Math.min(nearest, distance);
        }
        return nearest <= maxDistance ? nearest : Double.POSITIVE_INFINITY;
    }

    /** Steps a sensor through the ticks of a duration, from the tick after {@code time} on. */
    public void run(Sensor sensor, int ticks, double dt) {
        long first = Math.round(time / dt);
        for (int tick = 1; tick <= ticks; tick++) {
            time = (first + tick) * dt;
            sensor.step(this);
        }
    }

    /** The state of a sensor. */
    static double[] state(Sensor sensor) {
        double[] state = new double[sensor.stateSize()];
        Arrays.fill(state, Double.NaN);
        sensor.save(state, 0);
        return state;
    }

    /** The newest measurement. */
    public static double[] newest(Sensor sensor) {
        double[] out = new double[sensor.dimension()];
        sensor.channel().read(0, out, 0);
        return out;
    }
}
