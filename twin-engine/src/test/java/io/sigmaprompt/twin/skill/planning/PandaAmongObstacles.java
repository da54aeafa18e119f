package io.sigmaprompt.twin.skill.planning;

import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.physics.model.Geometry;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.mechanism.RobotReading;
import io.sigmaprompt.physics.model.reader.RobotFile;
import io.sigmaprompt.physics.spatial.SplitMix64;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Seeded problems: a seven-joint arm among ten boxes and balls that stand about it, from one free posture to another. */
final class PandaAmongObstacles {
    static final double MARGIN = 0.01;

    private static final int OBSTACLES = 10;

    final RobotReading reading;
    final PlanningSpace space;

    PandaAmongObstacles(Path panda) {
        reading = RobotFile.read(panda);
        DrivenJoints driven = new DrivenJoints(reading.model());
        double[] start = new double[driven.count()];
        List<String> arm = driven.names().stream()
                .filter(name -> name.startsWith("panda_joint"))
                .limit(7)
                .toList();
        double[] ready = {0, -0.785, 0, -2.356, 0, 1.571, 0.785};
        for (int i = 0; i < arm.size(); i++) {
            start[driven.index(arm.get(i))] = ready[i];
        }
        space = new PlanningSpace(reading.model(), arm, start, reading.model().neutral());
    }

    /** A problem. */
    record Problem(MotionClearance clearance, double[] start, double[] goal) {}

    /** Obstacles are drawn until none stands where the arm begins its day, or in its foot. */
    Problem problem(long seed) {
        SplitMix64 random = new SplitMix64(seed);
        MotionClearance clearance;
        do {
            clearance = new MotionClearance(reading, space, obstacles(random), MARGIN);
        } while (!clearance.free(space.present()));
        return new Problem(clearance, posture(clearance, random), posture(clearance, random));
    }

    private static List<Obstacle> obstacles(SplitMix64 random) {
        List<Obstacle> obstacles = new ArrayList<>();
        for (int k = 0; k < OBSTACLES; k++) {
            double angle = Math.PI * random.symmetric();
            double far = 0.55 + 0.2 * random.symmetric();
            Pose pose = new Pose(
                    far * StrictMath.cos(angle),
                    far * StrictMath.sin(angle),
                    0.5 + 0.45 * random.symmetric(),
                    0,
                    0,
                    0,
                    1);
            double size = 0.07 + 0.03 * random.symmetric();
            Geometry geometry = k % 2 == 0 ? new Geometry.Sphere(size) : new Geometry.Box(2 * size, size, 3 * size);
            obstacles.add(new Obstacle("obstacle " + k, pose, geometry));
        }
        return obstacles;
    }

    private double[] posture(MotionClearance clearance, SplitMix64 random) {
        double[] x = new double[space.width()];
        do {
            for (int j = 0; j < x.length; j++) {
                double middle = 0.5 * (space.lower(j) + space.upper(j));
                x[j] = middle + 0.5 * (space.upper(j) - space.lower(j)) * random.symmetric();
            }
        } while (!clearance.free(x));
        return x;
    }
}
