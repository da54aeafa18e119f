package io.sigmaprompt.physics.model.sdf;

import io.sigmaprompt.physics.model.xml.XmlElement;
import org.jspecify.annotations.Nullable;

/** A frame of the pose graph: the world's, or that of a model, link, joint or {@code <frame>}. */
final class FrameNode {
    enum Kind {
        WORLD,
        MODEL,
        LINK,
        JOINT,
        FRAME
    }

    final Kind kind;

    /** With the scopes that it is in, as {@code outer::inner::link}. */
    final String name;

    final XmlElement element;

    /** Where the names that it uses are looked up; for the world itself and what it consists of, the world. */
    final Scope scope;

    final PoseText pose;

    /** The frame that the pose is relative to where it does not say: a joint's child, what a frame is attached to. */
    final @Nullable String base;

    /** Of a model: its own frames, and the one of them that the pose places instead of the model's, or null. */
    @Nullable
    Scope inside;

    @Nullable
    String placement;

    /** Place in the order of the source, includes taken as written in full. */
    final int order;

    FrameNode(
            Kind kind, String name, XmlElement element, Scope scope, PoseText pose, @Nullable String base, int order) {
        this.kind = kind;
        this.name = name;
        this.element = element;
        this.scope = scope;
        this.pose = pose;
        this.base = base;
        this.order = order;
    }

    /** In words, as "link 'arm::hand'". */
    String described() {
        return switch (kind) {
            case WORLD -> "the world";
            case MODEL -> "model '" + name + "'";
            case LINK -> "link '" + name + "'";
            case JOINT -> "joint '" + name + "'";
            case FRAME -> "frame '" + name + "'";
        };
    }
}
