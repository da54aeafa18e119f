package io.sigmaprompt.physics.actuator.device;

import io.sigmaprompt.physics.actuator.Range;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.spatial.Cholesky;
import io.sigmaprompt.physics.spatial.Trig;
import java.util.List;

/**
 * A base on wheels that roll without a force: wheel speeds to the base's twist and back (Lynch, Park, Modern Robotics,
 * 2017, section 13.2, equations 13.2 to 13.6). Wheels that contradict each other give the twist of least squared rim speed
 * error. Twists are (vx, vy, ω) in the base's axes, m/s and rad/s. Has no state.
 */
public final class KinematicWheels {
    private static final double SMALL_ANGLE = 1e-4;

    private final int wheels;
    /** Radius of each wheel, m. */
    private final double[] radius;
    /** Rim speed of each wheel by the twist, wheels x 3. */
    private final double[] rim;
    /** The twist by rim speeds, 3 x wheels. */
    private final double[] inverse;

    /**
     * Any wheels.
     *
     * @throws BadInputException if they leave the base a motion that turns none of them
     */
    public KinematicWheels(List<BaseWheel> wheels) {
        this.wheels = wheels.size();
        radius = new double[this.wheels];
        rim = new double[3 * this.wheels];
        inverse = new double[3 * this.wheels];
        double[] normal = new double[9];
        double[] sideways = new double[3];
        for (int i = 0; i < this.wheels; i++) {
            BaseWheel wheel = wheels.get(i);
            radius[i] = wheel.radius();
            wheel.rimRow(rim, 3 * i);
            accumulate(rim, 3 * i, normal);
            if (!wheel.slidesSideways()) {
                wheel.sidewaysRow(sideways);
                accumulate(sideways, 0, normal);
            }
        }
        double size = normal[0] + normal[4] + normal[8];
        // A motion that no wheel sees leaves only rounding in a pivot.
        for (int k = 0; k < 9; k += 4) {
            normal[k] -= 1e-12 * size;
        }
        if (Cholesky.factor(normal, 3) >= 0) {
            throw new BadInputException(
                    "wheeled base",
                    this.wheels + " wheels do not decide how the base moves",
                    "Give at least two fixed wheels side by side, or three that slide sideways and point apart.");
        }
        double[] column = new double[3];
        for (int i = 0; i < this.wheels; i++) {
            System.arraycopy(rim, 3 * i, column, 0, 3);
            Cholesky.solve(normal, 3, column);
            for (int k = 0; k < 3; k++) {
                inverse[k * this.wheels + i] = column[k];
            }
        }
    }

    /** Two wheels on one axle, left then right. */
    public static KinematicWheels differential(double radius, double track) {
        Range.positive("differential base, track", track);
        return new KinematicWheels(
                List.of(BaseWheel.fixed(0, 0.5 * track, 0, radius), BaseWheel.fixed(0, -0.5 * track, 0, radius)));
    }

    /** Four mecanum wheels whose rollers, seen from above, form an X: front left and right, rear left and right. */
    public static KinematicWheels mecanum(double radius, double wheelbase, double track) {
        Range.positive("mecanum base, wheelbase", wheelbase);
        Range.positive("mecanum base, track", track);
        double x = 0.5 * wheelbase;
        double y = 0.5 * track;
        double roller = Math.PI / 4;
        return new KinematicWheels(List.of(
                BaseWheel.sliding(x, y, 0, -roller, radius),
                BaseWheel.sliding(x, -y, 0, roller, radius),
                BaseWheel.sliding(-x, y, 0, roller, radius),
                BaseWheel.sliding(-x, -y, 0, -roller, radius)));
    }

    private static void accumulate(double[] row, int o, double[] normal) {
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                normal[3 * i + j] += row[o + i] * row[o + j];
            }
        }
    }

    /** How many wheels. */
    public int count() {
        return wheels;
    }

    /**
     * The twist that wheel speeds give.
     *
     * @param speeds of the wheels, rad/s
     * @param slip share of each rim's way that is lost, 0 for rolling and 1 for spinning in place; negative for skidding
     * @param twist Modified. vx, vy, ω
     */
    public void twist(double[] speeds, double[] slip, double[] twist) {
        for (int k = 0; k < 3; k++) {
            double sum = 0;
            for (int i = 0; i < wheels; i++) {
                sum += inverse[k * wheels + i] * radius[i] * (1 - slip[i]) * speeds[i];
            }
            twist[k] = sum;
        }
    }

    /**
     * The wheel speeds that a twist needs, rolling.
     *
     * @param twist vx, vy, ω; a base of fixed wheels cannot follow vy
     * @param speeds Modified. rad/s
     */
    public void wheelSpeeds(double[] twist, double[] speeds) {
        for (int i = 0; i < wheels; i++) {
            speeds[i] = (rim[3 * i] * twist[0] + rim[3 * i + 1] * twist[1] + rim[3 * i + 2] * twist[2]) / radius[i];
        }
    }

    /**
     * Moves a pose along a constant twist, exactly: the arc of a circle (Lynch, Park, equation 13.35).
     *
     * @param pose Modified. x, y (m) and heading (rad) in the world
     */
    public static void advance(double[] pose, double[] twist, double dt) {
        double angle = twist[2] * dt;
        double forward;
        double sideways;
        if (Math.abs(angle) < SMALL_ANGLE) {
            forward = 1 - angle * angle / 6;
            sideways = 0.5 * angle - angle * angle * angle / 24;
        } else {
            double half = Trig.sin(0.5 * angle);
            forward = Trig.sin(angle) / angle;
            sideways = 2 * half * half / angle;
        }
        double dx = dt * (forward * twist[0] - sideways * twist[1]);
        double dy = dt * (sideways * twist[0] + forward * twist[1]);
        double c = Trig.cos(pose[2]);
        double s = Trig.sin(pose[2]);
        pose[0] += c * dx - s * dy;
        pose[1] += s * dx + c * dy;
        pose[2] += angle;
    }
}
