package io.sigmaprompt.physics.sensor.mechanism;

import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.mechanism.FixedTendon;
import io.sigmaprompt.physics.model.mechanism.Mechanism;
import io.sigmaprompt.physics.model.mechanism.ModelWarning;
import io.sigmaprompt.physics.model.mechanism.Sensor;
import io.sigmaprompt.physics.sensor.Mount;
import io.sigmaprompt.physics.sensor.SensedWorld;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes of a description's sensors what can be evaluated (MuJoCo documentation, XML reference, sensor). */
final class QuantityReader {
    private static final Mount WORLD = new Mount(SensedWorld.WORLD, Pose.IDENTITY);

    private final RobotModel model;
    private final Mechanism mechanism;
    private final int firstLink;
    private final int firstJoint;
    private final ObjectFrames frames;
    private final List<ModelWarning> warnings = new ArrayList<>();

    QuantityReader(RobotModel model, Mechanism mechanism, int firstLink, int firstJoint) {
        this.model = model;
        this.mechanism = mechanism;
        this.firstLink = firstLink;
        this.firstJoint = firstJoint;
        frames = new ObjectFrames(model, mechanism, firstLink);
    }

    /** What was odd about the sensors read so far. */
    List<ModelWarning> warnings() {
        return warnings;
    }

    /** What the sensor measures, or null, and a warning, where that is not known. */
    @Nullable
    Quantity read(Sensor sensor) {
        return switch (sensor.kind()) {
            case "jointpos" -> joint(sensor, JointQuantity.Of.POSITION);
            case "jointvel" -> joint(sensor, JointQuantity.Of.VELOCITY);
            case "jointactuatorfrc" -> joint(sensor, JointQuantity.Of.EFFORT);
            case "tendonpos" -> tendon(sensor, JointQuantity.Of.POSITION);
            case "tendonvel" -> tendon(sensor, JointQuantity.Of.VELOCITY);
            case "gyro" -> site(sensor, SiteQuantity.Of.ANGULAR_VELOCITY);
            case "velocimeter" -> site(sensor, SiteQuantity.Of.LINEAR_VELOCITY);
            case "accelerometer" -> site(sensor, SiteQuantity.Of.SPECIFIC_FORCE);
            case "force" -> site(sensor, SiteQuantity.Of.FORCE);
            case "torque" -> site(sensor, SiteQuantity.Of.TORQUE);
            case "touch" -> touch(sensor);
            case "rangefinder" -> rangefinder(sensor);
            case "framepos" -> frame(sensor, FrameQuantity.Of.POSITION);
            case "framequat" -> frame(sensor, FrameQuantity.Of.ORIENTATION);
            case "framexaxis" -> frame(sensor, FrameQuantity.Of.X_AXIS);
            case "frameyaxis" -> frame(sensor, FrameQuantity.Of.Y_AXIS);
            case "framezaxis" -> frame(sensor, FrameQuantity.Of.Z_AXIS);
            case "framelinvel" -> frame(sensor, FrameQuantity.Of.LINEAR_VELOCITY);
            case "frameangvel" -> frame(sensor, FrameQuantity.Of.ANGULAR_VELOCITY);
            case "framelinacc" -> frame(sensor, FrameQuantity.Of.LINEAR_ACCELERATION);
            case "frameangacc" -> frame(sensor, FrameQuantity.Of.ANGULAR_ACCELERATION);
            case "subtreecom" -> subtree(sensor, false);
            case "subtreelinvel" -> subtree(sensor, true);
            case "clock" -> new ClockQuantity();
            default -> refuse(sensor, "sensors of kind '" + sensor.kind() + "' are not simulated; it is left out");
        };
    }

    private @Nullable Quantity refuse(Sensor sensor, String message) {
        note(sensor, message);
        return null;
    }

    private void note(Sensor sensor, String message) {
        warnings.add(new ModelWarning("sensor '" + sensor.name() + "'", message));
    }

    private @Nullable Quantity unplaced(Sensor sensor, String kind, String name) {
        return refuse(
                sensor, "the frame of " + kind + " '" + name + "' is not known to the simulation; it is left out");
    }

    private @Nullable Quantity joint(Sensor sensor, JointQuantity.Of of) {
        int joint = scalarJoint(sensor.object());
        if (joint < 0) {
            return refuse(sensor, "joint '" + sensor.object() + "' has no single coordinate; it is left out");
        }
        boolean turns = turns(joint);
        String unit =
                switch (of) {
                    case POSITION -> turns ? "rad" : "m";
                    case VELOCITY -> turns ? "rad/s" : "m/s";
                    case EFFORT -> turns ? "N m" : "N";
                };
        return new JointQuantity(of, unit, new int[] {firstJoint + joint}, new double[] {1});
    }

