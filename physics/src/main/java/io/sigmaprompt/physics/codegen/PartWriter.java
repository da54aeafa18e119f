package io.sigmaprompt.physics.codegen;

import io.sigmaprompt.physics.codegen.Expression.Operation;
import java.lang.classfile.CodeBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Writes one part of a kernel as the code of a method. A value that is used once stays on the operand stack; one used
 * more often gets a local variable, whose place is given on after its last use, because places below 256 make short
 * instructions.
 */
final class PartWriter {
    private final Schedule schedule;
    private final WorkSlots slots;
    private final int part;
    private final CodeBuilder code;
    /** Uses still to come in this part, of what is computed or fetched here. */
    private final Map<Expression, Integer> uses = new HashMap<>();

    private final Map<Expression, Integer> locals = new HashMap<>();
    private final TreeSet<Integer> freeLocals = new TreeSet<>();
    private final Map<Expression, List<Program.Output>> outputs = new HashMap<>();
    private int nextLocal = Argument.values().length;

    PartWriter(Schedule schedule, WorkSlots slots, int part, CodeBuilder code) {
        this.schedule = schedule;
        this.slots = slots;
        this.part = part;
        this.code = code;
    }

    /** Writes a method that stores results which need no computing, constants and inputs. */
    static void writeUncomputed(List<Program.Output> results, CodeBuilder code) {
        for (Program.Output output : results) {
            Expression value = output.value();
            code.aload(output.array().ordinal()).loadConstant(output.index());
            Argument argument = value.argument;
            if (argument == null) {
                code.loadConstant(value.value);
            } else {
                code.aload(argument.ordinal()).loadConstant(value.index).daload();
            }
            code.dastore();
        }
        code.return_();
    }

    private void fetch(Argument array, int index) {
        code.aload(array.ordinal()).loadConstant(index).daload();
    }

    void write() {
        List<Expression> nodes = schedule.parts.get(part);
        for (Expression node : nodes) {
            for (Expression operand : Schedule.operands(node)) {
                uses.merge(operand, 1, Integer::sum);
            }
        }
        for (Program.Output output : schedule.results.get(part)) {
            outputs.computeIfAbsent(output.value(), k -> new ArrayList<>()).add(output);
        }
        for (Expression node : nodes) {
            if (!staysOnStack(node)) {
                compute(node);
            }
        }
        code.return_();
    }

    /** Whether a value computed here is used once, here, and nowhere else. */
    private boolean staysOnStack(Expression node) {
        return uses.getOrDefault(node, 0) == 1 && !slots.has(node) && !outputs.containsKey(node);
    }

    private void compute(Expression node) {
        List<Program.Output> places = new ArrayList<>(outputs.getOrDefault(node, List.of()));
        if (slots.has(node)) {
            places.add(new Program.Output(Argument.WORK, slots.of(node), node));
        }
        if (uses.getOrDefault(node, 0) == 0 && places.size() == 1) {
            address(places.getFirst());
            operate(node);
            code.dastore();
            return;
        }
        operate(node);
        int local = keep(node);
        for (Program.Output place : places) {
            address(place);
            code.dload(local).dastore();
        }
    }

    private void address(Program.Output place) {
        code.aload(place.array().ordinal()).loadConstant(place.index());
    }

    /** Moves what is on the stack to a local variable. */
    private int keep(Expression node) {
        Integer reused = freeLocals.pollFirst();
        int local = reused == null ? nextLocal : reused;
        if (reused == null) {
            nextLocal += 2;
        }
        locals.put(node, local);
        code.dstore(local);
        return local;
    }

    private void operate(Expression node) {
        Schedule.operands(node).forEach(this::push);
        Operation operation = node.operation;
        switch (operation) {
            case ADD -> code.dadd();
            case SUBTRACT -> code.dsub();
            case MULTIPLY -> code.dmul();
            case DIVIDE -> code.ddiv();
            case NEGATE -> code.dneg();
            case CONSTANT, INPUT -> throw new AssertionError(operation + " is not computed");
        }
    }

    private void push(Expression node) {
        if (node.isConstant()) {
            code.loadConstant(node.value);
            return;
        }
        Integer known = locals.get(node);
        if (known != null) {
            code.dload(known);
            release(node, known);
        } else if (schedule.part[node.id] == part) {
            operate(node);
        } else {
            if (node.argument != null) {
                fetch(node.argument, node.index);
            } else {
                fetch(Argument.WORK, slots.of(node));
            }
            int coming = uses.merge(node, -1, Integer::sum);
            if (coming > 0) {
                code.dup2();
                keep(node);
            }
        }
    }

    private void release(Expression node, int local) {
        if (uses.merge(node, -1, Integer::sum) == 0) {
            freeLocals.add(local);
        }
    }
}
