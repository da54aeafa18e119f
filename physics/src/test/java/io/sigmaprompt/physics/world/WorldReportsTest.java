package io.sigmaprompt.physics.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.mechanism.ModelWarning;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorldReportsTest {
    private static final String SPRINGY = """
            <worldbody><geom name="floor" type="plane" size="5 5 1"/>
              <body name="arm" pos="0 0 2"><joint name="flex" axis="0 1 0" stiffness="10000"/>
                <inertial pos="0 0 -1" mass="1" diaginertia="0.001 0.001 0.001"/>
                <body name="tip" pos="0 0 -1"><joint name="wrist" axis="0 1 0" armature="0.001"/>
                  <inertial pos="0 0 0" mass="1" diaginertia="0.001 0.001 0.001"/></body></body>
              <body name="ball" pos="3 0 0.1"><freejoint/>
                <geom name="rubber" size="0.1" mass="1" solref="-1000000 -10"/></body></worldbody>
            <actuator><position name="servo" joint="wrist" kp="500"/></actuator>""";

    @TempDir
    Path folder;

    private List<String> warnings(double step) throws IOException {
        WorldBuilder builder = new WorldBuilder();
        builder.add(SmallWorld.read(folder, SPRINGY));
        builder.build(WorldSettings.DEFAULT.withStep(step));
        return builder.warnings().stream().map(ModelWarning::message).toList();
    }

    @Test
    void a_step_too_large_for_a_stiffness_is_warned_of_with_numbers() throws IOException {
        List<String> all = warnings(0.01);
        assertEquals(3, all.size(), all.toString());
        assertTrue(all.get(0).contains("'rubber'"), all.toString());
        // Of the arm, w² = 10000 / 2.002; its period is 88.9 ms.
        assertTrue(
                all.get(1).contains("'flex' swings with a period of 88.9 ms, which is 8.9 steps of 10.0 ms"),
                all.get(1));
        // Of the wrist, w² = 500 / 0.002: 12.6 ms.
        assertTrue(all.get(2).contains("'wrist' swings with a period of 12.6 ms, which is 1.3 steps"), all.get(2));
        assertTrue(all.get(2).contains("take steps of 0.70 ms or less"), all.get(2));
    }

    @Test
    void a_step_that_resolves_all_is_not_warned_of() throws IOException {
        assertEquals(List.of(), warnings(1e-4));
    }

    @Test
    void bodies_put_into_each_other_are_reported_with_their_depth() throws IOException {
        World world = SmallWorld.of(folder, """
                <worldbody><geom name="floor" type="plane" size="5 5 1"/>
                  <body name="low" pos="0 0 0.08"><freejoint/><geom size="0.1" mass="1"/></body>
                  <body name="box" pos="2 0 0.095"><freejoint/><geom type="box" size="0.1 0.1 0.1" mass="1"/></body>
                  <body name="good" pos="1 0 0.1"><freejoint/><geom size="0.1" mass="1"/></body></worldbody>""");
        List<BodyOverlap> overlaps = world.overlaps();
        assertEquals(2, overlaps.size(), overlaps.toString());
        assertEquals("low", overlaps.get(0).second());
        assertEquals(0.02, overlaps.get(0).depth(), 1e-12);
        assertEquals(0.005, overlaps.get(1).depth(), 1e-12);
        assertTrue(
                overlaps.get(0).toString().endsWith("'low' overlap by 20.0 mm"),
                overlaps.get(0).toString());
        SmallWorld.run(world, 2);
        assertEquals(List.of(), world.overlaps());
    }
}
