package io.sigmaprompt.physics.world.adaptive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.world.SmallWorld;
import io.sigmaprompt.physics.world.World;
import io.sigmaprompt.physics.world.WorldBuilder;
import io.sigmaprompt.physics.world.WorldSettings;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdaptiveStepperTest {
    private static final String BALL = """
            <worldbody><geom type="plane" size="9 9 1"/>
              <body name="ball" pos="0 0 1.1"><freejoint/><geom size="0.1" mass="1"/></body></worldbody>""";
    private static final String BOUNCY = "<custom><numeric name=\"restitution\" data=\"0.8\"/></custom>" + BALL;
    private static final String PENDULUM = """
            <worldbody><body name="bob" pos="0 0 2"><joint name="hinge" axis="0 1 0"/>
              <inertial pos="0 0 -1" mass="1" diaginertia="1e-9 1e-9 1e-9"/></body></worldbody>""";
    private static final String INCLINE = """
            <option gravity="4.905 0 -8.49570921114033"/>
            <worldbody><geom type="plane" size="99 99 1" friction="0.4"/>
              <body name="box" pos="0 0 0.05"><freejoint/>
                <geom type="box" size="0.1 0.1 0.05" mass="1" friction="0.4"/></body></worldbody>""";

    @TempDir
    Path folder;

    @Test
    void a_projectile_is_exact_at_the_greatest_step() throws IOException {
        World world = SmallWorld.of(folder, BALL);
        world.place(
                SmallWorld.body(world, "ball"), new double[] {0, 0, 50, 0, 0, 0, 1}, new double[] {0, 0, 0, 3, 0, 4});
        AdaptiveStepper stepper = new AdaptiveStepper(world, StepAccuracy.DEFAULT);
        stepper.advance(1.2345);
        assertEquals(1.2345, world.time());
        assertEquals(3 * 1.2345, world.q()[0], 1e-9);
        assertEquals(50 + 4 * 1.2345 - 0.5 * 9.81 * 1.2345 * 1.2345, world.q()[2], 1e-9);
        assertEquals(0, stepper.report().rejected());
        assertEquals(0.01, stepper.report().longest());
    }

    @Test
    void a_pendulum_reaches_the_accuracy_that_is_asked() throws IOException {
        double exact = pendulum();
        double[] asked = {1e-4, 1e-6, 1e-8};
        long steps = 0;
        for (double accuracy : asked) {
            World world = SmallWorld.of(folder, PENDULUM);
            world.teleport(new double[] {1}, new double[1]);
            AdaptiveStepper stepper = new AdaptiveStepper(world, new StepAccuracy(accuracy, accuracy, 1e-7, 0.05));
            for (int sample = 1; sample <= 20; sample++) {
                stepper.advance(0.1 * sample);
                assertEquals(0.1 * sample, world.time());
            }
            // Two seconds' errors, and what they have grown by on the way.
            assertEquals(exact, world.q()[0], 3 * accuracy, "two seconds at " + accuracy);
            assertEquals(0, stepper.report().atFloor());
            assertTrue(stepper.report().accepted() > steps);
            steps = stepper.report().accepted();
        }
    }

    /** The angle after two seconds from 1 rad at rest, by the classical method of fourth order with small steps. */
    private static double pendulum() {
        double q = 1;
        double v = 0;
        double h = 1e-4;
        for (int n = 0; n < 20000; n++) {
            double k1 = -9.81 * StrictMath.sin(q);
            double k2 = -9.81 * StrictMath.sin(q + 0.5 * h * v);
            double k3 = -9.81 * StrictMath.sin(q + 0.5 * h * v + 0.25 * h * h * k1);
            double k4 = -9.81 * StrictMath.sin(q + h * v + 0.5 * h * h * k2);
            q += h * v + h * h * (k1 + k2 + k3) / 6;
            v += h * (k1 + 2 * k2 + 2 * k3 + k4) / 6;
        }
        return q;
    }

    @Test
    void a_box_slides_down_an_incline_as_the_closed_form_says() throws IOException {
        WorldBuilder builder = new WorldBuilder();
        var reading = SmallWorld.read(folder, INCLINE);
        builder.add(reading);
        World world = builder.build(
                WorldSettings.DEFAULT.withGravity(reading.mechanism().options().gravity()));
        AdaptiveStepper stepper = new AdaptiveStepper(world, new StepAccuracy(1e-3, 1e-3, 1e-6, 0.01));
        stepper.advance(1);
        assertEquals(0.5 * (4.905 - 0.4 * 8.49570921114033), world.q()[0], 1e-3);
    }

    @Test
    void the_step_shrinks_at_an_impact_and_says_where_it_could_not() throws IOException {
        World world = SmallWorld.of(folder, BOUNCY);
        AdaptiveStepper stepper = new AdaptiveStepper(world, new StepAccuracy(1e-3, 1e-3, 1e-5, 0.01));
        double impact = Math.sqrt(2 / 9.81);
        stepper.advance(impact - 0.02);
        assertEquals(0, stepper.report().rejected());
        double before = stepper.report().shortest();
        stepper.advance(impact + 0.02);
        StepReport report = stepper.report();
        assertTrue(report.rejected() > 0, report.toString());
        assertTrue(report.shortest() < 0.2 * before, report.toString());
        assertTrue(report.shortest() >= 1e-5, report.toString());
    }

    @Test
    void repeated_and_from_a_snapshot_it_gives_the_same_bits() throws IOException {
        World first = SmallWorld.of(folder, BOUNCY);
        World second = SmallWorld.of(folder, BOUNCY);
        World third = SmallWorld.of(folder, BOUNCY);
        AdaptiveStepper a = new AdaptiveStepper(first, StepAccuracy.DEFAULT);
        AdaptiveStepper b = new AdaptiveStepper(second, StepAccuracy.DEFAULT);
        AdaptiveStepper c = new AdaptiveStepper(third, StepAccuracy.DEFAULT);
        double[] state = new double[AdaptiveStepper.STATE_SIZE];
        for (int sample = 1; sample <= 30; sample++) {
            a.advance(0.02 * sample);
            b.advance(0.02 * sample);
            if (sample == 17) {
                third.restore(first.save(null));
                a.save(state, 0);
                c.restore(state, 0);
            }
            assertArrayEquals(first.q(), second.q(), 0);
            if (sample > 17) {
                c.advance(0.02 * sample);
                assertArrayEquals(first.q(), third.q(), 0);
                assertArrayEquals(first.v(), third.v(), 0);
            }
        }
    }

    @Test
    void an_accuracy_that_nothing_reaches_is_refused() {
        assertThrows(BadInputException.class, () -> new StepAccuracy(0, 1, 1e-6, 0.01));
        assertThrows(BadInputException.class, () -> new StepAccuracy(1, 1, 0.1, 0.01));
    }
}
