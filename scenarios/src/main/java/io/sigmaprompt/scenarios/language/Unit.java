package io.sigmaprompt.scenarios.language;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A unit that quantities may be written in.
 *
 * @param symbol its normal spelling
 * @param factor how many SI units it is
 * @param zero where its zero lies, SI units
 */
record Unit(String symbol, Dimension dimension, double factor, double zero) {
    private static final double DEGREE = Math.PI / 180;
    private static final double ZERO_CELSIUS = 273.15;
    private static final Map<String, Unit> UNITS = new LinkedHashMap<>();

    static {
        add(Dimension.TIME, "s", 1, "ms", 1e-3, "us", 1e-6, "µs", 1e-6, "ns", 1e-9, "min", 60, "h", 3600);
        add(Dimension.FREQUENCY, "Hz", 1, "kHz", 1e3);
        add(Dimension.ANGLE, "rad", 1, "deg", DEGREE, "°", DEGREE, "mrad", 1e-3);
        add(Dimension.LENGTH, "m", 1, "mm", 1e-3, "cm", 1e-2, "km", 1e3);
        add(Dimension.ANGULAR_VELOCITY, "rad/s", 1, "deg/s", DEGREE, "mrad/s", 1e-3);
        add(Dimension.VELOCITY, "m/s", 1, "mm/s", 1e-3);
        add(Dimension.ANGULAR_ACCELERATION, "rad/s^2", 1, "deg/s^2", DEGREE);
        add(Dimension.ACCELERATION, "m/s^2", 1, "mm/s^2", 1e-3);
        add(Dimension.TORQUE, "N m", 1, "mN m", 1e-3, "kN m", 1e3);
        add(Dimension.FORCE, "N", 1, "kN", 1e3);
        add(Dimension.MASS, "kg", 1, "g", 1e-3, "t", 1e3);
        add(Dimension.TEMPERATURE, "K", 1);
        for (String celsius : List.of("degC", "°C")) {
            UNITS.put(celsius, new Unit(celsius, Dimension.TEMPERATURE, 1, ZERO_CELSIUS));
        }
        add(Dimension.TEMPERATURE_RATE, "K/s", 1, "K/min", 1.0 / 60, "K/h", 1.0 / 3600);
        add(Dimension.CURRENT, "A", 1, "mA", 1e-3);
        add(Dimension.VOLTAGE, "V", 1, "mV", 1e-3);
        add(Dimension.RATIO, "%", 1e-2);
    }

    private static void add(Dimension dimension, Object... symbolsAndFactors) {
        for (int i = 0; i < symbolsAndFactors.length; i += 2) {
            String symbol = (String) symbolsAndFactors[i];
            UNITS.put(symbol, new Unit(symbol, dimension, ((Number) symbolsAndFactors[i + 1]).doubleValue(), 0));
        }
    }

    /** The unit as somebody wrote it, or null: {@code N·m}, {@code Nm} and {@code N*m} are all {@code N m}. */
    static @Nullable Unit of(String written) {
        String symbol = written.strip()
                .replace("²", "^2")
                .replace('·', ' ')
                .replace('*', ' ')
                .replace("s2", "s^2")
                .replace('μ', 'µ')
                .replaceAll("\\s*/\\s*", "/")
                .replaceAll("\\s+", " ");
        return UNITS.get(symbol.endsWith("Nm") ? symbol.substring(0, symbol.length() - 2) + "N m" : symbol);
    }

    static List<String> symbols() {
        return List.copyOf(UNITS.keySet());
    }

    /** Symbols that measure any of {@code dimensions}. */
    static List<String> symbols(Dimension... dimensions) {
        List<Dimension> wanted = Arrays.asList(dimensions);
        return UNITS.values().stream()
                .filter(unit -> wanted.contains(unit.dimension()))
                .map(Unit::symbol)
                .toList();
    }
}
