package io.sigmaprompt.twin.session;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.input.Tick;
import io.sigmaprompt.twin.record.OutputRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The deterministic heart of a session: a pure function from its state and the inputs of a tick to its next state and
 * the outputs of the tick. Nothing else enters: no clock, no file, no network. Belongs to one thread.
 */
public final class TwinKernel {
    private final List<TwinLoop> loops = new ArrayList<>();
    private final TraceHash hash = new TraceHash();
    private long ticks;

    public TwinKernel(SessionConfiguration configuration) {
        for (TwinConfiguration twin : configuration.twins()) {
            loops.add(new TwinLoop(twin));
        }
    }

    /** Session time, nanoseconds since its start. */
    public long simNanos() {
        return ticks * Tick.NANOS;
    }

    /** How many ticks have been made. */
    public long ticks() {
        return ticks;
    }

    /**
     * Which kernel computes a robot's dynamics, {@code "compiled"} or {@code "generic"}: they agree closely, but not to
     * the bit.
     *
     * @throws IllegalArgumentException if the session does not have that robot
     */
    public String dynamicsKernel(String robot) {
        return loops.stream()
                .filter(loop -> loop.name().equals(robot))
                .findFirst()
                .orElseThrow(() -> unknown(robot))
                .dynamicsKernel();
    }

    private static IllegalArgumentException unknown(String robot) {
        return new IllegalArgumentException("the session has no robot '" + robot + "'");
    }

    /**
     * Advances by one tick.
     *
     * @param inputs what enters at this tick, in order
     * @param outputs takes what the tick says, in order
     * @throws IllegalArgumentException if an input names a robot that the session does not have
     */
    public void tick(List<KernelInput> inputs, Consumer<OutputRecord> outputs) {
        for (KernelInput input : inputs) {
            if (loops.stream().noneMatch(loop -> loop.name().equals(input.robot()))) {
                throw unknown(input.robot());
            }
        }
        ticks++;
        boolean cycle = ticks % Tick.PER_CYCLE == 0;
        for (TwinLoop loop : loops) {
            loop.tick(simNanos(), cycle, inputs, record -> {
                hash.add(record);
                outputs.accept(record);
            });
        }
        hash.endTick();
    }

    /** The hash of everything said so far: 64 hexadecimal digits. */
    public String traceHash() {
        return hash.hex();
    }

    /** All state, from which {@link #restore} goes on to the same bits. */
    public byte[] snapshot() {
        CanonicalOutput out = new CanonicalOutput();
        out.putLong(ticks);
        hash.save(out);
        for (TwinLoop loop : loops) {
            loop.save(out);
        }
        return out.toByteArray();
    }

    /** Goes back (or forth) to a snapshot of a kernel of the same configuration. */
    public void restore(byte[] snapshot) {
        CanonicalInput in = new CanonicalInput(snapshot);
        ticks = in.getLong();
        hash.restore(in);
        for (TwinLoop loop : loops) {
            loop.restore(in);
        }
    }
}
