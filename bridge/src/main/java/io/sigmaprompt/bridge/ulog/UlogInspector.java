package io.sigmaprompt.bridge.ulog;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.twin.port.inspection.RecordingInspector;
import io.sigmaprompt.twin.port.inspection.RecordingSummary;
import io.sigmaprompt.twin.port.inspection.TopicTally;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/** Looks through logs of PX4. */
public final class UlogInspector implements RecordingInspector {
    private static final long STRIDE = 100_000;

    @Override
    public boolean accepts(Path file) {
        return file.toString().endsWith(".ulg");
    }

    @Override
    public RecordingSummary inspect(Path file, LongConsumer progress) {
        Map<String, TopicTally> tallies = new TreeMap<>();
        List<String> storage = new ArrayList<>();
        List<String> damage;
        try (UlogReader log = UlogReader.open(file)) {
            storage.add("ULog version " + log.version());
            long read = 0;
            for (UlogMessage message = log.next(); message != null; message = log.next()) {
                take(message, tallies, storage);
                if (++read % STRIDE == 0) {
                    progress.accept(read);
                }
            }
            damage = log.damage().sentences();
        }
        try {
            return RecordingSummary.of("PX4 ULog", Files.size(file), tallies.values(), storage, damage);
        } catch (IOException e) {
            throw new BadInputException(
                    file.toString(), "the file cannot be read (" + e.getMessage() + ")", "Check its permissions.");
        }
    }

    private static void take(UlogMessage message, Map<String, TopicTally> tallies, List<String> storage) {
        switch (message) {
            case UlogMessage.Subscribed subscribed -> tally(subscribed.subscription(), tallies);
            case UlogMessage.Data data -> {
                UlogSlot stamp = data.subscription().layout().find("timestamp");
                if (stamp != null) {
                    tally(data.subscription(), tallies).take(1_000 * stamp.integer(data.bytes()));
                }
            }
            case UlogMessage.Info info -> {
                if (info.key().equals("sys_name") || info.key().equals("ver_hw")) {
                    storage.add(info.key() + " " + info.value());
                }
            }
            default -> {}
        }
    }

    private static TopicTally tally(UlogSubscription subscription, Map<String, TopicTally> tallies) {
        return tallies.computeIfAbsent(
                subscription.topic(),
                name -> new TopicTally(name, subscription.layout().name()));
    }
}
