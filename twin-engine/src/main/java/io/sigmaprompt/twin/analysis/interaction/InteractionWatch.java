package io.sigmaprompt.twin.analysis.interaction;

import io.sigmaprompt.twin.analysis.FindingBoard;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.record.Evidence;
import io.sigmaprompt.twin.record.ExplanationRecord;
import io.sigmaprompt.twin.record.ExplanationRecord.Cause;
import io.sigmaprompt.twin.record.FindingRecord;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes findings of one kind from what explanation after explanation names. A cause is told as long as it is in the
 * explanation's window, so one that acted a moment ago and no longer does is no new one.
 */
final class InteractionWatch implements Restorable {
    /** Standard deviations that a value must exceed. */
    private static final double SIGNIFICANT = 3;

    /** Of the difference between robot and twin; what is less may as well be the model's error. */
    private static final double MAIN_CAUSE = 0.5;

    /** Where more is unexplained, the model is not the robot's, and what explains a part of the rest means little. */
    private static final double UNEXPLAINED = 0.2;

    /** Explanations further apart have nothing to do with one another. */
    private static final long CONTINUOUS_NANOS = 500_000_000;

    private static final long NONE = Long.MIN_VALUE;

    private final FindingRecord.Kind kind;
    private final Patience patience;
    private final LinkJoints joints;
    private final Map<String, Sighting> sightings = new TreeMap<>();
    private long before = NONE;
    /** When something of this kind that was found last acted. */
    private long acted = NONE;

    InteractionWatch(FindingRecord.Kind kind, Patience patience, LinkJoints joints) {
        this.kind = kind;
        this.patience = patience;
        this.joints = joints;
    }

    private boolean concerns(Cause cause) {
        return switch (kind) {
            case CONTACT -> cause.kind() == ExplanationRecord.Kind.EXTERNAL_CONTACT;
            case PAYLOAD ->
                cause.kind() == ExplanationRecord.Kind.PARAMETER_DRIFT
                        && cause.unit().equals("kg");
            default -> false;
        };
    }

    /** A push that is over has no part in the efforts of now. */
    private static boolean acts(Cause cause) {
        for (double part : cause.part()) {
            if (part != 0) {
                return true;
            }
        }
        return false;
    }

    private String id(String link) {
        return kind.words() + "/" + link;
    }

    /** When something of this kind that was found last acted; the least long where nothing ever did. */
    long acted() {
        return acted;
    }

    /**
     * Takes the next explanation.
     *
     * @param othersActed when what a watch of another kind found last acted: a load that was put down looks like a push that
     *     is over
     */
    void take(ExplanationRecord explanation, long othersActed, FindingBoard board) {
        long now = explanation.simNanos();
        boolean aftermath = isAftermath(explanation, Math.max(acted, othersActed));
        Map<String, Cause> named = new LinkedHashMap<>();
        for (Cause cause : explanation.causes()) {
            if (concerns(cause)) {
                named.putIfAbsent(cause.joint(), cause);
            }
        }
        named.values().forEach(cause -> see(explanation, cause, aftermath));
        named.values().forEach(cause -> judge(explanation, cause, aftermath, board));
        end(now, board);
        before = now;
    }

    private void see(ExplanationRecord explanation, Cause cause, boolean aftermath) {
        long now = explanation.simNanos();
        Sighting known = sightings.get(cause.joint());
        if (known != null && now - known.lastNanos() > patience.clearNanos()) {
            known = null;
        }
        if (acts(cause) || known == null && !aftermath) {
            long from = before != NONE && now - before <= CONTINUOUS_NANOS ? before : now;
            sightings.put(
                    cause.joint(),
                    known == null
                            ? new Sighting(from, now, now, cause.value(), cause.sigma())
                            : known.again(now, cause.value(), cause.sigma()));
        }
    }

    /** Whether what no longer acts may be what was found before. */
    private static boolean isAftermath(ExplanationRecord explanation, long acted) {
        long window = (long) (explanation.windowSeconds() * 1e9) + CONTINUOUS_NANOS;
        return acted != NONE && explanation.simNanos() - acted <= window;
    }

