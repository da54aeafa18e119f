package io.sigmaprompt.bridge.flight;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AerospaceFramesTest {
    private static final double H = Math.sqrt(0.5);

    @Test
    void turnsVectorsOfWorldAndBody() {
        assertArrayEquals(new double[] {2, 1, -3}, AerospaceFrames.world(1, 2, 3));
        assertArrayEquals(new double[] {1, -2, -3}, AerospaceFrames.body(1, 2, 3));
    }

    @Test
    void levelToTheNorthIsAQuarterTurnFromEast() {
        assertArrayEquals(new double[] {0, 0, H, H}, AerospaceFrames.attitude(1, 0, 0, 0), 1e-15);
    }

    @Test
    void levelToTheEastIsNoTurnAtAll() {
        // Heading 90° in north-east-down turns about the axis down.
        assertArrayEquals(new double[] {0, 0, 0, 1}, AerospaceFrames.attitude(H, 0, 0, H), 1e-15);
    }

    @Test
    void noseUpToTheEastIsANegativeTurnAboutTheLeft() {
        // Heading 90°, then nose up by 30°: in forward-right-down about the right by +30°, so about the left by -30°.
        double c = Math.cos(Math.toRadians(15));
        double s = Math.sin(Math.toRadians(15));
        // (H, 0, 0, H) · (c, 0, s, 0), as w, x, y, z.
        double[] q = AerospaceFrames.attitude(H * c, -H * s, H * s, H * c);
        assertArrayEquals(new double[] {0, -s, 0, c}, q, 1e-15);
    }

    @Test
    void rightWingDownToTheEastIsAPositiveRoll() {
        double c = Math.cos(Math.toRadians(10));
        double s = Math.sin(Math.toRadians(10));
        // (H, 0, 0, H) · (c, s, 0, 0): forward is the same axis in both frames, and so is the roll about it.
        double[] q = AerospaceFrames.attitude(H * c, H * s, H * s, H * c);
        assertArrayEquals(new double[] {s, 0, 0, c}, q, 1e-15);
    }

    /** Whatever is turned by the attitude and then put into our world, is what our attitude turns in our body. */
    @Test
    void commutesWithTurningAnyVector() {
        Random random = new Random(5);
        for (int round = 0; round < 200; round++) {
            double w = random.nextGaussian();
            double x = random.nextGaussian();
            double y = random.nextGaussian();
            double z = random.nextGaussian();
            double n = Math.sqrt(w * w + x * x + y * y + z * z);
            double[] v = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
            double[] ned = rotate(x / n, y / n, z / n, w / n, v);
            double[] ours = AerospaceFrames.attitude(w, x, y, z);
            double[] body = AerospaceFrames.body(v[0], v[1], v[2]);
            double[] expected = AerospaceFrames.world(ned[0], ned[1], ned[2]);
            assertArrayEquals(expected, rotate(ours[0], ours[1], ours[2], ours[3], body), 1e-12);
            assertArrayEquals(body, AerospaceFrames.intoBody(ours, expected), 1e-12);
            assertEquals(1, ours[0] * ours[0] + ours[1] * ours[1] + ours[2] * ours[2] + ours[3] * ours[3], 1e-14);
        }
    }

    /** By the rotation matrix, not by the product of quaternions. */
    private static double[] rotate(double x, double y, double z, double w, double[] v) {
        return new double[] {
            (1 - 2 * (y * y + z * z)) * v[0] + 2 * (x * y - w * z) * v[1] + 2 * (x * z + w * y) * v[2],
            2 * (x * y + w * z) * v[0] + (1 - 2 * (x * x + z * z)) * v[1] + 2 * (y * z - w * x) * v[2],
            2 * (x * z - w * y) * v[0] + 2 * (y * z + w * x) * v[1] + (1 - 2 * (x * x + y * y)) * v[2]
        };
    }
}
