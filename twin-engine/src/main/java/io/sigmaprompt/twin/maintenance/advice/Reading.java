package io.sigmaprompt.twin.maintenance.advice;

/**
 * An indicator at the end of a session.
 *
 * @param session its number, from 0
 * @param use hours of operation by then, over all sessions
 * @param deviation standard deviation of the value
 */
public record Reading(int session, double use, double value, double deviation) {}