    private void judge(ExplanationRecord explanation, Cause cause, boolean aftermath, FindingBoard board) {
        long now = explanation.simNanos();
        String link = cause.joint();
        Sighting sighting = sightings.get(link);
        if (sighting == null) {
            return;
        }
        if (board.isActive(id(link))) {
            acted = acts(cause) ? now : acted;
            return;
        }
        String doubted = doubted(explanation, board);
        long hold = doubted.isEmpty() ? patience.holdNanos() : patience.moveNanos();
        boolean significant = Math.abs(cause.value()) > SIGNIFICANT * cause.sigma() && explains(explanation, cause);
        boolean news = acts(cause) || !aftermath;
        if (!significant || !news || now - sighting.firstNanos() < hold) {
            return;
        }
        if (!doubted.isEmpty()) {
            board.clear(now, id(doubted), cause.value(), "it is " + link + " rather than " + doubted);
            sightings.remove(doubted);
        }
        raise(explanation, cause, sighting, board);
        acted = now;
    }

    private static boolean explains(ExplanationRecord explanation, Cause cause) {
        double unknown = 0;
        for (Cause each : explanation.causes()) {
            unknown += each.kind() == ExplanationRecord.Kind.UNKNOWN ? each.share() : 0;
        }
        return cause.share() >= MAIN_CAUSE && unknown <= UNEXPLAINED;
    }

    /** A link that was found and is no longer named; empty where there is none. */
    private String doubted(ExplanationRecord explanation, FindingBoard board) {
        for (Map.Entry<String, Sighting> each : sightings.entrySet()) {
            if (board.isActive(id(each.getKey())) && each.getValue().lastNanos() != explanation.simNanos()) {
                return each.getKey();
            }
        }
        return "";
    }

    private void raise(ExplanationRecord explanation, Cause cause, Sighting sighting, FindingBoard board) {
        String link = cause.joint();
        board.raise(
                explanation.simNanos(),
                id(link),
                kind,
                joints.of(link),
                cause.value(),
                SIGNIFICANT * cause.sigma(),
                cause.unit(),
                cause.text(),
                new Evidence(
                        "explanation",
                        link,
                        sighting.fromNanos(),
                        1 - StrictMath.exp(-cause.evidence()),
                        String.format(
                                Locale.ROOT,
                                "window %.2f s, threshold %.0f σ, %s; log likelihood ratio %.0f, share %.0f %%",
                                explanation.windowSeconds(),
                                SIGNIFICANT,
                                patience.words(),
                                cause.evidence(),
                                100 * cause.share())));
    }

    private void end(long now, FindingBoard board) {
        boolean namedElsewhere = sightings.entrySet().stream()
                .anyMatch(each -> each.getValue().lastNanos() == now && !board.isActive(id(each.getKey())));
        Iterator<Map.Entry<String, Sighting>> all = sightings.entrySet().iterator();
        while (all.hasNext()) {
            Map.Entry<String, Sighting> each = all.next();
            Sighting sighting = each.getValue();
            boolean active = board.isActive(id(each.getKey()));
            if (now - sighting.lastNanos() < patience.clearNanos() || active && namedElsewhere) {
                continue;
            }
            if (active) {
                board.clear(now, id(each.getKey()), sighting.value(), gone(each.getKey(), sighting));
            }
            all.remove();
        }
    }

    private String gone(String link, Sighting sighting) {
        return String.format(
                Locale.ROOT,
                kind == FindingRecord.Kind.CONTACT
                        ? "nothing pushes %s any more since %.1f s; it was %.1f N"
                        : "%s carries no more than the model says since %.1f s; it was %+.2f kg",
                link,
                sighting.lastNanos() * 1e-9,
                sighting.value());
    }

    /** What comes next has nothing to do with what came before; what is found stays until it is explained anew. */
    void interrupt() {
        before = NONE;
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putLong(before);
        out.putLong(acted);
        out.putInt(sightings.size());
        sightings.forEach((link, sighting) -> {
            out.putString(link);
            sighting.save(out);
        });
    }

    @Override
    public void restore(CanonicalInput in) {
        before = in.getLong();
        acted = in.getLong();
        sightings.clear();
        for (int left = in.getInt(); left > 0; left--) {
            String link = in.getString();
            sightings.put(link, Sighting.restored(in));
        }
    }
}
