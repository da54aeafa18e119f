package io.sigmaprompt.physics.actuator.transmission;

/** A length that is a linear combination of scalar joints' coordinates: a geared joint, or a fixed tendon. */
public final class LinearTransmission extends Transmission {
    private final int[] coordinates;

    /**
     * Of some joints.
     *
     * @param coordinates where each coordinate stands in q
     * @param dofs where its velocity stands in v
     * @param coefficients of each
     */
    public LinearTransmission(int[] coordinates, int[] dofs, double[] coefficients) {
        super(dofs);
        this.coordinates = coordinates;
        System.arraycopy(coefficients, 0, moment, 0, moment.length);
    }

    @Override
    public void update(double[] q) {
        double sum = 0;
        for (int k = 0; k < coordinates.length; k++) {
            sum += moment[k] * q[coordinates[k]];
        }
        length = sum;
    }
}
