package io.sigmaprompt.physics.model.mjcf;

import io.sigmaprompt.physics.model.Inertia;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A body while the file is read. */
final class Body {
    final XmlElement element;
    final @Nullable Body parent;
    /** From the body's frame to its parent's, in the reference configuration. */
    final Pose pose;
    /** From the body's frame to the world's, in the reference configuration. */
    final Pose inWorld;

    String name = "";
    final List<HangingJoint> joints = new ArrayList<>();
    final List<Geom> geoms = new ArrayList<>();
    final List<Body> children = new ArrayList<>();

    @Nullable
    Inertia written;

    Inertia inertia = Inertia.ZERO;

    Body(XmlElement element, @Nullable Body parent, Pose pose) {
        this.element = element;
        this.parent = parent;
        this.pose = pose;
        inWorld = parent == null ? pose : parent.inWorld.times(pose);
    }

    /** This body and all that hang on it, depth first, in the order of the file. */
    List<Body> all() {
        List<Body> all = new ArrayList<>();
        collect(all);
        return all;
    }

    private void collect(List<Body> all) {
        all.add(this);
        children.forEach(child -> child.collect(all));
    }
}
