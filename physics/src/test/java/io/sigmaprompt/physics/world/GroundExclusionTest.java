package io.sigmaprompt.physics.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.dynamics.Corpus;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.mechanism.Mechanism;
import io.sigmaprompt.physics.model.mechanism.RobotReading;
import io.sigmaprompt.physics.model.reader.RobotFile;
import io.sigmaprompt.physics.world.description.NeutralOverlaps;
import io.sigmaprompt.physics.world.description.SceneColliders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroundExclusionTest {
    @TempDir
    Path folder;

    @Test
    void a_ball_that_a_table_does_not_touch_falls_through_it_onto_the_floor() throws IOException {
        Path file = Files.writeString(folder.resolve("scene.xml"), """
                <mujoco><worldbody>
                  <geom name="floor" type="plane" size="1 1 1"/>
                  <body name="table" pos="0 0 0.5"><geom name="table" type="box" size="1 1 0.05"/></body>
                  <body name="ghost" pos="0 0 0.7"><freejoint/><geom size="0.1"/></body>
                  <body name="ball" pos="0.5 0 0.7"><freejoint/><geom size="0.1"/></body>
                </worldbody><contact><exclude body1="table" body2="ghost"/></contact></mujoco>""");
        WorldBuilder builder = new WorldBuilder();
        builder.add(RobotFile.read(file));
        World world = builder.build(WorldSettings.DEFAULT);
        while (world.time() < 1) {
            world.step();
        }
        assertEquals(0.1, world.q()[2], 1e-4, "height of the ghost");
        assertEquals(0.65, world.q()[9], 1e-4, "height of the ball");
    }

    @Test
    void a_robot_from_urdf_has_nothing_left_that_overlaps_at_rest() {
        RobotReading reading = RobotFile.read(Corpus.reference("urdf/go2.urdf"));
        RobotModel model = reading.model().withFloatingBase(true);
        SceneColliders described = SceneColliders.of(model, reading.mechanism());
        NeutralOverlaps overlaps = NeutralOverlaps.of(model, described);
        Mechanism mended = Mechanism.NONE.withExclusions(overlaps.exclusions());
        NeutralOverlaps left = NeutralOverlaps.of(model, SceneColliders.of(model, mended));
        assertTrue(left.exclusions().isEmpty(), left.exclusions().toString());
    }
}
