package io.sigmaprompt.physics.model.mjcf;

import io.sigmaprompt.physics.model.Frame;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.model.mechanism.Camera;
import io.sigmaprompt.physics.model.mechanism.Light;
import io.sigmaprompt.physics.model.xml.Numbers;
import io.sigmaprompt.physics.model.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;

/** Makes sites, cameras and lights of what was found in the bodies (MuJoCo documentation, XML reference, body). */
final class SceneReader {
    private static final String[] MODES = {"fixed", "track", "trackcom", "targetbody", "targetbodycom"};
    private static final double FIELD_OF_VIEW = 45;

    private final RobotModel model;
    private final NameTable names;
    private final List<PlacedItem> items;

    SceneReader(RobotModel model, NameTable names, List<PlacedItem> items) {
        this.model = model;
        this.names = names;
        this.items = items;
    }

    List<Frame> sites() {
        List<Frame> sites = new ArrayList<>();
        for (PlacedItem item : items) {
            if (item.element().name().equals("site")) {
                sites.add(frame(item, sites.size()));
            }
        }
        return sites;
    }

    List<Camera> cameras() {
        List<Camera> cameras = new ArrayList<>();
        for (PlacedItem item : items) {
            XmlElement element = item.element();
            if (element.name().equals("camera")) {
                boolean flat = Words.flag(element, "orthographic", false)
                        || Words.keyword(element, "projection", "perspective", "perspective", "orthographic")
                                .equals("orthographic");
                // A field of view is in degrees whatever the compiler says.
                double written = Numbers.optional(element, "fovy", FIELD_OF_VIEW);
                double[] pixels = Words.upTo(element, "resolution", 1, 1);
                cameras.add(new Camera(
                        frame(item, cameras.size()),
                        flat ? written : written * Math.PI / 180,
                        flat,
                        Words.keyword(element, "mode", "fixed", MODES),
                        target(element),
                        (int) pixels[0],
                        (int) pixels[1]));
            }
        }
        return cameras;
    }

    List<Light> lights() {
        List<Light> lights = new ArrayList<>();
        for (PlacedItem item : items) {
            XmlElement element = item.element();
            if (element.name().equals("light")) {
                String type = Words.keyword(element, "type", "spot", "spot", "directional", "point", "image");
                lights.add(new Light(
                        frame(item, lights.size()),
                        Words.flag(element, "directional", type.equals("directional")),
                        Words.flag(element, "active", true),
                        Words.flag(element, "castshadow", true),
                        Words.keyword(element, "mode", "fixed", MODES),
                        target(element),
                        Numbers.vector(element, "diffuse", new Vec3(0.7, 0.7, 0.7))));
            }
        }
        return lights;
    }

    private String target(XmlElement element) {
        return element.attribute("target") == null ? "" : Words.reference(element, "target", names.of("body"), "body");
    }

    private Frame frame(PlacedItem item, int index) {
        String kind = item.element().name();
        String name = item.name().isEmpty() ? names.invent(kind, kind + index, item.element()) : item.name();
        return new Frame(name, model.linkIndex(item.body().name), item.pose());
    }
}
