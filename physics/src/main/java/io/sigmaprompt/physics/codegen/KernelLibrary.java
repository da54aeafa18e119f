package io.sigmaprompt.physics.codegen;

import java.lang.invoke.MethodHandles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The kernels of this process, by what they compute for which robot: a robot that comes again, in another session or
 * under another name but with the same names of links and joints, finds its kernels made and compiled. The least recently
 * used go first. Any thread; while one makes a kernel, others that look for one wait.
 */
final class KernelLibrary {
    /** About thirty robots with all that a session uses. */
    static final int MOST = 256;

    private static final Map<String, LoadedKernel> KERNELS = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, LoadedKernel> eldest) {
            return size() > MOST;
        }
    };

    private KernelLibrary() {}

    /**
     * The kernel of that name, made if need be.
     *
     * @param key names the content: equal keys mean equal programs
     */
    static LoadedKernel get(String key, Supplier<Program> program) {
        synchronized (KERNELS) {
            LoadedKernel known = KERNELS.get(key);
            if (known == null) {
                known = load(program.get());
                KERNELS.put(key, known);
            }
            return known;
        }
    }

    /** Makes a program's kernel: its classes are hidden, so that they go when nobody holds the kernel. */
    static LoadedKernel load(Program program) {
        KernelAssembler assembler = new KernelAssembler(program);
        List<byte[]> files = assembler.classFiles();
        Kernel[] links = new Kernel[files.size()];
        for (int i = 0; i < links.length; i++) {
            links[i] = define(files.get(i));
        }
        return new LoadedKernel(links.length == 1 ? links[0] : new KernelChain(links), assembler.workSize());
    }

    private static Kernel define(byte[] classFile) {
        try {
            return (Kernel) MethodHandles.lookup()
                    .defineHiddenClass(classFile, true)
                    .lookupClass()
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a generated kernel cannot be loaded", e);
        }
    }
}
