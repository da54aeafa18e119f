package io.sigmaprompt.twin.port;

/** A simulated robot that speaks a robot's protocol, as if it stood in the next room. */
public interface VirtualRobotServer extends AutoCloseable {
    /** Starts serving; returns once clients can connect. */
    void start();

    /** The URI under which {@link HardwareInterfaces} reaches it. */
    String uri();

    /** Waits until it is closed. */
    void join() throws InterruptedException;

    @Override
    void close();
}
