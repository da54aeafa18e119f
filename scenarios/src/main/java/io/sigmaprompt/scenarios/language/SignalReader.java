package io.sigmaprompt.scenarios.language;

import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.twin.signal.SignalPath;
import io.sigmaprompt.twin.signal.SignalPath.Owner;
import io.sigmaprompt.twin.signal.SignalPath.Quantity;
import io.sigmaprompt.twin.signal.SignalPath.Source;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the names of numbers, which expectations and alarm rules share. */
final class SignalReader {
    /**
     * A number that the robot has.
     *
     * @param rate what its change in a second measures
     */
    record Found(SignalPath path, Dimension dimension, Dimension rate) {}

    private SignalReader() {}

    /** The number that {@code at} names, or null after complaining. */
    static @Nullable Found read(Section at, JointCatalogue joints) {
        return read(at, at.text(), joints);
    }

    /** The number of that name, which {@code at} speaks of; null after complaining. */
    static @Nullable Found read(Section at, String name, JointCatalogue joints) {
        SignalPath path = path(at, name);
        if (path == null) {
            return null;
        }
        Joint joint = null;
        if (path.source().owner() == Owner.JOINT) {
            joint = joints.find(path.joint(), at);
            if (joint == null) {
                return null;
            }
        }
        return new Found(path, dimension(path.quantity(), joint), rate(path.quantity(), joint));
    }

    private static @Nullable SignalPath path(Section at, String name) {
        String[] parts = name.split("\\.", 3);
        Set<String> known = new LinkedHashSet<>();
        for (Source source : Source.values()) {
            for (Quantity quantity : Quantity.values()) {
                if (!source.holds(quantity)) {
                    continue;
                }
                String head = lower(source) + "." + lower(quantity);
                Owner owner = source.owner();
                known.add(owner == Owner.JOINT || owner == Owner.CHANNEL ? head + "." + owner.name() : head);
                boolean same = parts.length >= 2 && head.equals(parts[0] + "." + parts[1]);
                boolean owned = owner == Owner.BATTERY || (owner != Owner.NONE) == (parts.length == 3);
                if (same && owned) {
                    return new SignalPath(source, quantity, parts.length == 3 ? parts[2] : "");
                }
            }
        }
        String shape = parts.length == 3 ? parts[0] + "." + parts[1] + ".JOINT" : name;
        at.complain("there is no signal '" + name + "'", DidYouMean.remedy(shape, known, "Signals are "));
        return null;
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static Dimension dimension(Quantity quantity, @Nullable Joint joint) {
        return switch (quantity) {
            case POSITION -> joint == null ? Dimension.ANGLE : JointCatalogue.position(joint);
            case VELOCITY -> joint == null ? Dimension.ANGULAR_VELOCITY : JointCatalogue.velocity(joint);
            case ACCELERATION -> turns(joint) ? Dimension.ANGULAR_ACCELERATION : Dimension.ACCELERATION;
            case EFFORT -> joint == null ? Dimension.TORQUE : JointCatalogue.effort(joint);
            case RATE -> Dimension.FREQUENCY;
            case AGE -> Dimension.TIME;
            case TEMPERATURE -> Dimension.TEMPERATURE;
            case CURRENT -> Dimension.CURRENT;
            case VOLTAGE -> Dimension.VOLTAGE;
            case SIGMA, NIS, REJECTED, GAPS, LATE, OVERFLOW, FRACTION, VALUE -> Dimension.RATIO;
        };
    }

    private static Dimension rate(Quantity quantity, @Nullable Joint joint) {
        return switch (quantity) {
            case POSITION -> turns(joint) ? Dimension.ANGULAR_VELOCITY : Dimension.VELOCITY;
            case VELOCITY -> turns(joint) ? Dimension.ANGULAR_ACCELERATION : Dimension.ACCELERATION;
            case TEMPERATURE -> Dimension.TEMPERATURE_RATE;
            default -> Dimension.RATIO;
        };
    }

    private static boolean turns(@Nullable Joint joint) {
        return joint == null || JointCatalogue.position(joint) == Dimension.ANGLE;
    }
}
