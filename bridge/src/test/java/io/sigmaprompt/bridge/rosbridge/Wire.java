package io.sigmaprompt.bridge.rosbridge;

import io.sigmaprompt.bridge.core.Eventually;
import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.input.LinkState;
import io.sigmaprompt.twin.port.HardwareInterface;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** An open interface and all that it has handed over so far. */
public final class Wire implements AutoCloseable {
    private final HardwareInterface hardware;
    private final List<KernelInput> inputs = new ArrayList<>();

    private Wire(HardwareInterface hardware) {
        this.hardware = hardware;
    }

    public static Wire open(String uri, Map<String, String> options) {
        Wire wire = new Wire(new RosbridgeProvider().create(uri, options));
        wire.hardware.open("arm", System::nanoTime);
        return wire;
    }

    public HardwareInterface hardware() {
        return hardware;
    }

    public List<KernelInput> inputs() {
        hardware.poll(0, inputs::add);
        return inputs;
    }

    public <T extends KernelInput> T await(Class<T> kind, Predicate<T> which) {
        Eventually.until(
                () -> inputs().stream().filter(kind::isInstance).map(kind::cast).anyMatch(which),
                () -> "a " + kind.getSimpleName() + " among " + inputs);
        return inputs.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(which)
                .findFirst()
                .orElseThrow();
    }

    public KernelInput.Link await(LinkState state) {
        return await(KernelInput.Link.class, link -> link.state() == state);
    }

    public KernelInput.RejectedTelemetry awaitRejected(String part) {
        return await(KernelInput.RejectedTelemetry.class, rejected -> rejected.problem()
                .contains(part));
    }

    /** Forgets what was handed over until now. */
    public void forget() {
        inputs();
        inputs.clear();
    }

    @Override
    public void close() {
        hardware.close();
    }
}
