package io.sigmaprompt.twin.maintenance.advice;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is too much.
 *
 * @param sessions how many sessions at first are taken for healthy
 * @param limits of every joint; what is not named has none
 * @param joints by joint, in the place of those of every joint
 */
public record MaintenanceLimits(int sessions, Map<Aspect, Limit> limits, Map<String, Map<Aspect, Limit>> joints) {
    /**
     * One limit.
     *
     * @param change share of the healthy value by which it may change; not a number where only {@code most} counts
     * @param least change that is allowed in any case, in the indicator's unit
     * @param most value that may be reached; infinite where only the change counts
     * @param down whether it may wear downwards as well
     */
    public record Limit(double change, double least, double most, boolean down) {}

    public static final MaintenanceLimits DEFAULT = new MaintenanceLimits(5, usual(), Map.of());

    public MaintenanceLimits {
        limits = new EnumMap<>(limits);
        joints = new LinkedHashMap<>(joints);
    }

    private static Map<Aspect, Limit> usual() {
        Map<Aspect, Limit> usual = new EnumMap<>(Aspect.class);
        double none = Double.POSITIVE_INFINITY;
        usual.put(Aspect.FRICTION, new Limit(0.5, 0, none, false));
        usual.put(Aspect.EFFORT_GAIN, new Limit(0.15, 0, none, true));
        usual.put(Aspect.CURRENT_GAIN, new Limit(0.15, 0, none, true));
        usual.put(Aspect.THERMAL_RESISTANCE, new Limit(0.3, 0, none, false));
        usual.put(Aspect.BACKLASH, new Limit(1, 1e-3, none, false));
        return usual;
    }

    /** The limit of a joint's aspect, or null where it has none. */
    @Nullable
    Limit of(String joint, Aspect aspect) {
        Limit own = joints.getOrDefault(joint, Map.of()).get(aspect);
        return own == null ? limits.get(aspect) : own;
    }
}
