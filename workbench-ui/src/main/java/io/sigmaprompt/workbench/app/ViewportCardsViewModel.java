package io.sigmaprompt.workbench.app;

import io.sigmaprompt.workbench.topbar.SessionMode;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The cards over the viewport: the mode, what the ghost is, the divergence, and what must be told. JavaFX thread. */
public final class ViewportCardsViewModel {
    private final ReadOnlyObjectWrapper<SessionMode> mode = new ReadOnlyObjectWrapper<>(SessionMode.SIMULATED);
    private final ReadOnlyStringWrapper caption = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper divergence = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper where = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper detail = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper why = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper differing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper amount = new ReadOnlyDoubleWrapper(Double.NaN);
    private final ReadOnlyBooleanWrapper coloured = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper unjudged = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper standing = new ReadOnlyStringWrapper("");

    void mode(SessionMode shown, String said) {
        mode.set(shown);
        caption.set(said);
    }

    /**
     * Shows how far robot and twin are apart.
     *
     * @param value as text with its unit; empty where nothing is known
     * @param joint where it is greatest
     * @param more a second line
     * @param alarming whether it is a real difference
     */
    void divergence(String value, String joint, String more, boolean alarming) {
        divergence.set(value);
        where.set(joint);
        detail.set(more);
        differing.set(alarming);
    }

    /** Names the likeliest cause of the divergence, with its share; empty for none. */
    void why(String cause) {
        why.set(cause);
    }

    /**
     * Explains the ghost's colours.
     *
     * @param drawn whether a ghost is drawn
     * @param worst the most coloured joint's amount; NaN where none is known
     * @param unknown what is not known, and how that looks; empty for nothing
     */
    void legend(boolean drawn, double worst, String unknown) {
        coloured.set(drawn);
        amount.set(worst);
        unjudged.set(unknown);
    }

    /** Tells something that must not be missed, such as a refused mode; empty for nothing. */
    void notice(String text) {
        notice.set(text);
    }

    /** Says that live things stand still, and how to change that; empty while they move. */
    void standing(String text) {
        standing.set(text);
    }

    ReadOnlyObjectProperty<SessionMode> modeProperty() {
        return mode.getReadOnlyProperty();
    }

    ReadOnlyStringProperty captionProperty() {
        return caption.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty divergenceProperty() {
        return divergence.getReadOnlyProperty();
    }

    ReadOnlyStringProperty whereProperty() {
        return where.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty detailProperty() {
        return detail.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty whyProperty() {
        return why.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty differingProperty() {
        return differing.getReadOnlyProperty();
    }

    /** Whether there is a ghost whose colours mean something. */
    public ReadOnlyBooleanProperty colouredProperty() {
        return coloured.getReadOnlyProperty();
    }

    /** Where the most improbable joint stands on the scale, in [0, 1]. */
    public ReadOnlyDoubleProperty amountProperty() {
        return amount.getReadOnlyProperty();
    }

    /** What of the ghost is not judged yet. */
    public ReadOnlyStringProperty unjudgedProperty() {
        return unjudged.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty standingProperty() {
        return standing.getReadOnlyProperty();
    }
}
