package io.sigmaprompt.twin.maintenance.advice;

import io.sigmaprompt.twin.record.HealthIndicatorRecord;

/**
 * What one session told of a robot.
 *
 * @param run its name
 * @param startedSeconds when it began, s since 1970
 * @param health as it was at its end
 */
public record HealthSession(String run, double startedSeconds, HealthIndicatorRecord health) {
    private static final double SECONDS_PER_HOUR = 3600;

    /** How long the robot was heard, hours. */
    double hours() {
        return health.joints().stream()
                        .mapToDouble(joint -> joint.load().seconds())
                        .max()
                        .orElse(0)
                / SECONDS_PER_HOUR;
    }
}
