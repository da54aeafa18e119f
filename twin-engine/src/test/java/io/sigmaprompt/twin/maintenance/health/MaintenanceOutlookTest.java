package io.sigmaprompt.twin.maintenance.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.twin.maintenance.advice.Aspect;
import io.sigmaprompt.twin.maintenance.advice.HealthSession;
import io.sigmaprompt.twin.maintenance.advice.IndicatorCourse;
import io.sigmaprompt.twin.maintenance.advice.MaintenanceAdvice;
import io.sigmaprompt.twin.maintenance.advice.MaintenanceAdvice.Urgency;
import io.sigmaprompt.twin.maintenance.advice.MaintenanceLimits;
import io.sigmaprompt.twin.maintenance.advice.MaintenanceOutlook;
import io.sigmaprompt.twin.maintenance.advice.Reading;
import io.sigmaprompt.twin.record.HealthIndicatorRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Arms whose elbow wears from session to session, under our own physics, and what is made of it. */
class MaintenanceOutlookTest {
    private static final int SESSIONS = 20;
    private static final double SECONDS = 24;

    private static List<HealthSession> sessions(long seed, double seconds, BiConsumer<WearTrial, Integer> wear) {
        List<HealthSession> sessions = new ArrayList<>();
        for (int k = 0; k < SESSIONS; k++) {
            WearTrial trial = new WearTrial(1000 * seed + k);
            trial.currents = true;
            wear.accept(trial, k);
            HealthIndicatorRecord health = trial.work(seconds);
            sessions.add(new HealthSession("run-" + k, 0, health));
        }
        return sessions;
    }

    private static MaintenanceOutlook outlook(long seed, double seconds, BiConsumer<WearTrial, Integer> wear) {
        return MaintenanceOutlook.of(sessions(seed, seconds, wear), MaintenanceLimits.DEFAULT);
    }

    private static void assertAdvisesElbowOnly(Aspect aspect, MaintenanceOutlook outlook) {
        assertEquals(
                List.of("elbow " + aspect),
                outlook.advice().stream()
                        .map(each -> each.joint() + " " + each.aspect())
                        .toList());
        MaintenanceAdvice advice = outlook.advice().getFirst();
        assertEquals(Urgency.PLAN, advice.urgency());
        assertTrue(advice.why().contains(aspect.words()), advice::why);
        assertTrue(advice.when().contains("sessions like these"), advice::when);
        assertTrue(advice.byHours() > 0 && advice.byHours() < advice.left().median());
    }

