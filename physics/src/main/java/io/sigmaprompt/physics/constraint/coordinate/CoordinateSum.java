package io.sigmaprompt.physics.constraint.coordinate;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.mechanism.FixedTendon;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A linear combination of scalar joints' coordinates, {@code Σ c·q}: a joint's own, or the length of a fixed tendon. */
public final class CoordinateSum {
    private final int[] q;
    private final int[] v;
    private final double[] coefficient;

    private CoordinateSum(RobotModel model, String what, List<FixedTendon.Term> terms) {
        Map<Integer, Double> byJoint = new TreeMap<>();
        for (FixedTendon.Term term : terms) {
            int joint = model.jointIndex(term.joint());
            if (joint < 0 || !model.joints().get(joint).type().isScalar()) {
                throw new BadInputException(
                        "robot '" + model.name() + "', " + what,
                        "expected a revolute, continuous or prismatic joint, found '" + term.joint() + "'",
                        "Name a joint of this robot that moves by one coordinate.");
            }
            byJoint.merge(joint, term.coefficient(), Double::sum);
        }
        q = new int[byJoint.size()];
        v = new int[q.length];
        coefficient = new double[q.length];
        int k = 0;
        for (Map.Entry<Integer, Double> entry : byJoint.entrySet()) {
            q[k] = model.qIndex(entry.getKey());
            v[k] = model.vIndex(entry.getKey());
            coefficient[k++] = entry.getValue();
        }
    }

    /**
     * A joint's coordinate.
     *
     * @param what asks for it, for complaints
     * @throws BadInputException if it is no joint of one coordinate
     */
    public static CoordinateSum of(RobotModel model, String what, String joint) {
        return new CoordinateSum(model, what, List.of(new FixedTendon.Term(joint, 1)));
    }

    /**
     * A tendon's length.
     *
     * @throws BadInputException if it hangs on something else than joints of one coordinate
     */
    public static CoordinateSum of(RobotModel model, FixedTendon tendon) {
        return new CoordinateSum(model, "tendon '" + tendon.name() + "'", tendon.terms());
    }

    /** Its value at a configuration (nq), radians, metres, or what its coefficients make of them. */
    public double value(double[] configuration) {
        double sum = 0;
        for (int k = 0; k < q.length; k++) {
            sum += coefficient[k] * configuration[q[k]];
        }
        return sum;
    }

    /** Its rate at a velocity (nv). */
    public double rate(double[] velocity) {
        double sum = 0;
        for (int k = 0; k < v.length; k++) {
            sum += coefficient[k] * velocity[v[k]];
        }
        return sum;
    }

    /** How many coordinates it sums. */
    public int size() {
        return q.length;
    }

    /** The entry of v of one of them; they rise with {@code k}. */
    public int velocity(int k) {
        return v[k];
    }

    public double coefficient(int k) {
        return coefficient[k];
    }
}
