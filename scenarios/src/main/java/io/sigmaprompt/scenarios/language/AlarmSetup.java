package io.sigmaprompt.scenarios.language;

import io.sigmaprompt.twin.port.notification.NotificationRoute;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario says of alarms beside the rules themselves.
 *
 * @param routes who is told
 * @param rulesFile the file that the rules stand in, or null where they stand in the scenario or nowhere
 * @param rulesText that file's text, empty without one
 */
public record AlarmSetup(
        List<NotificationRoute> routes, @Nullable Path rulesFile, String rulesText) {
    /** Nobody is told. */
    public static final AlarmSetup NONE = new AlarmSetup(List.of(), null, "");

    public AlarmSetup {
        routes = List.copyOf(routes);
    }
}
