package io.sigmaprompt.workbench.app;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Where to look at a robot from.
 *
 * @param azimuth of the eye about z, radians from x
 * @param elevation of the eye, radians
 * @param distance from the robot's middle, metres; NaN for what shows all of it
 */
record CameraPlace(double azimuth, double elevation, double distance) {
    /** Reads {@code azimuth,elevation[,distance]}, degrees and metres. */
    static final class Converter implements ITypeConverter<CameraPlace> {
        @Override
        public CameraPlace convert(String text) {
            String[] parts = text.split(",", -1);
            try {
                if (parts.length == 2 || parts.length == 3) {
                    double distance = parts.length == 3 ? Double.parseDouble(parts[2]) : Double.NaN;
                    if (parts.length == 2 || distance > 0) {
                        return new CameraPlace(
                                Math.toRadians(finite(parts[0])), Math.toRadians(finite(parts[1])), distance);
                    }
                }
            } catch (NumberFormatException e) {
                // Falls to the complaint below.
            }
            throw new TypeConversionException(
                    "expected AZIMUTH,ELEVATION[,DISTANCE] in degrees and metres, found '" + text + "'");
        }

        private static double finite(String text) {
            double value = Double.parseDouble(text);
            if (!Double.isFinite(value)) {
                throw new NumberFormatException(text);
            }
            return value;
        }
    }
}
