package io.sigmaprompt.scenarios.run;

import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.input.LinkState;
import io.sigmaprompt.twin.port.OutsideFailureException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Follows whether the wires are there, so that a session with a dead robot does not end as a good one. */
final class LinkWatch {
    private record Loss(long sinceNanos, String reason) {}

    private final Map<String, Loss> lost = new LinkedHashMap<>();
    private final List<String> outages = new ArrayList<>();

    /** Takes what became of a wire at a session time. */
    void accept(KernelInput.Link link, long simNanos) {
        if (link.state() == LinkState.LOST) {
            lost.putIfAbsent(link.robot(), new Loss(simNanos, link.reason()));
        } else if (link.state() == LinkState.CONNECTED) {
            Loss loss = lost.remove(link.robot());
            if (loss != null) {
                outages.add(String.format(
                        Locale.ROOT,
                        "the wire to robot '%s' was lost at %.2f s for %.2f s: %s",
                        link.robot(),
                        loss.sinceNanos * 1e-9,
                        (simNanos - loss.sinceNanos) * 1e-9,
                        loss.reason));
            }
        }
    }

    /**
     * To be asked at the session's end.
     *
     * @throws OutsideFailureException if a wire is lost
     */
    void check() {
        lost.forEach((robot, loss) -> {
            throw new OutsideFailureException(
                    "robot '" + robot + "'",
                    told(loss),
                    "Look at the robot and the network, then run again; what was recorded is kept.");
        });
    }

    /** What was lost and came back, and what is lost now, in sentences. */
    List<String> warnings() {
        List<String> all = new ArrayList<>(outages);
        lost.forEach((robot, loss) -> all.add("robot '" + robot + "': " + told(loss)));
        return all;
    }

    private static String told(Loss loss) {
        return String.format(
                Locale.ROOT,
                "its wire was lost at %.2f s and never came back (%s)",
                loss.sinceNanos * 1e-9,
                loss.reason);
    }
}
