package io.sigmaprompt.physics.collision;

import io.sigmaprompt.physics.collision.manifold.Manifold;
import io.sigmaprompt.physics.collision.manifold.NarrowPhase;
import io.sigmaprompt.physics.collision.shape.BoxShape;
import io.sigmaprompt.physics.collision.shape.CapsuleShape;
import io.sigmaprompt.physics.collision.shape.CylinderShape;
import io.sigmaprompt.physics.collision.shape.EllipsoidShape;
import io.sigmaprompt.physics.collision.shape.HullShape;
import io.sigmaprompt.physics.collision.shape.SphereShape;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;

/** Prints rough times of pairs, each as a multiple of a box at rest on a box; to be run by hand. */
final class NarrowPhaseTiming {
    /** Its own thread's time, which other work on the machine stretches least. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final int CALLS = 200_000;
    private static double sink;
    private static double base;

    private NarrowPhaseTiming() {}

    public static void main(String[] args) {
        NarrowPhase narrow = new NarrowPhase();
        Manifold out = new Manifold();
        BoxShape box = new BoxShape(1, 1, 1);
        double[] ground = RandomPose.at(0, 0, 0);
        double[] rest = RandomPose.turned(0, 0, 0.3, 0.2, 0.1, 1);
        double[] corner = RandomPose.turned(0.4, 0.3, 0.3, 0.2, 0.1, 1.2);
        time("box on box", () -> narrow.collide(box, ground, 0, box, rest, 0, 1e-3, out));
        time("box, corner in box", () -> narrow.collide(box, ground, 0, box, corner, 0, 1e-3, out));
        time("box on plane", () -> narrow.collideHalfSpace(ground, 0, box, rest, 0, 1, out));
        HullShape hull = RandomPose.boxHull(box);
        time("hull on hull, at rest", () -> narrow.collide(hull, ground, 0, hull, rest, 0, 1e-3, out));
        time("hull, corner in hull", () -> narrow.collide(hull, ground, 0, hull, corner, 0, 1e-3, out));
        double[] over = RandomPose.turned(0.4, 0.3, 0.3, 0.2, 0.1, 1.4);
        time("hull, corner over hull", () -> narrow.collide(hull, ground, 0, hull, over, 0, 0.5, out));
        CylinderShape cylinder = new CylinderShape(0.5, 1);
        time("cylinder on box", () -> narrow.collide(box, ground, 0, cylinder, rest, 0, 1e-3, out));
        time("cylinder, rim in box", () -> narrow.collide(box, ground, 0, cylinder, corner, 0, 1e-3, out));
        EllipsoidShape ellipsoid = new EllipsoidShape(0.5, 0.4, 0.6);
        double[] near = RandomPose.turned(0.4, 0.3, 0.3, 0.1, 0.1, 1);
        time("ellipsoid in ellipsoid", () -> narrow.collide(ellipsoid, ground, 0, ellipsoid, near, 0, 1e-3, out));
        CapsuleShape capsule = new CapsuleShape(0.2, 1);
        time("capsule in capsule", () -> narrow.collide(capsule, ground, 0, capsule, near, 0, 1, out));
        SphereShape sphere = new SphereShape(0.5);
        time("sphere on box", () -> narrow.collide(box, ground, 0, sphere, rest, 0, 1e-3, out));
        sink += out.count();
        if (Double.isNaN(sink)) {
            throw new IllegalStateException("no number");
        }
    }

    private static void time(String what, Runnable call) {
        double best = Double.POSITIVE_INFINITY;
        for (int round = 0; round < 8; round++) {
            long start = THREADS.getCurrentThreadCpuTime();
            for (int i = 0; i < CALLS; i++) {
                call.run();
            }
            best = Math.min(best, (THREADS.getCurrentThreadCpuTime() - start) * 1e-3 / CALLS);
        }
        base = base == 0 ? best : base;
        System.out.printf(Locale.ROOT, "%-24s %7.3f us  %6.2f%n", what, best, best / base);
    }
}
