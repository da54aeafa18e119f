package io.sigmaprompt.physics.codegen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A program as a person reads it: one line an operation, in the order in which its kernel computes them. */
final class ProgramListing {
    private final Program program;
    private final Map<Integer, String> names = new HashMap<>();
    private final List<String> lines = new ArrayList<>();

    private ProgramListing(Program program) {
        this.program = program;
    }

    static List<String> of(Program program) {
        return new ProgramListing(program).write();
    }

    private List<String> write() {
        for (List<Expression> part : new Schedule(program).parts) {
            for (Expression node : part) {
                String name = "t" + names.size();
                lines.add(name + " = " + operation(node));
                names.put(node.id, name);
            }
        }
        for (Program.Output output : program.outputs) {
            lines.add(place(output.array(), output.index()) + " = " + name(output.value()));
        }
        return lines;
    }

    private String operation(Expression node) {
        List<String> operands = Schedule.operands(node).stream().map(this::name).toList();
        return switch (node.operation) {
            case ADD -> String.join(" + ", operands);
            case SUBTRACT -> String.join(" - ", operands);
            case MULTIPLY -> String.join(" * ", operands);
            case DIVIDE -> String.join(" / ", operands);
            case NEGATE -> "-" + operands.getFirst();
            case CONSTANT, INPUT -> throw new AssertionError(node.operation + " is not computed");
        };
    }

    private String name(Expression node) {
        if (node.isConstant()) {
            return Double.toString(node.value);
        }
        Argument argument = node.argument;
        return argument != null ? place(argument, node.index) : names.getOrDefault(node.id, "?");
    }

    private static String place(Argument array, int index) {
        if (array == Argument.TRIG) {
            return (index % 2 == 0 ? "sin" : "cos") + "[" + index / 2 + "]";
        }
        return array.name().toLowerCase(Locale.ROOT) + "[" + index + "]";
    }
}
