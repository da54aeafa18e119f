package io.sigmaprompt.workbench.status;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What the status bar says. JavaFX thread. */
public final class StatusBarViewModel {
    private final ReadOnlyStringWrapper activity = new ReadOnlyStringWrapper("ready");
    private final ReadOnlyStringWrapper kernel = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper hash = new ReadOnlyStringWrapper("");

    /** What is going on: a run being recorded, a file being read, or what went wrong with it. */
    public void activity(String text) {
        activity.set(text);
    }

    /**
     * How the kernel does.
     *
     * @param rate as text, such as {@code kernel 1 000 Hz}
     * @param traceHash the trace's hash so far; its first eight digits are shown
     */
    public void kernel(String rate, String traceHash) {
        kernel.set(rate);
        hash.set(traceHash.isEmpty() ? "" : "hash " + traceHash.substring(0, Math.min(8, traceHash.length())));
    }

    public ReadOnlyStringProperty activityProperty() {
        return activity.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty kernelProperty() {
        return kernel.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty hashProperty() {
        return hash.getReadOnlyProperty();
    }
}
