package io.sigmaprompt.bridge.notification;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.twin.port.notification.Notification;
import io.sigmaprompt.twin.port.notification.Notifier;
import io.sigmaprompt.twin.port.notification.NotifierProvider;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes alarms into the log. */
public final class LogProvider implements NotifierProvider {
    private static final Logger LOG = LoggerFactory.getLogger("alarms");

    @Override
    public boolean accepts(String uri) {
        return uri.equals("log:") || uri.equals("log");
    }

    @Override
    public String usage() {
        return "log:   a line in the log for each alarm";
    }

    @Override
    public Notifier create(String uri, Map<String, String> options) {
        if (!options.isEmpty()) {
            throw new BadInputException(uri, "expected no options, found " + options.keySet(), "Leave them out.");
        }
        return new Notifier() {
            @Override
            public void offer(Notification notification) {
                LOG.warn(
                        "{}: {} ({} s into {})",
                        notification.subject(),
                        notification.alarm().text(),
                        Math.rint(notification.alarm().simNanos() * 1e-6) / 1e3,
                        notification.session());
            }

            @Override
            public List<String> troubles() {
                return List.of();
            }

            @Override
            public void close() {}
        };
    }
}
