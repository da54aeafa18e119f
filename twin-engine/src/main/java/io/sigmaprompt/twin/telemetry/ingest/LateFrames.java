package io.sigmaprompt.twin.telemetry.ingest;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.telemetry.TelemetryMessage;
import io.sigmaprompt.twin.telemetry.codec.TelemetryCodec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The last frames that came too late to be applied. */
public final class LateFrames implements Restorable {
    static final int KEPT = 16;

    private final @Nullable Late[] kept = new Late[KEPT];
    private long count;

    void keep(Late late) {
        kept[(int) (count++ % KEPT)] = late;
    }

    /** Oldest first. */
    List<Late> all() {
        List<Late> all = new ArrayList<>();
        for (long i = Math.max(0, count - KEPT); i < count; i++) {
            Late late = kept[(int) (i % KEPT)];
            if (late != null) {
                all.add(late);
            }
        }
        return all;
    }

    @Override
    public void save(CanonicalOutput out) {
        List<Late> all = all();
        out.putInt(all.size());
        for (Late late : all) {
            out.putString(late.stream());
            out.putLong(late.behindNanos());
            TelemetryCodec.encode(late.message(), out);
        }
    }

    @Override
    public void restore(CanonicalInput in) {
        count = 0;
        for (int left = in.getInt(); left > 0; left--) {
            keep(new Late(in.getString(), in.getLong(), TelemetryCodec.decode(in)));
        }
    }

    /**
     * A frame that came too late.
     *
     * @param behindNanos how much older than the newest of its stream
     */
    public record Late(String stream, long behindNanos, TelemetryMessage message) {}
}
