package io.sigmaprompt.twin.telemetry.ingest;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What the door complained of: each thing is told once, and after {@link #MOST} things nothing more. */
final class Grievances implements Restorable {
    private static final int MOST = 50;

    private final Consumer<String> listener;
    private final Set<String> told = new LinkedHashSet<>();
    private final Set<String> strangers = new LinkedHashSet<>();

    Grievances(Consumer<String> listener) {
        this.listener = listener;
    }

    void tell(String text) {
        if (told.size() < MOST && told.add(text)) {
            listener.accept(text);
        }
    }

    /** Tells of something that matters each time it happens. */
    void tellAgain(String text) {
        listener.accept(text);
    }

    void tellOfStranger(String joint) {
        if (told.size() < MOST && strangers.add(joint)) {
            tell("the model has no driven joint '" + joint + "'; its values are left out");
        }
    }

    /** The joints told of that the model does not have. */
    List<String> strangers() {
        return List.copyOf(strangers);
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putStrings(List.copyOf(told));
        out.putStrings(strangers());
    }

    @Override
    public void restore(CanonicalInput in) {
        told.clear();
        told.addAll(in.getStrings());
        strangers.clear();
        strangers.addAll(in.getStrings());
    }
}
