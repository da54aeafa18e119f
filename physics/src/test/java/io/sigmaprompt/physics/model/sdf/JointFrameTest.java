package io.sigmaprompt.physics.model.sdf;

import static io.sigmaprompt.physics.model.sdf.SdfText.axis;
import static io.sigmaprompt.physics.model.sdf.SdfText.joint;
import static io.sigmaprompt.physics.model.sdf.SdfText.link;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.mechanism.RobotReading;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Joints whose frame is not the child's, and joints that lead from the root's side upwards. */
class JointFrameTest {
    private static final String A = link("a", "<pose>0.1 0.2 0.3 0.4 0.5 0.6</pose>");
    private static final String B = link("b", "<pose>1 -0.5 0.7 -0.3 0.8 1.1</pose>");
    private static final Pose X_WA = Pose.fromXyzRpy(0.1, 0.2, 0.3, 0.4, 0.5, 0.6);
    private static final Pose X_WB = Pose.fromXyzRpy(1, -0.5, 0.7, -0.3, 0.8, 1.1);
    private static final String JOINT_POSE = "<pose>0.2 0.3 -0.4 0.5 -0.6 0.7</pose>";
    private static final Pose X_BJ = Pose.fromXyzRpy(0.2, 0.3, -0.4, 0.5, -0.6, 0.7);

    @TempDir
    Path folder;

    private SdfText text;

    @BeforeEach
    void use_the_folder() {
        text = new SdfText(folder);
    }

    @Test
    void a_joint_on_the_axis_through_the_child_needs_no_link_between() {
        RobotModel along = text.model(
                        A + B + joint("j", "revolute", "a", "b", "<pose>0 0 3 0 0 0</pose>" + axis("0 0 1")))
                .model();
        assertEquals(List.of("b < a by j continuous"), SdfText.tree(along));
        RobotModel slide = text.model(A + B + joint("j", "prismatic", "a", "b", JOINT_POSE + axis("1 2 3")))
                .model();
        assertEquals(List.of("b < a by j prismatic"), SdfText.tree(slide));
    }

    @Test
    void a_joint_beside_the_child_gets_a_massless_link_at_its_frame() {
        RobotReading reading = text.model(A + B + joint("j", "revolute", "a", "b", JOINT_POSE + axis("0 0 1")));
        assertEquals(
                List.of("j_frame < a by j continuous", "b < j_frame by j_frame_fixed fixed"),
                SdfText.tree(reading.model()));
        assertEquals(0, reading.model().links().get(1).inertia().mass());
        assertEquals(List.of(), reading.warnings());
    }

    @Test
    void links_between_take_no_name_that_is_in_use() {
        RobotModel model = text.model(A
                        + B
                        + link("j_frame", "")
                        + joint("k", "fixed", "a", "j_frame", "")
                        + joint("j", "revolute", "a", "b", JOINT_POSE + axis("0 0 1")))
                .model();
        assertEquals("j_frame_", SdfText.joint(model, "j").child());
    }

    @ParameterizedTest
    @ValueSource(strings = {"revolute", "prismatic"})
    void the_child_moves_about_the_joint_frame(String type) {
        double q = 0.8;
        RobotModel model = text.model(A + B + joint("j", type, "a", "b", JOINT_POSE + axis("0 1 0")))
                .model();
        assertSame(X_WA.inverse().times(moved(type, q)), SdfText.pose(model, new double[] {q}, "b"));
    }

    /** With b for the root, joint j, whose parent is a, is turned round. */
    @ParameterizedTest
    @ValueSource(strings = {"revolute", "prismatic"})
    void a_joint_that_leads_upwards_is_turned_round_and_keeps_its_coordinate(String type) {
        double q = 0.8;
        RobotModel model = text.model(
                        B
                                + A
                                + joint(
                                        "j",
                                        type,
                                        "a",
                                        "b",
                                        JOINT_POSE
                                                + "<axis><xyz>0 1 0</xyz><limit><lower>-1</lower><upper>2</upper></limit></axis>"))
                .model();
        assertEquals("b", model.links().getFirst().name());
        assertEquals(-1, SdfText.joint(model, "j").limits().lower());
        Pose expected = moved(type, q).inverse().times(X_WA);
        assertSame(expected, SdfText.pose(model, new double[] {q}, "a"));
    }

    @Test
    void a_universal_joint_turns_about_both_axes_in_order_either_way_round() {
        String joint =
                joint("u", "universal", "a", "b", JOINT_POSE + axis("1 0 0") + "<axis2><xyz>0 1 0</xyz></axis2>");
        double[] q = {0.4, -0.9};
        Pose turn = Pose.fromXyzRpy(0, 0, 0, q[0], 0, 0).times(Pose.fromXyzRpy(0, 0, 0, 0, q[1], 0));
        Pose moved = X_WB.times(X_BJ).times(turn).times(X_BJ.inverse());
        assertSame(
                X_WA.inverse().times(moved),
                SdfText.pose(text.model(A + B + joint).model(), q, "b"));
        RobotModel reversed = text.model(B + A + joint).model();
        assertEquals(
                List.of(
                        "u_cross < b by u_axis2 continuous",
                        "u_frame < u_cross by u_axis1 continuous",
                        "a < u_frame by u_frame_fixed fixed"),
                SdfText.tree(reversed));
        double[] qReversed = {q[1], q[0]};
        assertSame(moved.inverse().times(X_WA), SdfText.pose(reversed, qReversed, "a"));
    }

