package io.sigmaprompt.physics.collision;

import io.sigmaprompt.physics.collision.manifold.Manifold;
import io.sigmaprompt.physics.collision.manifold.NarrowPhase;
import io.sigmaprompt.physics.collision.shape.BoxShape;
import io.sigmaprompt.physics.collision.shape.CapsuleShape;
import io.sigmaprompt.physics.collision.shape.ConvexShape;
import io.sigmaprompt.physics.collision.shape.CylinderShape;
import io.sigmaprompt.physics.collision.shape.EllipsoidShape;
import io.sigmaprompt.physics.collision.shape.SphereShape;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The contacts of one pair of shapes; a box at rest on a box is the yardstick of the others. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 8, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
@SuppressWarnings("NullAway.Init")
public class NarrowPhaseBenchmark {
    /** Which shapes meet, and how. */
    public enum Pair {
        BOX_ON_BOX,
        BOX_CORNER_IN_BOX,
        BOX_ON_PLANE,
        HULL_ON_HULL,
        HULL_CORNER_IN_HULL,
        HULL_CORNER_OVER_HULL,
        CYLINDER_ON_BOX,
        CYLINDER_RIM_IN_BOX,
        ELLIPSOID_IN_ELLIPSOID,
        CAPSULE_IN_CAPSULE,
        SPHERE_ON_BOX
    }

    @Param
    public Pair pair;

    private final NarrowPhase narrow = new NarrowPhase();
    private final Manifold out = new Manifold();
    private final double[] ground = RandomPose.at(0, 0, 0);
    private ConvexShape lower;
    private ConvexShape upper;
    private double[] pose;
    private double margin;

    /** Chooses shapes and place. */
    @Setup
    public void prepare() {
        BoxShape box = new BoxShape(1, 1, 1);
        double[] rest = RandomPose.turned(0, 0, 0.3, 0.2, 0.1, 1);
        double[] corner = RandomPose.turned(0.4, 0.3, 0.3, 0.2, 0.1, 1.2);
        double[] over = RandomPose.turned(0.4, 0.3, 0.3, 0.2, 0.1, 1.4);
        double[] near = RandomPose.turned(0.4, 0.3, 0.3, 0.1, 0.1, 1);
        EllipsoidShape ellipsoid = new EllipsoidShape(0.5, 0.4, 0.6);
        CapsuleShape capsule = new CapsuleShape(0.2, 1);
        CylinderShape cylinder = new CylinderShape(0.5, 1);
        switch (pair) {
            case BOX_ON_BOX, BOX_ON_PLANE -> take(box, box, rest, 1e-3);
            case BOX_CORNER_IN_BOX -> take(box, box, corner, 1e-3);
            case HULL_ON_HULL -> take(RandomPose.boxHull(box), RandomPose.boxHull(box), rest, 1e-3);
            case HULL_CORNER_IN_HULL -> take(RandomPose.boxHull(box), RandomPose.boxHull(box), corner, 1e-3);
            case HULL_CORNER_OVER_HULL -> take(RandomPose.boxHull(box), RandomPose.boxHull(box), over, 0.5);
            case CYLINDER_ON_BOX -> take(box, cylinder, rest, 1e-3);
            case CYLINDER_RIM_IN_BOX -> take(box, cylinder, corner, 1e-3);
            case ELLIPSOID_IN_ELLIPSOID -> take(ellipsoid, ellipsoid, near, 1e-3);
            case CAPSULE_IN_CAPSULE -> take(capsule, capsule, near, 1);
            case SPHERE_ON_BOX -> take(box, new SphereShape(0.5), rest, 1e-3);
        }
    }

    private void take(ConvexShape below, ConvexShape above, double[] where, double reach) {
        lower = below;
        upper = above;
        pose = where;
        margin = reach;
    }

    /** Finds the manifold. */
    @Benchmark
    public int manifold() {
        if (pair == Pair.BOX_ON_PLANE) {
            narrow.collideHalfSpace(ground, 0, upper, pose, 0, 1, out);
        } else {
            narrow.collide(lower, ground, 0, upper, pose, 0, margin, out);
        }
        return out.count();
    }
}
