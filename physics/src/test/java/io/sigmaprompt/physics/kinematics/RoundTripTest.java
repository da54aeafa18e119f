package io.sigmaprompt.physics.kinematics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.dynamics.Corpus;
import io.sigmaprompt.physics.dynamics.RandomRobot;
import io.sigmaprompt.physics.model.Frame;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a robot can be, inverse kinematics finds it: from seeded configurations, and from starts that know nothing. */
class RoundTripTest {
    private static final int TRIALS = 300;
    private static final Map<String, String> TABLE = new TreeMap<>();

    @AfterAll
    static void writeTable() throws IOException {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT, "%-28s %7s %11s %11s %9s%n", "frame", "solved", "at once", "steps mean", "most"));
        TABLE.values().forEach(table::append);
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "inverse-kinematics.txt"), table);
    }

    @ParameterizedTest
    @CsvSource({
        "ur5, tool0, true",
        "iiwa14, iiwa_link_7, true",
        "panda, panda_hand, true",
        "go2, FL_foot, false",
        "go2, FR_foot, false",
        "go2, RL_foot, false",
        "go2, RR_foot, false",
        "g1_29dof, left_rubber_hand, true",
        "g1_29dof, right_rubber_hand, true"
    })
    void reachableTargetsAreReached(String name, String link, boolean wholePose) {
        PlacedRobot robot = PlacedRobot.of(Corpus.robot(name));
        Frame frame = robot.frame(link);
        Random random = new Random(7);
        int solved = 0;
        int atOnce = 0;
        long steps = 0;
        int most = 0;
        for (int k = 0; k < TRIALS; k++) {
            Pose wanted = robot.pose(robot.draw(random), frame);
            IkTarget target = wholePose
                    ? IkTarget.pose(frame, wanted)
                    : IkTarget.position(frame, new Vec3(wanted.x(), wanted.y(), wanted.z()));
            IkSolution found = robot.inverse().solve(target, robot.draw(random), IkOptions.DEFAULT);
            steps += found.iterations();
            most = Math.max(most, found.iterations());
            assertEquals(0, robot.beyondLimits(found.q()));
            if (found.solved()) {
                solved++;
                atOnce += found.restarts() == 0 ? 1 : 0;
                Pose reached = robot.pose(found.q(), frame);
                assertEquals(0, PlacedRobot.distance(wanted, reached), 1.001e-9);
                if (wholePose) {
                    assertEquals(0, PlacedRobot.angle(wanted, reached), 1.001e-9);
                }
            }
        }
        TABLE.put(
                name + link,
                String.format(
                        Locale.ROOT,
                        "%-28s %6.1f%% %10.1f%% %11.1f %9d%n",
                        name + " " + link,
                        100.0 * solved / TRIALS,
                        100.0 * atOnce / TRIALS,
                        (double) steps / TRIALS,
                        most));
        assertTrue(solved >= 0.99 * TRIALS, name + ": " + solved + " of " + TRIALS);
    }

    @Test
    void everyTypeOfJointAndAMovableBaseCanBeUsed() {
        for (long seed = 1; seed <= 20; seed++) {
            RandomRobot random = new RandomRobot(seed);
            RobotModel model = random.tree(seed % 2 == 0);
            PlacedRobot robot = PlacedRobot.of(model);
            Frame frame = robot.frame(model.links().getLast().name());
            Pose wanted = robot.pose(random.configuration(model), frame);
            IkSolution found = robot.inverse()
                    .solve(
                            IkTarget.pose(frame, wanted),
                            random.configuration(model),
                            IkOptions.DEFAULT.withBaseMovable(true));
            // A chain that ends behind few joints need not reach a pose from a base that is elsewhere: with a base it
            // does.
            if (model.floatingBase()) {
                assertTrue(found.solved(), "seed " + seed + ": " + found.explanation());
                assertEquals(0, PlacedRobot.distance(wanted, robot.pose(found.q(), frame)), 1.001e-9);
                assertEquals(0, PlacedRobot.angle(wanted, robot.pose(found.q(), frame)), 1.001e-9);
            } else {
                assertTrue(found.solved(), "seed " + seed + ": " + found.explanation());
            }
        }
    }

    @Test
    void theSameCallGivesTheSameBitsAndAnotherSeedAnotherWay() {
        PlacedRobot robot = PlacedRobot.of(Corpus.robot("panda"));
        Frame frame = robot.frame("panda_hand");
        Random random = new Random(3);
        int differences = 0;
        for (int k = 0; k < 20; k++) {
            IkTarget target = IkTarget.pose(frame, robot.pose(robot.draw(random), frame));
            double[] start = robot.draw(random);
            IkSolution once = robot.inverse().solve(target, start, IkOptions.DEFAULT);
            IkSolution again = PlacedRobot.of(robot.model()).inverse().solve(target, start, IkOptions.DEFAULT);
            assertArrayEquals(once.q(), again.q(), 0.0);
            assertEquals(once.iterations(), again.iterations());
            IkSolution other = robot.inverse().solve(target, start, IkOptions.DEFAULT.withSeed(99));
            differences += other.iterations() == once.iterations() ? 0 : 1;
        }
        assertTrue(differences > 0);
    }

    @Test
    void bothHandsOfAHumanoidReachWhileItsPelvisIsWhereItIsWanted() {
        RobotModel model = Corpus.robot("g1_29dof");
        PlacedRobot robot = PlacedRobot.of(model);
        Frame left = robot.frame("left_rubber_hand");
        Frame right = robot.frame("right_rubber_hand");
        Frame pelvis = robot.frame(model.links().getFirst().name());
        Random random = new Random(5);
        int solved = 0;
        int trials = 50;
        for (int k = 0; k < trials; k++) {
            double[] q = robot.draw(random);
            q[0] = 0.3;
            q[2] = 0.8;
            Pose wantedLeft = robot.pose(q, left);
            Pose wantedRight = robot.pose(q, right);
            Pose wantedPelvis = robot.pose(q, pelvis);
            IkSolution found = robot.inverse()
                    .solve(
                            List.of(
                                    IkTarget.pose(left, wantedLeft),
                                    IkTarget.pose(right, wantedRight),
                                    IkTarget.pose(pelvis, wantedPelvis)),
                            model.neutral(),
                            IkOptions.DEFAULT.withBaseMovable(true));
            assertEquals(3, found.residuals().size());
            assertEquals(0, robot.beyondLimits(found.q()));
            if (found.solved()) {
                solved++;
                assertEquals(0, PlacedRobot.distance(wantedLeft, robot.pose(found.q(), left)), 1.001e-9);
                assertEquals(0, PlacedRobot.distance(wantedRight, robot.pose(found.q(), right)), 1.001e-9);
                assertEquals(0, PlacedRobot.distance(wantedPelvis, robot.pose(found.q(), pelvis)), 1.001e-9);
            }
        }
        assertTrue(solved >= 0.95 * trials, solved + " of " + trials);
    }

    @Test
    void aHeldBaseStaysWhereItIs() {
        PlacedRobot robot = PlacedRobot.of(Corpus.robot("go2"));
        Frame foot = robot.frame("RL_foot");
        double[] start = robot.draw(new Random(1));
        start[0] = 2;
        double[] elsewhere = robot.draw(new Random(2));
        elsewhere[0] = 2;
        Pose wanted = robot.pose(elsewhere, foot);
        IkSolution found = robot.inverse()
                .solve(IkTarget.position(foot, new Vec3(wanted.x(), wanted.y(), wanted.z())), start, IkOptions.DEFAULT);
        assertTrue(found.solved(), found.explanation());
        for (int k = 0; k < 7; k++) {
            assertEquals(start[k], found.q()[k], 0.0);
        }
    }
}
