package io.sigmaprompt.scenarios;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A two-joint arm with a tool on a rail, small enough to read. */
public final class TestArm {
    private static final String URDF = """
            <robot name="test_arm">
              <link name="base"/>
              <link name="upper">
                <inertial>
                  <origin xyz="0.2 0 0"/>
                  <mass value="4"/>
                  <inertia ixx="0.02" iyy="0.06" izz="0.06" ixy="0" ixz="0" iyz="0"/>
                </inertial>
              </link>
              <link name="fore">
                <inertial>
                  <origin xyz="0.15 0 0"/>
                  <mass value="2"/>
                  <inertia ixx="0.01" iyy="0.02" izz="0.02" ixy="0" ixz="0" iyz="0"/>
                </inertial>
              </link>
              <link name="slide">
                <inertial>
                  <mass value="0.5"/>
                  <inertia ixx="0.001" iyy="0.001" izz="0.001" ixy="0" ixz="0" iyz="0"/>
                </inertial>
              </link>
              <joint name="shoulder_joint" type="revolute">
                <parent link="base"/>
                <child link="upper"/>
                <origin xyz="0 0 0.5"/>
                <axis xyz="0 1 0"/>
                <limit lower="-3.1" upper="3.1" velocity="3" effort="150"/>
                <dynamics damping="1" friction="1"/>
              </joint>
              <joint name="elbow_joint" type="revolute">
                <parent link="upper"/>
                <child link="fore"/>
                <origin xyz="0.4 0 0"/>
                <axis xyz="0 1 0"/>
                <limit lower="-2.5" upper="2.5" velocity="3" effort="80"/>
                <dynamics damping="1" friction="3"/>
              </joint>
              <joint name="rail_joint" type="prismatic">
                <parent link="fore"/>
                <child link="slide"/>
                <origin xyz="0.3 0 0"/>
                <axis xyz="1 0 0"/>
                <limit lower="0" upper="0.2" velocity="0.5" effort="60"/>
                <dynamics damping="5" friction="0.5"/>
              </joint>
            </robot>
            """;

    private TestArm() {}

    /** Writes the arm's URDF into a folder, as arm.urdf. */
    public static Path writeTo(Path folder) throws IOException {
        return Files.writeString(folder.resolve("arm.urdf"), URDF);
    }
}