    private boolean turns(int joint) {
        return switch (model.joints().get(joint).type()) {
            case REVOLUTE, CONTINUOUS -> true;
            default -> false;
        };
    }

    /** Index in the model, or -1. */
    private int scalarJoint(String name) {
        int joint = model.jointIndex(name);
        return joint >= 0 && model.joints().get(joint).type().isScalar() ? joint : -1;
    }

    private @Nullable Quantity tendon(Sensor sensor, JointQuantity.Of of) {
        for (FixedTendon tendon : mechanism.tendons()) {
            if (tendon.name().equals(sensor.object())) {
                return combination(sensor, tendon, of);
            }
        }
        return refuse(sensor, "tendon '" + sensor.object() + "' is not simulated; it is left out");
    }

    private @Nullable Quantity combination(Sensor sensor, FixedTendon tendon, JointQuantity.Of of) {
        int[] joints = new int[tendon.terms().size()];
        double[] coefficients = new double[joints.length];
        for (int i = 0; i < joints.length; i++) {
            int joint = scalarJoint(tendon.terms().get(i).joint());
            if (joint < 0) {
                return refuse(
                        sensor, "tendon '" + tendon.name() + "' has joints of several coordinates; it is left out");
            }
            joints[i] = firstJoint + joint;
            coefficients[i] = tendon.terms().get(i).coefficient();
        }
        // A fixed tendon's length has the unit that its coefficients give it; the file does not tell which.
        return new JointQuantity(of, of == JointQuantity.Of.POSITION ? "1" : "1/s", joints, coefficients);
    }

    private @Nullable Quantity site(Sensor sensor, SiteQuantity.Of of) {
        Mount site = frames.find("site", sensor.object());
        return site == null ? unplaced(sensor, "site", sensor.object()) : new SiteQuantity(of, site);
    }

    private @Nullable Quantity touch(Sensor sensor) {
        Mount site = frames.find("site", sensor.object());
        if (site == null) {
            return unplaced(sensor, "site", sensor.object());
        }
        note(sensor, "it feels all contacts of the site's link: the site's volume is not looked at");
        return NearbyQuantity.touch(site);
    }

    private @Nullable Quantity rangefinder(Sensor sensor) {
        String kind = sensor.objectKind();
        Mount site = frames.find(kind, sensor.object());
        if (site == null || !kind.equals("site")) {
            return unplaced(sensor, kind, sensor.object());
        }
        String data = sensor.attributes().get("data");
        if (data != null && !data.strip().equals("dist")) {
            return refuse(sensor, "a rangefinder's data other than 'dist' is not simulated; it is left out");
        }
        return NearbyQuantity.range(site);
    }

    private @Nullable Quantity frame(Sensor sensor, FrameQuantity.Of of) {
        String kind = sensor.attributes().getOrDefault("objtype", sensor.objectKind());
        Mount object = frames.find(kind, sensor.object());
        if (object == null) {
            return unplaced(sensor, kind, sensor.object());
        }
        String name = sensor.attributes().get("refname");
        if (name == null) {
            notePrincipalAxes(sensor, of, kind);
            return new FrameQuantity(of, object, WORLD);
        }
        String referenceKind = sensor.attributes().getOrDefault("reftype", "");
        Mount reference = frames.find(referenceKind, name);
        if (reference == null) {
            return unplaced(sensor, referenceKind, name);
        }
        if (referenceKind.equals("body")) {
            note(sensor, "the axes of body '" + name + "' are taken for its principal axes; xbody says what is meant");
        }
        notePrincipalAxes(sensor, of, kind);
        return new FrameQuantity(of, object, reference);
    }

    private void notePrincipalAxes(Sensor sensor, FrameQuantity.Of of, String kind) {
        boolean axes =
                switch (of) {
                    case ORIENTATION, X_AXIS, Y_AXIS, Z_AXIS -> true;
                    default -> false;
                };
        if (axes && kind.equals("body")) {
            note(
                    sensor,
                    "the axes of body '" + sensor.object()
                            + "' are taken for its principal axes; xbody says what is meant");
        }
    }

    private @Nullable Quantity subtree(Sensor sensor, boolean velocity) {
        int link = model.linkIndex(sensor.object());
        return link < 0
                ? unplaced(sensor, "body", sensor.object())
                : new SubtreeQuantity(velocity, model, link, firstLink);
    }
}
