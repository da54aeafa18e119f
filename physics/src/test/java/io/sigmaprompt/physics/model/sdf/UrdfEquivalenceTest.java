package io.sigmaprompt.physics.model.sdf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sigmaprompt.physics.dynamics.CompositeRigidBody;
import io.sigmaprompt.physics.dynamics.RecursiveNewtonEuler;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.urdf.UrdfReader;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One robot, written by hand in both formats, has the same dynamics. */
class UrdfEquivalenceTest {
    private static final String URDF = """
            <robot name="arm">
              <link name="base"><inertial><mass value="4"/><inertia ixx="0.1" iyy="0.2" izz="0.25"/></inertial></link>
              <link name="upper">
                <inertial><origin xyz="0.1 0.02 0.3" rpy="0.1 0.2 0.3"/><mass value="2.5"/>
                  <inertia ixx="0.03" iyy="0.04" izz="0.05" ixy="0.001" ixz="-0.002" iyz="0.003"/></inertial>
              </link>
              <link name="slider">
                <inertial><origin xyz="0 0 0.1"/><mass value="1.5"/><inertia ixx="0.01" iyy="0.01" izz="0.005"/></inertial>
              </link>
              <link name="plate">
                <inertial><mass value="0.5"/><inertia ixx="0.002" iyy="0.002" izz="0.003"/></inertial>
              </link>
              <link name="wrist">
                <inertial><origin xyz="0.05 0 0"/><mass value="0.7"/><inertia ixx="0.001" iyy="0.002" izz="0.002"/></inertial>
              </link>
              <joint name="shoulder" type="revolute"><parent link="base"/><child link="upper"/>
                <origin xyz="0.1 0 0.5" rpy="0.3 -0.2 0.5"/><axis xyz="0 1 0"/>
                <limit lower="-2" upper="1.5" effort="50" velocity="3"/><dynamics damping="0.1" friction="0.05"/></joint>
              <joint name="extend" type="prismatic"><parent link="upper"/><child link="slider"/>
                <origin xyz="0 0 0.6" rpy="0 0.4 0"/><axis xyz="0 0 1"/>
                <limit lower="0" upper="0.4" effort="100" velocity="1"/></joint>
              <joint name="mount" type="fixed"><parent link="slider"/><child link="plate"/>
                <origin xyz="0 0.1 0.2" rpy="0 0 1"/></joint>
              <joint name="turn" type="continuous"><parent link="plate"/><child link="wrist"/>
                <origin xyz="0.02 0 0.1" rpy="-1 0 0"/><axis xyz="1 0 1"/><limit effort="5" velocity="6"/></joint>
            </robot>
            """;

