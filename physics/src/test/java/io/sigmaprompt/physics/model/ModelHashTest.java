package io.sigmaprompt.physics.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.sigmaprompt.physics.dynamics.RandomRobot;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelHashTest {
    private final RobotModel model = new RandomRobot(3).tree(false);

    @Test
    void theSameMechanicsHaveTheSameHashWhateverTheyAreCalledAndLookLike() {
        List<Link> drawn = model.links().stream()
                .map(link -> new Link(
                        link.name(),
                        link.inertia(),
                        List.of(new Shape(link.name(), Pose.IDENTITY, new Geometry.Sphere(1), null)),
                        List.of()))
                .toList();
        RobotModel other = new RobotModel("other", false, drawn, model.joints());
        assertEquals(ModelHash.of(model), ModelHash.of(other));
        assertEquals(64, ModelHash.of(model).length());
    }

    @Test
    void whatMovesDifferentlyHasAnotherHash() {
        assertNotEquals(ModelHash.of(model), ModelHash.of(model.withFloatingBase(true)));
        assertNotEquals(
                ModelHash.of(withMassCentre(new Vec3(0, 0, 1))), ModelHash.of(withMassCentre(new Vec3(0, 0, 1.5))));
        Joint first = model.joints().getFirst();
        List<Joint> joints = new ArrayList<>(model.joints());
        joints.set(
                0,
                new Joint(
                        first.name(),
                        first.type(),
                        first.parent(),
                        first.child(),
                        first.origin(),
                        first.axis(),
                        first.limits(),
                        new JointDynamics(0, 0, 0.1),
                        first.mimic()));
        assertNotEquals(ModelHash.of(model), ModelHash.of(new RobotModel("random", false, model.links(), joints)));
    }

    private RobotModel withMassCentre(Vec3 com) {
        List<Link> links = new ArrayList<>(model.links());
        Link last = links.removeLast();
        Inertia old = last.inertia();
        Inertia moved = new Inertia(old.mass(), com, old.ixx(), old.ixy(), old.ixz(), old.iyy(), old.iyz(), old.izz());
        links.add(new Link(last.name(), moved, List.of(), List.of()));
        return new RobotModel("random", false, links, model.joints());
    }
}
