package io.sigmaprompt.physics.world;

import io.sigmaprompt.physics.dynamics.ArticulatedBody;
import io.sigmaprompt.physics.dynamics.CompositeRigidBody;
import io.sigmaprompt.physics.dynamics.Corpus;
import io.sigmaprompt.physics.dynamics.RecursiveNewtonEuler;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.urdf.UrdfReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Locale;

/** Prints rough times of the algorithms and of a step; to be run by hand. */
final class StepTiming {
    /** Its own thread's time, which other work on the machine stretches least. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static double sink;

    private StepTiming() {}

    public static void main(String[] args) {
        for (String name : new String[] {"ur5", "go2"}) {
            RobotModel model = Corpus.robot(name);
            double[] q = model.neutral();
            double[] v = new double[model.nv()];
            double[] a = new double[model.nv()];
            double[] out = new double[model.nv()];
            double[] matrix = new double[model.nv() * model.nv()];
            java.util.Arrays.fill(v, 0.3);
            RecursiveNewtonEuler rnea = new RecursiveNewtonEuler(model);
            ArticulatedBody aba = new ArticulatedBody(model);
            CompositeRigidBody crba = new CompositeRigidBody(model);
            time(name + " RNEA", () -> rnea.inverseDynamics(q, v, a, out));
            time(name + " ABA", () -> aba.forwardDynamics(q, v, a, out));
            time(name + " CRBA", () -> crba.massMatrix(q, matrix));
            sink += out[0] + matrix[0];
        }
        Path ur10 = Path.of(System.getProperty("sigma.corpus", "../shared"), "robots", "ur10", "ur10.urdf");
        for (Integrator integrator : Integrator.values()) {
            SimulationSettings settings = new SimulationSettings(integrator, 9.81, 30, 1, true);
            RobotSimulation arm = new RobotSimulation(UrdfReader.read(ur10).model(), settings);
            time("ur10 step " + integrator, () -> arm.step(1e-3));
            RobotSimulation moving = new RobotSimulation(UrdfReader.read(ur10).model(), settings);
            int[] k = {0};
            time("ur10 step, moving " + integrator, () -> {
                int i = k[0]++ % 4000;
                double w = i < 2000 ? 0.5 : -0.5;
                for (int d = 0; d < 6; d++) {
                    moving.commandPosition(d, i < 2000 ? 5e-4 * i : 5e-4 * (4000 - i), w, 0);
                }
                moving.step(1e-3);
            });
            RobotSimulation sample = new RobotSimulation(SampleRobots.arm(), settings);
            time("arm with gripper (mimic) step " + integrator, () -> sample.step(1e-3));
            RobotSimulation quadruped = new RobotSimulation(Corpus.robot("go2"), settings);
            time("go2 step " + integrator, () -> quadruped.step(1e-3));
            sink += arm.position(0) + sample.position(0) + moving.position(0) + quadruped.position(0);
        }
    }

    private static void time(String what, Runnable run) {
        double best = Double.POSITIVE_INFINITY;
        for (int round = 0; round < 15; round++) {
            long start = THREADS.getCurrentThreadCpuTime();
            for (int k = 0; k < 40_000; k++) {
                run.run();
            }
            best = Math.min(best, (THREADS.getCurrentThreadCpuTime() - start) / 40_000.0);
        }
        System.out.printf(Locale.ROOT, "%-45s %8.0f ns%n", what, best);
    }
}
