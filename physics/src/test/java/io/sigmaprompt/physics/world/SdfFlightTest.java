package io.sigmaprompt.physics.world;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an SDF world puts somewhere falls and bounces as the closed forms say, wherever that is. */
class SdfFlightTest {
    private static final double GRAVITY = 9.81;
    private static final double RADIUS = 0.05;

    /** A ball at (2, -3, 1), turned, above a floor; the link and its model each have a pose of their own. */
    private static SceneRun ball(double restitution) {
        String surface = "<surface><bounce><restitution_coefficient>" + restitution
                + "</restitution_coefficient></bounce></surface>";
        return new SceneRun(
                SceneRun.reading(
                        "<sdf version='1.9'><world name='w'><model name='floor'><static>1</static><link name='link'>"
                                + "<collision name='c'><geometry><plane><normal>0 0 1</normal></plane></geometry>"
                                + surface
                                + "</collision></link></model><model name='ball'><pose>2 -3 0.75 0.3 0.2 0.1</pose>"
                                + "<link name='link'><pose relative_to='up'>0 0 0.25 0 0 0</pose><inertial><mass>0.2</mass>"
                                + "<inertia><ixx>2e-4</ixx><iyy>2e-4</iyy><izz>2e-4</izz></inertia></inertial>"
                                + "<collision name='c'><geometry><sphere><radius>" + RADIUS
                                + "</radius></sphere></geometry>" + surface
                                + "</collision></link><frame name='up'><pose relative_to='world'>2 -3 0.75 0 0 0</pose></frame>"
                                + "</model></world></sdf>"),
                SceneRun.every(1e-3));
    }

    @Test
    void it_stands_where_the_file_puts_it_and_falls_its_parabola() {
        SceneRun run = ball(0);
        int b = run.body("ball::link");
        assertEquals(2, run.at(b, 0), 1e-15);
        assertEquals(-3, run.at(b, 1), 1e-15);
        assertEquals(1, run.at(b, 2), 1e-15);
        for (int i = 0; i < 4; i++) {
            run.go(0.1);
            double t = run.world.time();
            assertEquals(1 - 0.5 * GRAVITY * t * t, run.at(b, 2), 1e-12);
            assertEquals(-GRAVITY * t, run.speed(b, 2), 1e-12);
        }
        run.world.reset();
        assertEquals(1, run.at(b, 2), 1e-15);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.5, 0.9})
    void its_apexes_are_those_of_its_restitution(double restitution) {
        SceneRun run = ball(restitution);
        int b = run.body("ball::link");
        double drop = 1 - RADIUS;
        double first = restitution * restitution * drop;
        double[] apexes = new double[2];
        int[] bounces = {0};
        double[] speed = {0};
        run.go(Math.sqrt(2 * drop / GRAVITY) * (1 + 2 * restitution + 2 * restitution * restitution), w -> {
            bounces[0] += speed[0] < 0 && run.speed(b, 2) > 0 ? 1 : 0;
            speed[0] = run.speed(b, 2);
            if (bounces[0] == 1 || bounces[0] == 2) {
                apexes[bounces[0] - 1] = Math.max(apexes[bounces[0] - 1], run.at(b, 2) - RADIUS);
            }
        });
        assertEquals(1, apexes[0] / first, 1e-4);
        assertEquals(1, apexes[1] / (first * restitution * restitution), 1e-3);
    }
}
