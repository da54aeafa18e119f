package io.sigmaprompt.scenarios.run;

import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.session.TwinKernel;
import java.nio.file.Path;
import java.util.List;

/**
 * Where a forked run begins.
 *
 * @param run the run directory that it was forked from
 * @param kernel stands at the instant of the fork
 * @param inputs enter first of all
 * @param changes what is otherwise than in that run, in words
 */
public record Origin(Path run, TwinKernel kernel, List<KernelInput> inputs, List<String> changes) {
    public Origin {
        inputs = List.copyOf(inputs);
        changes = List.copyOf(changes);
    }
}
