package io.sigmaprompt.physics.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Puts links and joints into depth-first order and refuses what is not one tree. */
final class KinematicTree {
    private KinematicTree() {}

    static void order(List<Link> links, List<Joint> joints, List<Link> linksOut, List<Joint> jointsOut) {
        Map<String, Link> linkByName = new LinkedHashMap<>();
        for (Link link : links) {
            require(linkByName.put(link.name(), link) == null, "link '" + link.name() + "' is defined twice");
        }
        Map<String, List<Joint>> jointsByParent = new LinkedHashMap<>();
        Map<String, String> carrier = new LinkedHashMap<>();
        Set<String> jointNames = new LinkedHashSet<>();
        for (Joint joint : joints) {
            require(jointNames.add(joint.name()), "joint '" + joint.name() + "' is defined twice");
            requireLink(linkByName, joint, "parent", joint.parent());
            requireLink(linkByName, joint, "child", joint.child());
            String other = carrier.put(joint.child(), joint.name());
            require(
                    other == null,
                    "link '" + joint.child() + "' hangs on two joints, '" + other + "' and '" + joint.name() + "'");
            jointsByParent
                    .computeIfAbsent(joint.parent(), k -> new ArrayList<>())
                    .add(joint);
        }
        List<String> roots = linkByName.keySet().stream()
                .filter(name -> !carrier.containsKey(name))
                .toList();
        require(!linkByName.isEmpty(), "the robot has no link");
        require(!roots.isEmpty(), "the joints form a cycle: every link hangs on a joint, so there is no root");
        require(
                roots.size() == 1,
                "the robot has " + roots.size() + " roots, " + roots
                        + "; one joint each must tie all but one to the rest");
        descend(roots.getFirst(), linkByName, jointsByParent, linksOut, jointsOut);
        if (linksOut.size() != linkByName.size()) {
            Set<String> lost = new TreeSet<>(linkByName.keySet());
            linksOut.forEach(link -> lost.remove(link.name()));
            throw new IllegalArgumentException("the joints form a cycle among the links " + lost);
        }
    }

    private static void descend(
            String root,
            Map<String, Link> linkByName,
            Map<String, List<Joint>> jointsByParent,
            List<Link> linksOut,
            List<Joint> jointsOut) {
        linksOut.add(linkOf(linkByName, root));
        Deque<Joint> open = new ArrayDeque<>();
        push(open, jointsByParent.getOrDefault(root, List.of()));
        while (!open.isEmpty()) {
            Joint joint = open.pop();
            jointsOut.add(joint);
            linksOut.add(linkOf(linkByName, joint.child()));
            push(open, jointsByParent.getOrDefault(joint.child(), List.of()));
        }
    }

    private static Link linkOf(Map<String, Link> linkByName, String name) {
        Link link = linkByName.get(name);
        if (link == null) {
            throw new IllegalArgumentException("there is no link '" + name + "'");
        }
        return link;
    }

    private static void push(Deque<Joint> open, List<Joint> children) {
        for (Joint child : children.reversed()) {
            open.push(child);
        }
    }

    private static void requireLink(Map<String, Link> linkByName, Joint joint, String role, String link) {
        require(
                linkByName.containsKey(link),
                "joint '" + joint.name() + "' names " + role + " '" + link + "', but there is no such link");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
