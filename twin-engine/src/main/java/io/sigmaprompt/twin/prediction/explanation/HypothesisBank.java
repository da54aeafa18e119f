package io.sigmaprompt.twin.prediction.explanation;

import io.sigmaprompt.physics.model.Frame;
import io.sigmaprompt.physics.model.Link;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.twin.prediction.ReferenceHistory;
import io.sigmaprompt.twin.record.ExplanationRecord.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All hypotheses about one robot, and which of them a window asks for. */
final class HypothesisBank {
    /** A joint whose contradictions are this many times noise, all in all or for some while, is suspected. */
    private static final double SUSPICIOUS = 1.8;

    private static final double SUSPICIOUS_FOR_A_WHILE = 4;
    private static final int WHILE = 12;

    /** So many joints are suspected in one round at most: a fault of one shows most there. */
    private static final int SUSPECTS = 4;

    /** A delay concerns all joints at once; one that explains so much needs no rival. */
    private static final double OBVIOUS = 0.9;

    /** What was so a moment ago needs less proof. */
    private static final double STEADY = 1.15;

    /** Share of a score. */
    private static final double TIE = 0.005;

    /** Less than this many times noise, unexplained, becomes noise itself. */
    private static final double UNBEARABLE = 5;

    private final int n;
    private final Regressors regressors;
    private final List<LinkInertia> inertias = new ArrayList<>();
    private final List<ExternalContact> contacts = new ArrayList<>();
    private final List<Delay> delays;
    private final List<Hypothesis> fitted = new ArrayList<>();
    private final int[] ranked;
    private final double[] energy;
    /** Those about each joint. */
    private final List<List<JointHypothesis>> joints = new ArrayList<>();

    HypothesisBank(Consistency laws, ReferenceHistory references, int capacity) {
        n = laws.n;
        ranked = new int[n];
        energy = new double[n];
        regressors = new Regressors(laws, capacity);
        double most = laws.model.totalMass();
        for (int c = 0; c < regressors.columns(); c++) {
            inertias.add(new LinkInertia(regressors, c, most, capacity));
        }
        contacts(laws, capacity);
        delays = List.of(new Delay(laws, references, capacity));
        for (int i = 0; i < n; i++) {
            joints.add(about(laws.joints.names().get(i), i, capacity));
        }
    }

    private void contacts(Consistency laws, int capacity) {
        RobotModel model = laws.model;
        for (int j = 0; j < model.joints().size(); j++) {
            Link link = model.links().get(j + 1);
            boolean moves = model.joints().get(j).type().velocities() > 0;
            if (moves && link.inertia().mass() > 0) {
                contacts.add(new ExternalContact(
                        laws,
                        new Frame(link.name(), j + 1, Pose.at(link.inertia().com())),
                        capacity));
            }
        }
    }

    private static List<JointHypothesis> about(String joint, int i, int capacity) {
        List<JointHypothesis> all = new ArrayList<>();
        all.add(new FrictionDrift(joint, i));
        for (ActuatorFault.Form form : ActuatorFault.Form.values()) {
            all.add(new ActuatorFault(form, joint, i, capacity));
        }
        for (PositionSensorFault.Form form : PositionSensorFault.Form.values()) {
            all.add(new PositionSensorFault(form, joint, i, capacity));
        }
        all.add(new VelocitySensorFault(false, joint, i));
        all.add(new VelocitySensorFault(true, joint, i));
        all.add(new EffortSensorFault(false, joint, i));
        all.add(new EffortSensorFault(true, joint, i));
        all.add(new EncoderFault(joint, i));
        return all;
    }