    private static final String SDF = """
            <sdf version="1.9">
              <model name="arm">
                <link name="base"><inertial><mass>4</mass>
                  <inertia><ixx>0.1</ixx><iyy>0.2</iyy><izz>0.25</izz></inertia></inertial></link>
                <link name="upper"><pose>0.1 0 0.5 0.3 -0.2 0.5</pose>
                  <inertial><pose>0.1 0.02 0.3 0.1 0.2 0.3</pose><mass>2.5</mass>
                    <inertia><ixx>0.03</ixx><iyy>0.04</iyy><izz>0.05</izz>
                      <ixy>0.001</ixy><ixz>-0.002</ixz><iyz>0.003</iyz></inertia></inertial>
                </link>
                <link name="slider"><pose relative_to="upper">0 0 0.6 0 0.4 0</pose>
                  <inertial><pose>0 0 0.1 0 0 0</pose><mass>1.5</mass>
                    <inertia><ixx>0.01</ixx><iyy>0.01</iyy><izz>0.005</izz></inertia></inertial>
                </link>
                <link name="plate"><pose relative_to="slider">0 0.1 0.2 0 0 1</pose>
                  <inertial><mass>0.5</mass><inertia><ixx>0.002</ixx><iyy>0.002</iyy><izz>0.003</izz></inertia></inertial>
                </link>
                <link name="wrist"><pose relative_to="flange"/>
                  <inertial><pose>0.05 0 0 0 0 0</pose><mass>0.7</mass>
                    <inertia><ixx>0.001</ixx><iyy>0.002</iyy><izz>0.002</izz></inertia></inertial>
                </link>
                <frame name="flange" attached_to="plate"><pose>0.02 0 0.1 -1 0 0</pose></frame>
                <joint name="shoulder" type="revolute"><parent>base</parent><child>upper</child>
                  <pose relative_to="base">0.1 0 0.5 0.3 -0.2 0.5</pose>
                  <axis><xyz>0 1 0</xyz>
                    <limit><lower>-2</lower><upper>1.5</upper><effort>50</effort><velocity>3</velocity></limit>
                    <dynamics><damping>0.1</damping><friction>0.05</friction></dynamics></axis></joint>
                <joint name="extend" type="prismatic"><parent>upper</parent><child>slider</child>
                  <axis><xyz>0 0 1</xyz>
                    <limit><lower>0</lower><upper>0.4</upper><effort>100</effort><velocity>1</velocity></limit></axis></joint>
                <joint name="mount" type="fixed"><parent>slider</parent><child>plate</child></joint>
                <joint name="turn" type="continuous"><parent>plate</parent><child>wrist</child>
                  <axis><xyz expressed_in="wrist">1 0 1</xyz>
                    <limit><effort>5</effort><velocity>6</velocity></limit></axis></joint>
              </model>
            </sdf>
            """;

    @TempDir
    Path folder;

    private RobotModel urdf;
    private RobotModel sdf;

    @BeforeEach
    void read_both() {
        SdfText text = new SdfText(folder);
        urdf = UrdfReader.read(text.write("arm.urdf", URDF)).model();
        sdf = text.file(SDF).model();
    }

    @Test
    void links_and_joints_are_the_same() {
        assertEquals(SdfText.tree(urdf), SdfText.tree(sdf));
        for (Joint joint : urdf.joints()) {
            assertEquals(joint.limits(), SdfText.joint(sdf, joint.name()).limits());
            assertEquals(joint.dynamics(), SdfText.joint(sdf, joint.name()).dynamics());
        }
    }

    @Test
    void inverse_dynamics_are_the_same_with_the_base_fixed_and_floating() {
        for (boolean floating : new boolean[] {false, true}) {
            assertSameDynamics(urdf.withFloatingBase(floating), sdf.withFloatingBase(floating));
        }
    }

    @Test
    void mass_matrices_are_the_same() {
        Random random = new Random(3);
        int nv = urdf.nv();
        for (int state = 0; state < 50; state++) {
            double[] q = random.doubles(urdf.nq(), -3, 3).toArray();
            double[] expected = new double[nv * nv];
            double[] found = new double[nv * nv];
            new CompositeRigidBody(urdf).massMatrix(q, expected);
            new CompositeRigidBody(sdf).massMatrix(q, found);
            assertClose(expected, found);
        }
    }

    private static void assertSameDynamics(RobotModel first, RobotModel second) {
        Random random = new Random(2);
        int nv = first.nv();
        RecursiveNewtonEuler one = new RecursiveNewtonEuler(first);
        RecursiveNewtonEuler other = new RecursiveNewtonEuler(second);
        for (int state = 0; state < 50; state++) {
            double[] q = first.neutral();
            for (int i = first.floatingBase() ? 7 : 0; i < q.length; i++) {
                q[i] = 3 * random.nextGaussian();
            }
            double[] v = random.doubles(nv, -2, 2).toArray();
            double[] vdot = random.doubles(nv, -5, 5).toArray();
            double[] expected = new double[nv];
            double[] found = new double[nv];
            one.inverseDynamics(q, v, vdot, expected);
            other.inverseDynamics(q, v, vdot, found);
            assertClose(expected, found);
        }
    }

    private static void assertClose(double[] expected, double[] found) {
        double largest = 1;
        for (double value : expected) {
            largest = Math.max(largest, Math.abs(value));
        }
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], found[i], 1e-12 * largest, "entry " + i);
        }
    }
}
