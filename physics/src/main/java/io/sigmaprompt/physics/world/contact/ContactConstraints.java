package io.sigmaprompt.physics.world.contact;

import io.sigmaprompt.physics.collision.collider.Collider;
import io.sigmaprompt.physics.collision.collider.PairSurface;
import io.sigmaprompt.physics.collision.manifold.ContactBuffer;
import io.sigmaprompt.physics.constraint.ConstraintKind;
import io.sigmaprompt.physics.constraint.ConstraintSet;
import io.sigmaprompt.physics.world.constraint.PairRows;
import io.sigmaprompt.physics.world.tree.BodyMap;
import java.util.Arrays;
import java.util.List;

/**
 * Makes constraints of contacts, and tells their impulses afterwards. A contact that is still open may close within the step,
 * no farther: its bodies land on each other exactly. One that closes faster than a threshold bounces, by Newton's law of
 * impact at the instant within the step at which it closes.
 */
public final class ContactConstraints {
    private static final double LEAST_FRICTION = 1e-9;
    /** Energy of turning over that of going, and energy, J, below which a body does not turn. */
    private static final double STRAIGHT = 1e-10;

    private static final double AT_REST = 1e-16;
    /** Gaps below count as closed, metres, so that rounding does not stir what rests. */
    static final double TOUCHING = 1e-9;

    private final PairRows rows;
    private final int[] bodies;
    private final ContactFrame frame = new ContactFrame();
    private final ImpulseMemory memory = new ImpulseMemory();
    private final Bounce bounce;
    private final ContactRows solved = new ContactRows();

    /** What each contact gave, on the second body: 3 a contact, world, N s. */
    private double[] impulse = new double[3 * 64];

    /** Steps that each contact's guess was good for. */
    private int[] age = new int[64];

    /** Whether each contact was closed and holds what goes straight, or is a spring taken at the step's middle: then nothing lands, and bodies go with their mean velocity. */
    private boolean[] lasting = new boolean[64];

    private final double[] before = new double[6];
    private int count;

    /**
     * The contacts of a world.
     *
     * @param bounceSpeed approach speed below which restitution counts as zero, m/s
     */
    public ContactConstraints(BodyMap map, List<Collider> colliders, double bounceSpeed) {
        rows = new PairRows(map);
        bodies = colliders.stream().mapToInt(Collider::body).toArray();
        bounce = new Bounce(bounceSpeed);
    }

    public int firstBody(ContactBuffer contacts, int c) {
        return bodies[contacts.first[c]];
    }

    public int secondBody(ContactBuffer contacts, int c) {
        return bodies[contacts.second[c]];
    }

    /**
     * Adds the constraints of all contacts between bodies that move.
     *
     * @param start w of the velocity at the step's start
     * @param free w without constraints
     */
    public void build(ContactBuffer contacts, ConstraintSet set, double[] start, double[] free, double dt) {
        count = contacts.count();
        grow();
        memory.rewind();
        bounce.clear();
        for (int i = 0; i < count; i++) {
            int first = bodies[contacts.first[i]];
            int second = bodies[contacts.second[i]];
            if (rows.movable(first, second)) {
                add(contacts, i, first, second, set, start, free, dt);
            } else {
                solved.normal[i] = -1;
            }
        }
    }

    private void grow() {
        solved.grow(count);
        if (age.length < count) {
            age = new int[2 * count];
            lasting = new boolean[2 * count];
            impulse = new double[6 * count];
        }
    }

    private void add(
            ContactBuffer contacts,
            int i,
            int first,
            int second,
            ConstraintSet set,
            double[] start,
            double[] free,
            double dt) {
        PairSurface surface = contacts.surface[i];
        frame.set(contacts.geometry, 7 * i);
        solved.begin(i, frame.axes);
        double gap = contacts.geometry[7 * i + 6];
        boolean slides = surface.dimensions() >= 3
                && surface.sliding() > LEAST_FRICTION
                && surface.secondSliding() > LEAST_FRICTION;
        boolean yields = ContactCompliance.yields(surface.softness());
        boolean cone = slides && !yields;
        frame.scale(cone ? surface.sliding() : 1, cone ? surface.secondSliding() : 1);
        int c = rows.add(
                set,
                cone ? ConstraintKind.FRICTION_CONE : ConstraintKind.UNILATERAL,
                cone ? 3 : 1,
                first,
                second,
                frame.wrenches);
        solved.normal[i] = c;
        int row = set.row[c];
        boolean midway = false;
        if (yields) {
            boolean flying = rows.free(first, second);
            double speed = flying ? set.product(c, 0, start) : 0;
            midway = ContactCompliance.apply(surface.softness(), gap, speed, dt, set, c) && flying;
        } else {
            set.bias[row] = gap > TOUCHING ? gap / dt : 0;
            bounce.apply(surface.restitution(), gap, dt, set, c, start, free);
        }
        lasting[i] = midway
                || gap <= TOUCHING && Math.abs(set.product(c, 0, start)) * dt <= TOUCHING && !turns(set, c, start);
        boolean remembered = memory.find(contacts, i, dt);
        age[i] = remembered ? memory.age() : 0;
        if (remembered) {
            set.lambda[row] = memory.along(solved.axes, 9 * i);
        }
        if (cone) {
            if (remembered) {
                set.lambda[row + 1] = memory.along(solved.axes, 9 * i + 3) / surface.sliding();
                set.lambda[row + 2] = memory.along(solved.axes, 9 * i + 6) / surface.secondSliding();
            }
        } else if (slides) {
            solved.sliding[i] = addSliding(set, i, first, second, surface, remembered);
        }
        if (surface.dimensions() >= 4 && surface.torsional() > LEAST_FRICTION) {
            frame.torsion(surface.torsional());
            solved.torsion[i] = rows.add(set, ConstraintKind.CONTACT_FRICTION, 1, first, second, frame.wrenches);
            set.partner[solved.torsion[i]] = c;
            set.lambda[set.row[solved.torsion[i]]] = remembered ? memory.spin(0) : 0;
        }
        if (surface.dimensions() >= 6 && surface.rolling() > LEAST_FRICTION) {
            frame.rolling(surface.rolling(), surface.secondRolling());
            solved.rolling[i] = rows.add(set, ConstraintKind.CONTACT_FRICTION, 2, first, second, frame.wrenches);
            set.partner[solved.rolling[i]] = c;
            set.lambda[set.row[solved.rolling[i]]] = remembered ? memory.spin(1) : 0;
            set.lambda[set.row[solved.rolling[i]] + 1] = remembered ? memory.spin(2) : 0;
        }
    }

