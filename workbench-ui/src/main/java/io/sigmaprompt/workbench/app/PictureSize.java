package io.sigmaprompt.workbench.app;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Width and height of a window in pixels, written {@code 1600x1000}. */
record PictureSize(int width, int height) {
    private static final int LEAST_WIDTH = 960;
    private static final int LEAST_HEIGHT = 600;
    private static final int MOST = 8192;

    static final class Converter implements ITypeConverter<PictureSize> {
        @Override
        public PictureSize convert(String text) {
            String[] parts = text.split("x", -1);
            try {
                if (parts.length == 2) {
                    PictureSize size = new PictureSize(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
                    if (size.width >= LEAST_WIDTH
                            && size.height >= LEAST_HEIGHT
                            && size.width <= MOST
                            && size.height <= MOST) {
                        return size;
                    }
                }
            } catch (NumberFormatException e) {
                // Falls to the complaint below.
            }
            throw new TypeConversionException("expected WIDTHxHEIGHT from " + LEAST_WIDTH + "x" + LEAST_HEIGHT + " to "
                    + MOST + "x" + MOST + ", found '" + text + "'");
        }
    }
}
