package io.sigmaprompt.twin.port;

import io.sigmaprompt.twin.input.KernelInput;

/** Takes what a wire hands over. */
@FunctionalInterface
public interface TelemetryReceiver {
    /**
     * Takes one input: {@link KernelInput.Telemetry}, {@link KernelInput.RejectedTelemetry}, {@link KernelInput.Link}
     * or {@link KernelInput.QueueOverflow}.
     */
    void receive(KernelInput input);
}
