package io.sigmaprompt.scenarios.run;

import io.sigmaprompt.twin.port.VirtualRobotServer;
import io.sigmaprompt.twin.port.VirtualRobotServerProvider;
import io.sigmaprompt.twin.simulation.VirtualRobot;
import java.util.concurrent.CountDownLatch;

/** A virtual robot that only says where it would listen. */
public final class TestVirtualRobot implements VirtualRobotServerProvider {
    @Override
    public String protocol() {
        return "test";
    }

    @Override
    public VirtualRobotServer create(VirtualRobot robot, String host, int port) {
        CountDownLatch closed = new CountDownLatch(1);
        return new VirtualRobotServer() {
            @Override
            public void start() {
                // Nothing listens.
            }

            @Override
            public String uri() {
                return "test://" + host + ":" + (port == 0 ? 4711 : port) + "/" + robot.name();
            }

            @Override
            public void join() throws InterruptedException {
                closed.await();
                if (robot.name().equals("singular")) {
                    throw new IllegalStateException("its simulation failed");
                }
            }

            @Override
            public void close() {
                closed.countDown();
            }
        };
    }
}
