package io.sigmaprompt.bridge.rosbridge;

import io.sigmaprompt.bridge.core.HardwareInterfaceConformance;
import io.sigmaprompt.twin.port.HardwareInterface;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class RosbridgeConformanceTest extends HardwareInterfaceConformance {
    private ScriptedServer server;
    private ScheduledExecutorService robot;

    @BeforeEach
    void startRobot() {
        server = ScriptedServer.started(0);
        robot = Executors.newSingleThreadScheduledExecutor();
        robot.scheduleAtFixedRate(
                () -> {
                    if (!server.heard("subscribe").isEmpty()) {
                        server.broadcast(Messages.good());
                    }
                },
                1,
                1,
                TimeUnit.MILLISECONDS);
    }

    @AfterEach
    void stopRobot() {
        robot.shutdownNow();
        server.close();
    }

    @Override
    protected HardwareInterface create() {
        return new RosbridgeProvider().create(server.uri(), Map.of("queue", "100000"));
    }
}
