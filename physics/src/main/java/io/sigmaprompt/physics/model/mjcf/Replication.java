package io.sigmaprompt.physics.model.mjcf;

import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.model.xml.Numbers;
import io.sigmaprompt.physics.model.xml.XmlElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Replaces {@code <replicate>} by frames with the copies of what is in it. Copy i has {@code sep} and i, with leading
 * zeros to the width of {@code count}, after its names; what refers to something that was replicated is replicated with
 * it (MuJoCo documentation, XML reference, replicate; the placement of copies as MuJoCo 3.3.8 does it).
 */
final class Replication {
    private static final List<String> SECTIONS = List.of("tendon", "actuator", "equality", "contact", "sensor");
    private static final int MOST = 100_000;

    /** Elements that all copies together may have. */
    private static final long MOST_ELEMENTS = 2_000_000;

    /** One replicate: what is in it, as {@code kind:name}, and what is put behind the names of each copy. */
    private record Group(Set<String> names, List<String> suffixes) {}

    private final Placement placement;
    private final List<Group> groups = new ArrayList<>();
    private long elements;

    private Replication(Placement placement) {
        this.placement = placement;
    }

    static XmlElement expand(XmlElement root, Placement placement) {
        Replication replication = new Replication(placement);
        List<XmlElement> children = new ArrayList<>();
        for (XmlElement child : root.children()) {
            children.add(
                    child.name().equals("worldbody")
                            ? child.with(child.attributes(), replication.bodies(child))
                            : child);
        }
        if (replication.groups.isEmpty()) {
            return root;
        }
        for (String section : SECTIONS) {
            children.replaceAll(child ->
                    child.name().equals(section) ? child.with(child.attributes(), replication.section(child)) : child);
        }
        return root.with(root.attributes(), children);
    }

    private List<XmlElement> bodies(XmlElement parent) {
        List<XmlElement> children = new ArrayList<>();
        for (XmlElement child : parent.children()) {
            if (child.name().equals("replicate")) {
                children.addAll(copies(child));
            } else {
                children.add(child.with(child.attributes(), bodies(child)));
            }
        }
        return children;
    }

    private List<XmlElement> copies(XmlElement replicate) {
        List<XmlElement> inside = bodies(replicate);
        replicate.requiredAttribute("count");
        int count = Words.integer(replicate, "count", 1);
        if (count < 1 || count > MOST) {
            throw replicate.error("<replicate> has the count " + count, "Give a whole number from 1 to " + MOST);
        }
        elements += (long) count * inside.stream().mapToLong(Replication::size).sum();
        if (elements > MOST_ELEMENTS) {
            throw replicate.error(
                    "the copies of <replicate> have more than " + MOST_ELEMENTS + " elements in all",
                    "Lower its count, or that of those around it");
        }
        Vec3 offset = Numbers.vector(replicate, "offset", Vec3.ZERO);
        Vec3 euler = Numbers.vector(replicate, "euler", Vec3.ZERO);
        Pose step = Pose.at(offset).times(placement.euler(new double[] {euler.x(), euler.y(), euler.z()}));
        String separator = replicate.attributes().getOrDefault("sep", "");
        int width = Integer.toString(count).length();
        Set<String> names = new LinkedHashSet<>();
        inside.forEach(element -> collect(element, replicate.name(), names));
        List<String> suffixes = new ArrayList<>();
        List<XmlElement> copies = new ArrayList<>();
        Pose at = Pose.IDENTITY;
        for (int i = 0; i < count; i++) {
            String index = Integer.toString(i);
            String suffix = separator + "0".repeat(width - index.length()) + index;
            suffixes.add(suffix);
            List<XmlElement> copied =
                    inside.stream().map(e -> renamed(e, names, suffix)).toList();
            copies.add(frame(replicate, at, copied));
            at = at.times(step);
        }
        groups.add(new Group(names, suffixes));
        return copies;
    }

    private static long size(XmlElement element) {
        return 1 + element.children().stream().mapToLong(Replication::size).sum();
    }

    private static XmlElement frame(XmlElement replicate, Pose at, List<XmlElement> inside) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("pos", at.x() + " " + at.y() + " " + at.z());
        attributes.put("quat", at.qw() + " " + at.qx() + " " + at.qy() + " " + at.qz());
        String childclass = replicate.attribute("childclass");
        if (childclass != null) {
            attributes.put("childclass", childclass);
        }
        return new XmlElement("frame", "", attributes, inside, "", replicate.location());
    }

    private static void collect(XmlElement element, String parent, Set<String> names) {
        String name = element.attribute("name");
        if (name != null) {
            names.add(References.kindOf(element, parent) + ":" + name);
        }
        element.children().forEach(child -> collect(child, element.name(), names));
    }

    private static XmlElement renamed(XmlElement element, Set<String> names, String suffix) {
        Map<String, String> attributes = new LinkedHashMap<>();
        element.attributes().forEach((key, value) -> {
            String kind = References.kind(element, key);
            boolean changes = key.equals("name") || kind != null && names.contains(kind + ":" + value);
            attributes.put(key, changes ? value + suffix : value);
        });
        List<XmlElement> children =
                element.children().stream().map(c -> renamed(c, names, suffix)).toList();
        return element.with(attributes, children);
    }

    private List<XmlElement> section(XmlElement section) {
        List<XmlElement> elements = section.children();
        for (Group group : groups) {
            List<XmlElement> next = new ArrayList<>();
            for (XmlElement element : elements) {
                if (refersTo(element, group.names)) {
                    group.suffixes.forEach(suffix -> next.add(renamed(element, group.names, suffix)));
                    // So that what refers to this one is replicated too.
                    collect(element, section.name(), group.names);
                } else {
                    next.add(element);
                }
            }
            elements = next;
        }
        return elements;
    }

    private static boolean refersTo(XmlElement element, Set<String> names) {
        for (Map.Entry<String, String> attribute : element.attributes().entrySet()) {
            @Nullable String kind = References.kind(element, attribute.getKey());
            if (kind != null && names.contains(kind + ":" + attribute.getValue())) {
                return true;
            }
        }
        return element.children().stream().anyMatch(child -> refersTo(child, names));
    }
}
