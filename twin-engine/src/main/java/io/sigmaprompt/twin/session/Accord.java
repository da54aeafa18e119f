package io.sigmaprompt.twin.session;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.record.ExplanationRecord;
import io.sigmaprompt.twin.record.NoticeRecord;
import io.sigmaprompt.twin.record.OutputRecord;
import java.util.function.Consumer;

/**
 * Whether robot and model ever agreed. Where they did not for the first seconds, a model that is not this robot's is
 * likelier than a fault at work since before the session, and what is named as a cause may be the model's own error. That
 * is said, once.
 */
final class Accord implements Restorable {
    private static final long PATIENCE_NANOS = 5_000_000_000L;
    private static final long NONE = Long.MIN_VALUE;

    private final String robot;
    private final Consumer<OutputRecord> outputs;
    private long begun = NONE;
    private boolean settled;

    Accord(String robot, Consumer<OutputRecord> outputs) {
        this.robot = robot;
        this.outputs = outputs;
    }

    /** Takes every explanation in turn, those that name nothing too. */
    void take(ExplanationRecord explanation) {
        if (settled) {
            return;
        }
        if (begun == NONE) {
            begun = explanation.simNanos();
        }
        if (explanation.causes().isEmpty()) {
            settled = true;
        } else if (explanation.simNanos() - begun >= PATIENCE_NANOS) {
            settled = true;
            outputs.accept(new NoticeRecord(
                    robot,
                    explanation.simNanos(),
                    NoticeRecord.Level.WARNING,
                    "explanation",
                    "robot and model have not agreed since the session began. What is named as a cause may be the "
                            + "model's own error, and no push is found: calibrate the model first (sigma calibrate)"));
        }
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putLong(begun);
        out.putBoolean(settled);
    }

    @Override
    public void restore(CanonicalInput in) {
        begun = in.getLong();
        settled = in.getBoolean();
    }
}
