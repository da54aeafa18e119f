package io.sigmaprompt.scenarios.language;

import io.sigmaprompt.twin.input.KernelInput;

/**
 * Something a scenario does at a moment.
 *
 * @param atNanos session time
 */
public record TimelineEvent(long atNanos, KernelInput input) {}
