package io.sigmaprompt.physics.collision;

import io.sigmaprompt.physics.collision.collider.PairSurface;
import io.sigmaprompt.physics.collision.manifold.ContactBuffer;
import io.sigmaprompt.physics.collision.manifold.Manifold;
import io.sigmaprompt.physics.collision.manifold.NarrowPhase;
import io.sigmaprompt.physics.collision.skin.SkinContacts;
import io.sigmaprompt.physics.collision.solid.Boxes;
import io.sigmaprompt.physics.collision.solid.ConvexSolid;
import io.sigmaprompt.physics.collision.solid.FieldSkin;
import io.sigmaprompt.physics.collision.solid.MeshSkin;
import io.sigmaprompt.physics.collision.solid.Placement;
import io.sigmaprompt.physics.collision.solid.PlaneSolid;
import io.sigmaprompt.physics.collision.solid.Skin;
import io.sigmaprompt.physics.collision.solid.Solid;
import org.jspecify.annotations.Nullable;

/** The contacts of one pair of colliders, whatever they are made of. */
final class PairContacts {
    /** Sets the parts of one solid apart in a feature's number. */
    private static final int PART = 0x9E3779B1;

    private final Solid[] solids;
    private final Placement placement;
    private final NarrowPhase narrow = new NarrowPhase();
    private final SkinContacts skins = new SkinContacts(narrow);
    private final Manifold manifold = new Manifold();
    private final double[] boxA = new double[Boxes.SIZE];
    private final double[] boxB = new double[Boxes.SIZE];

    PairContacts(Solid[] solids, Placement placement) {
        this.solids = solids;
        this.placement = placement;
    }

    /**
     * Adds the contacts of a pair.
     *
     * @param first the collider of lower index
     * @param reach distance below which points are told, metres
     */
    void find(int first, int second, double reach, PairSurface surface, ContactBuffer out) {
        if (solids[first] instanceof PlaneSolid) {
            onPlane(first, second, false, reach, surface, out);
        } else if (solids[second] instanceof PlaneSolid) {
            onPlane(second, first, true, reach, surface, out);
        } else if (solids[first] instanceof Skin skin && skinStays(first, second)) {
            onSkin(skin, first, convexOf(second), second, false, reach, surface, out);
        } else if (solids[second] instanceof Skin skin) {
            onSkin(skin, second, convexOf(first), first, true, reach, surface, out);
        } else {
            convex(convexOf(first), first, convexOf(second), second, reach, surface, out);
        }
    }

    /** Of two skins, whether the first stays one: it does where the second has a hull, and is the smaller if both have. */
    private boolean skinStays(int first, int second) {
        return !(solids[second] instanceof Skin b)
                || convexOf(first) == null
                || (convexOf(second) != null
                        && b.extent().size() <= ((Skin) solids[first]).extent().size());
    }

    private @Nullable ConvexSolid convexOf(int collider) {
        return switch (solids[collider]) {
            case ConvexSolid convex -> convex;
            case MeshSkin mesh -> mesh.hull();
            case FieldSkin field -> null;
            case PlaneSolid plane -> null;
        };
    }

    private void onSkin(
            Skin skin,
            int skinAt,
            @Nullable ConvexSolid convex,
            int other,
            boolean skinLast,
            double reach,
            PairSurface surface,
            ContactBuffer out) {
        if (convex == null) {
            return;
        }
        for (int i = 0; i < convex.parts.length; i++) {
            skins.find(
                    skin,
                    placement.poses,
                    Placement.POSE * skinAt,
                    convex.parts[i],
                    convex.extents[i],
                    placement.poses,
                    Placement.POSE * other,
                    i * PART,
                    Math.min(skinAt, other),
                    Math.max(skinAt, other),
                    skinLast,
                    reach,
                    surface,
                    out);
        }
    }

    private void onPlane(
            int plane, int other, boolean planeLast, double reach, PairSurface surface, ContactBuffer out) {
        ConvexSolid convex = convexOf(other);
        if (convex == null) {
            return;
        }
        double[] poses = placement.poses;
        int p = Placement.POSE * plane;
        int o = Placement.POSE * other;
        for (int i = 0; i < convex.parts.length; i++) {
            convex.extents[i].place(poses, o, boxA, 0);
            if (PlaneSolid.height(poses, p, boxA, 0) > reach) {
                continue;
            }
            manifold.clear();
            narrow.collideHalfSpace(poses, p, convex.parts[i], poses, o, reach, manifold);
            mark(i * PART);
            if (planeLast) {
                turn();
            }
            out.add(Math.min(plane, other), Math.max(plane, other), surface, manifold, reach);
        }
    }

    private void convex(
            @Nullable ConvexSolid a,
            int first,
            @Nullable ConvexSolid b,
            int second,
            double reach,
            PairSurface surface,
            ContactBuffer out) {
        if (a == null || b == null) {
            return;
        }
        double[] poses = placement.poses;
        int oa = Placement.POSE * first;
        int ob = Placement.POSE * second;
        boolean single = a.parts.length == 1 && b.parts.length == 1;
        for (int i = 0; i < a.parts.length; i++) {
            a.extents[i].place(poses, oa, boxA, 0);
            for (int j = 0; j < b.parts.length; j++) {
                b.extents[j].place(poses, ob, boxB, 0);
                // The boxes of a single pair have been compared already.
                if (!single && !Boxes.within(boxA, 0, boxB, 0, reach)) {
                    continue;
                }
                manifold.clear();
                narrow.collide(a.parts[i], poses, oa, b.parts[j], poses, ob, reach, manifold);
                mark((i * b.parts.length + j) * PART);
                out.add(first, second, surface, manifold, reach);
            }
        }
    }

    private void mark(int part) {
        if (part != 0) {
            for (int i = 0; i < manifold.count(); i++) {
                manifold.features[i] ^= part;
            }
        }
    }

    private void turn() {
        for (int k = 0; k < 3; k++) {
            // Subtracting makes no negative zeros.
            manifold.normal[k] = 0 - manifold.normal[k];
        }
    }
}
