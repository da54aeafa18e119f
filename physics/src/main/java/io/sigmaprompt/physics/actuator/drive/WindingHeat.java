package io.sigmaprompt.physics.actuator.drive;

import io.sigmaprompt.physics.actuator.Range;

/**
 * How a motor warms, by two thermal masses: winding and housing (maxon, Formulae Handbook, 2012, section 7.3; the figures
 * stand in a motor's data sheet).
 *
 * @param windingToHousing thermal resistance, K/W
 * @param housingToAmbient thermal resistance, K/W
 * @param windingTimeConstant of the winding against the housing, s
 * @param housingTimeConstant of the housing against the surroundings, s
 * @param ambient °C; both begin there
 * @param resistanceRise of the winding a kelvin, 1/K; 0.0039 for copper
 * @param deratingStart winding temperature at which the current limit begins to fall, °C
 * @param deratingEnd winding temperature at which no current is left, °C
 */
public record WindingHeat(
        double windingToHousing,
        double housingToAmbient,
        double windingTimeConstant,
        double housingTimeConstant,
        double ambient,
        double resistanceRise,
        double deratingStart,
        double deratingEnd) {
    /** Temperature at which data sheets give resistances, °C. */
    static final double DATA_SHEET = 25;

    /** A motor that stays at 25 °C. */
    public static final WindingHeat NONE = new WindingHeat(1e-9, 1e-9, 1, 1, DATA_SHEET, 0, 1e6, 2e6);

    public WindingHeat {
        Range.positive("winding heat, winding to housing", windingToHousing);
        Range.positive("winding heat, housing to ambient", housingToAmbient);
        Range.positive("winding heat, winding time constant", windingTimeConstant);
        Range.positive("winding heat, housing time constant", housingTimeConstant);
        Range.finite("winding heat, ambient", ambient);
        Range.notNegative("winding heat, resistance rise", resistanceRise);
        Range.finite("winding heat, derating start", deratingStart);
        Range.finite("winding heat, derating end", deratingEnd);
        Range.require(
                deratingEnd > deratingStart,
                "winding heat, derating end",
                deratingEnd,
                "a temperature above " + deratingStart + ", where derating starts");
    }
}