    @Test
    void a_ball_turns_about_its_centre_and_turned_round_by_the_inverse() {
        String joint = joint("j", "ball", "a", "b", JOINT_POSE);
        Pose turn = Pose.fromXyzRpy(0, 0, 0, 0.3, -0.5, 0.9);
        Pose moved = X_WB.times(X_BJ).times(turn).times(X_BJ.inverse());
        double[] q = {turn.qx(), turn.qy(), turn.qz(), turn.qw()};
        assertSame(
                X_WA.inverse().times(moved),
                SdfText.pose(text.model(A + B + joint).model(), q, "b"));
        double[] inverse = {-turn.qx(), -turn.qy(), -turn.qz(), turn.qw()};
        assertSame(
                moved.inverse().times(X_WA),
                SdfText.pose(text.model(B + A + joint).model(), inverse, "a"));
    }

    @Test
    void only_the_joints_on_the_way_to_the_root_are_turned_round() {
        RobotModel model = text.model(link("hand", "")
                        + link("arm", "")
                        + link("base", "")
                        + link("head", "")
                        + joint("wrist", "revolute", "arm", "hand", axis("0 0 1"))
                        + joint("shoulder", "revolute", "base", "arm", axis("0 0 1"))
                        + joint("neck", "revolute", "base", "head", axis("0 0 1")))
                .model();
        assertEquals(
                List.of(
                        "arm < hand by wrist continuous",
                        "base < arm by shoulder continuous",
                        "head < base by neck continuous"),
                SdfText.tree(model));
        assertEquals(-1, SdfText.joint(model, "shoulder").axis().z());
        assertEquals(1, SdfText.joint(model, "neck").axis().z());
    }

    @Test
    void random_trees_move_alike_whichever_link_is_their_root() {
        Random random = new Random(7);
        for (int round = 0; round < 30; round++) {
            int n = 6;
            StringBuilder links = new StringBuilder();
            StringBuilder joints = new StringBuilder();
            for (int i = 0; i < n; i++) {
                links.append(link("l" + i, pose(random)));
                if (i > 0) {
                    String type = random.nextBoolean() ? "revolute" : "prismatic";
                    String xyz = random.nextGaussian() + " " + random.nextGaussian() + " " + random.nextGaussian();
                    joints.append(joint("j" + i, type, "l" + random.nextInt(i), "l" + i, pose(random) + axis(xyz)));
                }
            }
            String body = links.append(joints) + "</model></sdf>";
            String head = "<sdf version='1.9'><model name='m' canonical_link='l";
            RobotModel plain = text.file(head + "0'>" + body).model();
            RobotModel turned = text.file(head + (n - 1) + "'>" + body).model();
            double[] q = new double[n - 1];
            double[] qTurned = new double[n - 1];
            for (int i = 1; i < n; i++) {
                double value = random.nextGaussian();
                q[plain.vIndex(plain.jointIndex("j" + i))] = value;
                qTurned[turned.vIndex(turned.jointIndex("j" + i))] = value;
            }
            Pose plainLast = of(SdfText.pose(plain, q, "l" + (n - 1)));
            for (int i = 0; i < n; i++) {
                Pose expected = plainLast.inverse().times(of(SdfText.pose(plain, q, "l" + i)));
                assertSame(expected, SdfText.pose(turned, qTurned, "l" + i));
            }
        }
    }

    /** Where link b is in the model when the joint has the coordinate q. */
    private static Pose moved(String type, double q) {
        Pose motion = type.equals("revolute") ? Pose.fromXyzRpy(0, 0, 0, 0, q, 0) : new Pose(0, q, 0, 0, 0, 0, 1);
        return X_WB.times(X_BJ).times(motion).times(X_BJ.inverse());
    }

    private static String pose(Random random) {
        StringBuilder text = new StringBuilder("<pose>");
        for (int i = 0; i < 6; i++) {
            text.append(random.nextGaussian()).append(' ');
        }
        return text.append("</pose>").toString();
    }

    private static Pose of(double[] p) {
        return new Pose(p[0], p[1], p[2], p[3], p[4], p[5], p[6]);
    }

    private static void assertSame(Pose expected, double[] found) {
        Pose difference = expected.inverse().times(of(found));
        assertEquals(0, difference.x(), 1e-12);
        assertEquals(0, difference.y(), 1e-12);
        assertEquals(0, difference.z(), 1e-12);
        assertEquals(0, difference.qx(), 1e-12);
        assertEquals(0, difference.qy(), 1e-12);
        assertEquals(0, difference.qz(), 1e-12);
    }
}
