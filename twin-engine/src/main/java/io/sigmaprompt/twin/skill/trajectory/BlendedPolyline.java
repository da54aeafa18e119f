package io.sigmaprompt.twin.skill.trajectory;

import java.util.ArrayList;
import java.util.List;

/**
 * Straight legs between waypoints, with corners rounded by parabolas that touch both legs at the same distance from the
 * corner (Kunz and Stilman, Time-optimal trajectory generation for path following with bounded acceleration and
 * velocity, RSS 2012, have circles there). s is the length along the legs in the Euclidean norm of joint space, so that a
 * round of reach r takes 2 r of it; the second derivative is constant in each piece. Immutable.
 */
public final class BlendedPolyline implements PathCurve {
    /** Waypoints nearer than this are one, rad or m. */
    private static final double SAME = 1e-9;

    private final int width;
    /** Where each piece begins, and where the last ends. */
    private final double[] starts;
    /** Per piece: point, tangent and second derivative at its beginning, {@code width} numbers each. */
    private final double[] coefficients;

    private BlendedPolyline(int width, double[] starts, double[] coefficients) {
        this.width = width;
        this.starts = starts;
        this.coefficients = coefficients;
    }

    /**
     * The polyline through waypoints.
     *
     * @param waypoints one array a waypoint, one entry a joint
     * @param reaches for each waypoint, how far from its corner the round begins; cut to half of the shorter leg, and
     *     nothing at the ends. A corner of reach 0 is a stop: the second derivative would be endless there
     * @throws IllegalArgumentException if there is no waypoint or their number is not that of the reaches
     */
    public static BlendedPolyline of(List<double[]> waypoints, double[] reaches) {
        if (waypoints.isEmpty() || waypoints.size() != reaches.length) {
            throw new IllegalArgumentException("expected a reach for each of some waypoints, found " + waypoints.size()
                    + " and " + reaches.length);
        }
        return new Builder(waypoints, reaches).build();
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int pieces() {
        return starts.length - 1;
    }

    @Override
    public double start(int piece) {
        return starts[piece];
    }

    @Override
    public void evaluate(int piece, double s, double[] position, double[] first, double[] second) {
        double along = s - starts[piece];
        int c = 3 * width * piece;
        for (int j = 0; j < width; j++) {
            double tangent = coefficients[c + width + j];
            double bend = coefficients[c + 2 * width + j];
            position[j] = coefficients[c + j] + along * (tangent + 0.5 * along * bend);
            first[j] = tangent + along * bend;
            second[j] = bend;
        }
    }

    /** Lays legs and rounds one after the other. */
    private static final class Builder {
        private final List<double[]> corners = new ArrayList<>();
        private final List<Double> reach = new ArrayList<>();
        private final int width;
        private final List<Double> starts = new ArrayList<>();
        private final List<double[]> pieces = new ArrayList<>();
        private double s;

        Builder(List<double[]> waypoints, double[] reaches) {
            width = waypoints.getFirst().length;
            for (int k = 0; k < waypoints.size(); k++) {
                if (corners.isEmpty() || distance(corners.getLast(), waypoints.get(k)) > SAME) {
                    corners.add(waypoints.get(k));
                    reach.add(reaches[k]);
                }
            }
        }

        BlendedPolyline build() {
            double taken = 0;
            for (int k = 0; k + 1 < corners.size(); k++) {
                double[] from = corners.get(k);
                double[] to = corners.get(k + 1);
                double leg = distance(from, to);
                double[] along = direction(from, to, leg);
                boolean last = k + 2 == corners.size();
                double round = last ? 0 : round(k + 1, leg);
                add(point(from, along, taken), along, new double[width], leg - taken - round);
                if (round > 0) {
                    double[] out = direction(to, corners.get(k + 2), distance(to, corners.get(k + 2)));
                    double[] bend = new double[width];
                    for (int j = 0; j < width; j++) {
                        bend[j] = (out[j] - along[j]) / (2 * round);
                    }
                    add(point(to, along, -round), along, bend, 2 * round);
                }
                taken = round;
            }
            if (pieces.isEmpty()) {
                add(corners.getFirst(), new double[width], new double[width], 0);
            }
            starts.add(s);
            double[] coefficients = new double[3 * width * pieces.size()];
            for (int p = 0; p < pieces.size(); p++) {
                System.arraycopy(pieces.get(p), 0, coefficients, 3 * width * p, 3 * width);
            }
            return new BlendedPolyline(
                    width, starts.stream().mapToDouble(Double::doubleValue).toArray(), coefficients);
        }

        private double round(int corner, double legBefore) {
            double legAfter = distance(corners.get(corner), corners.get(corner + 1));
            return Math.min(reach.get(corner), 0.5 * Math.min(legBefore, legAfter));
        }

        private void add(double[] point, double[] tangent, double[] bend, double length) {
            if (length <= SAME && !pieces.isEmpty()) {
                return;
            }
            double[] piece = new double[3 * width];
            System.arraycopy(point, 0, piece, 0, width);
            System.arraycopy(tangent, 0, piece, width, width);
            System.arraycopy(bend, 0, piece, 2 * width, width);
            pieces.add(piece);
            starts.add(s);
            s += length;
        }

        private double[] point(double[] from, double[] along, double distance) {
            double[] point = new double[width];
            for (int j = 0; j < width; j++) {
                point[j] = from[j] + distance * along[j];
            }
            return point;
        }

        private double[] direction(double[] from, double[] to, double length) {
            double[] direction = new double[width];
            for (int j = 0; j < width; j++) {
                direction[j] = (to[j] - from[j]) / length;
            }
            return direction;
        }

        private static double distance(double[] a, double[] b) {
            double sum = 0;
            for (int j = 0; j < a.length; j++) {
                sum += (a[j] - b[j]) * (a[j] - b[j]);
            }
            return Math.sqrt(sum);
        }
    }
}
