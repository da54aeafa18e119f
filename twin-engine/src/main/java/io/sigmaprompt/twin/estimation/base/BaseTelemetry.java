package io.sigmaprompt.twin.estimation.base;

import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.telemetry.ImuFrame;
import io.sigmaprompt.twin.telemetry.OdometryFrame;
import io.sigmaprompt.twin.telemetry.PoseFrame;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which frames tell a {@link BaseEstimator} of what: the first IMU that is heard, at its place on the robot; odometry's
 * velocity always, its pose while nothing sees the base from outside; poses of the base, but not of its other links.
 */
public final class BaseTelemetry implements Restorable {
    private static final double[] NONE = new double[0];

    private final RobotModel model;
    private final BaseEstimator estimator;
    private String sensor = "";
    private @Nullable ImuMount mount;
    private boolean seen;

    /**
     * Of a robot whose base is free.
     *
     * @param start nq entries
     */
    public BaseTelemetry(RobotModel model, double[] start, BaseEstimatorSettings settings) {
        this.model = model;
        estimator = new BaseEstimator(settings, Arrays.copyOf(start, 7));
    }

    public BaseEstimator estimator() {
        return estimator;
    }

    /** Takes what an IMU feels; all but the first one heard are left out. */
    public void take(ImuFrame frame) {
        ImuMount at = mount;
        if (at == null) {
            at = listenTo(frame.sensor());
        }
        if (frame.sensor().equals(sensor)) {
            at.take(frame.angularVelocity(), frame.specificForce());
            estimator.imu(frame.sourceNanos(), at.rate(), at.force());
        }
    }

    private ImuMount listenTo(String name) {
        sensor = name;
        ImuMount made = new ImuMount(model, name);
        mount = made;
        return made;
    }

    /** Takes what odometry tells. */
    public void take(OdometryFrame frame) {
        if (!isBase(frame.child())) {
            return;
        }
        if (!seen) {
            estimator.pose(frame.sourceNanos(), frame.position(), frame.orientation(), frame.poseCovariance());
        }
        if (frame.linearVelocity().length > 0) {
            estimator.velocity(
                    frame.sourceNanos(), frame.linearVelocity(), frame.angularVelocity(), frame.twistCovariance());
        }
    }

    /** Takes where something sees the base. */
    public void take(PoseFrame frame) {
        if (!isBase(frame.child())) {
            return;
        }
        if (!seen) {
            seen = true;
            estimator.forget();
        }
        estimator.pose(
                frame.sourceNanos(),
                frame.position(),
                frame.orientation().length > 0 ? frame.orientation() : NONE,
                frame.covariance());
    }

    /** A name that no link bears is taken for the base's, as robots call it by many. */
    private boolean isBase(String child) {
        return model.linkIndex(child) <= 0;
    }

    /** What comes next has nothing to do with what came before. */
    public void forget() {
        estimator.forget();
        seen = false;
    }

    @Override
    public void save(CanonicalOutput out) {
        estimator.save(out);
        out.putBoolean(mount != null);
        out.putString(sensor);
        out.putBoolean(seen);
    }

    @Override
    public void restore(CanonicalInput in) {
        estimator.restore(in);
        boolean listening = in.getBoolean();
        String name = in.getString();
        mount = null;
        sensor = name;
        if (listening) {
            listenTo(name);
        }
        seen = in.getBoolean();
    }
}
