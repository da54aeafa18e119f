package io.sigmaprompt.physics.codegen;

import io.sigmaprompt.physics.dynamics.Gravity;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Suggestion;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The kernels that a robot gets under standard gravity, for people who want to look. */
public final class KernelCatalogue {
    /**
     * One kernel.
     *
     * @param name what it computes, in words joined by hyphens
     * @param operations additions, multiplications and so on of one call
     * @param parts methods they are cut into
     * @param bytes size of its class files
     */
    public record Entry(String name, int operations, int parts, int bytes) {}

    private final RobotModel model;
    private final ReducedTree tree;

    /** For a robot. */
    public KernelCatalogue(RobotModel model) {
        this.model = model;
        tree = new ReducedTree(model);
    }

    /** The kernels that are made for the robot: fewer for long chains, none for the longest. */
    public List<Entry> entries() {
        return made().map(this::entry).toList();
    }

    /** The names of what is left to the generic kernel, because the robot is too large for it. */
    public List<String> leftGeneric() {
        return Arrays.stream(KernelKind.values())
                .filter(kind -> !CompiledDynamics.isMade(model, kind))
                .map(KernelCatalogue::name)
                .toList();
    }

    private Stream<KernelKind> made() {
        return Arrays.stream(KernelKind.values()).filter(kind -> CompiledDynamics.isMade(model, kind));
    }

    private Entry entry(KernelKind kind) {
        KernelAssembler assembler = new KernelAssembler(kind.program(tree, Gravity.STANDARD));
        int bytes =
                assembler.classFiles().stream().mapToInt(file -> file.length).sum();
        return new Entry(name(kind), assembler.operations(), assembler.parts(), bytes);
    }

    /**
     * What a kernel does, one line an operation, in the order in which it does it.
     *
     * @throws BadInputException if there is no kernel of that name, or the robot is too large for it
     */
    public List<String> listing(String name) {
        String place = "robot '" + model.name() + "', kernel '" + name + "'";
        if (leftGeneric().contains(name)) {
            throw new BadInputException(
                    place,
                    "no code is generated for it, because too many joints hang on each other",
                    "The generic kernel does its work; there is nothing to list.");
        }
        for (KernelKind kind : KernelKind.values()) {
            if (name(kind).equals(name)) {
                return ProgramListing.of(kind.program(tree, Gravity.STANDARD));
            }
        }
        List<String> known =
                Arrays.stream(KernelKind.values()).map(KernelCatalogue::name).toList();
        throw new BadInputException(
                place,
                "no kernel has that name" + Suggestion.phrase(name, known),
                "The kernels are " + String.join(", ", known) + ".");
    }

    private static String name(KernelKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
