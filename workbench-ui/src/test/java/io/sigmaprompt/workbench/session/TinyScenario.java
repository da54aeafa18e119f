package io.sigmaprompt.workbench.session;

import io.sigmaprompt.scenarios.language.Scenario;
import io.sigmaprompt.scenarios.language.ScenarioReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A real scenario of one simulated two-joint arm that swings, drags from 3 s on, and ends at 5 s. */
public final class TinyScenario {
    private static final String ROBOT = """
            <robot name="swing">
              <link name="base">
                <inertial><mass value="5"/><inertia ixx="1" ixy="0" ixz="0" iyy="1" iyz="0" izz="1"/></inertial>
                <visual><origin xyz="0 0 0.2"/><geometry><cylinder radius="0.1" length="0.4"/></geometry></visual>
              </link>
              <link name="upper">
                <inertial><origin xyz="0.2 0 0"/><mass value="2"/>
                  <inertia ixx="0.02" ixy="0" ixz="0" iyy="0.02" iyz="0" izz="0.02"/></inertial>
                <visual><origin xyz="0.2 0 0"/><geometry><box size="0.4 0.1 0.1"/></geometry></visual>
              </link>
              <link name="fore">
                <inertial><origin xyz="0.15 0 0"/><mass value="1"/>
                  <inertia ixx="0.01" ixy="0" ixz="0" iyy="0.01" iyz="0" izz="0.01"/></inertial>
                <visual><origin xyz="0.15 0 0"/><geometry><box size="0.3 0.08 0.08"/></geometry></visual>
              </link>
              <joint name="shoulder_joint" type="revolute">
                <parent link="base"/><child link="upper"/><origin xyz="0 0 0.4"/><axis xyz="0 0 1"/>
                <limit lower="-3" upper="3" velocity="3" effort="60"/><dynamics damping="0.5" friction="1"/>
              </joint>
              <joint name="elbow_joint" type="revolute">
                <parent link="upper"/><child link="fore"/><origin xyz="0.4 0 0"/><axis xyz="0 0 1"/>
                <limit lower="-3" upper="3" velocity="3" effort="30"/><dynamics damping="0.5" friction="1"/>
              </joint>
            </robot>
            """;

    private static final String SCENARIO = """
            scenario: tiny
            description: A swing that begins to drag.
            seed: 3
            duration: 5 s
            robots:
              - name: left
                model: swing.urdf
                hardware: simulated
                mode: SIMULATED
                analysis: {residual-window: 50}
                paths:
                  swing:
                    joints: [shoulder_joint, elbow_joint]
                    waypoints: [[0, 0], [0.6, 0.8]]
                    leg: 700 ms
                    cyclic: true
                minds:
                  - task: swing_on
                    priority: 10
                    follow: swing
            timeline:
              - {at: 3 s, fault: {kind: friction, joint: elbow_joint, factor: 6}}
            """;

    private static final String TREE = """
            <root BTCPP_format="4"><BehaviorTree ID="Settle">
              <Sequence>
                <Wait name="settle" seconds="2"/>
                <Script code="times := 1"/>
                <Hold name="rest" priority="90" seconds="1"/>
                <Wait name="watch" seconds="100"/>
              </Sequence>
            </BehaviorTree></root>
            """;

    private TinyScenario() {}

    /** Writes scenario and robot to a folder and answers the scenario's file. */
    public static Path write(Path folder) {
        try {
            Files.writeString(folder.resolve("swing.urdf"), ROBOT);
            return Files.writeString(folder.resolve("tiny.yaml"), SCENARIO);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The scenario, read. */
    public static Scenario read(Path folder) {
        return ScenarioReader.read(write(folder));
    }

    /** The same with a behaviour tree, which settles for 2 s, counts, and then wants to hold still for a second. */
    public static Scenario withTree(Path folder) {
        try {
            write(folder);
            Files.writeString(folder.resolve("settle.xml"), TREE);
            Path file = Files.writeString(
                    folder.resolve("tree.yaml"),
                    SCENARIO.replace("    minds:\n", "    minds:\n      - tree: settle.xml\n        name: settler\n"));
            return ScenarioReader.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
