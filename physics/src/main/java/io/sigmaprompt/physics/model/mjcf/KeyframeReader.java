package io.sigmaprompt.physics.model.mjcf;

import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.mechanism.Keyframe;
import io.sigmaprompt.physics.model.xml.Numbers;
import io.sigmaprompt.physics.model.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code <keyframe>} (MuJoCo documentation, XML reference, keyframe). */
final class KeyframeReader {
    private final RobotModel model;
    private final List<Double> reference;
    private final int controls;
    private final NameTable names;
    private final Unsupported unsupported;

    KeyframeReader(RobotModel model, List<Double> reference, int controls, NameTable names, Unsupported unsupported) {
        this.model = model;
        this.reference = reference;
        this.controls = controls;
        this.names = names;
        this.unsupported = unsupported;
    }

    List<Keyframe> read(XmlElement root) {
        List<Keyframe> keyframes = new ArrayList<>();
        for (XmlElement section : root.children("keyframe")) {
            section.children("key").forEach(key -> keyframes.add(keyframe(key, keyframes.size())));
        }
        return keyframes;
    }

    private Keyframe keyframe(XmlElement key, int index) {
        Coordinates coordinates = new Coordinates(model);
        String name = Words.name(key);
        names.claim("key", name, key);
        double[] qpos = vector(key, "qpos", model.nq());
        if (qpos.length > 0) {
            requireRotations(key, qpos);
        }
        List<Double> q = qpos.length == 0 ? reference : coordinates.position(qpos);
        double[] qvel = vector(key, "qvel", model.nv());
        for (String left : List.of("mpos", "mquat")) {
            if (key.attribute(left) != null) {
                unsupported.add(key, "key " + left);
            }
        }
        return new Keyframe(
                name.isEmpty() ? "key" + index : name,
                Numbers.optional(key, "time", 0),
                q,
                coordinates.velocity(qvel.length == 0 ? new double[model.nv()] : qvel, q),
                Words.list(vector(key, "act", -1)),
                Words.list(vector(key, "ctrl", controls)));
    }

    private void requireRotations(XmlElement key, double[] qpos) {
        for (int j = 0; j < model.joints().size(); j++) {
            int quaternion = model.joints().get(j).type().quaternion();
            int at = model.qIndex(j) + quaternion;
            if (quaternion >= 0 && norm(qpos, at) < 1e-14) {
                throw key.error(
                        "the quaternion of joint '" + model.joints().get(j).name()
                                + "' in qpos of <key> is zero, which is no rotation",
                        "Write 1 0 0 0 where it is not turned; it begins at number " + (at + 1) + " of qpos");
            }
        }
    }

    private static double norm(double[] qpos, int at) {
        double sum = 0;
        for (int i = at; i < at + 4; i++) {
            sum += qpos[i] * qpos[i];
        }
        return Math.sqrt(sum);
    }

    private static double[] vector(XmlElement key, String name, int count) {
        String text = key.attribute(name);
        return text == null ? new double[0] : Numbers.list(key, name, text, count);
    }
}
