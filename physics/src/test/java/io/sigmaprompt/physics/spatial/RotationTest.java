package io.sigmaprompt.physics.spatial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RotationTest {
    @Test
    void aQuaternionSurvivesTheWayThroughItsMatrix() {
        Random random = new Random(3);
        for (int i = 0; i < 10_000; i++) {
            double[] q = new double[4];
            double square = 0;
            for (int k = 0; k < 4; k++) {
                // Some components vanish, so that every branch is taken.
                q[k] = random.nextInt(3) == 0 ? 0 : random.nextGaussian();
                square += q[k] * q[k];
            }
            if (square == 0) {
                continue;
            }
            double[] matrix = new double[9];
            double[] found = new double[4];
            Rotation.fromQuaternion(q, 0, matrix, 0);
            Rotation.toQuaternion(matrix, 0, found, 0);
            double dot = 0;
            for (int k = 0; k < 4; k++) {
                dot += q[k] * found[k] / Math.sqrt(square);
            }
            assertEquals(1, Math.abs(dot), 1e-14);
        }
    }

    @Test
    void turningInPartsIsTurningAtOnce() {
        double[] q = {0.1, -0.3, 0.2, 0.9};
        double[] whole = new double[4];
        double[] u = {0.6, -1.2, 0.4};
        Rotation.turn(q, 0, u, 0, whole, 0);
        double[] parts = q.clone();
        double[] small = {u[0] / 5000, u[1] / 5000, u[2] / 5000};
        for (int k = 0; k < 5000; k++) {
            Rotation.turn(parts, 0, small, 0, parts, 0);
        }
        assertArrayEquals(whole, parts, 1e-12);
        double square = 0;
        for (double x : parts) {
            square += x * x;
        }
        assertEquals(1, square, 1e-15);
    }
}
