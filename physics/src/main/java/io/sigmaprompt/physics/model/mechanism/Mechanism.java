package io.sigmaprompt.physics.model.mechanism;

import io.sigmaprompt.physics.model.Frame;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a description says of a robot beyond its links and joints. Links, joints and tendons are named; a name that is
 * here exists in the model it came with.
 *
 * @param sites named frames, fixed to links (MJCF's sites)
 * @param compliances one for each joint of which springs or soft limits are known
 * @param actuators in the order of their controls
 * @param sensors in the order of the file
 * @param equalities constraints that close loops and couple joints
 * @param tendons linear combinations of joints
 * @param exclusions pairs of links that never touch
 * @param pairs pairs of shapes whose contact has properties of its own
 * @param keyframes states worth a name
 * @param cameras fixed to links
 * @param lights fixed to links
 * @param options how the file's own simulator would step it
 * @param reference the configuration that the file draws (MuJoCo's qpos0), nq entries; null where it says none
 */
public record Mechanism(
        List<Frame> sites,
        List<JointCompliance> compliances,
        List<Actuator> actuators,
        List<Sensor> sensors,
        List<Equality> equalities,
        List<FixedTendon> tendons,
        List<ContactExclusion> exclusions,
        List<ContactPair> pairs,
        List<Keyframe> keyframes,
        List<Camera> cameras,
        List<Light> lights,
        PhysicsOptions options,
        @Nullable List<Double> reference) {

    /** Nothing beyond links and joints. */
    public static final Mechanism NONE = new Mechanism(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            PhysicsOptions.DEFAULT,
            null);

    public Mechanism {
        sites = List.copyOf(sites);
        compliances = List.copyOf(compliances);
        actuators = List.copyOf(actuators);
        sensors = List.copyOf(sensors);
        equalities = List.copyOf(equalities);
        tendons = List.copyOf(tendons);
        exclusions = List.copyOf(exclusions);
        pairs = List.copyOf(pairs);
        keyframes = List.copyOf(keyframes);
        cameras = List.copyOf(cameras);
        lights = List.copyOf(lights);
        reference = reference == null ? null : List.copyOf(reference);
    }

    /** The same, with further pairs of links that never touch. */
    public Mechanism withExclusions(List<ContactExclusion> further) {
        List<ContactExclusion> all = new ArrayList<>(exclusions);
        all.addAll(further);
        return new Mechanism(
                sites,
                compliances,
                actuators,
                sensors,
                equalities,
                tendons,
                all,
                pairs,
                keyframes,
                cameras,
                lights,
                options,
                reference);
    }

    /** The keyframe of that name, or null. */
    public @Nullable Keyframe keyframe(String name) {
        for (Keyframe keyframe : keyframes) {
            if (keyframe.name().equals(name)) {
                return keyframe;
            }
        }
        return null;
    }
}
