package io.sigmaprompt.physics.model.sdf;

import io.sigmaprompt.physics.model.Pose;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where frames are and what they move with, at the configuration that the file describes (SDFormat, Pose frame
 * semantics proposal).
 *
 * <p>Poses between two frames are composed along the shortest way, over the frame that both hang on, so that nothing is
 * rounded that need not be.
 */
final class FrameGraph {
    private final Map<FrameNode, List<FrameNode>> chains = new HashMap<>();
    private final Map<FrameNode, Pose> poses = new HashMap<>();

    /** The frame that a frame's pose is relative to; null for the world. */
    private static @Nullable FrameNode base(FrameNode node) {
        if (node.kind == FrameNode.Kind.WORLD) {
            return null;
        }
        if (node.pose.relativeTo() != null) {
            return node.scope.frame(
                    node.pose.relativeTo(), node.pose.element(), "the pose of " + node.described() + " is relative to");
        }
        return node.base == null ? node.scope.frame : attachment(node, node.base);
    }

    private static FrameNode attachment(FrameNode node, String name) {
        boolean joint = node.kind == FrameNode.Kind.JOINT;
        return node.scope.frame(
                name,
                joint ? Content.required(node.element, "child", node.described()) : node.element,
                node.described() + (joint ? " names the child" : " is attached to"));
    }

    /** From a frame to the world, both included. */
    private List<FrameNode> chain(FrameNode node) {
        List<FrameNode> known = chains.get(node);
        if (known != null) {
            return known;
        }
        Set<FrameNode> chain = new LinkedHashSet<>();
        FrameNode at = node;
        while (at != null) {
            if (!chain.add(at)) {
                throw cycle(chain, at, "the poses are relative to each other in a circle");
            }
            at = base(at);
        }
        List<FrameNode> found = List.copyOf(chain);
        chains.put(node, found);
        return found;
    }

    private static RuntimeException cycle(Set<FrameNode> path, FrameNode again, String problem) {
        List<FrameNode> circle = new ArrayList<>(path);
        circle.subList(0, circle.indexOf(again)).clear();
        circle.add(again);
        return again.pose
                .element()
                .error(
                        problem + ", "
                                + circle.stream().map(FrameNode::described).collect(Collectors.joining(" → ")),
                        "Give one of them a pose that is relative to something else");
    }

    /** The transform from frame {@code b} to frame {@code a}, {@code X_AB}. */
    Pose between(FrameNode a, FrameNode b) {
        List<FrameNode> up = chain(a);
        List<FrameNode> down = chain(b);
        int i = up.size();
        int j = down.size();
        while (i > 0 && j > 0 && up.get(i - 1) == down.get(j - 1)) {
            i--;
            j--;
        }
        Pose toA = along(up, i);
        Pose toB = along(down, j);
        if (i == 0) {
            return toB;
        }
        return j == 0 ? toA.inverse() : toA.inverse().times(toB);
    }

    /** A pose of something in a link, relative to the link unless it says otherwise; {@code what} names it. */
    Pose inLink(FrameNode link, PoseText text, String what) {
        if (text.relativeTo() == null) {
            return text.pose();
        }
        FrameNode frame = link.scope.frame(text.relativeTo(), text.element(), what + " is relative to");
        return between(link, frame).times(text.pose());
    }

    /** The product of the first {@code count} poses of a chain, topmost first. */
    private Pose along(List<FrameNode> chain, int count) {
        Pose product = null;
        for (int i = count - 1; i >= 0; i--) {
            Pose pose = pose(chain.get(i));
            product = product == null ? pose : product.times(pose);
        }
        return product == null ? Pose.IDENTITY : product;
    }

    /** A frame's pose in its base; of a model that is placed by a frame inside, that frame taken back. */
    private Pose pose(FrameNode node) {
        Scope inside = node.inside;
        if (node.placement == null || inside == null) {
            return node.pose.pose();
        }
        Pose known = poses.get(node);
        if (known == null) {
            FrameNode placed =
                    inside.frame(node.placement, node.pose.element(), node.described() + " is placed by its frame");
            if (!chain(placed).contains(node)) {
                throw node.pose
                        .element()
                        .error(
                                node.described() + " is placed by its frame '" + node.placement
                                        + "', which is not in it",
                                "Name a link or frame of the model itself");
            }
            known = node.pose.pose().times(between(node, placed).inverse());
            poses.put(node, known);
        }
        return known;
    }

    /** The link that a frame is fixed to, or the world. */
    FrameNode body(FrameNode node) {
        Set<FrameNode> path = new LinkedHashSet<>();
        FrameNode at = node;
        while (at.kind != FrameNode.Kind.LINK && at.kind != FrameNode.Kind.WORLD) {
            if (!path.add(at)) {
                throw cycle(path, at, "the frames are attached to each other in a circle");
            }
            Scope inside = at.inside;
            if (inside != null) {
                FrameNode canonical = inside.canonicalLink();
                if (canonical == null) {
                    throw at.element.error(
                            at.described() + " has no link, so nothing can hang on it", "Add a <link name=\"…\">");
                }
                return canonical;
            }
            at = at.base == null ? at.scope.frame : attachment(at, at.base);
        }
        return at;
    }
}
