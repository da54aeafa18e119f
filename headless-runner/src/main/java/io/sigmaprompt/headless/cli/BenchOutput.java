package io.sigmaprompt.headless.cli;

import io.sigmaprompt.physics.model.BadInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a bench writes: words on standard output, and with {@code --json} one object, into a file where one is named behind
 * it, else in the place of the words.
 */
record BenchOutput(Console console, @Nullable Path target) {
    /**
     * The output of a bench, looked at before anything is measured.
     *
     * @throws BadInputException if a file is named without {@code --json}, or cannot be written
     */
    static BenchOutput of(BenchCommand bench, @Nullable Path target) {
        if (target == null) {
            return new BenchOutput(bench.console(), null);
        }
        if (!bench.console().json()) {
            throw new BadInputException(
                    "FILE", "expected --json before '" + target + "', found none", "Write --json " + target);
        }
        GivenPath.requireWritable("--json", target);
        return new BenchOutput(bench.consoleForWords(), target);
    }

    /** Writes the object, if one is wanted. */
    void write(Supplier<Map<String, ?>> object) {
        if (target == null) {
            if (console.json()) {
                console.object(object.get());
            }
            return;
        }
        try {
            JsonMapper mapper = JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();
            Files.writeString(target, mapper.writeValueAsString(object.get()) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
