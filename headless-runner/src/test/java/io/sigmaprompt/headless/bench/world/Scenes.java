package io.sigmaprompt.headless.bench.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small scenes with a known answer. */
final class Scenes {
    private Scenes() {}

    /** A box of 2 kg that falls 1 mm and lies. */
    static Path box(Path folder) throws IOException {
        return Files.writeString(folder.resolve("box.xml"), """
                <mujoco model="box">
                  <option timestep="0.001"/>
                  <worldbody>
                    <geom type="plane" size="0 0 1"/>
                    <body name="box" pos="0 0 0.101"><freejoint/>
                      <geom type="box" size=".1 .1 .1" mass="2" friction="0.5"/></body>
                  </worldbody>
                </mujoco>
                """);
    }

    /** A box on a slope of 30 degrees (gravity leans) that would stick, were its contact not soft. */
    static Path slope(Path folder) throws IOException {
        return Files.writeString(folder.resolve("slope.xml"), """
                <mujoco model="slope">
                  <option timestep="0.001" gravity="4.905 0 -8.49570921"/>
                  <worldbody>
                    <geom type="plane" size="0 0 1" friction="0.7"/>
                    <body name="box" pos="0 0 0.1"><freejoint/>
                      <geom type="box" size=".1 .1 .1" mass="1" friction="0.7"/></body>
                  </worldbody>
                </mujoco>
                """);
    }

    /** An arm that is driven, with two keyframes. */
    static Path arm(Path folder) throws IOException {
        return Files.writeString(folder.resolve("arm.xml"), """
                <mujoco model="arm">
                  <option timestep="0.002"/>
                  <worldbody>
                    <body name="upper" pos="0 0 1"><joint name="shoulder" axis="0 1 0" damping="0.1"/>
                      <geom type="capsule" fromto="0 0 0 0.4 0 0" size="0.04" mass="1"/>
                      <body name="hand" pos="0.4 0 0"><geom type="sphere" size="0.05" mass="0.2"/></body></body>
                  </worldbody>
                  <actuator><motor joint="shoulder" gear="5" ctrlrange="-1 1"/></actuator>
                  <keyframe><key name="level" qpos="0"/><key name="up" qpos="-1.5707963267948966"/></keyframe>
                </mujoco>
                """);
    }
}
