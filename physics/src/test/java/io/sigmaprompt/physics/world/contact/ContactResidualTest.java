package io.sigmaprompt.physics.world.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.constraint.SolverSettings;
import io.sigmaprompt.physics.constraint.StepResidual;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.model.mjcf.MjcfReader;
import io.sigmaprompt.physics.spatial.SplitMix64;
import io.sigmaprompt.physics.world.World;
import io.sigmaprompt.physics.world.WorldBuilder;
import io.sigmaprompt.physics.world.WorldSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a world says of its own step, against what an onlooker makes of its contacts, impulses and bodies' velocities. */
class ContactResidualTest {
    private static final double FRICTION = 0.4;

    @TempDir
    Path folder;

    /** Boxes on a slope (gravity leans), thrown at each other. */
    private World world(WorldSettings settings) throws IOException {
        Path scene = Files.writeString(folder.resolve("boxes.xml"), """
                <mujoco>
                  <default><geom type="box" size=".1 .1 .1" mass="1" friction="0.4"/></default>
                  <worldbody>
                    <geom type="plane" size="0 0 1" friction="0.4"/>
                    <body pos="0 0 0.1"><freejoint/><geom/></body>
                    <body pos="0.05 0.02 0.301"><freejoint/><geom mass="5"/></body>
                    <body pos="0.5 0 0.12" euler="3 5 10"><freejoint/><geom/></body>
                  </worldbody>
                </mujoco>
                """);
        WorldBuilder builder = new WorldBuilder();
        builder.add(MjcfReader.read(scene));
        World world = builder.build(settings.withSleeping(false).withStep(0.001).withGravity(new Vec3(3, 0, -9)));
        double[] v = new double[world.v().length];
        SplitMix64 random = new SplitMix64(5);
        for (int i = 0; i < v.length; i++) {
            v[i] = 0.5 * random.symmetric();
        }
        world.teleport(world.q().clone(), v);
        return world;
    }

    @Test
    void eachStepThatIsSolvedObeysTheLawsOfContact() throws IOException {
        World world = world(WorldSettings.DEFAULT);
        int touching = 0;
        for (int k = 0; k < 500; k++) {
            world.step();
            if (world.solverReport().unconverged > 0) {
                continue;
            }
            StepResidual residual = world.residual();
            assertTrue(residual.greatest() < 1e-6, "step " + k + ": " + residual);
            touching += world.contacts().count() > 0 ? 1 : 0;
        }
        assertTrue(touching > 400);
    }

    @Test
    void whatIsSolvedLooselyHasALargerResidual() throws IOException {
        SolverSettings loose = new SolverSettings(1e-1, 4, 0, 0);
        World exact = world(WorldSettings.DEFAULT);
        World rough = world(WorldSettings.DEFAULT.withSolver(loose));
        StepResidual worst = StepResidual.NONE;
        StepResidual best = StepResidual.NONE;
        for (int k = 0; k < 100; k++) {
            exact.step();
            rough.step();
            best = best.orGreater(exact.residual());
            worst = worst.orGreater(rough.residual());
        }
        assertTrue(worst.greatest() > 100 * best.greatest(), worst + " against " + best);
    }

    /** Seen from outside: points of the contacts, impulses, and how the bodies move, to the order of the step. */
    @Test
    void anOnlookerFindsTheSameSlidingDissipation() throws IOException {
        World world = world(WorldSettings.DEFAULT);
        int sliding = 0;
        for (int k = 0; k < 300; k++) {
            world.step();
            for (int c = 0; c < world.contacts().count(); c++) {
                double[] seen = seen(world, c);
                double normal = seen[0];
                double tangential = seen[1];
                double speed = seen[2];
                assertTrue(normal > -1e-12);
                assertTrue(tangential <= FRICTION * normal * (1 + 1e-6) + 1e-12, "within the cone");
                if (normal > 1e-4 && speed > 0.05) {
                    sliding++;
                    assertEquals(-FRICTION * normal * speed, seen[3], 0.05 * FRICTION * normal * speed);
                }
            }
        }
        assertTrue(sliding > 50, sliding + " contacts slid");
    }

    /** Normal and tangential impulse, sliding speed, and power of friction, of bodies as they move at the end of the step. */
    private static double[] seen(World world, int c) {
        double[] g = world.contacts().geometry;
        int o = 7 * c;
        double[] u = new double[3];
        for (int side = 0; side < 2; side++) {
            int collider = side == 0 ? world.contacts().first[c] : world.contacts().second[c];
            int body = world.scene().colliders().get(collider).body();
            if (body >= 0) {
                double sign = side == 0 ? -1 : 1;
                double[] v = world.velocities();
                double[] p = world.poses();
                double x = g[o + 3] - p[12 * body + 9];
                double y = g[o + 4] - p[12 * body + 10];
                double z = g[o + 5] - p[12 * body + 11];
                int b = 6 * body;
                u[0] += sign * (v[b + 3] + v[b + 1] * z - v[b + 2] * y);
                u[1] += sign * (v[b + 4] + v[b + 2] * x - v[b] * z);
                u[2] += sign * (v[b + 5] + v[b] * y - v[b + 1] * x);
            }
        }
        double[] lambda = world.contactImpulses();
        double normal = 0;
        double parting = 0;
        for (int k = 0; k < 3; k++) {
            normal += g[o + k] * lambda[3 * c + k];
            parting += g[o + k] * u[k];
        }
        double tangential = 0;
        double speed = 0;
        double power = 0;
        for (int k = 0; k < 3; k++) {
            double t = lambda[3 * c + k] - normal * g[o + k];
            double s = u[k] - parting * g[o + k];
            tangential += t * t;
            speed += s * s;
            power += t * s;
        }
        return new double[] {normal, Math.sqrt(tangential), Math.sqrt(speed), power};
    }
}
