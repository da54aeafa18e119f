package io.sigmaprompt.headless.bench.planning;

import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.physics.model.Geometry;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.mechanism.RobotReading;
import io.sigmaprompt.physics.spatial.SplitMix64;
import io.sigmaprompt.twin.skill.planning.MotionClearance;
import io.sigmaprompt.twin.skill.planning.Obstacle;
import io.sigmaprompt.twin.skill.planning.PlanningSpace;
import java.util.ArrayList;
import java.util.List;

/** Seeded problems: an arm among boxes and balls that stand about it, from one free posture to another. */
public final class PlanningProblems {
    /** Distance to keep, metres. */
    public static final double MARGIN = 0.01;

    private static final int OBSTACLES = 10;

    private final RobotReading reading;
    private final PlanningSpace space;

    /** Problems of one robot, all of whose driven joints are to move. */
    public PlanningProblems(RobotReading reading) {
        this.reading = reading;
        RobotModel model = reading.model();
        DrivenJoints driven = new DrivenJoints(model);
        double[] middle = new double[driven.count()];
        for (int i = 0; i < middle.length; i++) {
            double lower = driven.joint(i).limits().lower();
            double upper = driven.joint(i).limits().upper();
            middle[i] = Double.isInfinite(lower) || Double.isInfinite(upper) ? 0 : 0.5 * (lower + upper);
        }
        space = new PlanningSpace(model, driven.names(), middle, model.neutral());
    }

    /**
     * A problem.
     *
     * @param start coordinates, free
     * @param goal coordinates, free
     */
    public record Problem(MotionClearance clearance, double[] start, double[] goal) {}

    PlanningSpace space() {
        return space;
    }

    /** The problem of a number. Obstacles are drawn until none stands in the arm with all joints in their middle. */
    public Problem problem(long number) {
        SplitMix64 random = new SplitMix64(number);
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
            obstacles.add(new Obstacle("obstacle " + (k + 1), pose, geometry));
        }
        return obstacles;
    }

    private double[] posture(MotionClearance clearance, SplitMix64 random) {
        double[] x = new double[space.width()];
        do {
            space.draw(random, x);
        } while (!clearance.free(x));
        return x;
    }
}
