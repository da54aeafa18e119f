package io.sigmaprompt.physics.codegen;

import io.sigmaprompt.physics.dynamics.Gravity;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Suggestion;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

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
    private final List<KernelKind> kinds;

    /** For a robot. */
    public KernelCatalogue(RobotModel model) {
        this.model = model;
        tree = new ReducedTree(model);
        kinds = Arrays.stream(KernelKind.values())
                .filter(kind -> kind.suits(model))
                .toList();
    }

    /** All kernels of the robot; none where it is left to the generic one. */
    public List<Entry> entries() {
        return kinds.stream().map(this::entry).toList();
    }

    /** What is left to the generic kernel, because the robot is too large for it. */
    public List<String> leftGeneric() {
        return Arrays.stream(KernelKind.values())
                .filter(kind -> kind.isTooLargeFor(model))
                .map(KernelCatalogue::name)
                .toList();
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
     * @throws BadInputException if the robot has no kernel of that name
     */
    public List<String> listing(String name) {
        for (KernelKind kind : kinds) {
            if (name(kind).equals(name)) {
                return ProgramListing.of(kind.program(tree, Gravity.STANDARD));
            }
        }
        List<String> known = kinds.stream().map(KernelCatalogue::name).toList();
        throw new BadInputException(
                "robot '" + model.name() + "', kernel '" + name + "'",
                "this robot has no kernel of that name" + Suggestion.phrase(name, known),
                known.isEmpty()
                        ? "The robot is too large for any: the generic kernel computes its dynamics."
                        : "Its kernels are " + String.join(", ", known) + ".");
    }

    private static String name(KernelKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
