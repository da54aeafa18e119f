package io.sigmaprompt.twin.session;

import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.estimation.StateEstimator;
import io.sigmaprompt.twin.estimation.base.BaseEstimator;
import io.sigmaprompt.twin.estimation.base.BaseEstimatorSettings;
import io.sigmaprompt.twin.estimation.base.BaseTelemetry;
import io.sigmaprompt.twin.estimation.effort.ContactState;
import io.sigmaprompt.twin.estimation.effort.MomentumObserver;
import io.sigmaprompt.twin.estimation.effort.MomentumObserverSettings;
import io.sigmaprompt.twin.estimation.effort.PayloadEstimator;
import io.sigmaprompt.twin.estimation.effort.ToolLink;
import io.sigmaprompt.twin.record.EstimateRecord;
import io.sigmaprompt.twin.telemetry.ImuFrame;
import io.sigmaprompt.twin.telemetry.JointStateFrame;
import io.sigmaprompt.twin.telemetry.OdometryFrame;
import io.sigmaprompt.twin.telemetry.PoseFrame;
import io.sigmaprompt.twin.telemetry.TelemetryMessage;
import io.sigmaprompt.twin.telemetry.WrenchFrame;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that is estimated of one robot: its joints, its base where that is free, what touches it and what it carries. */
final class Estimates implements Restorable {
    private final String robot;
    private final DrivenJoints joints;
    private final StateEstimator state;
    private final MomentumObserver observer;
    private final ContactState touch;
    private final WrenchContacts wrenches = new WrenchContacts();
    private final String tool;
    private final @Nullable PayloadEstimator payload;
    private final @Nullable BaseTelemetry base;
    private final @Nullable StandingFeet feet;

    Estimates(TwinConfiguration configuration, DrivenJoints joints) {
        robot = configuration.robot();
        this.joints = joints;
        RobotModel model = configuration.body().model();
        double[] start = configuration.body().initialPosition();
        state = new StateEstimator(joints, Mirror.drivenStart(model, joints, start));
        observer = new MomentumObserver(model, joints, start, MomentumObserverSettings.DEFAULT);
        touch = new ContactState(joints.count(), ContactState.Settings.JOINTS);
        tool = ToolLink.of(model);
        payload = tool.isEmpty() ? null : new PayloadEstimator(model, joints, start, tool);
        double gravity = configuration.body().settings().gravity();
        base = model.floatingBase()
                ? new BaseTelemetry(model, start, BaseEstimatorSettings.DEFAULT.withGravity(gravity))
                : null;
        feet = model.floatingBase() && !configuration.feet().isEmpty()
                ? new StandingFeet(model, joints, configuration.feet())
                : null;
    }

    StateEstimator joints() {
        return state;
    }

    /** Takes a frame that ingest accepted. */
    void take(TelemetryMessage message) {
        switch (message) {
            case JointStateFrame frame -> take(frame);
            case WrenchFrame frame -> wrenches.take(frame);
            case ImuFrame frame when base != null -> base.take(frame);
            case OdometryFrame frame when base != null -> base.take(frame);
            case PoseFrame frame when base != null -> base.take(frame);
            default -> {}
        }
    }

    private void take(JointStateFrame frame) {
        state.update(frame);
        if (base != null && base.estimator().heard()) {
            observer.placeBase(base.estimator().pose(), base.estimator().twist());
        }
        observer.update(state);
        int first = observer.base();
        for (int i = 0; i < joints.count(); i++) {
            touch.update(frame.sourceNanos(), i, observer.tauExternal()[first + i], observer.variance()[first + i]);
        }
        if (payload != null) {
            payload.update(state);
        }
        if (feet != null && base != null) {
            feet.update(state, observer, wrenches, base.estimator());
        }
    }

    /** What comes next has nothing to do with what came before. */
    void forget() {
        state.forget();
        observer.forget();
        wrenches.forget();
        if (feet != null) {
            feet.forget();
        }
        if (base != null) {
            base.forget();
        }
    }

    /** How well all is known. */
    EstimateRecord record(long simNanos) {
        int n = joints.count();
        double[] freedom = new double[n];
        double[] external = new double[n];
        double[] deviation = new double[n];
        List<EstimateRecord.Contact> contacts = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            freedom[i] = state.innovationFreedom()[i];
            external[i] = observer.tauExternal()[observer.base() + i];
            deviation[i] = Math.sqrt(observer.variance()[observer.base() + i]);
            contacts.add(new EstimateRecord.Contact(joints.names().get(i), touch.touched()[i]));
        }
        wrenches.tell(contacts);
        if (feet != null) {
            feet.tell(wrenches, contacts);
        }
        return new EstimateRecord(
                robot,
                simNanos,
                joints.names(),
                roots(state.positionVariance()),
                roots(state.velocityVariance()),
                state.acceleration().clone(),
                state.delaySeconds().clone(),
                state.innovationNis().clone(),
                freedom,
                external,
                deviation,
                contacts,
                base == null || !base.estimator().heard() ? List.of() : List.of(record(base.estimator())),
                payload == null ? List.of() : List.of(record(payload)));
    }

    private static double[] roots(double[] variances) {
        double[] result = new double[variances.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = Math.sqrt(variances[i]);
        }
        return result;
    }

    private static EstimateRecord.Base record(BaseEstimator estimator) {
        double[] all = estimator.covariance();
        double[] covariance = new double[36];
        double[] deviation = new double[3];
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < 6; j++) {
                covariance[6 * i + j] = all[15 * (i < 3 ? i : i + 3) + (j < 3 ? j : j + 3)];
            }
        }
        for (int i = 0; i < 3; i++) {
            deviation[i] = Math.sqrt(all[16 * (3 + i)]);
        }
        return new EstimateRecord.Base(
                estimator.pose().clone(),
                estimator.twist().clone(),
                covariance,
                deviation,
                estimator.gyroBias().clone(),
                estimator.accelerometerBias().clone(),
                estimator.innovationNis(),
                estimator.innovationFreedom());
    }

    private EstimateRecord.Payload record(PayloadEstimator estimator) {
        double[] centre = new double[3];
        double[] deviation = new double[3];
        for (int i = 0; i < 3; i++) {
            centre[i] = estimator.centre(i);
            deviation[i] = estimator.centreDeviation(i);
        }
        return new EstimateRecord.Payload(
                tool, estimator.mass(), estimator.massDeviation(), centre, deviation, estimator.excited());
    }

    @Override
    public void save(CanonicalOutput out) {
        state.save(out);
        observer.save(out);
        touch.save(out);
        wrenches.save(out);
        if (payload != null) {
            payload.save(out);
        }
        if (base != null) {
            base.save(out);
        }
        if (feet != null) {
            feet.save(out);
        }
    }

    @Override
    public void restore(CanonicalInput in) {
        state.restore(in);
        observer.restore(in);
        touch.restore(in);
        wrenches.restore(in);
        if (payload != null) {
            payload.restore(in);
        }
        if (base != null) {
            base.restore(in);
        }
        if (feet != null) {
            feet.restore(in);
        }
    }
}
