package io.sigmaprompt.twin.simulation;

import io.sigmaprompt.physics.model.Inertia;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointDynamics;
import io.sigmaprompt.physics.model.Link;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.spatial.SplitMix64;
import java.util.List;

/** Robots that are not quite what their model says, the same from the same seed on every machine. */
public final class TruthDraw {
    private final SplitMix64 random;

    /** The draws of one seed. */
    public TruthDraw(long seed) {
        random = new SplitMix64(seed);
        random.symmetric();
    }

    /** A number from [low, high). */
    public double between(double low, double high) {
        return low + 0.5 * (high - low) * (random.symmetric() + 1);
    }

    /** One of 0 to count - 1. */
    public int below(int count) {
        return Math.min(count - 1, (int) between(0, count));
    }

    /** 1 or -1. */
    public int sign() {
        return random.symmetric() < 0 ? -1 : 1;
    }

    /**
     * The robot with each moving link's mass and inertia, and each joint's friction and damping, off by up to a share of
     * themselves.
     */
    public RobotModel body(RobotModel nominal, double massSpread, double frictionSpread) {
        List<Link> links = nominal.links().stream()
                .map(link -> new Link(
                        link.name(),
                        link.inertia().times(1 + massSpread * random.symmetric()),
                        link.visuals(),
                        link.collisions()))
                .toList();
        List<Joint> joints = nominal.joints().stream()
                .map(joint -> withLosses(joint, 1 + frictionSpread * random.symmetric()))
                .toList();
        return new RobotModel(nominal.name(), nominal.floatingBase(), links, joints);
    }

    private static Joint withLosses(Joint joint, double factor) {
        JointDynamics losses = joint.dynamics();
        return new Joint(
                joint.name(),
                joint.type(),
                joint.parent(),
                joint.child(),
                joint.origin(),
                joint.axis(),
                joint.limits(),
                new JointDynamics(losses.damping() * factor, losses.friction() * factor, losses.armature()),
                joint.mimic());
    }

    /** The robot with so many kilograms more at a link's centre of mass. */
    static RobotModel loaded(RobotModel model, String carrier, double mass) {
        List<Link> links = model.links().stream()
                .map(link -> link.name().equals(carrier)
                        ? new Link(
                                link.name(),
                                link.inertia()
                                        .plus(new Inertia(mass, link.inertia().com(), 0, 0, 0, 0, 0, 0)),
                                link.visuals(),
                                link.collisions())
                        : link)
                .toList();
        return new RobotModel(model.name(), model.floatingBase(), links, model.joints());
    }
}
