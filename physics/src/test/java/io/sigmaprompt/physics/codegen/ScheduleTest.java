package io.sigmaprompt.physics.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.dynamics.Gravity;
import io.sigmaprompt.physics.dynamics.RandomRobot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The order of operations, and where values wait between parts. */
class ScheduleTest {
    private static Program program(KernelKind kind) {
        return kind.program(new ReducedTree(new RandomRobot(3).tree(true)), Gravity.STANDARD);
    }

    @ParameterizedTest
    @EnumSource
    void everyOperationComesOnceAndAfterItsOperands(KernelKind kind) {
        Schedule schedule = new Schedule(program(kind));
        Set<Expression> computed = new HashSet<>();
        for (List<Expression> part : schedule.parts) {
            assertFalse(part.isEmpty());
            for (Expression node : part) {
                for (Expression operand : Schedule.operands(node)) {
                    assertTrue(operand.left == null || computed.contains(operand));
                }
                assertTrue(computed.add(node));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhatSomeResultNeedsIsComputed(KernelKind kind) {
        Program program = program(kind);
        Schedule schedule = new Schedule(program);
        Set<Expression> wanted = new HashSet<>();
        program.outputs.forEach(output -> wanted.add(output.value()));
        for (List<Expression> part : schedule.parts.reversed()) {
            for (Expression node : part.reversed()) {
                assertTrue(wanted.contains(node));
                wanted.addAll(Schedule.operands(node));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyResultIsStoredOnce(KernelKind kind) {
        Program program = program(kind);
        Schedule schedule = new Schedule(program);
        List<Program.Output> stored = new ArrayList<>(schedule.uncomputed);
        schedule.results.forEach(stored::addAll);
        assertEquals(program.outputs.size(), stored.size());
        assertEquals(new HashSet<>(program.outputs), new HashSet<>(stored));
        Set<String> places = new HashSet<>();
        stored.forEach(output -> assertTrue(places.add(output.array() + " " + output.index())));
    }

    /** Reads and writes of the work array, part by part. */
    @ParameterizedTest
    @EnumSource
    void aWaitingValueIsNotOverwrittenBeforeItsLastUse(KernelKind kind) {
        Program program = program(kind);
        Schedule schedule = new Schedule(program);
        WorkSlots slots = new WorkSlots(schedule, program);
        Map<Integer, Expression> work = new HashMap<>();
        for (int p = 0; p < schedule.parts.size(); p++) {
            Set<Integer> read = new HashSet<>();
            for (Expression node : schedule.parts.get(p)) {
                for (Expression operand : Schedule.operands(node)) {
                    if (operand.left != null && schedule.part[operand.id] < p) {
                        assertEquals(operand, work.get(slots.of(operand)));
                        read.add(slots.of(operand));
                    }
                }
            }
            for (Expression node : schedule.parts.get(p)) {
                if (slots.has(node)) {
                    assertTrue(slots.of(node) < slots.count);
                    assertFalse(read.contains(slots.of(node)), "written in the part that reads it");
                    work.put(slots.of(node), node);
                }
            }
        }
    }

    @Test
    void whatTheFirstStageLeavesTheSecondNeverOverwrites() {
        Program program = program(KernelKind.STAGED_FORWARD_DYNAMICS);
        Schedule schedule = new Schedule(program);
        WorkSlots slots = new WorkSlots(schedule, program);
        Set<Integer> lasting = new HashSet<>();
        for (int p = 0; p < schedule.parts.size(); p++) {
            for (Expression node : schedule.parts.get(p)) {
                if (p < schedule.firstStageParts) {
                    assertTrue(program.isFirstStage(node));
                    if (schedule.lastPart[node.id] >= schedule.firstStageParts) {
                        lasting.add(slots.of(node));
                    }
                } else {
                    assertFalse(slots.has(node) && lasting.contains(slots.of(node)));
                }
            }
        }
        assertFalse(lasting.isEmpty());
    }
}
