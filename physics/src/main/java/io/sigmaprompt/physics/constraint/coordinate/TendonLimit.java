package io.sigmaprompt.physics.constraint.coordinate;

import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Softness;
import io.sigmaprompt.physics.model.mechanism.FixedTendon;

/** A tendon whose length has bounds: rows {@code length - lower} and {@code upper - length}, of those that are finite. */
public final class TendonLimit implements CoordinateConstraint {
    private final FixedTendon tendon;
    private final CoordinateSum length;
    private final boolean fromBelow;
    private final boolean fromAbove;

    public TendonLimit(RobotModel model, FixedTendon tendon) {
        this.tendon = tendon;
        length = CoordinateSum.of(model, tendon);
        fromBelow = Double.isFinite(tendon.range().lower());
        fromAbove = Double.isFinite(tendon.range().upper());
    }

    @Override
    public String name() {
        return tendon.name();
    }

    @Override
    public boolean active() {
        return true;
    }

    @Override
    public boolean bilateral() {
        return false;
    }

    /** 0 to 2. */
    @Override
    public int rows() {
        return (fromBelow ? 1 : 0) + (fromAbove ? 1 : 0);
    }

    @Override
    public double margin() {
        return tendon.margin();
    }

    @Override
    public Softness softness() {
        return tendon.limit();
    }

    @Override
    public int supportSize() {
        return length.size();
    }

    @Override
    public int support(int k) {
        return length.velocity(k);
    }

    @Override
    public void evaluate(double[] q, double[] residual, double[] jacobian) {
        double value = length.value(q);
        int row = 0;
        if (fromBelow) {
            residual[row] = value - tendon.range().lower();
            gradient(1, row++, jacobian);
        }
        if (fromAbove) {
            residual[row] = tendon.range().upper() - value;
            gradient(-1, row, jacobian);
        }
    }

    private void gradient(double sign, int row, double[] jacobian) {
        int n = length.size();
        for (int k = 0; k < n; k++) {
            jacobian[n * row + k] = sign * length.coefficient(k);
        }
    }
}
