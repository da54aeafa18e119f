package io.sigmaprompt.twin.record;

import io.sigmaprompt.twin.codec.CanonicalOutput;
import java.util.List;

/**
 * How well the twin knows its robot, and what it makes of efforts. NaN marks what cannot be told; arrays of joints are in
 * the order of the names.
 *
 * @param names driven joints
 * @param positionDeviation standard deviation of the position estimate, rad or m
 * @param velocityDeviation of the velocity estimate, rad/s or m/s
 * @param acceleration rad/s² or m/s²
 * @param delaySeconds by how much the acceleration lags; positions and velocities do not
 * @param innovationNis squares of the last innovations over their variances
 * @param innovationFreedom how many numbers each of those sums
 * @param externalEffort what acts on the joint from outside, by the generalised momentum, N m or N
 * @param externalDeviation its standard deviation
 * @param contacts joints and wrench sensors, and whether something touches them
 * @param base where a free base is, one or none
 * @param payload what the tool carries beyond the model, one or none
 */
public record EstimateRecord(
        String robot,
        long simNanos,
        List<String> names,
        double[] positionDeviation,
        double[] velocityDeviation,
        double[] acceleration,
        double[] delaySeconds,
        double[] innovationNis,
        double[] innovationFreedom,
        double[] externalEffort,
        double[] externalDeviation,
        List<Contact> contacts,
        List<Base> base,
        List<Payload> payload)
        implements OutputRecord {
    /**
     * Whether something is touched.
     *
     * @param place a joint, or the frame of a wrench sensor
     */
    public record Contact(String place, boolean touched) {}

    /**
     * A free base.
     *
     * @param pose 7: position in the world, m, and quaternion x y z w, base to world
     * @param twist 6: angular, then linear velocity, base axes
     * @param covariance 36, row-major: of position (world axes, m) and rotation (base axes, rad)
     * @param twistDeviation 3, of the linear velocity in the world, m/s
     * @param gyroBias 3, rad/s
     * @param accelerometerBias 3, m/s²
     * @param nis normalised innovation squared of the last pose or velocity
     * @param freedom how many numbers that was of
     */
    public record Base(
            double[] pose,
            double[] twist,
            double[] covariance,
            double[] twistDeviation,
            double[] gyroBias,
            double[] accelerometerBias,
            double nis,
            int freedom) {}

    /**
     * What a link carries beyond its model.
     *
     * @param mass kg
     * @param massDeviation kg
     * @param centre 3, m, in the link's frame; NaN while no mass is certain
     * @param centreDeviation 3, m
     * @param excited whether the robot has moved enough of late for this to mean something
     */
    public record Payload(
            String link,
            double mass,
            double massDeviation,
            double[] centre,
            double[] centreDeviation,
            boolean excited) {}

    public EstimateRecord {
        contacts = List.copyOf(contacts);
        base = List.copyOf(base);
        payload = List.copyOf(payload);
    }

    @Override
    public void encode(CanonicalOutput out) {
        out.putString(robot);
        out.putLong(simNanos);
        out.putStrings(names);
        out.putDoubles(positionDeviation);
        out.putDoubles(velocityDeviation);
        out.putDoubles(acceleration);
        out.putDoubles(delaySeconds);
        out.putDoubles(innovationNis);
        out.putDoubles(innovationFreedom);
        out.putDoubles(externalEffort);
        out.putDoubles(externalDeviation);
        out.putInt(contacts.size());
        for (Contact contact : contacts) {
            out.putString(contact.place());
            out.putBoolean(contact.touched());
        }
        out.putInt(base.size());
        for (Base one : base) {
            out.putDoubles(one.pose());
            out.putDoubles(one.twist());
            out.putDoubles(one.covariance());
            out.putDoubles(one.twistDeviation());
            out.putDoubles(one.gyroBias());
            out.putDoubles(one.accelerometerBias());
            out.putDouble(one.nis());
            out.putInt(one.freedom());
        }
        out.putInt(payload.size());
        for (Payload one : payload) {
            out.putString(one.link());
            out.putDouble(one.mass());
            out.putDouble(one.massDeviation());
            out.putDoubles(one.centre());
            out.putDoubles(one.centreDeviation());
            out.putBoolean(one.excited());
        }
    }
}
