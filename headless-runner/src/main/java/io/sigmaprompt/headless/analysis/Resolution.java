package io.sigmaprompt.headless.analysis;

/** How much of a signal's noise is believed, by its unit: sensors of robots are not finer, and still ones not quieter. */
final class Resolution {
    private Resolution() {}

    /** A standard deviation below which none is believed, in the unit; 0 where the unit tells nothing. */
    static double of(String unit) {
        return switch (unit) {
            case "rad" -> 1e-4;
            case "m" -> 1e-4;
            case "rad/s", "m/s" -> 0.01;
            case "A", "N·m", "V" -> 0.01;
            case "N" -> 0.1;
            case "°C", "K" -> 0.1;
            case "m/s²" -> 0.05;
            default -> 0;
        };
    }

    /** Whether signals of this unit only drift, in steps of their sensor's resolution. */
    static boolean drifts(String unit) {
        return unit.equals("°C") || unit.equals("K");
    }
}
