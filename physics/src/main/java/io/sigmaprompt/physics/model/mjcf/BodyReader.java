package io.sigmaprompt.physics.model.mjcf;

import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.model.xml.Numbers;
import io.sigmaprompt.physics.model.xml.XmlElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code <worldbody>} and the bodies in it; frames are folded into what stands in them. */
final class BodyReader {
    static final String WORLD = "world";

    /** Metres, where none is written. */
    private static final double SITE_SIZE = 0.005;

    private final DefaultClasses defaults;
    private final Placement placement;
    private final GeomReader geoms;
    private final JointReader joints;
    private final NameTable names;

    /** A joint whose turn comes when all names are known. */
    private record Pending(
            XmlElement element, Pose frame, @Nullable String childclass) {}

    private final Map<Body, List<Pending>> pending = new LinkedHashMap<>();
    private final List<Body> unnamed = new ArrayList<>();
    private final List<PlacedItem> items = new ArrayList<>();
    private int bodies;

    BodyReader(DefaultClasses defaults, Placement placement, GeomReader geoms, JointReader joints, NameTable names) {
        this.defaults = defaults;
        this.placement = placement;
        this.geoms = geoms;
        this.joints = joints;
        this.names = names;
    }

    /** The world, with all that hangs on it; several {@code <worldbody>} are one. */
    Body read(XmlElement root) {
        Body world = new Body(root, null, Pose.IDENTITY);
        world.name = WORLD;
        names.claim("body", WORLD, root);
        for (XmlElement element : root.children("worldbody")) {
            content(element, world, Pose.IDENTITY, null);
        }
        // Only now, so that no name of the file is taken from it.
        unnamed.forEach(body -> body.name = names.invent("body", body.name, body.element));
        world.children.forEach(this::addJoints);
        return world;
    }

    /** Sites, cameras and lights, in the order of the file. */
    List<PlacedItem> items() {
        return items;
    }

    private void content(XmlElement parent, Body body, Pose frame, @Nullable String childclass) {
        for (XmlElement child : parent.children()) {
            switch (child.name()) {
                case "body" -> body(child, body, frame, childclass);
                case "frame" -> content(child, body, frame.times(placement.of(child)), childclass(child, childclass));
                case "inertial" -> inertial(child, body, frame);
                case "geom" -> geom(defaults.resolve(child, "geom", childclass), body, frame);
                case "site", "camera", "light" -> item(child, body, frame, childclass);
                case "joint", "freejoint" -> {
                    names.claim("joint", Words.name(child), child);
                    pending.computeIfAbsent(body, key -> new ArrayList<>()).add(new Pending(child, frame, childclass));
                }
                default -> {
                    // The schema has noted it.
                }
            }
        }
    }

    private @Nullable String childclass(XmlElement element, @Nullable String inherited) {
        return element.attribute("childclass") == null ? inherited : defaults.checked(element, "childclass");
    }

    private void body(XmlElement element, Body parent, Pose frame, @Nullable String childclass) {
        Body body = new Body(element, parent, frame.times(placement.of(element)));
        parent.children.add(body);
        bodies++;
        body.name = Words.name(element);
        if (body.name.isEmpty()) {
            body.name = "body" + bodies;
            unnamed.add(body);
        } else {
            names.claim("body", body.name, element);
        }
        content(element, body, Pose.IDENTITY, childclass(element, childclass));
    }

    private void inertial(XmlElement element, Body body, Pose frame) {
        if (body.written != null) {
            throw element.error("the body has a second <inertial>", "Remove one of them");
        }
        body.written = InertialReader.read(element, placement).in(frame);
    }

    private void geom(XmlElement element, Body body, Pose frame) {
        Geom geom = geoms.read(element, frame, body.parent != null);
        if (geom != null) {
            names.claim("geom", geom.shape().name(), element);
            body.geoms.add(geom);
        }
    }

    private void item(XmlElement child, Body body, Pose frame, @Nullable String childclass) {
        XmlElement element = defaults.resolve(child, child.name(), childclass);
        String name = Words.name(element);
        names.claim(child.name(), name, element);
        Pose pose =
                switch (child.name()) {
                    case "site" -> {
                        String type = Words.keyword(
                                element, "type", "sphere", "sphere", "capsule", "ellipsoid", "cylinder", "box");
                        yield Extent.of(element, type, SITE_SIZE, placement).pose();
                    }
                    case "light" ->
                        Pose.at(Numbers.vector(element, "pos", Vec3.ZERO))
                                .times(Placement.alongZ(Words.direction(element, "dir", new Vec3(0, 0, -1))));
                    default -> placement.of(element);
                };
        items.add(new PlacedItem(element, name, body, frame.times(pose)));
    }

    private void addJoints(Body body) {
        List<Pending> own = pending.getOrDefault(body, List.of());
        int place = 0;
        for (Pending p : own) {
            place++;
            String name = Words.name(p.element);
            if (name.isEmpty()) {
                String wish = body.name + "_joint" + (own.size() == 1 ? "" : place);
                name = names.invent("joint", wish, p.element);
            }
            boolean free = p.element.name().equals("freejoint");
            body.joints.add(
                    free
                            ? JointReader.free(name)
                            : joints.read(defaults.resolve(p.element, "joint", p.childclass), name, p.frame));
        }
        check(body);
        body.children.forEach(this::addJoints);
    }

    private static void check(Body body) {
        boolean floats = body.joints.stream().anyMatch(joint -> joint.type() == JointType.FLOATING);
        Body parent = body.parent;
        if (floats && (parent == null || parent.parent != null)) {
            throw body.element.error(
                    "body '" + body.name + "' has a free joint, but hangs on another body",
                    "Put it directly into <worldbody>, or give it other joints");
        }
        if (floats && body.joints.size() > 1) {
            throw body.element.error(
                    "body '" + body.name + "' has a free joint and others", "A free joint leaves nothing to add");
        }
        int freedoms = body.joints.stream()
                .mapToInt(joint -> joint.type().velocities())
                .sum();
        if (freedoms > 6) {
            throw body.element.error(
                    "body '" + body.name + "' has joints of " + freedoms + " freedoms", "Six are all there are");
        }
    }
}
