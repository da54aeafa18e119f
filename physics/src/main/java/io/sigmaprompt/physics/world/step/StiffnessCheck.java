package io.sigmaprompt.physics.world.step;

import io.sigmaprompt.physics.collision.collider.Collider;
import io.sigmaprompt.physics.dynamics.GenericDynamics;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Softness;
import io.sigmaprompt.physics.model.mechanism.Actuator;
import io.sigmaprompt.physics.model.mechanism.JointCompliance;
import io.sigmaprompt.physics.model.mechanism.ModelWarning;
import io.sigmaprompt.physics.world.contact.ContactCompliance;
import io.sigmaprompt.physics.world.description.WorldRobot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether a step resolves what is asked to be springy: contacts that yield, springs and servos of joints. All are stepped
 * implicitly where it does not, so that they stay finite, but then they lose energy and lag. A joint's period is that with
 * all other joints held, at the reference configuration.
 */
public final class StiffnessCheck {
    private final double step;
    private final List<ModelWarning> warnings = new ArrayList<>();
    private String worst = "";
    private double worstRate;
    private int count;

    private StiffnessCheck(double step) {
        this.step = step;
    }

    /** What a step does not resolve: one warning a robot and kind, which names the worst. */
    public static List<ModelWarning> of(List<WorldRobot> robots, List<Collider> colliders, double step) {
        StiffnessCheck check = new StiffnessCheck(step);
        for (Collider collider : colliders) {
            Softness softness = collider.surface().softness();
            if (ContactCompliance.yields(softness)) {
                check.add(collider.name(), rate(softness, mass(robots, collider.body())));
            }
        }
        check.finish("world, contacts", "contact of shape");
        for (WorldRobot robot : robots) {
            check.joints(robot);
        }
        return check.warnings;
    }

    /** How fast the spring of a contact swings with a mass on it, rad/s; 0 where the mass is not known. */
    private static double rate(Softness softness, double mass) {
        double stiffness = -softness.timeConstant();
        return softness.perMass()
                ? Math.sqrt(stiffness) / softness.farImpedance()
                : mass > 0 ? Math.sqrt(stiffness / mass) : 0;
    }

    /** Mass of a body of the world, kg; 0 for what never moves. */
    private static double mass(List<WorldRobot> robots, int body) {
        for (WorldRobot robot : robots) {
            int link = body - robot.bodyOffset();
            if (body >= 0 && link >= 0 && link < robot.model().links().size()) {
                return robot.model().links().get(link).inertia().mass();
            }
        }
        return 0;
    }

    private void joints(WorldRobot robot) {
        RobotModel model = robot.model();
        int nv = model.nv();
        double[] mass = new double[nv * nv];
        if (!robot.mechanism().compliances().isEmpty()
                || !robot.mechanism().actuators().isEmpty()) {
            new GenericDynamics(model).massMatrix(robot.home(), mass);
        }
        String place = "robot '" + model.name() + "'";
        for (JointCompliance spring : robot.mechanism().compliances()) {
            add(model, mass, spring.joint(), spring.stiffness());
        }
        finish(place, "spring of joint");
        for (Actuator servo : robot.mechanism().actuators()) {
            boolean onJoint = servo.transmission() == Actuator.Transmission.JOINT;
            if (onJoint
                    && servo.bias().equals("affine")
                    && servo.biasParameters().size() > 1) {
                double gear = servo.gear().isEmpty() ? 1 : servo.gear().getFirst();
                add(model, mass, servo.target(), -servo.biasParameters().get(1) * gear * gear);
            }
        }
        finish(place, "servo of joint");
    }

    private void add(RobotModel model, double[] mass, String name, double stiffness) {
        int j = model.jointIndex(name);
        if (j < 0 || !(stiffness > 0) || !model.joints().get(j).type().isScalar()) {
            return;
        }
        Joint joint = model.joints().get(j);
        int v = model.vIndex(j);
        double inertia = mass[v * (model.nv() + 1)] + joint.dynamics().armature();
        add(name, Math.sqrt(stiffness / inertia));
    }

    private void add(String name, double rate) {
        if (step * rate > ContactCompliance.RESOLVED) {
            count++;
            if (rate > worstRate) {
                worstRate = rate;
                worst = name;
            }
        }
    }

    private void finish(String place, String what) {
        if (count > 0) {
            double period = 2 * Math.PI / worstRate;
            String others = count == 1 ? "" : String.format(Locale.ROOT, " (and %d more)", count - 1);
            warnings.add(new ModelWarning(
                    place,
                    String.format(
                            Locale.ROOT,
                            "the %s '%s'%s swings with a period of %.3g ms, which is %.1f steps of %.3g ms: it stays finite,"
                                    + " but is slower and more damped than asked; take steps of %.2g ms or less",
                            what,
                            worst,
                            others,
                            1e3 * period,
                            period / step,
                            1e3 * step,
                            1e3 * ContactCompliance.RESOLVED / worstRate)));
        }
        count = 0;
        worstRate = 0;
    }
}
