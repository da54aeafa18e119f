package io.sigmaprompt.twin.calibration.description;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.dynamics.TorqueRegressor;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.JointDynamics;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.reader.RobotFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibratedRobotFileTest {
    private static final String URDF = """
            <?xml version="1.0"?>
            <!-- <link name="arm"> is drawn by hand -->
            <robot name="one">
              <link name="base"/>
              <link name="arm">
                <!-- measured -->
                <inertial><origin xyz="0 0 0.1" rpy="0.3 0 0"/><mass value="2"/>
                  <inertia ixx="0.02" ixy="0" ixz="0" iyy="0.02" iyz="0" izz="0.01"/></inertial>
              </link>
              <link name="tool"><inertial><mass value="0.5"/>
                <inertia ixx="0.001" ixy="0" ixz="0" iyy="0.001" iyz="0" izz="0.001"/></inertial></link>
              <joint name="shoulder" type="continuous"><parent link="base"/><child link="arm"/><axis xyz="0 1 0"/></joint>
              <joint name="mount" type="fixed"><parent link="arm"/><child link="tool"/><origin xyz="0 0 0.3"/></joint>
              <transmission name="t"><joint name="shoulder"/></transmission>
            </robot>
            """;
    private static final String MJCF = """
            <mujoco model="one">
              <!-- an arm -->
              <worldbody>
                <body name="arm"><joint name="shoulder" axis="0 1 0"/>
                  <geom type="capsule" fromto="0 0 0 0 0 0.3" size="0.03"/>
                  <body name="tool" pos="0 0 0.3"><joint name="wrist"/><geom type="sphere" size="0.05"/></body>
                </body>
              </worldbody>
            </mujoco>
            """;

    @TempDir
    private Path folder;

    private static double[] parameters(RobotModel model) {
        TorqueRegressor regressor = new TorqueRegressor(model);
        double[] pi = new double[regressor.parameterCount()];
        regressor.parameters(pi);
        return pi;
    }

    private RobotModel rewritten(String name, String text, double factor) throws IOException {
        Path source = Files.writeString(folder.resolve(name), text);
        RobotModel model = RobotFile.read(source).model();
        double[] pi = parameters(model);
        for (int i = 0; i < pi.length; i++) {
            pi[i] *= factor;
        }
        Path out = folder.resolve("calibrated-" + name);
        new CalibratedRobotFile(source, model).write(pi, Map.of("shoulder", new JointDynamics(2.5, 1.25, 0.5)), out);
        RobotModel again = RobotFile.read(out).model();
        assertArrayEquals(pi, parameters(again), 1e-9);
        return again;
    }

    @Test
    void aUrdfKeepsItsCommentsAndGetsItsInertiasAndLosses() throws IOException {
        RobotModel again = rewritten("one.urdf", URDF, 1.2);
        assertEquals(2.5, again.joints().getFirst().dynamics().damping());
        assertEquals(1.25, again.joints().getFirst().dynamics().friction());
        String text = Files.readString(folder.resolve("calibrated-one.urdf"));
        assertTrue(text.contains("<!-- measured -->"), text);
        assertTrue(text.contains("<!-- <link name=\"arm\"> is drawn by hand -->"), text);
        assertTrue(text.contains("<transmission name=\"t\"><joint name=\"shoulder\"/></transmission>"), text);
        assertEquals(0.5, again.links().get(2).inertia().mass(), 1e-12, "what is fixed to the arm stays as it was");
    }

    @Test
    void whereTheFixedPartsAreHeavierThanTheWholeTheirMassGoesToTheCarrier() throws IOException {
        RobotModel again = rewritten("light.urdf", URDF, 0.1);
        assertEquals(0.25, again.links().get(1).inertia().mass(), 1e-12);
        assertEquals(0, again.links().get(2).inertia().mass());
    }

    @Test
    void anMjcfStaysOne() throws IOException {
        RobotModel again = rewritten("one.xml", MJCF, 0.7);
        assertEquals(
                new JointDynamics(2.5, 1.25, 0.5), again.joints().getFirst().dynamics());
        assertTrue(Files.readString(folder.resolve("calibrated-one.xml")).contains("<!-- an arm -->"));
    }

    @Test
    void whatAMacroHidesIsRefused() throws IOException {
        Path source = Files.writeString(
                folder.resolve("one.urdf.xacro"),
                URDF.replace(
                                "<robot name=\"one\">",
                                "<robot name=\"one\" xmlns:xacro=\"http://www.ros.org/wiki/xacro\">"
                                        + "<xacro:property name=\"n\" value=\"arm\"/>")
                        .replace("<link name=\"arm\">\n", "<link name=\"${n}\">\n"));
        RobotModel model = RobotFile.read(source).model();
        BadInputException refusal = assertThrows(BadInputException.class, () -> new CalibratedRobotFile(source, model)
                .write(parameters(model), Map.of(), folder.resolve("out.urdf")));
        assertTrue(refusal.getMessage().contains("link 'arm'"), refusal.getMessage());
        assertFalse(Files.exists(folder.resolve("out.urdf")));
    }
}
