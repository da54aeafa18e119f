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
    /** As fast as it can comes last, written 0. */
    private static final double[] SPEEDS = {0.1, 0.25, 0.5, 1, 2, 5, 10, 0};

    private final StringProperty session = new SimpleStringProperty("no session");
    private final ObjectProperty<SessionMode> mode = new SimpleObjectProperty<>(SessionMode.SIMULATED);
    private final BooleanProperty running = new SimpleBooleanProperty();
    private final BooleanProperty connected = new SimpleBooleanProperty();
    private final BooleanProperty underWay = new SimpleBooleanProperty();
    private final BooleanProperty stopped = new SimpleBooleanProperty();
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

    /**
     * Says what else the bar shows of a session.
     *
     * @param factor the speed that is wanted; 0 for as fast as it can
     * @param isUnderWay whether a run holds its robots, and so can be asked for modes
     * @param isStopped whether STOP is pressed
     */
    public void show(double factor, boolean isUnderWay, boolean isStopped) {
        speed = factor;
        speedText.set(speedText(factor));
        underWay.set(isUnderWay);
        stopped.set(isStopped);
    }

    /** Cuts the bar off from a session that is closed. */
    public void disconnect(String name) {
        session.set(name);
        transport = null;
        connected.set(false);
        running.set(false);
        underWay.set(false);
        stopped.set(false);
        clock.set(clockText(0));
    }

    private static String speedText(double factor) {
        return factor == 0 ? "  max" : String.format(Locale.ROOT, "%.2f×", factor);
    }

    /** Minutes, seconds and milliseconds, always of the same width. */
    static String clockText(double seconds) {
        long millis = Math.round(seconds * 1000);
        return String.format(Locale.ROOT, "%02d:%02d.%03d", millis / 60_000, millis / 1000 % 60, millis % 1000);
    }

    /** Back to the start. */
    public void reset() {
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

    /** One cycle. */
    public void step() {
        if (transport != null) {
            transport.step();
        }
    }

    /** The next greater, or smaller, of the speeds on offer. */
    public void changeSpeed(boolean faster) {
        int at = 0;
        while (at < SPEEDS.length - 1 && (speed == 0 || SPEEDS[at] < speed)) {
            at++;
        }
        double wanted = SPEEDS[Math.clamp(at + (faster ? 1 : -1), 0, SPEEDS.length - 1)];
        if (transport != null) {
            // What the session makes of it comes back with its next snapshot: a live wire keeps its own time.
            transport.speed(wanted);
        }
    }

    /** Asks for a mode. */
    public void choose(SessionMode wanted) {
        if (transport != null) {
            transport.mode(wanted);
        }
    }

    /** Stops all motion now; pressed again, it stays stopped. */
    public void stop() {
        if (transport != null) {
            transport.stop(true);
        }
    }

    /** The button: stops, or where STOP is pressed releases it. */
    void stopOrRelease() {
        if (transport != null) {
            transport.stop(!stopped.get());
        }
    }

    /** Whether STOP is pressed. */
    public BooleanProperty stoppedProperty() {
        return stopped;
    }

    /** Whether a run holds its robots. */
    public BooleanProperty underWayProperty() {
        return underWay;
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
