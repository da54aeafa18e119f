package io.sigmaprompt.twin.analysis.watch;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.CorruptDataException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is normal for one robot, signal by signal and phase by phase of its task: learnt in one session, the start of
 * another. As bytes it begins with {@link #MAGIC}, the version of the format and the model's name.
 *
 * @param model the model of the robot it was learnt of
 */
public record NormalBehaviour(String model, List<SignalNormal> signals) {
    /** First words of its bytes. */
    public static final String MAGIC = "sigma normal behaviour";

    /** Version of the format, and of what detectors learn: another one's numbers mean something else. */
    public static final int VERSION = 1;

    private static final String LEARN = "Learn it anew from a run of this robot.";

    public NormalBehaviour {
        signals = List.copyOf(signals);
    }

    /** What these watches have learnt. */
    public static NormalBehaviour of(String model, List<SignalWatch> watches) {
        return new NormalBehaviour(
                model, watches.stream().map(SignalWatch::normal).toList());
    }

    /** What is normal for a signal, or null where it was not learnt. */
    public @Nullable SignalNormal signal(String name) {
        for (SignalNormal signal : signals) {
            if (signal.signal().equals(name)) {
                return signal;
            }
        }
        return null;
    }

    /** All of it as bytes. */
    public byte[] encode() {
        CanonicalOutput out = new CanonicalOutput();
        out.putString(MAGIC);
        out.putInt(VERSION);
        out.putString(model);
        out.putInt(signals.size());
        for (SignalNormal signal : signals) {
            out.putString(signal.signal());
            out.putString(signal.unit());
            out.putInt(signal.phases().size());
            for (PhaseNormal phase : signal.phases()) {
                encode(phase, out);
            }
        }
        return out.toByteArray();
    }

    private static void encode(PhaseNormal phase, CanonicalOutput out) {
        out.putString(phase.phase());
        out.putDoubles(phase.values());
        out.putDoubles(phase.slopes());
        out.putInt(phase.learnt().size());
        for (PhaseNormal.Learnt learnt : phase.learnt()) {
            out.putString(learnt.detector());
            out.putDoubles(learnt.normal());
            out.putDoubles(learnt.bins());
        }
    }

    /**
     * Reads what {@link #encode} wrote.
     *
     * @param place where the bytes are from, for the complaint
     * @param model the model of the robot it is for
     * @throws BadInputException if they are no such bytes, of another version or of another robot
     */
    public static NormalBehaviour decode(byte[] bytes, String place, String model) {
        try {
            CanonicalInput in = new CanonicalInput(bytes);
            if (!in.getString().equals(MAGIC)) {
                throw foreign(place);
            }
            int version = in.getInt();
            if (version != VERSION) {
                throw new BadInputException(
                        place,
                        "expected version " + VERSION + " of a robot's normal behaviour, found " + version,
                        LEARN);
            }
            String found = in.getString();
            if (!found.equals(model)) {
                throw new BadInputException(
                        place,
                        "expected the normal behaviour of a robot '" + model + "', found that of '" + found + "'",
                        LEARN);
            }
            return new NormalBehaviour(model, signals(in));
        } catch (CorruptDataException e) {
            throw foreign(place, e);
        }
    }

    private static List<SignalNormal> signals(CanonicalInput in) {
        List<SignalNormal> signals = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
            String name = in.getString();
            String unit = in.getString();
            List<PhaseNormal> phases = new ArrayList<>();
            for (int more = in.getInt(); more > 0; more--) {
                phases.add(phase(in));
            }
            signals.add(new SignalNormal(name, unit, phases));
        }
        if (in.remaining() > 0) {
            throw new CorruptDataException(in.remaining() + " bytes are left over");
        }
        return signals;
    }

    private static PhaseNormal phase(CanonicalInput in) {
        String name = in.getString();
        double[] values = in.getDoubles();
        double[] slopes = in.getDoubles();
        List<PhaseNormal.Learnt> learnt = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
            learnt.add(new PhaseNormal.Learnt(in.getString(), in.getDoubles(), in.getDoubles()));
        }
        return new PhaseNormal(name, values, slopes, learnt);
    }

    private static BadInputException foreign(String place) {
        return new BadInputException(place, "expected a robot's normal behaviour, found something else", LEARN);
    }

    private static BadInputException foreign(String place, CorruptDataException cause) {
        BadInputException foreign =
                new BadInputException(place, "expected a robot's normal behaviour, but " + cause.getMessage(), LEARN);
        foreign.initCause(cause);
        return foreign;
    }
}
