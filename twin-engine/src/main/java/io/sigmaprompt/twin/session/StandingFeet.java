package io.sigmaprompt.twin.session;

import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.physics.model.Frame;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.estimation.StateEstimator;
import io.sigmaprompt.twin.estimation.base.BaseEstimator;
import io.sigmaprompt.twin.estimation.base.FootKinematics;
import io.sigmaprompt.twin.estimation.base.FootLinks;
import io.sigmaprompt.twin.estimation.effort.ContactState;
import io.sigmaprompt.twin.estimation.effort.FootForce;
import io.sigmaprompt.twin.estimation.effort.MomentumObserver;
import io.sigmaprompt.twin.record.EstimateRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The feet of a robot with a free base: which of them stand, by the force that their joints' efforts tell or that a sensor at
 * the foot measures, and what that says of the base's velocity.
 */
final class StandingFeet implements Restorable {
    /** A foot that bears rolls and gives a little, m/s. */
    private static final double STILLNESS = 0.03;

    /** Joints that are told of so much later than the IMU still hold for now. */
    private static final long TOGETHER_NANOS = 20_000_000;

    /** Of a foot that was just set down the joints' velocity still tells of the impact. */
    private static final long SETTLED_NANOS = 40_000_000;

    private static final long NOT = Long.MIN_VALUE;

    private record Foot(String name, FootKinematics kinematics, FootForce force) {}

    private final List<Foot> feet = new ArrayList<>();
    private final ContactState contact;
    private final boolean[] stands;
    private final long[] since;

    /**
     * Feet that bear nothing yet.
     *
     * @param model with a free base
     * @param links the feet's links
     */
    StandingFeet(RobotModel model, DrivenJoints joints, List<String> links) {
        for (String link : links) {
            Frame frame = FootLinks.frame(model, link);
            feet.add(new Foot(link, new FootKinematics(model, joints, frame), new FootForce(model, joints, frame)));
        }
        contact = new ContactState(feet.size(), ContactState.Settings.FEET);
        stands = new boolean[feet.size()];
        since = new long[feet.size()];
        Arrays.fill(since, NOT);
    }

    /** Takes what a new frame of the joints means. */
    void update(StateEstimator state, MomentumObserver observer, WrenchContacts wrenches, BaseEstimator base) {
        long now = state.sourceNanos();
        for (int i = 0; i < feet.size(); i++) {
            Foot foot = feet.get(i);
            boolean known = foot.force.update(observer);
            contact.update(now, i, known ? foot.force.lift() : Double.NaN, known ? foot.force.variance() : Double.NaN);
            boolean bears = wrenches.measures(foot.name) ? wrenches.touched(foot.name) : contact.touched()[i];
            since[i] = bears ? (stands[i] && since[i] <= now ? since[i] : now) : NOT;
            stands[i] = bears;
            long at = Math.max(now, base.sourceNanos());
            if (bears && base.heard() && at - now <= TOGETHER_NANOS && now - since[i] >= SETTLED_NANOS) {
                foot.kinematics.update(state);
                base.standstill(at, foot.kinematics.place(), foot.kinematics.rate(), STILLNESS);
            }
        }
    }

    /** Adds each foot; those that a sensor tells of are told already. */
    void tell(WrenchContacts wrenches, List<EstimateRecord.Contact> contacts) {
        for (int i = 0; i < feet.size(); i++) {
            if (!wrenches.measures(feet.get(i).name)) {
                contacts.add(new EstimateRecord.Contact(feet.get(i).name, stands[i]));
            }
        }
    }

    /** What comes next has nothing to do with what came before. */
    void forget() {
        Arrays.fill(stands, false);
        Arrays.fill(since, NOT);
    }

    @Override
    public void save(CanonicalOutput out) {
        contact.save(out);
        for (int i = 0; i < stands.length; i++) {
            out.putBoolean(stands[i]);
            out.putLong(since[i]);
        }
    }

    @Override
    public void restore(CanonicalInput in) {
        contact.restore(in);
        for (int i = 0; i < stands.length; i++) {
            stands[i] = in.getBoolean();
            since[i] = in.getLong();
        }
    }
}
