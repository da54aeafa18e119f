package io.sigmaprompt.physics.collision.solid;

import io.sigmaprompt.physics.collision.collider.Collider;
import io.sigmaprompt.physics.collision.shape.Extent;
import io.sigmaprompt.physics.model.Pose;
import java.util.Arrays;
import java.util.List;

/** Where all colliders stand: a function of the bodies' poses alone, whatever was before. */
public final class Placement {
    public static final int POSE = 12;

    /** From each collider's frame to the world: R row-major, then origin; 12 a collider. */
    public final double[] poses;

    /** The box about each collider in the world, without any margin; 6 a collider. None about planes. */
    public final double[] boxes;

    /** How far each collider's body may move in the coming step, metres. */
    public final double[] motion;

    /** Whether each collider moved last never, or sleeps. */
    public final boolean[] resting;

    /** Whether each collider was placed anew by the last update. */
    public final boolean[] placed;

    private final int[] body;
    private final double[] inBody;
    private final Solid[] solids;
    private final boolean[] known;

    public Placement(List<Collider> colliders, Solid[] solids) {
        int n = colliders.size();
        this.solids = solids;
        poses = new double[POSE * n];
        boxes = new double[Boxes.SIZE * n];
        motion = new double[n];
        resting = new boolean[n];
        placed = new boolean[n];
        known = new boolean[n];
        body = new int[n];
        inBody = new double[POSE * n];
        for (int i = 0; i < n; i++) {
            Pose pose = colliders.get(i).inBody();
            body[i] = colliders.get(i).body();
            System.arraycopy(pose.rotation(), 0, inBody, POSE * i, 9);
            inBody[POSE * i + 9] = pose.x();
            inBody[POSE * i + 10] = pose.y();
            inBody[POSE * i + 11] = pose.z();
            if (body[i] < 0) {
                System.arraycopy(inBody, POSE * i, poses, POSE * i, POSE);
                resting[i] = true;
                box(i);
            }
        }
    }

    public void update(double[] bodyPoses, double[] bodyMargins, boolean[] still) {
        Arrays.fill(placed, false);
        for (int i = 0; i < body.length; i++) {
            if (body[i] < 0) {
                placed[i] = !known[i];
                known[i] = true;
                continue;
            }
            resting[i] = still[body[i]];
            motion[i] = resting[i] ? 0 : bodyMargins[body[i]];
            if (!resting[i] || !known[i]) {
                compose(bodyPoses, POSE * body[i], POSE * i);
                box(i);
                placed[i] = true;
                known[i] = true;
            }
        }
    }

    /** How far a point of a collider can be from the origin of its body, by the box about it; metres, endless for a plane. */
    public double radius(int collider) {
        Extent extent =
                switch (solids[collider]) {
                    case ConvexSolid convex -> convex.extent;
                    case Skin skin -> skin.extent();
                    case PlaneSolid plane -> null;
                };
        if (extent == null) {
            return Double.POSITIVE_INFINITY;
        }
        double[] box = new double[Boxes.SIZE];
        extent.place(inBody, POSE * collider, box, 0);
        double square = 0;
        for (int k = 0; k < 3; k++) {
            double far = Math.max(Math.abs(box[k]), Math.abs(box[k + 3]));
            square += far * far;
        }
        return Math.sqrt(square);
    }

    private void compose(double[] outer, int b, int c) {
        for (int row = 0; row < 3; row++) {
            double x = outer[b + 3 * row];
            double y = outer[b + 3 * row + 1];
            double z = outer[b + 3 * row + 2];
            for (int column = 0; column < 3; column++) {
                poses[c + 3 * row + column] =
                        x * inBody[c + column] + y * inBody[c + 3 + column] + z * inBody[c + 6 + column];
            }
            poses[c + 9 + row] = x * inBody[c + 9] + y * inBody[c + 10] + z * inBody[c + 11] + outer[b + 9 + row];
        }
    }

    private void box(int i) {
        switch (solids[i]) {
            case ConvexSolid convex -> convex.extent.place(poses, POSE * i, boxes, Boxes.SIZE * i);
            case Skin skin -> skin.extent().place(poses, POSE * i, boxes, Boxes.SIZE * i);
            case PlaneSolid plane -> {}
        }
    }
}
