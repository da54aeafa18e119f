package io.sigmaprompt.physics.model.mjcf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.CorpusFiles;
import io.sigmaprompt.physics.model.Geometry;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.Link;
import io.sigmaprompt.physics.model.Material;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Shape;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.model.mechanism.ContactExclusion;
import io.sigmaprompt.physics.model.mechanism.Equality;
import io.sigmaprompt.physics.model.mechanism.FixedTendon;
import io.sigmaprompt.physics.model.mechanism.Interval;
import io.sigmaprompt.physics.model.mechanism.Keyframe;
import io.sigmaprompt.physics.model.mechanism.Mechanism;
import io.sigmaprompt.physics.model.mechanism.PhysicsOptions;
import io.sigmaprompt.physics.model.mechanism.RobotReading;
import io.sigmaprompt.physics.model.mechanism.Sensor;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MjcfReaderTest {
    private static final Path RESOURCES = Path.of("src/test/resources/mjcf");

    @TempDir
    private Path folder;

    private SceneText text;

    @BeforeEach
    void write() {
        text = new SceneText(folder);
    }

    /** Counts and mass as MuJoCo 3.3.8 has them (nq 28, nv 27, 40.8 kg). */
    @Test
    void theHumanoidComesWithAllThatItsFileSays() {
        RobotReading reading = MjcfReader.read(CorpusFiles.get("reference/physics/bench-scenes/humanoid.xml"));
        RobotModel model = reading.model();
        assertEquals("Humanoid", model.name());
        assertEquals(28, model.nq());
        assertEquals(27, model.nv());
        assertEquals(40.844, model.totalMass(), 1e-3);
        assertEquals("world", model.links().getFirst().name());
        assertEquals(JointType.FLOATING, joint(model, "root").type());
        assertEquals(-Math.PI / 4, joint(model, "abdomen_z").limits().lower(), 1e-12);
        assertEquals(5, joint(model, "abdomen_z").dynamics().damping());
        Mechanism mechanism = reading.mechanism();
        assertEquals(21, mechanism.actuators().size());
        assertEquals(120.0, mechanism.actuators().get(5).gear().getFirst());
        assertEquals(new Interval(-1, 1), mechanism.actuators().get(5).control());
        assertEquals(
                List.of(new FixedTendon.Term("hip_y_right", 0.5), new FixedTendon.Term("knee_right", -0.5)),
                mechanism.tendons().getFirst().terms());
        assertEquals(
                new ContactExclusion("", "waist_lower", "thigh_right"),
                mechanism.exclusions().getFirst());
        assertEquals(4, mechanism.keyframes().size());
        Keyframe squat = mechanism.keyframe("squat");
        assertNotNull(squat);
        assertEquals(List.of(0.0, 0.0, 0.596), squat.q().subList(0, 3));
        assertEquals(0.154359, squat.q().get(4), 1e-5);
        assertEquals(0.988015, squat.q().get(6), 1e-5);
        assertEquals(3, mechanism.cameras().size());
        assertEquals("torso", mechanism.lights().getFirst().target());
        assertEquals(20, mechanism.compliances().get(1).stiffness());
        assertEquals(0.99, mechanism.compliances().get(1).limit().farImpedance());
        assertEquals(1, reading.warnings().size());
        assertTrue(
                reading.warnings().getFirst().message().contains("<visual> (line 19)"), reading.warnings()::toString);
    }

    @Test
    void severalJointsOfABodyAreChainedByLinksWithoutMass() {
        RobotModel model = MjcfReader.read(RESOURCES.resolve("joints.xml")).model();
        assertEquals("world", joint(model, "x").parent());
        assertEquals("x_link", joint(model, "x").child());
        assertEquals("y_link", joint(model, "y").child());
        assertEquals("turn_link", joint(model, "turn").child());
        Joint anchor = joint(model, "base_anchor");
        assertEquals("base", anchor.child());
        assertEquals(
                new Vec3(-0.1, 0.2, -0.3),
                new Vec3(
                        anchor.origin().x(),
                        anchor.origin().y(),
                        anchor.origin().z()));
        assertEquals(
                0, model.links().get(model.linkIndex("turn_link")).inertia().mass());
        assertEquals("shoulder", joint(model, "shoulder_joint3").child());
        assertEquals(JointType.FIXED, joint(model, "welded_fixed").type());
        assertEquals(JointType.CONTINUOUS, joint(model, "spin").type());
        assertEquals(JointType.SPHERICAL, joint(model, "body3_joint").type());
        assertEquals(Math.PI / 3, joint(model, "body3_joint").limits().upper(), 1e-12);
    }

    @Test
    void aKeyframesVelocityOfAFreeBodyIsTurnedIntoItsAxes() {
        RobotReading reading = text.read("<worldbody><body><freejoint name='f'/><geom size='.1'/></body></worldbody>"
                + "<keyframe><key qpos='1 2 3 .5 .5 .5 .5' qvel='10 20 30 4 5 6'/></keyframe>");
        Keyframe key = reading.mechanism().keyframes().getFirst();
        // That rotation takes x to y, y to z and z to x.
        assertEquals(List.of(4.0, 5.0, 6.0, 20.0, 30.0, 10.0), key.v());
        assertEquals("key0", key.name());
    }

    @Test
    void aConnectionAndAWeldAreFramesThatCoincideInTheReferenceConfiguration() {
        RobotReading reading = text.read("<worldbody><body name='a' pos='1 0 0'><freejoint/><geom size='.1'/></body>"
                + "<body name='b' pos='0 2 0' euler='0 0 90'><freejoint/><geom size='.1'/></body></worldbody>"
                + "<equality><connect body1='a' body2='b' anchor='0 0 1'/><weld body1='b'/></equality>");
        Equality.Connect connect = assertInstanceOf(
                Equality.Connect.class, reading.mechanism().equalities().getFirst());
        assertEquals("a", connect.first().name());
        assertEquals(1, connect.first().pose().z());
        // a's point (1, 0, 1) seen from b, which stands at (0, 2, 0) and is turned by 90 degrees.
        assertEquals(-2, connect.second().pose().x(), 1e-12);
        assertEquals(-1, connect.second().pose().y(), 1e-12);
        assertEquals(1, connect.second().pose().z(), 1e-12);
        Equality.Weld weld = assertInstanceOf(
                Equality.Weld.class, reading.mechanism().equalities().getLast());
        assertEquals("world", weld.second().name());
        assertEquals(-2, weld.first().pose().x(), 1e-12);
    }

    @Test
    void shapesAreSeenAndTouchedAsTheirGroupsAndTypesSay() {
        Link link = text.read(
                        "<asset><texture name='t' builtin='flat' rgb1='.1 .2 .3'/><material name='m' texture='t'/>"
                                + "</asset><worldbody><body name='b'>"
                                + "<geom name='seen' type='box' size='1 2 3' contype='0' conaffinity='0' material='m'/>"
                                + "<geom name='touched' type='ellipsoid' size='1 2 3' group='3' friction='.5' condim='6' solref='.1'/>"
                                + "<geom name='both' size='1' rgba='1 0 0 .5'/>"
                                + "<geom name='paired' size='1' contype='0' conaffinity='0' group='4'/>"
                                + "</body></worldbody><contact><pair geom1='paired' geom2='both'/></contact>")
                .model()
                .links()
                .getLast();
        assertEquals(
                List.of("seen", "both"),
                link.visuals().stream().map(Shape::name).toList());
        assertEquals(
                List.of("touched", "both", "paired"),
                link.collisions().stream().map(Shape::name).toList());
        assertEquals(new Geometry.Box(2, 4, 6), link.visuals().getFirst().geometry());
        assertEquals(
                new Material("m", 0.1, 0.2, 0.3, 1), link.visuals().getFirst().material());
        Shape touched = link.collisions().getFirst();
        assertEquals(new Geometry.Ellipsoid(1, 2, 3), touched.geometry());
        assertEquals(0.5, touched.surface().sliding());
        assertEquals(0.005, touched.surface().torsional());
        assertEquals(6, touched.surface().dimensions());
        assertEquals(0.1, touched.surface().softness().timeConstant());
    }

    @Test
    void aPairTakesWhatItDoesNotSayFromItsShapes() {
        var pair = text.read("<worldbody><geom name='a' size='1' friction='.3 .01' solref='.04' condim='4'/>"
                        + "<geom name='b' size='1' friction='.8' margin='.01'/></worldbody>"
                        + "<contact><pair geom1='a' geom2='b' gap='.002'/></contact>")
                .mechanism()
                .pairs()
                .getFirst();
        assertEquals(4, pair.dimensions());
        assertEquals(0.8, pair.sliding());
        assertEquals(0.01, pair.torsional());
        assertEquals(0.03, pair.softness().timeConstant(), 1e-15);
        assertEquals(0.01, pair.margin());
        assertEquals(0.002, pair.gap());
    }

    @Test
    void whatRefersToSomethingReplicatedIsReplicatedWithIt() {
        RobotReading reading = text.read("<worldbody><replicate count='3' sep='-' euler='0 0 120'>"
                + "<body name='leg' pos='1 0 0'><joint name='hip'/><geom size='.1'/><site name='foot'/></body>"
                + "</replicate></worldbody><actuator><motor name='drive' joint='hip'/></actuator>"
                + "<sensor><touch name='step' site='foot'/><actuatorfrc actuator='drive'/></sensor>");
        Mechanism mechanism = reading.mechanism();
        assertEquals(
                List.of("drive-0", "drive-1", "drive-2"),
                mechanism.actuators().stream().map(a -> a.name()).toList());
        assertEquals("hip-1", mechanism.actuators().get(1).target());
        assertEquals(6, mechanism.sensors().size());
        assertEquals("foot-2", mechanism.sensors().get(2).object());
        assertEquals("drive-1", mechanism.sensors().get(4).object());
    }

    @Test
    void sensorsKnowWhatTheyLookAt() {
        List<Sensor> sensors =
                MjcfReader.read(RESOURCES.resolve("actuators.xml")).mechanism().sensors();
        assertEquals("a_jointpos", sensors.getFirst().name());
        assertEquals(0.1, sensors.getFirst().noise());
        assertEquals("site", sensors.get(1).objectKind());
        assertEquals("body", sensors.get(2).objectKind());
        assertEquals("b", sensors.get(2).object());
        assertEquals("s", sensors.get(2).attributes().get("refname"));
        assertEquals("", sensors.get(6).object());
    }

    @Test
    void actuatorsKeepTheirDampingRatioAndRanges() {
        var actuators =
                MjcfReader.read(RESOURCES.resolve("actuators.xml")).mechanism().actuators();
        assertEquals(1, actuators.get(3).dampingRatio());
        assertEquals("filterexact", actuators.get(3).dynamics());
        assertEquals(0.2, actuators.get(3).dynamicsParameters().getFirst());
        assertEquals(new Interval(-0.5, 0.25), actuators.get(2).control());
        assertEquals("s", actuators.get(10).referenceSite());
    }

    @Test
    void optionsAreThoseOfTheFile() {
        PhysicsOptions options =
                MjcfReader.read(RESOURCES.resolve("joints.xml")).mechanism().options();
        assertEquals(0.004, options.timestep());
        assertEquals(-3.7, options.gravity().z());
        assertEquals("implicitfast", options.integrator());
        assertEquals("disable", options.flags().get("contact"));
        assertEquals("Newton", options.solver());
    }

    @Test
    void whatIsLeftOutIsListedInOneWarningWithItsLines() {
        RobotReading reading = text.read(
                "<worldbody>\n<body gravcomp='1'><geom size='1'/><light specular='1 1 1'/>\n<composite type='cable'/></body>"
                        + "</worldbody>\n<tendon><spatial name='s'><site site='a'/></spatial></tendon>\n"
                        + "<actuator><muscle tendon='s'/><motor tendon='s'/></actuator>");
        assertEquals(1, reading.warnings().size());
        String warning = reading.warnings().getFirst().message();
        for (String part : List.of(
                "<composite> (line 4)",
                "body gravcomp (line 3)",
                "light specular (line 3)",
                "<spatial> (line 5)",
                "<muscle> (line 6)",
                "<motor> on a spatial tendon (line 6)")) {
            assertTrue(warning.contains(part), warning);
        }
        assertEquals(0, reading.mechanism().actuators().size());
    }

    @Test
    void physicsThatIsNotSimulatedIsTold() {
        RobotReading reading = text.read("<option density='1.2' viscosity='2e-5' wind='1 0 0'>\n"
                + "<flag contact='disable' gravity='disable' spring='enable'/></option>\n"
                + "<worldbody><body><joint type='ball' range='0 30'/><geom size='1'/></body></worldbody>");
        assertEquals(1, reading.warnings().size());
        String warning = reading.warnings().getFirst().message();
        for (String part : List.of(
                "fluid forces (option density) (line 2)",
                "fluid forces (option viscosity) (line 2)",
                "fluid forces (option wind) (line 2)",
                "flag contact=\"disable\" (line 3)",
                "the limit of a ball joint (line 4)")) {
            assertTrue(warning.contains(part), warning);
        }
        assertFalse(warning.contains("gravity") || warning.contains("spring"), warning);
    }

    @Test
    void aMeshThatOnlyShowsMayBeMissing() {
        RobotReading reading = text.read(
                "<compiler meshdir='parts' strippath='true'/><asset><mesh file='x/hand.stl'/></asset>"
                        + "<worldbody><body><joint/><geom size='.1'/><geom type='mesh' mesh='hand' mass='0'/></body></worldbody>");
        assertTrue(reading.warnings().getFirst().message().contains("parts/hand.stl"), reading.warnings()::toString);
        assertInstanceOf(
                Geometry.Mesh.class,
                reading.model().links().getLast().visuals().getLast().geometry());
    }

    @Test
    void aHeightFieldAndAPlaneAreShapesOfTheWorld() {
        List<Shape> ground = text.read(
                        "<asset><hfield name='hill' nrow='2' ncol='3' size='3 2 1 .1' elevation='0 1 2 3 4 5'/>"
                                + "</asset><worldbody><geom type='plane' size='0 4 1'/><geom type='hfield' hfield='hill'/></worldbody>")
                .model()
                .links()
                .getFirst()
                .collisions();
        assertEquals(new Geometry.Plane(0, 4), ground.getFirst().geometry());
        assertEquals(
                new Geometry.HeightField("hill", null, 3, 2, 1, 0.1, 2, 3, List.of(0.0, 1.0, 2.0, 3.0, 4.0, 5.0)),
                ground.getLast().geometry());
    }

    private static Joint joint(RobotModel model, String name) {
        int index = model.jointIndex(name);
        assertTrue(index >= 0, name);
        return model.joints().get(index);
    }
}
