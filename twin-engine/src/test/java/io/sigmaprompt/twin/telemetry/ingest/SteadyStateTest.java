package io.sigmaprompt.twin.telemetry.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.twin.session.ThreeJointArm;
import io.sigmaprompt.twin.telemetry.ImuFrame;
import io.sigmaprompt.twin.telemetry.JointStateFrame;
import io.sigmaprompt.twin.telemetry.TelemetryMessage;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SteadyStateTest {
    private static final int FRAMES = 40_000;
    private static final List<String> JOINTS = List.of("pan", "lift", "elbow");

    /** Joint states and an IMU, out of order and twice now and then, as they come over a wire. */
    private static TelemetryMessage[] frames(int from) {
        Random random = new Random(from);
        TelemetryMessage[] frames = new TelemetryMessage[FRAMES];
        for (int i = 0; i < FRAMES; i++) {
            long source = (from + i - (random.nextInt(20) == 0 ? 2 : 0)) * 4_000_000L;
            long receive = (from + i) * 4_000_000L + random.nextInt(2_000_000);
            frames[i] = i % 3 == 0
                    ? new ImuFrame("arm", source, receive, "imu", new double[0], new double[3], new double[3])
                    : new JointStateFrame("arm", source, receive, JOINTS, new double[3], new double[3], new double[3]);
        }
        return frames;
    }

    private static void feed(TelemetryIngest ingest, TelemetryMessage[] frames) {
        for (TelemetryMessage frame : frames) {
            ingest.judge(frame, frame.receiveNanos());
        }
    }

    @Test
    void aFrameCostsNoMemory() {
        TelemetryIngest ingest =
                new TelemetryIngest(IngestSettings.DEFAULT, new DrivenJoints(ThreeJointArm.model()), complaint -> {});
        feed(ingest, frames(0));
        TelemetryMessage[] more = frames(FRAMES);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        feed(ingest, more);
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(bytes < FRAMES, bytes + " bytes for " + FRAMES + " frames");
        assertTrue(ingest.reordered() > 1000);
        assertTrue(ingest.streams().getFirst().clock().known());
        assertEquals(2L * FRAMES, ingest.applied() + ingest.duplicates() + ingest.reordered() + ingest.late());
    }
}
