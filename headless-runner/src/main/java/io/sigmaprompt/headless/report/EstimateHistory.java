package io.sigmaprompt.headless.report;

import io.sigmaprompt.twin.record.EstimateRecord;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How exactly a robot was known over a session, by joint, and what was last made of its base and its load. */
final class EstimateHistory {
    /** A mean that leaves out what was not known. */
    static final class Mean {
        private double sum;
        private long count;

        void add(double value) {
            if (Double.isFinite(value)) {
                sum += value;
                count++;
            }
        }

        double value() {
            return count == 0 ? Double.NaN : sum / count;
        }
    }

    /** One joint's. */
    static final class Joint {
        final Mean position = new Mean();
        final Mean velocity = new Mean();
        final Mean delay = new Mean();
        final Mean nis = new Mean();
        final Mean externalDeviation = new Mean();
        double externalPeak = Double.NaN;
        boolean touched;
    }

    final Map<String, Joint> joints = new LinkedHashMap<>();

    @Nullable
    EstimateRecord last;

    void take(EstimateRecord record) {
        last = record;
        for (int i = 0; i < record.names().size(); i++) {
            Joint joint = joints.computeIfAbsent(record.names().get(i), name -> new Joint());
            joint.position.add(record.positionDeviation()[i]);
            joint.velocity.add(record.velocityDeviation()[i]);
            joint.delay.add(record.delaySeconds()[i]);
            joint.nis.add(record.innovationNis()[i] / record.innovationFreedom()[i]);
            joint.externalDeviation.add(record.externalDeviation()[i]);
            double external = record.externalEffort()[i];
            if (Double.isFinite(external) && !(Math.abs(external) <= Math.abs(joint.externalPeak))) {
                joint.externalPeak = external;
            }
        }
        for (EstimateRecord.Contact contact : record.contacts()) {
            Joint joint = joints.get(contact.place());
            if (joint != null) {
                joint.touched |= contact.touched();
            }
        }
    }
}
