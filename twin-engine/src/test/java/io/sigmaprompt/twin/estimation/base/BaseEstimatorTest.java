package io.sigmaprompt.twin.estimation.base;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.spatial.Cholesky;
import io.sigmaprompt.physics.spatial.Rotation;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BaseEstimatorTest {
    private static final int DRAWS = 60;

    /** Normalised estimation error squared of some of the errors. */
    private static double nees(FlyingBase base, int from, int to) {
        int m = to - from;
        double[] error = Arrays.copyOfRange(base.error(), from, to);
        double[] p = new double[m * m];
        for (int i = 0; i < m; i++) {
            System.arraycopy(base.estimator.covariance(), (from + i) * 15 + from, p, i * m, m);
        }
        assertEquals(-1, Cholesky.factor(p, m), "the covariance is positive");
        double[] solved = error.clone();
        Cholesky.solve(p, m, solved);
        double sum = 0;
        for (int i = 0; i < m; i++) {
            sum += error[i] * solved[i];
        }
        return sum;
    }

    /** The bounds within which the mean of DRAWS chi-squares lies in 999 of 1000 cases, by the normal approximation. */
    private static void assertConsistent(double mean, int freedoms, String what) {
        double spread = 3.3 * Math.sqrt(2.0 * freedoms / DRAWS);
        assertEquals(freedoms, mean, spread, what);
    }

    private static void run(FlyingBase base, double until, int posesEach, boolean poses) {
        for (int i = 1; base.seconds() < until - 1e-9; i++) {
            base.step();
            if (poses && i % posesEach == 0) {
                base.tellPose(i / posesEach % 2 == 1);
            }
        }
    }

    @Test
    void itErrsAsMuchAsItsCovarianceSaysOverManyDraws() {
        double all = 0;
        double pose = 0;
        double nis = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            FlyingBase base = new FlyingBase(draw);
            run(base, 12, 20, true);
            all += nees(base, 0, 15) / DRAWS;
            pose += nees(base, 0, 9) / DRAWS;
            nis += base.estimator.innovationNis() / DRAWS;
            assertEquals(6, base.estimator.innovationFreedom());
        }
        assertConsistent(all, 15, "all");
        assertConsistent(pose, 9, "pose and velocity");
        assertConsistent(nis, 6, "innovations");
    }

    @Test
    void fiveSecondsWithoutAPoseAreBridgedWithinTheGrownCovariance() {
        double lost = 0;
        double back = 0;
        double worst = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            FlyingBase base = new FlyingBase(1000 + draw);
            run(base, 10, 20, true);
            double before = base.estimator.covariance()[0];
            run(base, 15, 20, false);
            assertTrue(base.estimator.covariance()[0] > 4 * before);
            lost += nees(base, 0, 9) / DRAWS;
            for (int i = 0; i < 3; i++) {
                worst = Math.max(worst, Math.abs(base.error()[i]));
            }
            run(base, 17, 20, true);
            back += nees(base, 0, 9) / DRAWS;
        }
        assertConsistent(lost, 9, "after 5 s alone");
        assertConsistent(back, 9, "once poses are back");
        assertTrue(worst < 2, "off by " + worst + " m after 5 s");
    }

    @Test
    void biasesAreRecovered() {
        FlyingBase base = new FlyingBase(5);
        run(base, 40, 20, true);
        double[] error = base.error();
        for (int i = 9; i < 12; i++) {
            assertEquals(0, error[i], 2e-3, "gyro");
            assertTrue(Math.abs(base.gyroBias[i - 9] - base.estimator.gyroBias()[i - 9]) < settingsBias(base) / 5);
        }
        for (int i = 12; i < 15; i++) {
            assertEquals(0, error[i], 0.03, "accelerometer");
        }
    }

    private static double settingsBias(FlyingBase base) {
        return base.settings.gyroBias();
    }

    @Test
    void theSignOfAQuaternionMeansNothing() {
        FlyingBase one = new FlyingBase(6);
        FlyingBase other = new FlyingBase(6);
        for (int i = 1; i <= 1000; i++) {
            one.step();
            other.step();
            if (i % 20 == 0) {
                one.tellPose(false);
                other.tellPose(true);
            }
        }
        for (int i = 0; i < 3; i++) {
            assertEquals(one.estimator.pose()[i], other.estimator.pose()[i], 1e-9);
            assertEquals(one.error()[6 + i], other.error()[6 + i], 1e-9);
        }
    }

    @Test
    void atRestItFindsUpAndTheGyrosBias() {
        FlyingBase base = new FlyingBase(7);
        run(base, 0.5, 20, false);
        double[] r = new double[9];
        Rotation.fromQuaternion(base.estimator.pose(), 3, r, 0);
        for (int i = 0; i < 3; i++) {
            // What the accelerometer's bias hides: 0.1 of 9.81 m/s².
            assertEquals(base.rotation[6 + i], r[6 + i], 0.03);
            assertEquals(base.gyroBias[i], base.estimator.gyroBias()[i], 0.01);
            assertEquals(0, base.estimator.velocity()[i], 0.02);
        }
    }

    @Test
    void posesThatComeLateStandForTheirTime() {
        double late = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            FlyingBase base = new FlyingBase(2000 + draw);
            double[] position = {};
            double[] orientation = {};
            long at = 0;
            for (int i = 1; i <= 2400; i++) {
                base.step();
                if (i == 40) {
                    base.tellPose(false);
                } else if (i % 40 == 0) {
                    position = base.measuredPosition(0.02);
                    orientation = base.measuredOrientation(0.02, false);
                    at = base.nanos;
                } else if (i % 40 == 30 && at > 0) {
                    base.estimator.pose(at, position, orientation, FlyingBase.covariance(0.02, 0.02));
                }
            }
            late += nees(base, 0, 9) / DRAWS;
        }
        assertConsistent(late, 9, "with poses 150 ms late");
    }

    @Test
    void anOutlierIsLeftOutAndAJumpBelievedAfterAWhile() {
        FlyingBase base = new FlyingBase(8);
        run(base, 6, 20, true);
        double[] wrong = {base.position[0] + 3, base.position[1], base.position[2]};
        base.estimator.pose(
                base.nanos, wrong, base.measuredOrientation(0.02, false), FlyingBase.covariance(0.02, 0.02));
        assertEquals(base.position[0], base.estimator.pose()[0], 0.1);
        assertTrue(base.estimator.innovationNis() > 100);
        run(base, 7, 20, true);
        base.position[0] += 5;
        run(base, 9, 20, true);
        assertEquals(base.position[0], base.estimator.pose()[0], 0.1);
    }

    @Test
    void velocitiesAloneKeepTheSpeed() {
        double speed = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            FlyingBase base = new FlyingBase(3000 + draw);
            for (int i = 1; i <= 2000; i++) {
                base.step();
                if (i % 10 == 0) {
                    double[] told = base.velocityInBase();
                    for (int k = 0; k < 3; k++) {
                        told[k] += 0.05 * base.random.nextGaussian();
                    }
                    base.estimator.velocity(base.nanos, told, new double[0], new double[0]);
                }
            }
            double[] local = base.velocityInBase();
            for (int k = 0; k < 3; k++) {
                speed = Math.max(speed, Math.abs(local[k] - base.estimator.twist()[3 + k]));
            }
        }
        assertTrue(speed < 0.1, "speed off by " + speed);
    }

    @Test
    void aFootThatStandsKeepsTheSpeed() {
        FlyingBase base = new FlyingBase(9);
        double[] r = {0.2, 0.1, -0.4};
        for (int i = 1; i <= 2000; i++) {
            base.step();
            double[] local = base.velocityInBase();
            double[] rdot = {
                -(local[0] + base.rate[1] * r[2] - base.rate[2] * r[1]) + 0.01 * base.random.nextGaussian(),
                -(local[1] + base.rate[2] * r[0] - base.rate[0] * r[2]) + 0.01 * base.random.nextGaussian(),
                -(local[2] + base.rate[0] * r[1] - base.rate[1] * r[0]) + 0.01 * base.random.nextGaussian()
            };
            base.estimator.standstill(base.nanos, r, rdot, 0.02);
        }
        double[] local = base.velocityInBase();
        for (int i = 0; i < 3; i++) {
            assertEquals(local[i], base.estimator.twist()[3 + i], 0.02);
        }
        double[] r2 = new double[9];
        Rotation.fromQuaternion(base.estimator.pose(), 3, r2, 0);
        assertEquals(base.rotation[8], r2[8], 0.02, "up is kept");
    }

    @Test
    void withoutAnImuItGoesOnAsItWent() {
        BaseEstimator estimator = new BaseEstimator(BaseEstimatorSettings.DEFAULT, FlyingBase.START);
        double[] straight = {0, 0, 0, 1};
        for (int i = 0; i <= 100; i++) {
            double t = i * 0.05;
            estimator.pose(i * 50_000_000L, new double[] {t, 0, 0}, straight, FlyingBase.covariance(0.01, 0.01));
            estimator.velocity(i * 50_000_000L, new double[] {1, 0, 0}, new double[] {0, 0, 0}, new double[0]);
        }
        assertArrayEquals(new double[] {5, 0, 0}, Arrays.copyOf(estimator.pose(), 3), 0.01);
        assertEquals(1, estimator.twist()[3], 0.05);
        double before = estimator.covariance()[0];
        estimator.velocity(6_000_000_000L, new double[] {1, 0, 0}, new double[0], new double[0]);
        assertEquals(6, estimator.pose()[0], 0.1);
        assertTrue(estimator.covariance()[0] > 10 * before);
    }

    @Test
    void restoredAtAnyTimeItGoesOnToTheSameBits() {
        FlyingBase base = new FlyingBase(10);
        for (double cut : new double[] {0.05, 1.7, 4.2}) {
            run(base, base.seconds() + cut, 20, true);
            CanonicalOutput out = new CanonicalOutput();
            base.estimator.save(out);
            BaseEstimator other = new BaseEstimator(BaseEstimatorSettings.DEFAULT, new double[] {9, 9, 9, 0, 0, 0, 1});
            other.restore(new CanonicalInput(out.toByteArray()));
            for (int i = 1; i <= 100; i++) {
                long at = base.nanos + i * 4_000_000L;
                double[] rate = {0.1, i * 1e-3, -0.2};
                double[] force = {0.3, -0.2, 9.9};
                for (BaseEstimator one : new BaseEstimator[] {base.estimator, other}) {
                    one.imu(at, rate, force);
                    if (i % 9 == 0) {
                        one.pose(at - 30_000_000, base.position, base.orientation, new double[0]);
                        one.velocity(at, rate, rate, new double[0]);
                    }
                }
            }
            base.nanos += 400_000_000L;
            assertArrayEquals(base.estimator.pose(), other.pose());
            assertArrayEquals(base.estimator.covariance(), other.covariance());
        }
    }
}