    /** Whether one kind of contradiction, at any joint, is more than noise. */
    static boolean suspicious(Evidence e, int channel) {
        for (int i = 0; i < e.n; i++) {
            if (suspicious(e, channel, i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether anything contradicts the model for longer or more than noise does. */
    static boolean suspicious(Evidence e) {
        for (int c = 0; c < Evidence.CHANNELS; c++) {
            if (suspicious(e, c)) {
                return true;
            }
        }
        return false;
    }

    /** Whether what is open is so much that it must be told of, though nothing explains it. */
    static boolean unbearable(Evidence e) {
        for (int c = 0; c < Evidence.CHANNELS; c++) {
            for (int i = 0; i < e.n; i++) {
                if (e.energy(c, i, 0, e.count) > UNBEARABLE * e.count) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether one joint's channel is more than noise, all in all or for some while. */
    static boolean suspicious(Evidence e, int channel, int i) {
        double all = 0;
        for (int from = 0; from < e.count; from += WHILE) {
            int to = Math.min(e.count, from + WHILE);
            double some = e.energy(channel, i, from, to);
            all += some;
            if (some > SUSPICIOUS_FOR_A_WHILE * WHILE) {
                return true;
            }
        }
        return all > SUSPICIOUS * e.count;
    }

    /** Begins with a window, and says whether it contradicts the body's law. */
    boolean prepare(Evidence e) {
        regressors.begin();
        contacts.forEach(ExternalContact::begin);
        return suspicious(e, Evidence.BODY);
    }

    /**
     * Fits what may explain what is open.
     *
     * @param body whether {@link #prepare} found the body's law contradicted
     * @param price what a number must earn, twice a logarithm of likelihood
     * @param not a kind that is not asked, or null
     * @param before key of what was likeliest before, which is likelier to be so still
     * @return the likeliest, or null where there is none
     */
    @Nullable
    Hypothesis best(Evidence e, boolean body, double price, @Nullable Kind not, String before) {
        fitted.clear();
        fit(delays, e);
        double beyondNoise = Math.max(e.told(), e.energy() - e.told());
        if (!fitted.isEmpty() && not != Kind.DELAY && delays.getFirst().gain > OBVIOUS * beyondNoise) {
            return delays.getFirst();
        }
        rankJoints(e);
        for (int rank = 0; rank < Math.min(n, SUSPECTS); rank++) {
            if (suspectedJoint(e, ranked[rank])) {
                fit(joints.get(ranked[rank]), e);
            }
        }
        if (body && suspicious(e, Evidence.BODY)) {
            fit(inertias, e);
            fit(contacts, e);
        }
        double greatest = 0;
        for (Hypothesis one : fitted) {
            greatest = Math.max(greatest, one.gain);
        }
        // What even the best leaves beyond noise is a fault of these small models, and doubles as noise.
        double scale = Math.max(1, (e.energy() - greatest) / Math.max(1, e.told()));
        Hypothesis best = null;
        for (Hypothesis one : fitted) {
            if (one.kind != not) {
                best = likelier(one, best, scale, price, before);
            }
        }
        return best;
    }

    /** The joints with the most to explain first. */
    private void rankJoints(Evidence e) {
        for (int i = 0; i < n; i++) {
            energy[i] = 0;
            for (int c = 0; c < Evidence.CHANNELS; c++) {
                energy[i] += e.energy(c, i, 0, e.count);
            }
            int rank = i;
            while (rank > 0 && energy[ranked[rank - 1]] < energy[i]) {
                ranked[rank] = ranked[rank - 1];
                rank--;
            }
            ranked[rank] = i;
        }
    }

    private void fit(List<? extends Hypothesis> some, Evidence e) {
        for (Hypothesis one : some) {
            one.fit(e);
            if (one.gain > 0) {
                fitted.add(one);
            }
        }
    }

    private static @Nullable Hypothesis likelier(
            Hypothesis one, @Nullable Hypothesis best, double scale, double price, String before) {
        double score = score(one, scale, price, before);
        if (!(score > 0) || best == null) {
            return score > 0 ? one : best;
        }
        double other = score(best, scale, price, before);
        // So small a difference is a fault of the small models; then the simpler is the likelier.
        if (Math.abs(score - other) < TIE * Math.max(score, other) && one.parameters != best.parameters) {
            return one.parameters < best.parameters ? one : best;
        }
        return score > other ? one : best;
    }

    private static double score(Hypothesis one, double scale, double price, String before) {
        double score = one.gain / scale - one.parameters * price;
        return score > 0 && before.equals(one.key()) ? STEADY * score : score;
    }

    private static boolean suspectedJoint(Evidence e, int i) {
        for (int c = 0; c < Evidence.CHANNELS; c++) {
            if (suspicious(e, c, i)) {
                return true;
            }
        }
        return false;
    }
}
