package io.sigmaprompt.physics.model.mjcf;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.BadInputException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MjcfErrorTest {
    @TempDir
    private Path folder;

    private SceneText text;

    @BeforeEach
    void write() {
        text = new SceneText(folder);
    }

    @Test
    void brokenXmlIsToldWithItsPlace() {
        text.fails("<worldbody>\n<body>\n</worldbody>", 4, "XML is broken");
    }

    @Test
    void anotherFormatIsToldApart() {
        Path file = text.write("r.xml", "<robot name='r'/>");
        BadInputException thrown = assertThrows(BadInputException.class, () -> MjcfReader.read(file));
        assertTrue(thrown.getMessage().contains("must be <mujoco>, found <robot>"), thrown.getMessage());
    }

    /** Each line: what stands in a body with one geom, and what the message must say. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <goem size='1'/>                                          | did you mean 'geom'
            <geom size='1' frction='1'/>                              | did you mean 'friction'
            <geom size='1' type='spere'/>                             | did you mean 'sphere'
            <geom size='nan'/>                                        | 'nan', which is no finite decimal number
            <geom size='inf'/>                                        | 'inf', which is no finite decimal number
            <geom/>                                                   | needs 1 positive size, found none
            <geom type='box' size='1 1'/>                             | needs 3 positive sizes
            <geom size='-1'/>                                         | positive size
            <geom size='1 2 3 4'/>                                    | needs at most 3 numbers, found 4
            <geom size='1' mass='-1'/>                                | the mass of <geom> is negative
            <geom size='1' condim='2'/>                               | the condim of <geom> is 2
            <geom size='1' friction='-1'/>                            | the friction of <geom> is negative, -1.0
            <geom size='1' friction='1 0 -0.1'/>                      | the friction of <geom> is negative, -0.1
            <geom size='1' quat='1 0 0 0' euler='0 0 0'/>             | more than one rotation: quat, euler
            <geom size='1' quat='0 0 0 0'/>                           | zero, which is no rotation
            <geom size='1' xyaxes='1 0 0 2 0 0'/>                     | no two directions
            <geom size='1' class='leg'/>                              | the default class 'leg' is unknown
            <geom type='capsule' size='1' fromto='1 1 1 1 1 1'/>      | are one point
            <geom size='1' fromto='1 1 1 1 1 2'/>                     | fromto is for box, capsule, cylinder, ellipsoid
            <geom type='mesh' mesh='hand'/>                           | names the mesh mesh="hand", but there is none
            <geom size='1' material='red'/>                           | names the material
            <geom size='1' rgba='255 0 0 1'/>                         | outside 0 … 1
            <geom name='g' size='1'/>                                 | geom 'g' is defined twice
            <joint name='j'/>                                         | joint 'j' is defined twice
            <joint axis='0 0 0'/>                                     | zero, which is no direction
            <joint range='2 1'/>                                      | not from less to more
            <joint limited='true'/>                                   | its range is absent
            <joint type='ball' range='-10 20'/>                       | does not begin at 0
            <freejoint/>                                              | has a free joint and others
            <body name='arm'><geom size='1'/></body>                  | body 'arm' is defined twice
            <body name='sun'><joint/><geom size='1' mass='1e300'/></body> | 'sun' weighs 1.0E300 kg, beyond
            <joint name='k' armature='-1'/>                           | the armature of joint 'k' is negative
            <body name='light'><joint/></body>                        | body 'light' moves but has no mass
            <body><freejoint/><geom size='1'/></body>                 | has a free joint, but hangs on another body
            <inertial mass='1'/>                                      | needs the attribute 'pos'
            <inertial pos='0 0 0' mass='-1'/>                         | the mass of <inertial> is negative
            <inertial pos='0 0 0' mass='1' fullinertia='1 1 -1 0 0 0'/> | not positive definite
            <inertial pos='0 0 0' mass='1' diaginertia='1 1 3'/>      | breaks the triangle inequality
            <replicate count='0'/>                                    | has the count 0
            <replicate count='1.5'/>                                  | no whole number
            """)
    void whatIsWrongInABodyIsNamed(String inside, String message) {
        text.fails(
                "<worldbody><body name='arm'><joint name='j'/><geom name='g' size='.1'/>\n" + inside
                        + "</body></worldbody>",
                lineOf(message),
                message);
    }

    /** What is wrong with the whole body is told where the body begins. */
    private static int lineOf(String message) {
        return message.contains("has a free joint and") || message.contains("triangle") ? 2 : 3;
    }

    /** Each line: a section after a sound body, and what the message must say. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <compiler angel='radian'/>                                              | did you mean 'angle'
            <compiler coordinate='global'/>                                         | coordinate="global" is not read
            <compiler eulerseq='xyy2'/>                                             | no sequence of three axes
            <compiler inertiafromgeom='maybe'/>                                     | 'maybe', which is unknown
            <option timestep='0'/>                                                  | the timestep is 0.0 s
            <option integrator='euler'/>                                            | did you mean 'Euler'
            <option><flag contact='off'/></option>                                  | Known are enable, disable
            <actuator><motor joint='k'/></actuator>                                 | names the joint joint="k"
            <actuator><motor/></actuator>                                           | acts on nothing
            <actuator><position joint='j' kv='1' dampratio='1'/></actuator>         | exclude each other
            <actuator><position joint='j' inheritrange='1'/></actuator>             | inherits the range of 'j', which has none
            <actuator><motor joint='j' ctrlrange='1 -1'/></actuator>                | not from less to more
            <actuator><motor name='a' joint='j'/><motor name='a' joint='j'/></actuator> | actuator 'a' is defined twice
            <sensor><jointpso joint='j'/></sensor>                                  | did you mean 'jointpos'
            <sensor><gyro site='tip'/></sensor>                                     | names the site site="tip"
            <tendon><fixed><joint joint='j'/></fixed></tendon>                      | needs the attribute 'coef'
            <tendon><fixed/></tendon>                                               | has no joints
            <equality><joint joint1='jj'/></equality>                               | did you mean 'j'
            <equality><connect body1='arm'/></equality>                             | needs the attribute 'anchor'
            <contact><exclude body1='arm' body2='leg'/></contact>                   | names the body body2="leg"
            <contact><pair geom1='g' geom2='h'/></contact>                          | names the geom geom2="h"
            <contact><pair geom1='g' geom2='g2' condim='2'/></contact>              | the condim of <pair> is 2
            <contact><pair geom1='g' geom2='g2' friction='1 1 -1'/></contact>       | the friction of <pair> is negative, -1.0
            <keyframe><key qpos='1 2'/></keyframe>                                  | needs 1 number, found 2
            <default class='top'/>                                                  | the outermost <default> is the class 'main'
            <default><default/></default>                                           | needs the attribute 'class'
            <default><default class='a'/><default class='a'/></default>             | class 'a' is defined twice
            <asset><mesh/></asset>                                                  | neither a file nor a name
            <asset><mesh name='m' vertex='0 0 0 1 0 0 0 1 0 1 1 0'/></asset>        | lie in one plane
            <asset><mesh name='m' vertex='0 0 0 1 0 0 0 1 0' face='0 1 3'/></asset> | names vertex 3 of 3
            <asset><material name='a'/><material name='a'/></asset>                 | material 'a' is defined twice
            <asset><hfield name='h' size='1 1 1 1' nrow='1' ncol='1' elevation='0'/></asset> | has a grid of nrow=1 x ncol=1
            <asset><hfield name='h' size='1 1 1 1' nrow='65536' ncol='65536' elevation='0'/></asset> | nrow=65536 x ncol=65536
            <include file='nowhere.xml'/>                                           | there is no file
            <motor joint='j'/>                                                      | schema violation: <mujoco> has no element <motor>
            """)
    void whatIsWrongInASectionIsNamed(String section, String message) {
        text.fails(
                SceneText.ARM.replace("</worldbody>", "<geom name='g2' size='.1'/></worldbody>") + "\n" + section,
                3,
                message);
    }

    @Test
    void aKeyframesQuaternionMustBeARotation() {
        text.fails(
                "<worldbody><body name='b'><joint name='turns' type='ball'/><geom size='.1'/></body></worldbody>\n"
                        + "<keyframe><key qpos='0 0 0 0'/></keyframe>",
                3,
                "the quaternion of joint 'turns' in qpos of <key> is zero, which is no rotation");
    }

    @Test
    void copiesOfCopiesAreNotMadeWithoutEnd() {
        text.fails(
                "<worldbody>\n<replicate count='9999'>\n<replicate count='9999'><geom size='1'/></replicate></replicate></worldbody>",
                3,
                "more than 2000000 elements");
    }

    @Test
    void aRangeWithoutAutolimitsMustSayWhetherItCounts() {
        text.fails(
                "<compiler autolimits='false'/>\n<worldbody><body>\n<joint range='0 1'/><geom size='1'/></body></worldbody>",
                4,
                "does not say whether it counts");
    }

    @Test
    void aMeshThatMakesInertiaMustBeThere() {
        text.fails(
                "<asset><mesh name='hand' file='hand.stl'/></asset>\n<worldbody><body><joint/>\n"
                        + "<geom type='mesh' mesh='hand'/></body></worldbody>",
                4,
                "comes from mesh 'hand.stl'",
                "no such file");
    }

    @Test
    void filesThatIncludeEachOtherAreNamedInTheirOrder() {
        text.write("a.xml", "<mujocoinclude>\n<include file='b.xml'/></mujocoinclude>");
        text.write("b.xml", "<mujocoinclude>\n\n<include file='a.xml'/></mujocoinclude>");
        BadInputException thrown =
                assertThrows(BadInputException.class, () -> text.read("<include file='a.xml'/>" + SceneText.ARM));
        assertTrue(thrown.place().contains("b.xml:3:"), thrown.place());
        assertTrue(thrown.getMessage().contains("a.xml → b.xml → a.xml"), thrown.getMessage());
    }

    @Test
    void aFileIsIncludedOnce() {
        text.write("a.xml", "<mujocoinclude/>");
        text.fails("<include file='a.xml'/>\n<include file='a.xml'/>", 3, "is included twice, first at");
    }
}
