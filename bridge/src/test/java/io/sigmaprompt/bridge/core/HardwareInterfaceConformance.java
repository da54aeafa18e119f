package io.sigmaprompt.bridge.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.twin.input.Fault;
import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.input.LinkState;
import io.sigmaprompt.twin.port.HardwareInterface;
import io.sigmaprompt.twin.telemetry.TelemetryMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What every hardware interface promises. An implementation's test extends this and says how to make one whose source
 * sends at least {@link #SOME} messages by itself.
 */
public abstract class HardwareInterfaceConformance {
    protected static final int SOME = 5;
    private static final String ROBOT = "arm";

    private final List<HardwareInterface> made = new ArrayList<>();

    /** A new interface, not open, whose source stands ready. */
    protected abstract HardwareInterface create();

    private HardwareInterface fresh() {
        HardwareInterface hardware = create();
        made.add(hardware);
        return hardware;
    }

    @AfterEach
    void closeWhatWasMade() {
        made.forEach(HardwareInterface::close);
    }

    private static List<KernelInput> heard(HardwareInterface hardware, AtomicLong clock) {
        List<KernelInput> inputs = new ArrayList<>();
        Eventually.until("telemetry from " + hardware.describe().uri(), () -> {
            hardware.poll(clock.addAndGet(1_000_000), inputs::add);
            return inputs.stream()
                            .filter(KernelInput.Telemetry.class::isInstance)
                            .count()
                    >= SOME;
        });
        return inputs;
    }

    @Test
    void whatArrivesIsNamedForTheRobotAndInOrder() {
        HardwareInterface hardware = fresh();
        AtomicLong clock = new AtomicLong();
        hardware.open(ROBOT, clock::get);
        List<KernelInput> inputs = heard(hardware, clock);
        long last = Long.MIN_VALUE;
        for (KernelInput input : inputs) {
            assertEquals(ROBOT, input.robot());
            if (input instanceof KernelInput.Telemetry telemetry
                    && telemetry.message().receiveNanos() != TelemetryMessage.UNAVAILABLE) {
                assertTrue(telemetry.message().receiveNanos() >= last, "receive times never run backwards");
                last = telemetry.message().receiveNanos();
            }
        }
    }

    @Test
    void aWireSaysThatItIsConnectedBeforeItsFirstTelemetry() {
        HardwareInterface hardware = fresh();
        AtomicLong clock = new AtomicLong();
        hardware.open(ROBOT, clock::get);
        List<KernelInput> inputs = heard(hardware, clock);
        int connected = 0;
        while (!(inputs.get(connected) instanceof KernelInput.Link link && link.state() == LinkState.CONNECTED)) {
            assertFalse(inputs.get(connected) instanceof KernelInput.Telemetry, "telemetry before CONNECTED");
            connected++;
        }
    }

    @Test
    void receiveTimesAreCarriedOnlyWhereTheDescriptionSaysSo() {
        HardwareInterface hardware = fresh();
        AtomicLong clock = new AtomicLong(77);
        hardware.open(ROBOT, clock::get);
        boolean carried = hardware.describe().carriesReceiveTimes();
        for (KernelInput input : heard(hardware, clock)) {
            if (input instanceof KernelInput.Telemetry telemetry) {
                assertEquals(carried, telemetry.message().receiveNanos() != TelemetryMessage.UNAVAILABLE);
            }
        }
    }

    @Test
    void theCountersCountWhatWasHandedOver() {
        HardwareInterface hardware = fresh();
        AtomicLong clock = new AtomicLong();
        hardware.open(ROBOT, clock::get);
        long telemetry = heard(hardware, clock).stream()
                .filter(KernelInput.Telemetry.class::isInstance)
                .count();
        assertTrue(hardware.health().received() >= telemetry);
        assertEquals(0, hardware.health().rejected());
        assertEquals(0, hardware.health().dropped());
        assertEquals(0, hardware.health().reconnects());
    }

    @Test
    void closingTwiceIsTheSameAsOnceAndEndsIt() {
        HardwareInterface hardware = fresh();
        hardware.open(ROBOT, () -> 0);
        assertFalse(!hardware.describe().recorded() && hardware.exhausted());
        hardware.close();
        hardware.close();
        assertTrue(hardware.exhausted(), "nothing comes from a closed interface");
    }

    @Test
    void onlyASimulatedRobotTakesFaults() {
        HardwareInterface hardware = fresh();
        hardware.open(ROBOT, () -> 0);
        if (!hardware.describe().simulated()) {
            Fault gap = new Fault(Fault.Kind.TELEMETRY_GAP, "", 1, 1_000_000);
            assertThrows(UnsupportedOperationException.class, () -> hardware.inject(gap));
        }
    }

    @Test
    void itCanBeClosedThoughItWasNeverOpened() {
        HardwareInterface hardware = fresh();
        hardware.close();
        assertTrue(hardware.exhausted());
    }
}
