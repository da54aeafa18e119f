package io.sigmaprompt.physics.constraint.coordinate;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.Mimic;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Softness;
import io.sigmaprompt.physics.model.mechanism.Equality;
import io.sigmaprompt.physics.model.mechanism.FixedTendon;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Two joints or tendons of which one determines the other, {@code r = (y - y0) - P(x - x0)} with a polynomial P of degree 4
 * (MuJoCo documentation, XML reference, equality/joint).
 */
public final class Coupling implements CoordinateConstraint {
    private final String name;
    private final boolean active;
    private final Softness softness;
    private final CoordinateSum first;
    private final @Nullable CoordinateSum second;
    private final double firstReference;
    private final double secondReference;
    private final double[] polynomial;
    private final int[] support;
    /** Where the coordinates of each side stand in the support. */
    private final int[] firstPlace;

    private final int[] secondPlace;

    private Coupling(
            Equality equality,
            CoordinateSum first,
            @Nullable CoordinateSum second,
            double[] reference,
            List<Double> polynomial) {
        name = equality.name();
        active = equality.active();
        softness = equality.softness();
        this.first = first;
        this.second = second;
        firstReference = first.value(reference);
        secondReference = second == null ? 0 : second.value(reference);
        this.polynomial = polynomial.stream().mapToDouble(Double::doubleValue).toArray();
        TreeSet<Integer> seen = new TreeSet<>();
        for (int k = 0; k < first.size(); k++) {
            seen.add(first.velocity(k));
        }
        for (int k = 0; second != null && k < second.size(); k++) {
            seen.add(second.velocity(k));
        }
        List<Integer> places = List.copyOf(seen);
        support = places.stream().mapToInt(Integer::intValue).toArray();
        firstPlace = places(first, places);
        secondPlace = second == null ? new int[0] : places(second, places);
    }

    private static int[] places(CoordinateSum sum, List<Integer> support) {
        int[] places = new int[sum.size()];
        for (int k = 0; k < places.length; k++) {
            places[k] = support.indexOf(sum.velocity(k));
        }
        return places;
    }

    /**
     * A coupling of joints.
     *
     * @param reference configuration (nq) of y0 and x0
     */
    public static Coupling of(RobotModel model, Equality.JointCoupling coupling, double[] reference) {
        String what = "equality '" + coupling.name() + "'";
        String second = coupling.second();
        return new Coupling(
                coupling,
                CoordinateSum.of(model, what, coupling.first()),
                second == null ? null : CoordinateSum.of(model, what, second),
                reference,
                coupling.polynomial());
    }

    /**
     * A coupling of tendons' lengths.
     *
     * @param lengths of all tendons that the coupling may name
     * @param reference configuration (nq) of y0 and x0
     */
    static Coupling of(
            RobotModel model, Equality.TendonCoupling coupling, Map<String, FixedTendon> lengths, double[] reference) {
        String second = coupling.second();
        return new Coupling(
                coupling,
                length(model, coupling, coupling.first(), lengths),
                second == null ? null : length(model, coupling, second, lengths),
                reference,
                coupling.polynomial());
    }

    private static CoordinateSum length(
            RobotModel model, Equality.TendonCoupling coupling, String tendon, Map<String, FixedTendon> lengths) {
        FixedTendon found = lengths.get(tendon);
        if (found == null) {
            throw new BadInputException(
                    "robot '" + model.name() + "', equality '" + coupling.name() + "'",
                    "expected a fixed tendon, found '" + tendon + "'",
                    "Name a fixed tendon of this robot.");
        }
        return CoordinateSum.of(model, found);
    }

    /**
     * What a mimic joint obeys, {@code q - (multiplier · q(leader) + offset) = 0}.
     *
     * @throws BadInputException if one of both is no joint of one coordinate
     */
    public static Coupling of(RobotModel model, Joint follower, Mimic mimic) {
        Equality.JointCoupling coupling = new Equality.JointCoupling(
                follower.name() + " mimics " + mimic.joint(),
                true,
                Softness.DEFAULT,
                follower.name(),
                mimic.joint(),
                List.of(mimic.offset(), mimic.multiplier()));
        return of(model, coupling, new double[model.nq()]);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean active() {
        return active;
    }

    @Override
    public boolean bilateral() {
        return true;
    }

    @Override
    public int rows() {
        return 1;
    }

    @Override
    public double margin() {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public Softness softness() {
        return softness;
    }

    @Override
    public int supportSize() {
        return support.length;
    }

    @Override
    public int support(int k) {
        return support[k];
    }

    @Override
    public void evaluate(double[] q, double[] residual, double[] jacobian) {
        double x = second == null ? 0 : second.value(q) - secondReference;
        double value = 0;
        double slope = 0;
        for (int i = polynomial.length - 1; i >= 0; i--) {
            slope = slope * x + value;
            value = value * x + polynomial[i];
        }
        residual[0] = first.value(q) - firstReference - value;
        for (int k = 0; k < support.length; k++) {
            jacobian[k] = 0;
        }
        for (int k = 0; k < firstPlace.length; k++) {
            jacobian[firstPlace[k]] += first.coefficient(k);
        }
        for (int k = 0; second != null && k < secondPlace.length; k++) {
            jacobian[secondPlace[k]] -= slope * second.coefficient(k);
        }
    }
}
