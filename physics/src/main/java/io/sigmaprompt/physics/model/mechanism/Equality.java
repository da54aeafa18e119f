package io.sigmaprompt.physics.model.mechanism;

import io.sigmaprompt.physics.model.Frame;
import io.sigmaprompt.physics.model.Softness;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A constraint between two links, or between two joints or tendons, that the tree itself cannot express. */
public sealed interface Equality {
    String name();

    /** Whether it holds from the start. */
    boolean active();

    /** How it yields. */
    Softness softness();

    /** The origins of two frames coincide: a ball joint that closes a loop. */
    record Connect(String name, boolean active, Softness softness, Frame first, Frame second) implements Equality {}

    /**
     * Two frames coincide.
     *
     * @param torqueScale metres; what a rotation counts, compared with a translation
     */
    record Weld(String name, boolean active, Softness softness, Frame first, Frame second, double torqueScale)
            implements Equality {}

    /**
     * {@code y - y0 = a0 + a1·(x - x0) + … + a4·(x - x0)⁴} of two scalar joints' coordinates, which are {@code y0} and
     * {@code x0} in the reference configuration.
     *
     * @param second the joint of x, or null: then y - y0 is a0
     * @param polynomial a0 to a4
     */
    record JointCoupling(
            String name,
            boolean active,
            Softness softness,
            String first,
            @Nullable String second,
            List<Double> polynomial)
            implements Equality {
        public JointCoupling {
            polynomial = List.copyOf(polynomial);
        }
    }

    /** As {@link JointCoupling}, of the lengths of two tendons. */
    record TendonCoupling(
            String name,
            boolean active,
            Softness softness,
            String first,
            @Nullable String second,
            List<Double> polynomial)
            implements Equality {
        public TendonCoupling {
            polynomial = List.copyOf(polynomial);
        }
    }
}
