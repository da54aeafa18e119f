package io.sigmaprompt.headless.simulation;

import io.sigmaprompt.physics.collision.collider.Collider;
import io.sigmaprompt.physics.collision.manifold.ContactBuffer;
import io.sigmaprompt.physics.constraint.StepResidual;
import io.sigmaprompt.physics.world.World;
import io.sigmaprompt.physics.world.description.WorldRobot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Looks at a scene as it is. */
final class Sampler {
    private static final int POSE = 12;

    private final Scene scene;
    private final World world;
    private final WorldRobot robot;
    private final MujocoLayout layout;

    Sampler(Scene scene, MujocoLayout layout) {
        this.scene = scene;
        world = scene.world();
        robot = scene.robot();
        this.layout = layout;
    }

    /** The scene at a time; at its start without contact forces, for there was no step yet. */
    TrajectorySample sample(double time) {
        double[] q = Arrays.copyOfRange(
                world.q(), robot.qOffset(), robot.qOffset() + robot.model().nq());
        double[] v = Arrays.copyOfRange(
                world.v(), robot.vOffset(), robot.vOffset() + robot.model().nv());
        double[] poses = Arrays.copyOfRange(
                world.poses(),
                POSE * robot.bodyOffset(),
                POSE * (robot.bodyOffset() + robot.model().links().size()));
        boolean stepped = world.steps() > 0;
        return new TrajectorySample(
                time,
                layout.positions(q, poses),
                layout.velocities(q, v, poses),
                world.potentialEnergy(),
                world.kineticEnergy(),
                contacts(stepped),
                layout.origins(poses),
                layout.quaternions(poses),
                stepped ? world.residual() : StepResidual.NONE,
                stepped ? scene.iterations() : 0);
    }

    /** Those that are closed or push. */
    private List<TrajectorySample.Contact> contacts(boolean stepped) {
        ContactBuffer buffer = world.contacts();
        double step = world.settings().step();
        List<TrajectorySample.Contact> out = new ArrayList<>();
        for (int c = 0; c < buffer.count(); c++) {
            if (scene.touches(c)) {
                double[] force = new double[3];
                for (int k = 0; k < 3 && stepped; k++) {
                    force[k] = world.contactImpulses()[3 * c + k] / step;
                }
                out.add(new TrajectorySample.Contact(
                        body(buffer.first[c]),
                        body(buffer.second[c]),
                        Arrays.copyOfRange(buffer.geometry, 7 * c + 3, 7 * c + 6),
                        Arrays.copyOfRange(buffer.geometry, 7 * c, 7 * c + 3),
                        buffer.geometry[7 * c + 6],
                        force));
            }
        }
        return out;
    }

    private String body(int collider) {
        int body = world.scene().colliders().get(collider).body();
        return body == Collider.STATIC ? "world" : world.bodyName(body);
    }
}
