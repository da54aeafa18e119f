package io.sigmaprompt.scenarios.language;

import io.sigmaprompt.physics.model.BadInputException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Everything that is wrong with one file; told as the first of them and how many more there are. */
final class Complaints {
    private record Complaint(Location at, String problem, String remedy) {}

    private final String file;
    private final List<Complaint> complaints = new ArrayList<>();

    Complaints(String file) {
        this.file = file;
    }

    /** Notes a complaint; the same one twice is one. */
    void add(Location at, String problem, String remedy) {
        Complaint complaint = new Complaint(at, problem, remedy);
        if (!complaints.contains(complaint)) {
            complaints.add(complaint);
        }
    }

    /** Throws if there is anything to complain about. */
    void check() {
        if (complaints.isEmpty()) {
            return;
        }
        complaints.sort(Comparator.comparing(Complaint::at));
        Complaint first = complaints.getFirst();
        String more = "";
        if (complaints.size() > 1) {
            more = " (and " + (complaints.size() - 1) + " more, the next at line "
                    + complaints.get(1).at().line() + ")";
        }
        throw new BadInputException(
                file + ":" + first.at().line() + ":" + first.at().column(), first.problem(), first.remedy() + more);
    }
}
