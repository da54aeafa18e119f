package io.sigmaprompt.bridge.flight;

import io.sigmaprompt.bridge.ulog.UlogMessage;
import io.sigmaprompt.bridge.ulog.UlogReader;
import io.sigmaprompt.bridge.ulog.UlogSubscription;
import io.sigmaprompt.physics.model.BadInputException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/**
 * What must be known of a flight before its first frame is told; reads on only until it is.
 *
 * @param firstMicros stamp of the first attitude
 * @param hasPosition whether a position is ever told
 */
record FlightScan(long firstMicros, boolean hasPosition) {

    /** @throws BadInputException if the log tells no attitude */
    static FlightScan of(Path file) {
        long first = -1;
        boolean position = false;
        Set<String> topics = new TreeSet<>();
        try (UlogReader reader = UlogReader.open(file)) {
            UlogMessage message = reader.next();
            while (message != null && (first < 0 || !position)) {
                if (message instanceof UlogMessage.Data(UlogSubscription topic, ByteBuffer data)) {
                    topics.add(topic.topic());
                    if (topic.topic().equals(UlogRecording.ATTITUDE) && topic.instance() == 0 && first < 0) {
                        long micros = new Topic(topic.layout()).micros(data);
                        first = FlightClock.isTime(micros) ? micros : -1;
                    }
                    position |= topic.topic().equals(UlogRecording.POSITION) && topic.instance() == 0;
                }
                message = reader.next();
            }
            if (first < 0) {
                throw new BadInputException(
                        file.toString(),
                        "the log tells no attitude: it has no data of " + UlogRecording.ATTITUDE
                                + (reader.damage().places() > 0
                                        ? ", and " + reader.damage().sentences().getFirst()
                                        : ""),
                        topics.isEmpty()
                                ? "It has no data at all; record it with SDLOG_PROFILE's default set."
                                : "It has " + String.join(", ", topics)
                                        + "; record it with SDLOG_PROFILE's default set.");
            }
            return new FlightScan(first, position);
        }
    }
}
