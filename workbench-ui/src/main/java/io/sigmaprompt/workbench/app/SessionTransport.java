package io.sigmaprompt.workbench.app;

import io.sigmaprompt.twin.session.TwinMode;
import io.sigmaprompt.workbench.session.SessionController;
import io.sigmaprompt.workbench.topbar.SessionMode;
import io.sigmaprompt.workbench.topbar.Transport;
import java.util.function.Supplier;

/** Hands what the bar asks to a session; modes are for the robot that is looked at, STOP is for all. */
record SessionTransport(SessionController session, Supplier<String> robot) implements Transport {
    @Override
    public void reset() {
        session.reset();
    }

    @Override
    public void run(boolean run) {
        if (run) {
            session.run();
        } else {
            session.pause();
        }
    }

    @Override
    public void step() {
        session.step();
    }

    @Override
    public void speed(double factor) {
        session.setSpeed(factor);
    }

    @Override
    public void mode(SessionMode mode) {
        session.requestMode(robot.get(), TwinMode.valueOf(mode.name()));
    }

    @Override
    public void stop(boolean engaged) {
        session.stop(engaged);
    }
}
