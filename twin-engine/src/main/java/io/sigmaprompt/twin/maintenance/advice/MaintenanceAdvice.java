package io.sigmaprompt.twin.maintenance.advice;

import io.sigmaprompt.twin.maintenance.trend.LifeForecast;

/**
 * What should be done about a joint.
 *
 * @param what to do
 * @param when by when, in words
 * @param byHours hours of operation by which it should be done; 0 for now
 * @param why the reason, with what was and what is
 * @param evidence what that rests on
 * @param left hours of operation until the limit
 */
public record MaintenanceAdvice(
        String robot,
        String joint,
        Aspect aspect,
        Urgency urgency,
        String what,
        String when,
        double byHours,
        String why,
        String evidence,
        LifeForecast left) {
    /** How soon. */
    public enum Urgency {
        /** The limit is reached. */
        NOW,
        /** It will be. */
        PLAN
    }
}
