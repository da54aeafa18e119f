package io.sigmaprompt.physics.world;

import io.sigmaprompt.physics.collision.ContactBuffer;
import io.sigmaprompt.physics.collision.PairSurface;
import io.sigmaprompt.physics.constraint.ConstraintSet;
import io.sigmaprompt.physics.constraint.StepResidual;

/**
 * Holds the contacts of a step against the laws of contact, by the impulses that the step gave and the velocities that its
            boolean cone = set.rows[c] == 3;
            int t = cone ? c : rows.sliding(i);
            if (t >= 0) {
                PairSurface surface = contacts.surface[i];
                double mu = surface.sliding();
                friction[n] = mu;
                for (int k = 1; k < 3; k++) {
                    int row = cone ? k : k - 1;
                    impulse[o + k] = mu * set.lambda[set.row[t] + row];
                    velocity[o + k] = along(set, t, row, next) / mu;
                    freeVelocity[o + k] = along(set, t, row, free) / mu;
                }
            }
            n++;
        }
        return StepResidual.of(n, impulse, velocity, freeVelocity, closed, friction, dt);
    }

    private static double along(ConstraintSet set, int c, int row, double[] w) {
        int size = set.supportSize[c];
        int s = set.support[c];
        int o = set.values[c] + row * size;
        double sum = 0;
        for (int k = 0; k < size; k++) {
            sum += set.y[o + k] * w[set.index[s + k]];
        }
        return sum;
    }
}
