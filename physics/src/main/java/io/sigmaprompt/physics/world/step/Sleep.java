package io.sigmaprompt.physics.world.step;

import io.sigmaprompt.physics.collision.manifold.ContactBuffer;
import io.sigmaprompt.physics.constraint.ConstraintSet;
import io.sigmaprompt.physics.world.contact.ContactConstraints;
import io.sigmaprompt.physics.world.snapshot.StateReader;
import io.sigmaprompt.physics.world.snapshot.StateWriter;
import io.sigmaprompt.physics.world.tree.BodyMap;
import io.sigmaprompt.physics.world.tree.WorldTree;
import java.util.Arrays;

/**
 * Which free bodies rest so long that they are left out. All that lean on each other fall asleep together and wake together:
 * when something that is awake comes within reach of a contact, or somebody pushes them. Part of the world's state.
 */
public final class Sleep {
    private static final double REST = 0.5;
    private static final double LINEAR = 1e-5;
    private static final double ANGULAR = 1e-4;

    private final WorldTree[] trees;
    private final BodyMap map;
    private final boolean[] mayRest;
    /** Seconds that each tree has been quiet. */
    private final double[] quiet;

    private final int[] group;
    private final boolean[] asleep;
    private final int[] leader;
    private final boolean[] restless;
    private final boolean[] still;

    public Sleep(WorldTree[] trees, BodyMap map, int bodies, boolean[] mayRest) {
        this.trees = trees;
        this.map = map;
        this.mayRest = mayRest;
        quiet = new double[trees.length];
        group = new int[trees.length];
        asleep = new boolean[trees.length];
        leader = new int[trees.length];
        restless = new boolean[trees.length];
        still = new boolean[bodies];
    }

    boolean asleep(int tree) {
        return asleep[tree];
    }

    /** Per body. */
    public boolean[] still() {
        return still;
    }

    public int count() {
        int n = 0;
        for (boolean sleeps : asleep) {
            n += sleeps ? 1 : 0;
        }
        return n;
    }

    /** Wakes a tree and all that sleep with it; whether it slept. */
    public boolean wake(int tree) {
        quiet[tree] = 0;
        if (!asleep[tree]) {
            return false;
        }
        int woken = group[tree];
        for (int t = 0; t < trees.length; t++) {
            if (asleep[t] && group[t] == woken) {
                asleep[t] = false;
                quiet[t] = 0;
                mark(t, false);
            }
        }
        return true;
    }

    public void wakeAll() {
        for (int t = 0; t < trees.length; t++) {
            wake(t);
        }
    }

    private void mark(int t, boolean rests) {
        for (int body : trees[t].bodies) {
            if (body >= 0) {
                still[body] = rests;
            }
        }
    }

    /** Wakes what the awake are about to touch; whether anything woke. */
    public boolean wakeTouched(ContactBuffer contacts, ContactConstraints of) {
        boolean any = false;
        for (int i = 0; i < contacts.count(); i++) {
            int a = map.block(of.firstBody(contacts, i));
            int b = map.block(of.secondBody(contacts, i));
            if (a >= 0 && b >= 0 && asleep[a] != asleep[b]) {
                any |= wake(asleep[a] ? a : b);
            }
        }
        return any;
    }

    /** Puts to sleep what has been quiet for long, together with all it leans on; whether anything fell asleep. */
    public boolean settle(ConstraintSet set, double[] v, double dt) {
        boolean any = false;
        for (int t = 0; t < trees.length; t++) {
            leader[t] = t;
            if (!asleep[t]) {
                quiet[t] = mayRest[t] && rests(trees[t], v) ? quiet[t] + dt : 0;
                any |= quiet[t] >= REST;
            }
        }
        if (!any) {
            return false;
        }
        for (int c = 0; c < set.count(); c++) {
            if (set.secondBlock[c] >= 0) {
                join(set.firstBlock[c], set.secondBlock[c]);
            }
        }
        // A group sleeps only if all of it is quiet.
        Arrays.fill(restless, false);
        for (int t = 0; t < trees.length; t++) {
            if (!asleep[t] && quiet[t] < REST) {
                restless[root(t)] = true;
            }
        }
        boolean fell = false;
        for (int t = 0; t < trees.length; t++) {
            if (!asleep[t] && !restless[root(t)]) {
                group[t] = root(t);
                fallAsleep(t, v);
                fell = true;
            }
        }
        return fell;
    }

    private void fallAsleep(int t, double[] v) {
        asleep[t] = true;
        Arrays.fill(v, trees[t].vOffset, trees[t].vOffset + trees[t].nv, 0);
        mark(t, true);
    }

    public void save(StateWriter out) {
        for (int t = 0; t < trees.length; t++) {
            out.put(quiet[t]);
            out.put(asleep[t] ? group[t] : -1);
        }
    }

    public void restore(StateReader in) {
        for (int t = 0; t < trees.length; t++) {
            quiet[t] = in.number();
            group[t] = in.integer();
            asleep[t] = group[t] >= 0;
            mark(t, asleep[t]);
        }
    }

    private static boolean rests(WorldTree tree, double[] v) {
        for (int k = 0; k < tree.nv; k++) {
            if (Math.abs(v[tree.vOffset + k]) > (k < 3 ? ANGULAR : LINEAR)) {
                return false;
            }
        }
        return true;
    }

    private void join(int a, int b) {
        int x = root(a);
        int y = root(b);
        leader[Math.max(x, y)] = Math.min(x, y);
    }

    private int root(int t) {
        int r = t;
        while (leader[r] != r) {
            r = leader[r];
        }
        return r;
    }
}
