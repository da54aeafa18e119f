package io.sigmaprompt.physics.codegen;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Writes the class files of a {@link Kernel} that runs a {@link Program}: same program, same bytes. */
final class KernelAssembler {
    /** Parts a class holds at most: their constants must fit its constant pool of 65535 entries. */
    private static final int MOST_PARTS = 60;

    /** Results that need no computing, a method: 12 bytes and three entries of the constant pool each, at most. */
    private static final int MOST_UNCOMPUTED = 300;

    private static final MethodTypeDesc RUN =
            MethodTypeDesc.of(CD_void, Collections.nCopies(Argument.values().length, CD_double.arrayType()));

    private final Program program;
    private final Schedule schedule;
    private final WorkSlots slots;

    KernelAssembler(Program program) {
        this.program = program;
        schedule = new Schedule(program);
        slots = new WorkSlots(schedule, program);
    }

    /** How many entries of the work array the kernel needs. */
    int workSize() {
        return slots.count;
    }

    /** How many additions, multiplications and so on the kernel does. */
    int operations() {
        return schedule.parts.stream().mapToInt(List::size).sum();
    }

    /** How many methods these are cut into. */
    int parts() {
        return schedule.parts.size();
    }

    /** The class files, whose kernels are to be run one after the other. */
    List<byte[]> classFiles() {
        List<byte[]> files = new ArrayList<>();
        int from = 0;
        int methods = schedule.parts.size() + Math.ceilDiv(schedule.uncomputed.size(), MOST_UNCOMPUTED);
        do {
            int to = Math.min(methods, from + MOST_PARTS);
            files.add(classFile(files.size(), from, to));
            from = to;
        } while (from < methods);
        return files;
    }

    private byte[] classFile(int number, int from, int to) {
        String title = program.name.substring(0, 1).toUpperCase(Locale.ROOT) + program.name.substring(1);
        ClassDesc self =
                ClassDesc.of(Kernel.class.getPackageName(), title + "Kernel" + (number == 0 ? "" : "$" + number));
        return ClassFile.of().build(self, type -> {
            type.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER);
            type.withInterfaceSymbols(ClassDesc.of(Kernel.class.getName()));
            type.withMethodBody(INIT_NAME, MTD_void, 0, code -> code.aload(0)
                    .invokespecial(CD_Object, INIT_NAME, MTD_void)
                    .return_());
            for (int p = from; p < to; p++) {
                int part = p;
                type.withMethodBody(
                        partName(p), RUN, ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC, code -> write(part, code));
            }
            int second = Math.clamp(schedule.firstStageParts, from, to);
            type.withMethodBody("prepare", RUN, ClassFile.ACC_PUBLIC, code -> call(code, self, from, second));
            type.withMethodBody("run", RUN, ClassFile.ACC_PUBLIC, code -> call(code, self, second, to));
        });
    }

    /** Writes a part of the schedule, or of what needs no computing, which comes after. */
    private void write(int part, CodeBuilder code) {
        int first = (part - schedule.parts.size()) * MOST_UNCOMPUTED;
        if (first < 0) {
            new PartWriter(schedule, slots, part, code).write();
        } else {
            int last = Math.min(first + MOST_UNCOMPUTED, schedule.uncomputed.size());
            PartWriter.writeUncomputed(schedule.uncomputed.subList(first, last), code);
        }
    }

    private static void call(CodeBuilder code, ClassDesc self, int from, int to) {
        for (int p = from; p < to; p++) {
            for (Argument argument : Argument.values()) {
                code.aload(1 + argument.ordinal());
            }
            code.invokestatic(self, partName(p), RUN);
        }
        code.return_();
    }

    private static String partName(int part) {
        return "part" + part;
    }
}
