package io.sigmaprompt.twin.analysis.interaction;

import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.twin.analysis.FindingBoard;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.record.ExplanationRecord;
import io.sigmaprompt.twin.record.FindingRecord;

/**
 * Finds pushes and loads that explanations name: {@code contact/LINK} from the force at a link, {@code payload/LINK} from
 * mass beyond the model's. One push is one finding, and so is one load. A robot that never agreed with its model may be
 * found loaded, but not pushed: a wrong model looks like pushes that come and go.
 */
public final class InteractionDetector implements Restorable {
    private final InteractionWatch contact;
    private final InteractionWatch payload;
    private boolean agreed;

    public InteractionDetector(RobotModel model) {
        LinkJoints joints = new LinkJoints(model);
        contact = new InteractionWatch(FindingRecord.Kind.CONTACT, Patience.CONTACT, joints);
        payload = new InteractionWatch(FindingRecord.Kind.PAYLOAD, Patience.PAYLOAD, joints);
    }

    /** Takes every explanation in turn, those that name nothing too. */
    public void take(ExplanationRecord explanation, FindingBoard board) {
        payload.take(explanation, payload.acted(), board);
        agreed |= explanation.causes().isEmpty();
        if (agreed) {
            contact.take(explanation, payload.acted(), board);
        }
    }

    /** The robot's clock begins anew. */
    public void interrupt() {
        contact.interrupt();
        payload.interrupt();
    }

    @Override
    public void save(CanonicalOutput out) {
        contact.save(out);
        payload.save(out);
        out.putBoolean(agreed);
    }

    @Override
    public void restore(CanonicalInput in) {
        contact.restore(in);
        payload.restore(in);
        agreed = in.getBoolean();
    }
}
