package io.sigmaprompt.twin.maintenance.health;

import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.estimation.EffortResidual;
import io.sigmaprompt.twin.record.HealthIndicatorRecord;

/**
 * The health of one joint. Effort is explained block by block as gain · (what body and rotor need) + Coulomb friction ·
 * direction + viscous friction · velocity + offset; so a load that the model knows is no friction, and a drive that must
 * be asked for more is no load.
 */
final class JointHealth implements Restorable {
    static final int GAIN = 0;
    static final int COULOMB = 1;
    static final int VISCOUS = 2;

    /** Stands in, N m or N, for the effort limit of a joint that has none. */
    private static final double DEFAULT_EFFORT = 100;

    /** The same for the velocity limit, rad/s or m/s. */
    private static final double DEFAULT_VELOCITY = 3;

    /** Share of the effort limit by which friction and offset may differ from the model's. */
    private static final double FRICTION_DOUBT = 0.2;

    /** Slower than this a joint may stick, rad/s or m/s. */
    private static final double SLIDING = 2 * EffortResidual.REST;

    /** Errors of efforts, in effort limits, and of currents, A, are never believed to be smaller. */
    private static final double RESOLUTION = 1e-6;

    /** A current gain is taken for anything. */
    private static final double ANY_GAIN = 1e3;

    private final Joint joint;
    private final HealthSettings settings;
    private final double limit;
    private final double fastest;
    private final MotionBlock block = new MotionBlock();
    private final EvidenceRegression effort;
    private final EvidenceRegression current;
    private final ThermalFit heat;
    private final PlayFit play;
    private final PlayFit deadTravel;
    private final LoadCollective load;
    private final double[] x = new double[4];
    private double speeds;
    private double moves;
    private boolean currentHeard;
    private boolean effortHeard;
    private boolean heatHeard;
    private boolean heatBegun;
    private boolean heatByCurrent;
    private double heatSeconds;
    private double temperatures;
    private double temperatureCount;
    private double ambients;
    private double ambientCount;

    JointHealth(Joint joint, HealthSettings settings) {
        this.joint = joint;
        this.settings = settings;
        limit = Double.isInfinite(joint.limits().effort())
                ? DEFAULT_EFFORT
                : joint.limits().effort();
        fastest = Double.isInfinite(joint.limits().velocity())
                ? DEFAULT_VELOCITY
                : joint.limits().velocity();
        double doubt = FRICTION_DOUBT * limit;
        effort = new EvidenceRegression(
                settings.memory(),
                new double[] {1, joint.dynamics().friction(), joint.dynamics().damping(), 0},
                new double[] {1, doubt, doubt / fastest, doubt},
                RESOLUTION * limit);
        current = new EvidenceRegression(
                settings.memory(), new double[4], new double[] {ANY_GAIN, ANY_GAIN, ANY_GAIN, ANY_GAIN}, RESOLUTION);
        heat = new ThermalFit(settings.heatMemory());
        play = new PlayFit(limit, settings.memory());
        deadTravel = new PlayFit(limit, settings.memory());
        load = new LoadCollective(limit, settings);
    }

    /** A temperature of the joint, K. */
    void temperature(double kelvin) {
        heatHeard = true;
        temperatures += kelvin;
        temperatureCount++;
    }

    /** The temperature of what is around, K. */
    void ambient(double kelvin) {
        ambients += kelvin;
        ambientCount++;
    }

    /**
     * Takes a frame; NaN where something is not known.
     *
     * @param step time to the next one, s
     * @param needed effort that body and rotor need, N m or N
     * @param measured effort, N m or N
     * @param amperes the motor's current
     * @param motor motor's position less the link's, rad or m
     * @param command commanded position less the measured one, rad or m
     */
    void frame(
            double step,
            double needed,
            double velocity,
            double measured,
            double amperes,
            double motor,
            double command) {
        boolean told = !Double.isNaN(measured);
        effortHeard |= told;
        currentHeard |= !Double.isNaN(amperes);
        double bears = told ? measured : needed + joint.dynamics().loss(velocity);
        load.effort(bears);
        block.add(step, needed, velocity, measured, bears, amperes, motor, command);
        if (block.seconds() >= settings.blockNanos() * 1e-9) {
            look();
            block.clear();
        }
    }

    /** Frames are missing: what was begun is not finished. */
    void interrupt() {
        block.clear();
    }

