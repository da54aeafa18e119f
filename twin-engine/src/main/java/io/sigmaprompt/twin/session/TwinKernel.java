package io.sigmaprompt.twin.session;

import io.sigmaprompt.twin.analysis.watch.NormalBehaviour;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.input.Tick;
import io.sigmaprompt.twin.record.HealthIndicatorRecord;
import io.sigmaprompt.twin.record.OutputRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The deterministic heart of a session: a pure function from its state and the inputs of a tick to its next state and
 * the outputs of the tick. Nothing else enters: no clock, no file, no network. Belongs to one thread.
 */
public final class TwinKernel {
    private final List<TwinLoop> loops = new ArrayList<>();
    private final Map<String, TwinLoop> byRobot = new HashMap<>();
    private final TraceHash hash = new TraceHash();
    private final Consumer<OutputRecord> said = this::said;
    private Consumer<OutputRecord> outputs = TwinKernel::unheard;
    private long ticks;
    private boolean open;

    public TwinKernel(SessionConfiguration configuration) {
        for (TwinConfiguration twin : configuration.twins()) {
            TwinLoop loop = new TwinLoop(twin, loops.size());
            loops.add(loop);
            byRobot.put(loop.name(), loop);
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
        return loop(robot).dynamicsKernel();
    }

    /**
     * Where a robot is, renewed with each frame that moves its twin; may be read by any thread.
     *
     * @throws IllegalArgumentException if the session does not have that robot
     */
    public LiveState live(String robot) {
        return loop(robot).live();
    }

    /**
     * What has been learnt to be normal for a robot so far, for another session to start from.
     *
     * @throws IllegalArgumentException if the session does not have that robot
     */
    public NormalBehaviour normal(String robot) {
        return loop(robot).normal();
    }

    /**
     * How a robot's joints fare, as far as the session has let it be told.
     *
     * @throws IllegalArgumentException if the session does not have that robot
     */
    public HealthIndicatorRecord health(String robot) {
        return loop(robot).health();
    }

    private TwinLoop loop(String robot) {
        TwinLoop loop = byRobot.get(robot);
        if (loop == null) {
            throw unknown(robot);
        }
        return loop;
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
            loop(input.robot());
        }
        begin(outputs);
        for (KernelInput input : inputs) {
            take(input);
        }
        end();
    }

    /**
     * Begins the next tick, for those who do not want to keep its inputs waiting until it ends: {@link #take} each as it
     * comes, then {@link #end} it. {@link #tick} with the same inputs gives the same bits.
     *
     * @param outputs takes what the tick says, in order, until it ends
     */
    public void begin(Consumer<OutputRecord> outputs) {
        requireOpen(false);
        open = true;
        ticks++;
        this.outputs = outputs;
        for (int i = 0; i < loops.size(); i++) {
            // Robots take turns, so that no tick has to look at all of them.
            boolean cycle = (ticks + i) % Tick.PER_CYCLE == 0;
            loops.get(i).begin(simNanos(), cycle, said);
        }
    }

    /**
     * Lets an input enter the tick that has begun.
     *
     * @throws IllegalArgumentException if it names a robot that the session does not have
     */
    public void take(KernelInput input) {
        requireOpen(true);
        loop(input.robot()).take(input);
    }

    /** Ends the tick that has begun. */
    public void end() {
        requireOpen(true);
        for (TwinLoop loop : loops) {
            loop.end();
        }
        hash.endTick();
        open = false;
        outputs = TwinKernel::unheard;
    }

    private void requireOpen(boolean wanted) {
        if (open != wanted) {
            throw new IllegalStateException(
                    wanted ? "no tick has begun: begin() comes first" : "a tick has begun: end() comes first");
        }
    }

    /** Between ticks nobody listens. */
    private static void unheard(OutputRecord record) {}

    private void said(OutputRecord record) {
        hash.add(record);
        outputs.accept(record);
    }

    /** The hash of everything said so far: 64 hexadecimal digits. */
    public String traceHash() {
        return hash.hex();
    }

    /** The first eight bytes of {@link #traceHash}, for comparing tick by tick. */
    public long traceCheck() {
        return hash.prefix();
    }

    /**
     * A kernel that goes on from where this one stands as a simulation, with other minds, arbitration or gates. This one is
     * not touched. A robot that is simulated here goes on in the state it is in; one behind a wire begins where its twin
     * believes it to be, at the same speed.
     *
     * @param changed the same robots in the same order, each simulated inside the kernel; ingest, prediction and analysis
     *     are as here
     * @throws IllegalArgumentException if its robots are others
     */
    public TwinKernel fork(SessionConfiguration changed) {
        requireOpen(false);
        TwinKernel forked = new TwinKernel(changed);
        List<String> robots = loops.stream().map(TwinLoop::name).toList();
        List<String> others = forked.loops.stream().map(TwinLoop::name).toList();
        if (!robots.equals(others)) {
            throw new IllegalArgumentException("the session has the robots " + robots + ", not " + others);
        }
        forked.ticks = ticks;
        copy(hash, forked.hash);
        for (int i = 0; i < loops.size(); i++) {
            forked.loops.get(i).adopt(loops.get(i), simNanos());
        }
        return forked;
    }

    /** Gives one part of a kernel the state of another part of the same make. */
    static void copy(Restorable from, Restorable to) {
        CanonicalOutput out = new CanonicalOutput();
        from.save(out);
        to.restore(new CanonicalInput(out.toByteArray()));
    }

    /** All state, from which {@link #restore} goes on to the same bits. */
    public byte[] snapshot() {
        requireOpen(false);
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
        requireOpen(false);
        CanonicalInput in = new CanonicalInput(snapshot);
        ticks = in.getLong();
        hash.restore(in);
        for (TwinLoop loop : loops) {
            loop.restore(in);
        }
    }
}
