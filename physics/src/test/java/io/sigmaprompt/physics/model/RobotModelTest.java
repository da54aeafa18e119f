package io.sigmaprompt.physics.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RobotModelTest {
    private static final Inertia ONE_KILOGRAM = new Inertia(1, Vec3.ZERO, 1, 0, 0, 1, 0, 1);

    @Test
    void links_and_joints_stand_depth_first_with_children_in_the_order_of_the_source() {
        RobotModel model = new RobotModel(
                "tree",
                false,
                links("leaf", "right", "base", "left"),
                List.of(
                        joint("to_leaf", JointType.REVOLUTE, "left", "leaf"),
                        joint("to_left", JointType.FIXED, "base", "left"),
                        joint("to_right", JointType.PRISMATIC, "base", "right")));
        assertEquals(
                List.of("base", "left", "leaf", "right"),
                model.links().stream().map(Link::name).toList());
        assertEquals(
                List.of("to_left", "to_leaf", "to_right"),
                model.joints().stream().map(Joint::name).toList());
        assertEquals(0, model.parentLink(0));
        assertEquals(1, model.parentLink(1));
        assertEquals(0, model.parentLink(2));
        assertEquals(2, model.linkIndex("leaf"));
        assertEquals(-1, model.linkIndex("nobody"));
        assertEquals(2, model.jointIndex("to_right"));
        assertEquals(4.0, model.totalMass());
    }

    @Test
    void each_joint_type_has_its_places_in_q_and_v() {
        RobotModel model = new RobotModel(
                "all",
                true,
                links("a", "b", "c", "d", "e", "f", "g"),
                List.of(
                        joint("fixed", JointType.FIXED, "a", "b"),
                        joint("revolute", JointType.REVOLUTE, "b", "c"),
                        joint("planar", JointType.PLANAR, "c", "d"),
                        joint("floating", JointType.FLOATING, "d", "e"),
                        joint("continuous", JointType.CONTINUOUS, "e", "f"),
                        joint("prismatic", JointType.PRISMATIC, "f", "g")));
        assertEquals(7 + 0 + 1 + 3 + 7 + 1 + 1, model.nq());
        assertEquals(6 + 0 + 1 + 3 + 6 + 1 + 1, model.nv());
        assertEquals(List.of(7, 7, 8, 11, 18, 19), indices(model, true));
        assertEquals(List.of(6, 6, 7, 10, 16, 17), indices(model, false));
    }

    @Test
    void the_neutral_configuration_has_unit_quaternions_and_keeps_the_limits() {
        Joint bounded = new Joint(
                "bounded",
                JointType.REVOLUTE,
                "b",
                "c",
                Pose.IDENTITY,
                new Vec3(0, 0, 1),
                new JointLimits(0.5, 2, 1, 1),
                JointDynamics.NONE,
                null);
        RobotModel model = new RobotModel(
                "m", true, links("a", "b", "c"), List.of(joint("free", JointType.FLOATING, "a", "b"), bounded));
        assertArrayEquals(new double[] {0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0.5}, model.neutral());
    }

    @Test
    void freeing_the_base_adds_its_coordinates_and_nothing_else() {
        RobotModel welded =
                new RobotModel("m", false, links("a", "b"), List.of(joint("j", JointType.REVOLUTE, "a", "b")));
        RobotModel free = welded.withFloatingBase(true);
        assertEquals(1, welded.nq());
        assertEquals(8, free.nq());
        assertEquals(7, free.nv());
        assertTrue(free.floatingBase());
        assertSame(welded, welded.withFloatingBase(false));
        assertEquals(welded.links(), free.links());
    }

    @Test
    void a_cycle_among_all_links_is_refused() {
        assertRefused(
                "there is no root",
                links("a", "b"),
                joint("j", JointType.FIXED, "a", "b"),
                joint("k", JointType.FIXED, "b", "a"));
    }

    @Test
    void a_cycle_beside_the_tree_is_refused_and_its_links_named() {
        assertRefused(
                "[b, c]",
                links("a", "b", "c"),
                joint("j", JointType.FIXED, "b", "c"),
                joint("k", JointType.FIXED, "c", "b"));
    }

    @Test
    void two_roots_are_refused_and_named() {
        assertRefused("2 roots, [a, c]", links("a", "b", "c"), joint("j", JointType.FIXED, "a", "b"));
    }

    @Test
    void a_link_hung_twice_is_refused_and_both_joints_named() {
        assertRefused(
                "link 'c' hangs on two joints, 'j' and 'k'",
                links("a", "b", "c"),
                joint("j", JointType.FIXED, "a", "c"),
                joint("k", JointType.FIXED, "b", "c"));
    }

    @Test
    void unknown_links_and_doubled_names_are_refused() {
        assertRefused("parent 'x'", links("a", "b"), joint("j", JointType.FIXED, "x", "b"));
        assertRefused("child 'x'", links("a", "b"), joint("j", JointType.FIXED, "a", "x"));
        assertRefused("link 'a' is defined twice", links("a", "a"));
        assertRefused(
                "joint 'j' is defined twice",
                links("a", "b", "c"),
                joint("j", JointType.FIXED, "a", "b"),
                joint("j", JointType.FIXED, "a", "c"));
        assertRefused("no link", List.of());
    }

    private static void assertRefused(String part, List<Link> links, Joint... joints) {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> new RobotModel("m", false, links, List.of(joints)));
        assertTrue(e.getMessage().contains(part), e.getMessage());
    }

    private static List<Integer> indices(RobotModel model, boolean positions) {
        List<Integer> indices = new ArrayList<>();
        for (int i = 0; i < model.joints().size(); i++) {
            indices.add(positions ? model.qIndex(i) : model.vIndex(i));
        }
        return indices;
    }

    private static List<Link> links(String... names) {
        return List.of(names).stream()
                .map(name -> new Link(name, ONE_KILOGRAM, List.of(), List.of()))
                .toList();
    }

    private static Joint joint(String name, JointType type, String parent, String child) {
        return new Joint(
                name,
                type,
                parent,
                child,
                Pose.IDENTITY,
                new Vec3(0, 0, 1),
                JointLimits.NONE,
                JointDynamics.NONE,
                null);
    }
}
