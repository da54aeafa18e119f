package io.sigmaprompt.physics.world.contact;

import io.sigmaprompt.physics.collision.collider.PairSurface;
import io.sigmaprompt.physics.collision.manifold.ContactBuffer;
import io.sigmaprompt.physics.constraint.ConstraintSet;
import io.sigmaprompt.physics.constraint.StepResidual;

/**
 * Holds the contacts of a step against the laws of contact, by the impulses that the step gave and the velocities that its
 * rows see: a contact that bounces against the speed at which it must part, one that yields against what its spring and
 * damper ask for. Where friction differs along the tangents, they are scaled so that the cone is round. Contacts without friction
 * count with their normal alone.
 */
public final class ContactResidual {
    private ContactResidual() {}

    /**
     * The residual of the step that a set was solved for.
     *
     * @param free w without constraints
     * @param next w at the step's end
     * @param dt the step, s
     */
    public static StepResidual of(
            ContactBuffer contacts, ContactRows rows, ConstraintSet set, double[] free, double[] next, double dt) {
        int size = contacts.count();
        double[] impulse = new double[3 * size];
        double[] velocity = new double[3 * size];
        double[] freeVelocity = new double[3 * size];
        double[] closed = new double[size];
        double[] friction = new double[size];
        int n = 0;
        for (int i = 0; i < size; i++) {
            int c = rows.normal[i];
            if (c < 0) {
                continue;
            }
            int o = 3 * n;
            // The law that holds is asked for: a gap may close, a bounce must part, what yields pushes as it is
            // pressed.
            impulse[o] = set.lambda[set.row[c]];
            velocity[o] = set.product(c, 0, next) + set.bias[set.row[c]] + set.compliance[c] * impulse[o];
            freeVelocity[o] = set.product(c, 0, free);
            boolean cone = set.rows[c] == 3;
            int t = cone ? c : rows.sliding[i];
            if (t >= 0) {
                PairSurface surface = contacts.surface[i];
                double mu = surface.sliding();
                friction[n] = mu;
                for (int k = 1; k < 3; k++) {
                    int row = cone ? k : k - 1;
                    impulse[o + k] = mu * set.lambda[set.row[t] + row];
                    velocity[o + k] = set.product(t, row, next) / mu;
                    freeVelocity[o + k] = set.product(t, row, free) / mu;
                }
            }
            n++;
        }
        return StepResidual.of(n, impulse, velocity, freeVelocity, closed, friction, dt);
    }
}
