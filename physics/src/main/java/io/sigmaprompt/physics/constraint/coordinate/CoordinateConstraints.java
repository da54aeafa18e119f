package io.sigmaprompt.physics.constraint.coordinate;

import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.Mimic;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.mechanism.Equality;
import io.sigmaprompt.physics.model.mechanism.FixedTendon;
import io.sigmaprompt.physics.model.mechanism.Mechanism;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The constraints on scalar coordinates that a robot's description has. */
public final class CoordinateConstraints {
    private CoordinateConstraints() {}

    /**
     * Couplings of joints and of tendons in the order of the description, active or not, then the tendons with limits.
     *
     * @throws io.sigmaprompt.physics.model.BadInputException if one names a joint or tendon that there is not
     */
    public static List<CoordinateConstraint> of(RobotModel model, Mechanism mechanism) {
        double[] reference = new double[model.nq()];
        List<Double> written = mechanism.reference();
        for (int i = 0; written != null && i < reference.length; i++) {
            reference[i] = written.get(i);
        }
        Map<String, FixedTendon> tendons = new LinkedHashMap<>();
        mechanism.tendons().forEach(tendon -> tendons.put(tendon.name(), tendon));
        List<CoordinateConstraint> all = new ArrayList<>();
        for (Equality equality : mechanism.equalities()) {
            if (equality instanceof Equality.JointCoupling coupling) {
                all.add(Coupling.of(model, coupling, reference));
            } else if (equality instanceof Equality.TendonCoupling coupling) {
                all.add(Coupling.of(model, coupling, tendons, reference));
            }
        }
        for (FixedTendon tendon : mechanism.tendons()) {
            TendonLimit limit = new TendonLimit(model, tendon);
            if (limit.rows() > 0) {
                all.add(limit);
            }
        }
        return all;
    }

    /**
     * What mimic joints obey, in the model's order.
     *
     * @throws io.sigmaprompt.physics.model.BadInputException if one follows what is no joint of one coordinate
     */
    public static List<CoordinateConstraint> mimics(RobotModel model) {
        List<CoordinateConstraint> all = new ArrayList<>();
        for (Joint joint : model.joints()) {
            Mimic mimic = joint.mimic();
            if (mimic != null) {
                all.add(Coupling.of(model, joint, mimic));
            }
        }
        return all;
    }
}
