package io.sigmaprompt.headless.cli;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Geometry;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.twin.skill.planning.Obstacle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Option;

/** Options that put obstacles about a robot. */
final class ObstacleOptions {
    /** Thick enough that nothing is on its other side, metres. */
    private static final double FLOOR_THICKNESS = 1;

    private static final double FLOOR_WIDTH = 20;
    private static final int BOX_NUMBERS = 6;
    private static final int BALL_NUMBERS = 4;

    @Option(
            names = "--box",
            split = ",",
            arity = "1",
            paramLabel = "X,Y,Z,DX,DY,DZ",
            hideParamSyntax = true,
            description = "A box: its middle and its edges, metres; may be repeated.")
    private final List<Double> boxes = new ArrayList<>();

    @Option(
            names = "--ball",
            split = ",",
            arity = "1",
            paramLabel = "X,Y,Z,R",
            hideParamSyntax = true,
            description = "A ball: its middle and its radius, metres; may be repeated.")
    private final List<Double> balls = new ArrayList<>();

    @Option(
            names = "--floor",
            paramLabel = "Z",
            hideParamSyntax = true,
            description = "A floor at this height, metres: what stands on it needs some room above it.")
    private double floor = Double.NaN;

    /**
     * The obstacles that were given.
     *
     * @throws BadInputException if numbers are missing, or a size is not above 0
     */
    List<Obstacle> obstacles() {
        List<Obstacle> obstacles = new ArrayList<>();
        for (double[] n : groups("--box", boxes, BOX_NUMBERS, 3)) {
            obstacles.add(new Obstacle(
                    "box " + (obstacles.size() + 1), at(n[0], n[1], n[2]), new Geometry.Box(n[3], n[4], n[5])));
        }
        int before = obstacles.size();
        for (double[] n : groups("--ball", balls, BALL_NUMBERS, 3)) {
            obstacles.add(new Obstacle(
                    "ball " + (obstacles.size() - before + 1), at(n[0], n[1], n[2]), new Geometry.Sphere(n[3])));
        }
        if (!Double.isNaN(floor)) {
            obstacles.add(new Obstacle(
                    "floor",
                    at(0, 0, floor - 0.5 * FLOOR_THICKNESS),
                    new Geometry.Box(FLOOR_WIDTH, FLOOR_WIDTH, FLOOR_THICKNESS)));
        }
        return obstacles;
    }

    private static Pose at(double x, double y, double z) {
        return new Pose(x, y, z, 0, 0, 0, 1);
    }

    private static List<double[]> groups(String option, List<Double> numbers, int each, int firstSize) {
        if (numbers.size() % each != 0) {
            throw new BadInputException(
                    option,
                    "expected " + each + " numbers with commas between for each, found " + numbers.size() + " in all",
                    "As " + option + (each == BOX_NUMBERS ? " 0.5,0,0.3,0.2,0.2,0.6" : " 0.5,0,0.3,0.1") + ".");
        }
        List<double[]> groups = new ArrayList<>();
        for (int from = 0; from < numbers.size(); from += each) {
            double[] group = numbers.subList(from, from + each).stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            for (int k = firstSize; k < each; k++) {
                if (!(group[k] > 0)) {
                    throw new BadInputException(
                            option,
                            "expected sizes above 0 m, found " + Arrays.toString(group),
                            "Give them in metres.");
                }
            }
            groups.add(group);
        }
        return groups;
    }
}
