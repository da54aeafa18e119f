package io.sigmaprompt.physics.actuator.transmission;

import io.sigmaprompt.physics.dynamics.RobotDynamics;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Frame;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Suggestion;
import io.sigmaprompt.physics.model.mechanism.Actuator;
import io.sigmaprompt.physics.model.mechanism.FixedTendon;
import io.sigmaprompt.physics.model.mechanism.Mechanism;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Finds what a mechanism's actuators and tendons act on. */
public final class Transmissions {
    private final RobotDynamics dynamics;
    private final RobotModel model;
    private final Mechanism mechanism;

    public Transmissions(RobotDynamics dynamics, Mechanism mechanism) {
        this.dynamics = dynamics;
        this.mechanism = mechanism;
        model = dynamics.model();
    }

    public Transmission of(Actuator actuator) {
        String place = "actuator '" + actuator.name() + "'";
        double[] gear = new double[6];
        for (int k = 0; k < Math.min(6, actuator.gear().size()); k++) {
            gear[k] = actuator.gear().get(k);
        }
        return switch (actuator.transmission()) {
            case JOINT -> joint(place, actuator.target(), gear, false);
            case JOINT_IN_PARENT -> joint(place, actuator.target(), gear, true);
            case TENDON -> tendon(place, tendonOf(actuator), gear[0]);
            case SITE ->
                new SiteTransmission(
                        dynamics,
                        site(place, actuator.target()),
                        actuator.referenceSite().isEmpty() ? null : site(place, actuator.referenceSite()),
                        gear);
        };
    }

    FixedTendon tendonOf(Actuator actuator) {
        return found(
                "actuator '" + actuator.name() + "'",
                "tendon",
                actuator.target(),
                mechanism.tendons(),
                FixedTendon::name);
    }

    /** A tendon, its length times a factor. */
    public LinearTransmission tendon(String place, FixedTendon tendon, double factor) {
        int n = tendon.terms().size();
        int[] coordinates = new int[n];
        int[] dofs = new int[n];
        double[] coefficients = new double[n];
        for (int k = 0; k < n; k++) {
            FixedTendon.Term term = tendon.terms().get(k);
            int joint = scalarJoint(model, place, term.joint());
            coordinates[k] = model.qIndex(joint);
            dofs[k] = model.vIndex(joint);
            coefficients[k] = factor * term.coefficient();
        }
        return new LinearTransmission(coordinates, dofs, coefficients);
    }

    private Transmission joint(String place, String name, double[] gear, boolean inParent) {
        int index = jointIndex(model, place, name);
        Joint joint = model.joints().get(index);
        JointType type = joint.type();
        if (type.quaternion() >= 0) {
            int quaternion = model.qIndex(index) + type.quaternion();
            return new RotaryTransmission(gear, inParent, type == JointType.FLOATING, quaternion, model.vIndex(index));
        }
        int scalar = scalarJoint(model, place, name);
        return new LinearTransmission(
                new int[] {model.qIndex(scalar)}, new int[] {model.vIndex(scalar)}, new double[] {gear[0]});
    }

    private Frame site(String place, String name) {
        return found(place, "site", name, mechanism.sites(), Frame::name);
    }

    /** The joint of one coordinate of that name. */
    public static int scalarJoint(RobotModel model, String place, String name) {
        int index = jointIndex(model, place, name);
        JointType type = model.joints().get(index).type();
        if (!type.isScalar()) {
            throw new BadInputException(
                    place,
                    "joint '" + name + "' is " + type.name().toLowerCase(Locale.ROOT)
                            + ", and only a joint of one coordinate can be driven like this",
                    "Name a revolute, continuous or prismatic joint.");
        }
        return index;
    }

    /** The joint of that name. */
    public static int jointIndex(RobotModel model, String place, String name) {
        int index = model.jointIndex(name);
        if (index < 0) {
            List<String> names = model.joints().stream().map(Joint::name).toList();
            throw missing(place, "joint", name, names);
        }
        return index;
    }

    private static <T> T found(String place, String kind, String name, List<T> among, Function<T, String> nameOf) {
        for (T one : among) {
            if (nameOf.apply(one).equals(name)) {
                return one;
            }
        }
        throw missing(place, kind, name, among.stream().map(nameOf).toList());
    }

    private static BadInputException missing(String place, String kind, String name, List<String> known) {
        return new BadInputException(
                place,
                "the robot has no " + kind + " '" + name + "'" + Suggestion.phrase(name, known),
                "Name a " + kind + " that the description has.");
    }
}
