package io.sigmaprompt.physics.world.step;

import io.sigmaprompt.physics.constraint.ConstraintSet;
import io.sigmaprompt.physics.world.constraint.CoordinateRows;
import io.sigmaprompt.physics.world.constraint.JointConstraints;
import io.sigmaprompt.physics.world.constraint.LoopConstraint;
import io.sigmaprompt.physics.world.constraint.MouseSpring;
import io.sigmaprompt.physics.world.constraint.PairRows;
import io.sigmaprompt.physics.world.constraint.Recovery;
import io.sigmaprompt.physics.world.contact.ContactConstraints;
import io.sigmaprompt.physics.world.snapshot.StateReader;
import io.sigmaprompt.physics.world.snapshot.StateWriter;
import java.util.ArrayList;
import java.util.List;

/** All that holds bodies back: contacts, limits, dry friction, couplings, loops. */
public final class WorldConstraints {
    private final ContactConstraints contacts;
    private final JointConstraints joints;
    private final CoordinateRows[] couplings;
    private final LoopConstraint[] loops;
    private final PairRows pairs;
    private final MouseSpring mouse = new MouseSpring();
    private final boolean bilateral;

    public WorldConstraints(
            ContactConstraints contacts,
            JointConstraints joints,
            CoordinateRows[] couplings,
            LoopConstraint[] loops,
            PairRows pairs) {
        this.contacts = contacts;
        this.joints = joints;
        this.couplings = couplings;
        this.loops = loops;
        this.pairs = pairs;
        boolean any = loops.length > 0;
        for (CoordinateRows coupling : couplings) {
            any |= coupling.bilateral();
        }
        bilateral = any;
    }

    public ContactConstraints contacts() {
        return contacts;
    }

    JointConstraints joints() {
        return joints;
    }

    CoordinateRows[] couplings() {
        return couplings;
    }

    LoopConstraint[] loops() {
        return loops;
    }

    public MouseSpring mouse() {
        return mouse;
    }

    /** Switches all equalities of a name; whether there are any. */
    public boolean activate(String name, boolean active) {
        boolean any = false;
        for (CoordinateRows coupling : couplings) {
            if (coupling.bilateral() && coupling.name().equals(name)) {
                any = true;
                coupling.active = active;
                coupling.clear();
            }
        }
        for (LoopConstraint loop : loops) {
            if (loop.name().equals(name)) {
                any = true;
                loop.active = active;
                loop.clear();
            }
        }
        return any;
    }

    /** The names of all equalities. */
    public List<String> equalities() {
        List<String> names = new ArrayList<>();
        for (CoordinateRows coupling : couplings) {
            if (coupling.bilateral()) {
                names.add(coupling.name());
            }
        }
        for (LoopConstraint loop : loops) {
            names.add(loop.name());
        }
        return names;
    }

    /** Whether there is anything that a change of position has to close. */
    boolean hasLoops() {
        return bilateral;
    }

    /** Adds the rows of all but contacts. */
    void build(ConstraintSet set, double[] q, double[] v, double[] freeVelocity, double[] poses, double dt) {
        joints.build(set, q, v, freeVelocity, dt);
        for (CoordinateRows coupling : couplings) {
            if (coupling.active) {
                coupling.build(set, q, dt);
            }
        }
        for (LoopConstraint loop : loops) {
            if (loop.active) {
                loop.build(set, pairs, poses, dt, false);
            }
        }
        mouse.build(set, pairs, poses, dt);
    }

    void collect(ConstraintSet set, double dt, boolean[] touched) {
        joints.collect(set, dt, touched);
        for (CoordinateRows coupling : couplings) {
            if (coupling.active) {
                coupling.collect(set, dt, touched);
            }
        }
        for (LoopConstraint loop : loops) {
            if (loop.active) {
                loop.collect(set, dt, touched);
            }
        }
        mouse.collect(set, dt, touched);
    }

    /**
     * Adds what loops did in the last step to what acts on their bodies, which stand where they stood at its start.
     *
     * @param out Modified. 6 a body: moment about its origin, N m, and force, N; world axes
     */
    public void addWrenches(double[] poses, double[] out) {
        for (LoopConstraint loop : loops) {
            if (loop.active) {
                loop.addWrenches(poses, out);
            }
        }
        mouse.addWrenches(poses, out);
    }

    /** How far the worst loop or coupling is open, metres or radians. */
    public double openness(double[] q, double[] poses) {
        double worst = 0;
        for (CoordinateRows coupling : couplings) {
            if (coupling.active && coupling.bilateral()) {
                worst = Math.max(worst, coupling.evaluate(q));
            }
        }
        for (LoopConstraint loop : loops) {
            if (loop.active) {
                worst = Math.max(worst, loop.evaluate(poses));
            }
        }
        return worst;
    }

    void correctLoops(ConstraintSet set, double[] q, double[] poses, Recovery recovery) {
        for (CoordinateRows coupling : couplings) {
            if (coupling.active) {
                coupling.correct(set, q, recovery);
            }
        }
        for (LoopConstraint loop : loops) {
            if (loop.active) {
                loop.build(set, pairs, poses, 1, true);
            }
        }
    }

    void renewLoops(ConstraintSet set, double[] q, double[] poses) {
        for (CoordinateRows coupling : couplings) {
            if (coupling.active) {
                coupling.renew(set, q);
            }
        }
        for (LoopConstraint loop : loops) {
            if (loop.active) {
                loop.renew(set, poses);
            }
        }
    }

    /** Forgets the impulses of the last step. */
    public void clear() {
        contacts.memory().clear();
        joints.clear();
        for (CoordinateRows coupling : couplings) {
            coupling.clear();
        }
        for (LoopConstraint loop : loops) {
            loop.clear();
        }
        mouse.forget();
    }

    public void save(StateWriter out) {
        contacts.memory().save(out);
        joints.save(out);
        for (CoordinateRows coupling : couplings) {
            coupling.save(out);
        }
        for (LoopConstraint loop : loops) {
            loop.save(out);
        }
        mouse.save(out);
    }

    public void restore(StateReader in) {
        contacts.memory().restore(in);
        joints.restore(in);
        for (CoordinateRows coupling : couplings) {
            coupling.restore(in);
        }
        for (LoopConstraint loop : loops) {
            loop.restore(in);
        }
        mouse.restore(in);
    }
}
