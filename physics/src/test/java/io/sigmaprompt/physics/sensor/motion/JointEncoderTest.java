package io.sigmaprompt.physics.sensor.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.sensor.MovingWorld;
import io.sigmaprompt.physics.sensor.Sampling;
import io.sigmaprompt.physics.sensor.motion.EncoderErrors.VelocitySource;
import java.util.List;
import org.junit.jupiter.api.Test;

class JointEncoderTest {
    @Test
    void positionsAreWholeCountsAndNoneIsFurtherThanHalfACountAway() {
        EncoderErrors errors = EncoderErrors.ofCounts(4096);
        JointEncoder encoder = new JointEncoder("e", 0, false, errors, Sampling.EVERY_TICK, 1);
        MovingWorld world = new MovingWorld();
        world.jointSpeed[0] = -1.7;
        for (int tick = 0; tick < 5000; tick++) {
            world.time = tick * 1e-3;
            encoder.step(world);
            double counts = encoder.channel().value(0, 0) / errors.resolution();
            assertEquals(Math.rint(world.jointPosition(0) / errors.resolution()), counts, 1e-9);
            assertTrue(
                    Math.abs(encoder.channel().value(0, 0) - world.jointPosition(0)) <= 0.5001 * errors.resolution());
        }
    }

    @Test
    void aDifferencedVelocityIsAWholeNumberOfCountsAPeriod() {
        EncoderErrors errors = EncoderErrors.ofCounts(1000);
        JointEncoder encoder = new JointEncoder("e", 0, false, errors, Sampling.at(100), 1);
        MovingWorld world = new MovingWorld();
        world.jointSpeed[0] = 2;
        double step = errors.resolution() / 0.01;
        double sum = 0;
        for (int tick = 0; tick <= 100; tick++) {
            world.time = tick * 0.01;
            encoder.step(world);
            double velocity = encoder.channel().value(0, 1);
            assertEquals(Math.rint(velocity / step), velocity / step, 1e-9);
            assertEquals(tick == 0 ? 0 : 2, velocity, tick == 0 ? 0 : step);
            sum += velocity;
        }
        assertEquals(2, sum / 100, 0.01 * step, "what rounding takes it gives back");
    }

    @Test
    void offsetAndNoiseAreAsTold() {
        EncoderErrors errors = new EncoderErrors(0, 0.25, 0.01, 0.3, VelocitySource.MEASURED);
        JointEncoder encoder = new JointEncoder("e", 1, true, errors, Sampling.EVERY_TICK, 4);
        MovingWorld world = new MovingWorld();
        world.jointSpeed[1] = 3;
        int samples = 40_000;
        double[] mean = new double[2];
        double[] square = new double[2];
        for (int tick = 0; tick < samples; tick++) {
            world.time = tick * 1e-3;
            encoder.step(world);
            double[] error = {
                encoder.channel().value(0, 0) - world.jointPosition(1),
                encoder.channel().value(0, 1) - 3
            };
            for (int k = 0; k < 2; k++) {
                mean[k] += error[k] / samples;
                square[k] += error[k] * error[k] / samples;
            }
        }
        assertEquals(0.25, mean[0], 0.0002);
        assertEquals(0.01, Math.sqrt(square[0] - mean[0] * mean[0]), 0.0002);
        assertEquals(0, mean[1], 0.006);
        assertEquals(0.3, Math.sqrt(square[1]), 0.005);
        assertEquals(List.of("m", "m/s"), encoder.units());
    }
}