    /** Whether what a contact holds turns, so that its points do not go straight; free bodies have six entries each. */
    private static boolean turns(ConstraintSet set, int c, double[] w) {
        for (int k = 0; k < set.supportSize[c]; k += 6) {
            double turning = 0;
            double going = 0;
            for (int j = k; j < Math.min(k + 6, set.supportSize[c]); j++) {
                double x = w[set.index[set.support[c] + j]];
                turning += j < k + 3 ? x * x : 0;
                going += j < k + 3 ? 0 : x * x;
            }
            if (turning > STRAIGHT * going + AT_REST) {
                return true;
            }
        }
        return false;
    }

    /** Friction of a contact whose normal yields: rigid, within the disc that the normal impulse allows. */
    private int addSliding(ConstraintSet set, int i, int first, int second, PairSurface surface, boolean remembered) {
        frame.scale(surface.sliding(), surface.secondSliding());
        frame.dropNormal();
        int c = rows.add(set, ConstraintKind.CONTACT_FRICTION, 2, first, second, frame.wrenches);
        set.partner[c] = solved.normal[i];
        if (remembered) {
            set.lambda[set.row[c]] = memory.along(solved.axes, 9 * i + 3) / surface.sliding();
            set.lambda[set.row[c] + 1] = memory.along(solved.axes, 9 * i + 6) / surface.secondSliding();
        }
        return c;
    }

    /**
     * Reads the solution, and remembers it for the next step.
     *
     * @param share Modified. per block: the part of the step that it goes with its old velocity, since it bounces
     * @param touched Modified. per block: whether it landed on something, or bounced
     */
    public void collect(ContactBuffer contacts, ConstraintSet set, double dt, double[] share, boolean[] touched) {
        memory.begin(count);
        for (int i = 0; i < count; i++) {
            Arrays.fill(impulse, 3 * i, 3 * i + 3, 0);
            int c = solved.normal[i];
            if (c < 0) {
                continue;
            }
            solved.force(contacts.surface[i], set, i, set.lambda, impulse, 3 * i);
            remember(contacts, set, i, dt);
            if (set.lambda[set.row[c]] > 0 && !lasting[i]) {
                touch(set.firstBlock[c], c, share, touched);
                touch(set.secondBlock[c], c, share, touched);
            }
        }
    }

    /**
     * Remembers a contact's impulse. What was good for several steps, until its error had summed up, differs from the new one
     * by what takes back all of these errors at once: one step's part of it is remembered, so that rest stays rest.
     */
    private void remember(ContactBuffer contacts, ConstraintSet set, int i, double dt) {
        int c = solved.normal[i];
        boolean kept = set.kept[c];
        double part = kept ? 0 : 1.0 / (1 + age[i]);
        solved.force(contacts.surface[i], set, i, set.guess, before, 0);
        for (int k = 0; k < 3; k++) {
            before[k] += part * (impulse[3 * i + k] - before[k]);
        }
        before[3] = ContactRows.spin(set, solved.torsion[i], 0, part);
        before[4] = ContactRows.spin(set, solved.rolling[i], 0, part);
        before[5] = ContactRows.spin(set, solved.rolling[i], 1, part);
        memory.keep(contacts, i, before, kept ? age[i] + 1 : 0, dt);
    }

    private void touch(int block, int c, double[] share, boolean[] touched) {
        if (block >= 0) {
            double part = bounce.share(c);
            share[block] = touched[block] ? Math.min(share[block], part) : part;
            touched[block] = true;
        }
    }

    /** Scales down all bounces, since together they would have made energy; whether there are any. */
    public boolean dampBounces(ConstraintSet set, double factor) {
        return bounce.damp(set, factor);
    }

    /** What each contact gave in the last step on the second body: 3 a contact, world, N s. */
    public double[] impulses() {
        return impulse;
    }

    /** The body of a collider. */
    public int body(int collider) {
        return bodies[collider];
    }

    /** Which constraints each contact of the last step has, and how their impulses are to be read. */
    public ContactRows solved() {
        return solved;
    }

    public ImpulseMemory memory() {
        return memory;
    }
}