    private static IndicatorCourse elbow(MaintenanceOutlook outlook, Aspect aspect) {
        return outlook.courses().stream()
                .filter(each -> each.joint().equals("elbow") && each.aspect() == aspect)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void growingFrictionIsFollowedAndToldAtItsJoint() {
        MaintenanceOutlook outlook = outlook(1, SECONDS, (trial, k) -> trial.friction = 1 + 0.02 * k);
        assertAdvisesElbowOnly(Aspect.FRICTION, outlook);
        double healthy = 3 + 1.5 * usualSpeed(outlook);
        for (Reading each : elbow(outlook, Aspect.FRICTION).readings()) {
            assertEquals(healthy * (1 + 0.02 * each.session()), each.value(), 2 * each.deviation(), each::toString);
        }
    }

    @Test
    void aMotorThatWeakensIsToldByItsCurrentAndNotAsFriction() {
        MaintenanceOutlook outlook = outlook(2, SECONDS, (trial, k) -> trial.gain = 1 / (1 + 0.006 * k));
        assertAdvisesElbowOnly(Aspect.CURRENT_GAIN, outlook);
        for (Reading each : elbow(outlook, Aspect.CURRENT_GAIN).readings()) {
            double truth = WearTrial.CURRENT * (1 + 0.006 * each.session());
            assertEquals(truth, each.value(), 3 * each.deviation(), each::toString);
        }
    }

    @Test
    void aMotorThatGetsWarmerFromTheSameLoadIsToldByItsHeat() {
        MaintenanceOutlook outlook = outlook(3, 300, (trial, k) -> {
            trial.temperatures = true;
            trial.ambientTold = true;
            trial.ambient = 290 + 3 * (k % 5);
            trial.resistance = WearTrial.RESISTANCE * (1 + 0.012 * k);
        });
        assertAdvisesElbowOnly(Aspect.THERMAL_RESISTANCE, outlook);
        for (Reading each : elbow(outlook, Aspect.THERMAL_RESISTANCE).readings()) {
            double truth = WearTrial.RESISTANCE * (1 + 0.012 * each.session());
            assertEquals(truth, each.value(), 3 * each.deviation(), each::toString);
        }
    }

    @Test
    void playThatGrowsIsToldWhereTheMotorsSideIs() {
        MaintenanceOutlook outlook = outlook(4, SECONDS, (trial, k) -> {
            trial.motors = true;
            trial.backlash = 0.002 + 0.00008 * k;
        });
        assertAdvisesElbowOnly(Aspect.BACKLASH, outlook);
    }

    @Test
    void aLimitThatIsReachedAsksForItNow() {
        MaintenanceAdvice advice = outlook(5, SECONDS, (trial, k) -> trial.friction = k < 15 ? 1 : 1.7)
                .advice()
                .getFirst();
        assertEquals(Urgency.NOW, advice.urgency());
        assertEquals("elbow", advice.joint());
        assertEquals("now", advice.when());
    }

    @Test
    void healthyRobotsAreLeftAlone() {
        for (long seed = 10; seed < 30; seed++) {
            List<MaintenanceAdvice> advice = outlook(seed, SECONDS, (trial, k) -> {
                        trial.temperatures = true;
                        trial.ambientTold = true;
                        trial.motors = true;
                        trial.backlash = 0.002;
                    })
                    .advice();
            assertTrue(advice.isEmpty(), advice::toString);
        }
    }

    @Test
    void theIntervalOfWhatIsLeftHoldsTheTruthMostOfTheTime() {
        int draws = 40;
        int held = 0;
        int told = 0;
        double ratio = 0;
        for (int draw = 0; draw < draws; draw++) {
            SplittableRandom random = new SplittableRandom(77 + draw);
            double drift = random.nextDouble(0.01, 0.025);
            double[] friction = new double[2000];
            friction[0] = 1;
            for (int k = 1; k < friction.length; k++) {
                friction[k] = friction[k - 1] + drift + 0.5 * drift * (random.nextInt(2) * 2 - 1);
            }
            MaintenanceOutlook outlook = outlook(100 + draw, SECONDS, (trial, k) -> trial.friction = friction[k]);
            IndicatorCourse course = elbow(outlook, Aspect.FRICTION);
            double limit = course.limit() / (3 + 1.5 * usualSpeed(outlook));
            int reached = SESSIONS - 1;
            while (friction[reached] < limit) {
                reached++;
            }
            double truth = (reached - (SESSIONS - 1)) * outlook.hours() / SESSIONS;
            if (course.left() != null && truth > 0) {
                told++;
                held += course.left().low() <= truth && truth <= course.left().high() ? 1 : 0;
                ratio += course.left().median() / truth;
            }
        }
        assertTrue(told >= 30, "only " + told);
        // 27 of 40 where 80 % are promised; the class of processes is told to be that honest in docs/watch.md.
        assertTrue(held >= 0.6 * told, held + " of " + told);
        assertEquals(1, ratio / told, 0.25);
    }

    private static double usualSpeed(MaintenanceOutlook outlook) {
        double[] speeds = outlook.sessions().stream()
                .mapToDouble(each -> each.health().joints().get(WearTrial.ELBOW).speed())
                .sorted()
                .toArray();
        return speeds[speeds.length / 2];
    }
}
