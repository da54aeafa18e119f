package io.sigmaprompt.physics.actuator.drive;

/** The temperatures of a motor's winding and housing, moved on by implicit Euler steps, stable for any. */
final class WindingTemperature {
    private final WindingHeat heat;
    private final double windingCapacity;
    private final double housingCapacity;
    /** °C. */
    double winding;
    /** °C. */
    double housing;

    WindingTemperature(WindingHeat heat) {
        this.heat = heat;
        windingCapacity = heat.windingTimeConstant() / heat.windingToHousing();
        housingCapacity = heat.housingTimeConstant() / heat.housingToAmbient();
        reset();
    }

    void reset() {
        winding = heat.ambient();
        housing = heat.ambient();
    }

    /** Warms the winding by a power, W, over dt seconds. */
    void advance(double power, double dt) {
        double between = dt / heat.windingToHousing();
        double outside = dt / heat.housingToAmbient();
        // (C_w + b)·w' - b·h' = C_w·w + dt·P and -b·w' + (C_h + b + o)·h' = C_h·h + o·T, by Cramer's rule.
        double a = windingCapacity + between;
        double d = housingCapacity + between + outside;
        double first = windingCapacity * winding + dt * power;
        double second = housingCapacity * housing + outside * heat.ambient();
        double determinant = a * d - between * between;
        winding = (first * d + between * second) / determinant;
        housing = (a * second + between * first) / determinant;
    }

    /** What the winding's resistance at 25 °C is multiplied by now. */
    double resistanceFactor() {
        return Math.max(0.1, 1 + heat.resistanceRise() * (winding - WindingHeat.DATA_SHEET));
    }

    /** Share of the current limit that is left, 0 to 1. */
    double derating() {
        double left = (heat.deratingEnd() - winding) / (heat.deratingEnd() - heat.deratingStart());
        return Math.max(0, Math.min(1, left));
    }
}
