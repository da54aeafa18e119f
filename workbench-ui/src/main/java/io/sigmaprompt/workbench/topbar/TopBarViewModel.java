package io.sigmaprompt.workbench.topbar;

import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What the top bar shows and does. JavaFX thread. */
public final class TopBarViewModel {
    private static final double[] SPEEDS = {0.1, 0.25, 0.5, 1, 2, 5, 10};

    private final StringProperty session = new SimpleStringProperty("no session");
    private final ObjectProperty<SessionMode> mode = new SimpleObjectProperty<>(SessionMode.SIMULATED);
    private final BooleanProperty running = new SimpleBooleanProperty();
    private final BooleanProperty connected = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper clock = new ReadOnlyStringWrapper("00:00.000");
    private final ReadOnlyStringWrapper speedText = new ReadOnlyStringWrapper("1.00×");
    private double speed = 1;
    private @Nullable Transport transport;

    /** Connects the bar to a session; until then its buttons are off, and STOP too has nothing to stop. */
    public void connect(String sessionName, Transport sessionTransport) {
        session.set(sessionName);
        transport = sessionTransport;
        connected.set(true);
    }

    /** Says how the session stands; simulated time in seconds. */
    public void update(SessionMode sessionMode, boolean isRunning, double seconds) {
        mode.set(sessionMode);
        running.set(isRunning);
        clock.set(clockText(seconds));
    }

    /** Minutes, seconds and milliseconds, always of the same width. */
    static String clockText(double seconds) {
        long millis = Math.round(seconds * 1000);
        return String.format(Locale.ROOT, "%02d:%02d.%03d", millis / 60_000, millis / 1000 % 60, millis % 1000);
    }

    void reset() {
        if (transport != null) {
            transport.reset();
        }
    }

    /** Runs if paused, pauses if running. */
    public void toggleRun() {
        if (transport != null) {
            transport.run(!running.get());
        }
    }

    void step() {
        if (transport != null) {
            transport.step();
        }
    }

    /** The next greater, or smaller, of the speeds on offer. */
    void changeSpeed(boolean faster) {
        int at = 0;
        while (at < SPEEDS.length - 1 && SPEEDS[at] < speed) {
            at++;
        }
        speed = SPEEDS[Math.clamp(at + (faster ? 1 : -1), 0, SPEEDS.length - 1)];
        speedText.set(String.format(Locale.ROOT, "%.2f×", speed));
        if (transport != null) {
            transport.speed(speed);
        }
    }

    void choose(SessionMode wanted) {
        if (transport != null) {
            transport.mode(wanted);
        }
    }

    /** Stops all motion now. */
    public void stop() {
        if (transport != null) {
            transport.stop();
        }
    }

    public StringProperty sessionProperty() {
        return session;
    }

    public ObjectProperty<SessionMode> modeProperty() {
        return mode;
    }

    public BooleanProperty runningProperty() {
        return running;
    }

    public BooleanProperty connectedProperty() {
        return connected;
    }

    public ReadOnlyStringProperty clockProperty() {
        return clock.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty speedProperty() {
        return speedText.getReadOnlyProperty();
    }
}
