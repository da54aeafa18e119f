package io.sigmaprompt.headless.cli;

import io.sigmaprompt.headless.bench.Algorithm;
import io.sigmaprompt.physics.model.Suggestion;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of an algorithm. */
final class AlgorithmName implements ITypeConverter<Algorithm> {
    @Override
    public Algorithm convert(String written) {
        List<String> known =
                Arrays.stream(Algorithm.values()).map(Algorithm::toString).toList();
        int index = known.indexOf(written.strip());
        if (index < 0) {
            throw new TypeConversionException("expected one of " + String.join(", ", known) + ", found '" + written
                    + "'" + Suggestion.phrase(written, known));
        }
        return Algorithm.values()[index];
    }
}
