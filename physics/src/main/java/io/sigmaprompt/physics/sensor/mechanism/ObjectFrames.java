package io.sigmaprompt.physics.sensor.mechanism;

import io.sigmaprompt.physics.model.Frame;
import io.sigmaprompt.physics.model.Geometry;
import io.sigmaprompt.physics.model.Inertia;
import io.sigmaprompt.physics.model.Link;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Shape;
import io.sigmaprompt.physics.model.mechanism.Camera;
import io.sigmaprompt.physics.model.mechanism.Mechanism;
import io.sigmaprompt.physics.sensor.Mount;
import org.jspecify.annotations.Nullable;

/** Finds the frames of what a sensor is fixed to, by kind and name. */
final class ObjectFrames {
    private final RobotModel model;
    private final Mechanism mechanism;
    private final int firstLink;

    ObjectFrames(RobotModel model, Mechanism mechanism, int firstLink) {
        this.model = model;
        this.mechanism = mechanism;
        this.firstLink = firstLink;
    }

    /**
     * A frame, or null where it is not known: of a mesh, whose frame MuJoCo moves to its principal axes, of a camera that
     * follows something, or of a kind that has none.
     *
     * @param kind site, body (its centre of mass, along the link's axes), xbody, link (the link's frame), geom or camera
     */
    @Nullable
    Mount find(String kind, String name) {
        return switch (kind) {
            case "site" -> site(name);
            case "xbody", "link" -> link(name);
            case "body" -> centre(name);
            case "geom" -> geom(name);
            case "camera" -> camera(name);
            default -> null;
        };
    }

    private @Nullable Mount site(String name) {
        for (Frame site : mechanism.sites()) {
            if (site.name().equals(name)) {
                return Mount.at(site, firstLink);
            }
        }
        return null;
    }

    private @Nullable Mount link(String name) {
        int link = model.linkIndex(name);
        return link < 0 ? null : Mount.on(firstLink + link);
    }

    private @Nullable Mount centre(String name) {
        int link = model.linkIndex(name);
        if (link < 0) {
            return null;
        }
        Inertia inertia = model.links().get(link).inertia();
        return new Mount(firstLink + link, Pose.at(inertia.com()));
    }

    private @Nullable Mount geom(String name) {
        for (int i = 0; i < model.links().size(); i++) {
            Link link = model.links().get(i);
            Shape shape = named(name, link.collisions());
            if (shape == null) {
                shape = named(name, link.visuals());
            }
            if (shape != null) {
                boolean mesh =
                        shape.geometry() instanceof Geometry.Mesh || shape.geometry() instanceof Geometry.Polyhedron;
                return mesh ? null : new Mount(firstLink + i, shape.origin());
            }
        }
        return null;
    }

    private static @Nullable Shape named(String name, Iterable<Shape> shapes) {
        for (Shape shape : shapes) {
            if (shape.name().equals(name)) {
                return shape;
            }
        }
        return null;
    }

    private @Nullable Mount camera(String name) {
        for (Camera camera : mechanism.cameras()) {
            if (camera.frame().name().equals(name)) {
                return camera.mode().equals("fixed") ? Mount.at(camera.frame(), firstLink) : null;
            }
        }
        return null;
    }
}
