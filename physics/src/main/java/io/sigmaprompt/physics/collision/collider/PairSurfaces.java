package io.sigmaprompt.physics.collision.collider;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.ContactSurface;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The surfaces of all pairs of colliders, each made once, when it is first asked for. */
public final class PairSurfaces {
    private final List<ContactSurface> kinds = new ArrayList<>();
    private final int[] kind;
    private final @Nullable PairSurface[][] mixed;
    private final long[] keys;
    private final PairSurface[] named;
    private final double[] margin;

    public PairSurfaces(List<Collider> colliders, List<ExplicitPair> pairs) {
        int n = colliders.size();
        kind = new int[n];
        margin = new double[n];
        for (int i = 0; i < n; i++) {
            ContactSurface surface = colliders.get(i).surface();
            kind[i] = kinds.indexOf(surface);
            if (kind[i] < 0) {
                kind[i] = kinds.size();
                kinds.add(surface);
            }
            margin[i] = surface.margin();
        }
        mixed = new PairSurface[kinds.size()][kinds.size()];
        List<ExplicitPair> sorted = new ArrayList<>(pairs);
        sorted.forEach(pair -> check(pair, n));
        sorted.sort(Comparator.comparingLong(pair -> PairKey.of(pair.first(), pair.second())));
        keys = new long[sorted.size()];
        named = new PairSurface[keys.length];
        for (int i = 0; i < keys.length; i++) {
            ExplicitPair pair = sorted.get(i);
            keys[i] = PairKey.of(pair.first(), pair.second());
            named[i] = pair.surface();
            if (i > 0 && keys[i] == keys[i - 1]) {
                throw new BadInputException(
                        "contact pair of colliders " + pair.first() + " and " + pair.second(),
                        "the pair is given twice",
                        "Leave one of them out");
            }
            margin[pair.first()] = Math.max(margin[pair.first()], pair.surface().margin());
            margin[pair.second()] =
                    Math.max(margin[pair.second()], pair.surface().margin());
        }
    }

    private static void check(ExplicitPair pair, int colliders) {
        int least = Math.min(pair.first(), pair.second());
        int most = Math.max(pair.first(), pair.second());
        if (least < 0 || most >= colliders || least == most) {
            throw new BadInputException(
                    "contact pair of colliders " + pair.first() + " and " + pair.second(),
                    "expected two of the colliders 0 to " + (colliders - 1),
                    "Name two different ones of them");
        }
    }

    public boolean isExplicit(int a, int b) {
        return keys.length != 0 && Arrays.binarySearch(keys, PairKey.of(a, b)) >= 0;
    }

    public PairSurface of(int a, int b) {
        if (keys.length != 0) {
            int at = Arrays.binarySearch(keys, PairKey.of(a, b));
            if (at >= 0) {
                return named[at];
            }
        }
        int lower = kind[Math.min(a, b)];
        int higher = kind[Math.max(a, b)];
        PairSurface known = mixed[lower][higher];
        if (known == null) {
            known = PairSurface.of(kinds.get(lower), kinds.get(higher));
            mixed[lower][higher] = known;
        }
        return known;
    }

    /** A margin that no pair of the collider exceeds without the other's knowing, metres. */
    public double margin(int collider) {
        return margin[collider];
    }
}
