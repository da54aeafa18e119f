package io.sigmaprompt.physics.model.mjcf;

import io.sigmaprompt.physics.model.Inertia;
import io.sigmaprompt.physics.model.Shape;
import io.sigmaprompt.physics.model.xml.XmlElement;

/**
 * A geom, placed in its body.
 *
 * @param element where it stands
 * @param inertia in the body's frame
 */
record Geom(XmlElement element, Shape shape, Inertia inertia) {
    /** Groups that MuJoCo's viewer shows unless told otherwise. */
    private static final int SHOWN = 3;

    boolean touches() {
        return (shape.surface().type() | shape.surface().affinity()) != 0;
    }

    /** What neither touches nor belongs to a shown group is shown all the same, lest it be lost. */
    boolean seen(boolean touched) {
        return shape.surface().group() < SHOWN || !touched;
    }
}
