package io.sigmaprompt.physics.sensor.range;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.sensor.ParameterCheck;
import io.sigmaprompt.physics.spatial.Trig;
import java.util.Objects;

/**
 * The beams of a scanner, in its own frame (x ahead, y left, z up; REP 103), in the order in which they are fired.
 * Immutable.
 */
public final class BeamTable {
    private static final int MOST_BEAMS = 1 << 22;

    /** 3 a beam, unit length. */
    private final double[] directions;
    /** When each beam is fired, as a share of the scan's duration, from 0 to below 1. */
    private final double[] moment;

    private BeamTable(double[] directions, double[] moment) {
        this.directions = directions;
        this.moment = moment;
    }

    /**
     * A fan in the plane z = 0.
     *
     * @param from azimuth of the first beam, rad, from x towards y
     * @param to azimuth of the last
     * @param count of beams, 1 or more
     * @throws BadInputException if an angle is not finite, or there is no beam
     */
    public static BeamTable fan(double from, double to, int count) {
        return rings(from, to, count, 0);
    }

    /** A fan all around, from azimuth -π, each beam once. */
    public static BeamTable circle(int count) {
        return fan(-Math.PI, lastOfTurn(count), count);
    }

    /**
     * Columns of beams that turn about z: beam {@code column·rings + ring}; those of a column are fired at once.
     *
     * @param from azimuth of the first column, rad, from x towards y
     * @param to azimuth of the last
     * @param columns 1 or more
     * @param elevations of the rings, rad, upwards positive
     * @throws BadInputException if an angle is not finite, or there is no beam
     */
    public static BeamTable rings(double from, double to, int columns, double... elevations) {
        ParameterCheck.finite("scanner's first azimuth", from, "Give radians.");
        ParameterCheck.finite("scanner's last azimuth", to, "Give radians.");
        int rings = elevations.length;
        if (columns < 1 || rings < 1 || (long) columns * rings > MOST_BEAMS) {
            throw new BadInputException(
                    "scanner's beams",
                    "expected between 1 and " + MOST_BEAMS + ", found " + columns + " columns of " + rings,
                    "Give at least one column and one elevation.");
        }
        double[] directions = new double[3 * columns * rings];
        double[] moment = new double[columns * rings];
        double step = columns == 1 ? 0 : (to - from) / (columns - 1);
        for (int column = 0; column < columns; column++) {
            double azimuth = from + column * step;
            for (int ring = 0; ring < rings; ring++) {
                ParameterCheck.finite("scanner's elevation " + ring, elevations[ring], "Give radians.");
                int beam = column * rings + ring;
                double level = Trig.cos(elevations[ring]);
                directions[3 * beam] = level * Trig.cos(azimuth);
                directions[3 * beam + 1] = level * Trig.sin(azimuth);
                directions[3 * beam + 2] = Trig.sin(elevations[ring]);
                moment[beam] = column / (double) columns;
            }
        }
        return new BeamTable(directions, moment);
    }

    /** Columns all around, from azimuth -π, each once. */
    public static BeamTable spinning(int columns, double... elevations) {
        return rings(-Math.PI, lastOfTurn(columns), columns, elevations);
    }

    /**
     * A cone about x, all beams fired at once: one along x, and rings of beams at even angles from it.
     *
     * @param halfAngle of the outermost ring, rad, from 0 to below π/2
     * @param rings about the beam in the middle; 0 for that beam alone
     * @param beamsPerRing 1 or more
     * @throws BadInputException if a number is impossible
     */
    public static BeamTable cone(double halfAngle, int rings, int beamsPerRing) {
        if (!(halfAngle >= 0 && halfAngle < 0.5 * Math.PI)) {
            throw new BadInputException(
                    "cone's half angle",
                    "expected from 0 to below π/2 rad, found " + halfAngle,
                    "It is measured from the axis: half of the field of view.");
        }
        if (rings < 0 || beamsPerRing < 1 || (long) rings * beamsPerRing >= MOST_BEAMS) {
            throw new BadInputException(
                    "cone's beams",
                    "expected at most " + MOST_BEAMS + ", found " + rings + " rings of " + beamsPerRing,
                    "Three rings of eight are plenty.");
        }
        int count = 1 + rings * beamsPerRing;
        double[] directions = new double[3 * count];
        directions[0] = 1;
        for (int ring = 0; ring < rings; ring++) {
            double angle = halfAngle * (ring + 1) / rings;
            for (int k = 0; k < beamsPerRing; k++) {
                // Every second ring stands between the beams of the one inside it.
                double around = 2 * Math.PI * (k + 0.5 * (ring & 1)) / beamsPerRing;
                int o = 3 * (1 + ring * beamsPerRing + k);
                directions[o] = Trig.cos(angle);
                directions[o + 1] = Trig.sin(angle) * Trig.cos(around);
                directions[o + 2] = Trig.sin(angle) * Trig.sin(around);
            }
        }
        return new BeamTable(directions, new double[count]);
    }

    private static double lastOfTurn(int count) {
        return Math.PI - 2 * Math.PI / Math.max(1, count);
    }

    /** How many beams there are. */
    public int count() {
        return moment.length;
    }

    /**
     * Where a beam goes.
     *
     * @param out Modified. unit vector in the scanner's frame at {@code o}
     */
    public void direction(int beam, double[] out, int o) {
        System.arraycopy(directions, 3 * Objects.checkIndex(beam, moment.length), out, o, 3);
    }

    /** When a beam is fired, as a share of the scan's duration. */
    double moment(int beam) {
        return moment[beam];
    }
}