    private void look() {
        load.stretch(block.seconds(), block.travel(), block.magnitude());
        if (block.steady(SLIDING)) {
            x[GAIN] = block.needed();
            x[COULOMB] = Math.signum(block.velocity());
            x[VISCOUS] = block.velocity();
            x[3] = 1;
            if (!Double.isNaN(block.effort())) {
                effort.add(x, block.effort());
            }
            if (!Double.isNaN(block.current())) {
                current.add(x, block.current());
            }
            speeds += (Math.abs(block.velocity()) - speeds) / Math.min(++moves, settings.memory());
        }
        play.add(block.motor(), block.needed(), block.velocity());
        if (block.resting(EffortResidual.REST)) {
            deadTravel.add(block.command(), block.needed(), block.velocity());
        }
        warm();
    }

    private void warm() {
        if (!heatHeard) {
            // What it was warmer at first is fitted, so nothing is lost, and most robots tell of no temperature.
            return;
        }
        heatSeconds += block.seconds();
        if (heatBegun) {
            double square = heatByCurrent ? block.currentSquare() : block.square();
            if (!Double.isNaN(square)) {
                heat.load(square / heatScale(), block.seconds());
            }
        }
        if (heatSeconds < settings.heatNanos() * 1e-9) {
            return;
        }
        heatSeconds = 0;
        if (!heatBegun) {
            heatBegun = true;
            heatByCurrent = currentHeard;
        }
        if (temperatureCount > 0) {
            heat.temperature(temperatures / temperatureCount, ambientCount > 0 ? ambients / ambientCount : Double.NaN);
        }
        temperatures = temperatureCount = ambients = ambientCount = 0;
    }

    boolean prismatic() {
        return joint.type() == JointType.PRISMATIC;
    }

    double limit() {
        return limit;
    }

    double fastest() {
        return fastest;
    }

    /** Mean speed of what friction is told from, rad/s or m/s. */
    double speed() {
        return speeds;
    }

    EvidenceRegression effort() {
        return effort;
    }

    EvidenceRegression current() {
        return current;
    }

    ThermalFit heat() {
        return heat;
    }

    PlayFit play() {
        return play;
    }

    PlayFit deadTravel() {
        return deadTravel;
    }

    boolean effortHeard() {
        return effortHeard;
    }

    boolean currentHeard() {
        return currentHeard;
    }

    boolean heatHeard() {
        return heatHeard;
    }

    /** The squared load that heat is fitted for: that of the effort limit, or 1 A². */
    double heatScale() {
        return heatByCurrent ? 1 : limit * limit;
    }

    boolean heatByCurrent() {
        return heatByCurrent;
    }

    /** All that can be told of it now. */
    HealthIndicatorRecord.Joint tell() {
        return new HealthIndicatorRecord.Joint(
                joint.name(),
                prismatic(),
                new JointAccount(this).indicators(),
                moves == 0 ? Double.NaN : speeds,
                load.load());
    }

    @Override
    public void save(CanonicalOutput out) {
        block.save(out);
        effort.save(out);
        current.save(out);
        heat.save(out);
        play.save(out);
        deadTravel.save(out);
        load.save(out);
        out.putDouble(speeds);
        out.putDouble(moves);
        out.putBoolean(currentHeard);
        out.putBoolean(effortHeard);
        out.putBoolean(heatHeard);
        out.putBoolean(heatBegun);
        out.putBoolean(heatByCurrent);
        out.putDouble(heatSeconds);
        out.putDouble(temperatures);
        out.putDouble(temperatureCount);
        out.putDouble(ambients);
        out.putDouble(ambientCount);
    }

    @Override
    public void restore(CanonicalInput in) {
        block.restore(in);
        effort.restore(in);
        current.restore(in);
        heat.restore(in);
        play.restore(in);
        deadTravel.restore(in);
        load.restore(in);
        speeds = in.getDouble();
        moves = in.getDouble();
        currentHeard = in.getBoolean();
        effortHeard = in.getBoolean();
        heatHeard = in.getBoolean();
        heatBegun = in.getBoolean();
        heatByCurrent = in.getBoolean();
        heatSeconds = in.getDouble();
        temperatures = in.getDouble();
        temperatureCount = in.getDouble();
        ambients = in.getDouble();
        ambientCount = in.getDouble();
    }
}
