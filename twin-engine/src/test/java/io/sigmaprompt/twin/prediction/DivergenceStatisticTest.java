package io.sigmaprompt.twin.prediction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.estimation.StateEstimator;
import io.sigmaprompt.twin.input.Fault;
import io.sigmaprompt.twin.session.ThreeJointArm;
import io.sigmaprompt.twin.simulation.SimulatedRobot;
import io.sigmaprompt.twin.simulation.TrajectoryPoint;
import io.sigmaprompt.twin.simulation.TruthDraw;
import io.sigmaprompt.twin.simulation.VirtualRobot;
import io.sigmaprompt.twin.telemetry.JointStateFrame;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DivergenceStatisticTest {
    /** Chi-square with two degrees of freedom exceeds this once in twenty. */
    private static final double BOUND = 5.991;

    private static final double[] NONE = new double[0];

    private final VirtualRobot body = ThreeJointArm.body();
    private final SimulatedRobot robot = new SimulatedRobot(body);
    private final StateEstimator estimate = new StateEstimator(new DrivenJoints(body.model()), body.initialPosition());
    private final Ghost ghost =
            new Ghost(body.model(), body.settings(), body.initialPosition(), PredictionSettings.DEFAULT);
    private final DivergenceStatistic statistic = new DivergenceStatistic(ghost, PredictionSettings.DEFAULT);
    private boolean learn = true;
    private int judged;
    private int joint;
    private int whole;

    DivergenceStatisticTest() {
        TruthDraw draw = new TruthDraw(3);
        List<TrajectoryPoint> points = new ArrayList<>();
        long time = 0;
        for (int leg = 0; leg < 60; leg++) {
            time += (long) (draw.between(0.7, 1.4) * 1e9);
            double[] next = {draw.between(-0.5, 0.5), draw.between(-0.9, -0.3), draw.between(0.5, 1.3)};
            points.add(new TrajectoryPoint(time, next, NONE, NONE));
        }
        robot.followTrajectory(List.of("pan", "lift", "elbow"), points);
    }

    private void run(double until) {
        judged = 0;
        joint = 0;
        whole = 0;
        while (robot.nanos() < until * 1e9) {
            robot.step();
            if (!robot.telemetryDue()) {
                continue;
            }
            ghost.observe(robot.reference(0));
            JointStateFrame frame = robot.jointState(0);
            estimate.update(frame);
            ghost.observe(estimate);
            if (ghost.predict()) {
                judge(statistic);
                count();
            }
        }
    }

    private void judge(DivergenceStatistic by) {
        double[] position = new double[3];
        double[] velocity = new double[3];
        for (int i = 0; i < 3; i++) {
            position[i] = estimate.position()[i] - ghost.position()[i];
            velocity[i] = estimate.velocity()[i] - ghost.velocity()[i];
        }
        by.judge(
                position,
                velocity,
                estimate.velocity(),
                estimate.positionVariance(),
                estimate.velocityVariance(),
                learn);
    }

    private void count() {
        judged++;
        for (double one : statistic.nis()) {
            joint += one > BOUND ? 1 : 0;
        }
        // Wilson, Hilferty 1931: the cube root of chi-square is nearly normal.
        double k = statistic.degrees();
        double root = 1 - 2 / (9 * k) + 1.6449 * Math.sqrt(2 / (9 * k));
        whole += statistic.whole() > k * root * root * root ? 1 : 0;
    }

    @Test
    void aSoundRobotsDivergenceIsChiSquare() {
        run(3);
        run(45);
        double joints = joint / (3.0 * judged);
        double all = whole / (double) judged;
        assertTrue(joints > 0.02 && joints < 0.08, "beyond the 95 % bound: " + joints + " of joints");
        assertTrue(all > 0.02 && all < 0.08, "beyond the 95 % bound: " + all + " of wholes");
    }

    @Test
    void aBrokenRobotsDivergenceIsNot() {
        run(5);
        robot.inject(new Fault(Fault.Kind.EFFORT_LIMIT, "lift", 0.05, 0));
        learn = false;
        run(6);
        assertTrue(whole > 0.5 * judged, whole + " of " + judged);
    }

    @Test
    void restoredItJudgesToTheSameBits() {
        run(5);
        CanonicalOutput out = new CanonicalOutput();
        statistic.save(out);
        DivergenceStatistic other = new DivergenceStatistic(ghost, PredictionSettings.DEFAULT);
        other.restore(new CanonicalInput(out.toByteArray()));
        assertTrue(ghost.predict());
        judge(statistic);
        judge(other);
        assertEquals(statistic.whole(), other.whole());
        assertEquals(statistic.nis()[1], other.nis()[1]);
        assertEquals(statistic.positionSigma()[2], other.positionSigma()[2]);
    }
}
