package io.sigmaprompt.physics.world;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sigmaprompt.physics.model.reader.RobotFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YieldingContactTest {
    private static final double GRAVITY = 9.81;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 8})
    void of_sdf_sinks_by_weight_over_stiffness(double mass) throws IOException {
        double stiffness = 2e4;
        double z = settledHeight("ball.sdf", """
                <sdf version="1.9"><world name="w">
                  <model name="floor"><static>true</static><link name="l"><collision name="c">
                    <geometry><plane><normal>0 0 1</normal></plane></geometry></collision></link></model>
                  <model name="ball"><pose>0 0 0.2 0 0 0</pose><link name="b">
                    <inertial><mass>%s</mass><inertia><ixx>0.01</ixx><iyy>0.01</iyy><izz>0.01</izz></inertia></inertial>
                    <collision name="c"><geometry><sphere><radius>0.1</radius></sphere></geometry>
                      <surface><contact><ode><kp>%s</kp><kd>200</kd></ode></contact></surface></collision></link></model>
                </world></sdf>
                """.formatted(mass, stiffness));
        assertEquals(0.1 - mass * GRAVITY / stiffness, z, 1e-6);
    }

    @Test
    void of_mjcf_sinks_by_weight_over_stiffness_per_mass() throws IOException {
        double z = settledHeight("ball.xml", """
                <mujoco><worldbody><geom type="plane" size="0 0 1"/>
                  <body pos="0 0 .2"><freejoint/><geom size=".1" mass="3" solref="-4000 -60" solimp="1 1 .001"/></body>
                </worldbody></mujoco>
                """);
        assertEquals(0.1 - GRAVITY / 4000, z, 1e-5);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 2.5e-4})
    void without_damping_gives_back_what_it_took(double step) {
        SceneRun run = SceneRun.of(
                "<worldbody><geom type='plane' size='0 0 1'/><body name='ball' pos='0 0 1.1'><freejoint/>"
                        + "<geom size='.1' mass='1' solref='-10000 0' solimp='1 1 .001'/></body></worldbody>",
                SceneRun.every(step));
        double start = run.energy();
        double[] flying = {start, start};
        run.go(10, world -> {
            if (run.at(run.body("ball"), 2) > 0.2) {
                flying[0] = Math.min(flying[0], run.energy());
                flying[1] = Math.max(flying[1], run.energy());
            }
        });
        assertEquals(start, flying[0], 0.005 * start);
        assertEquals(start, flying[1], 0.005 * start);
    }

    private double settledHeight(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        WorldBuilder builder = new WorldBuilder();
        builder.add(RobotFile.read(file));
        World world = builder.build(WorldSettings.DEFAULT.withSleeping(false));
        for (int i = 0; i < 3000; i++) {
            world.step();
        }
        return world.poses()[12 * (world.bodyCount() - 1) + 11];
    }
}
