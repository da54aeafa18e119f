package io.sigmaprompt.bridge.recording;

import java.util.List;

/** Counts the rows without an optional quantity. */
final class CsvGaps {
    private final String quantity;
    private long rows;
    private String first = "";

    CsvGaps(String quantity) {
        this.quantity = quantity;
    }

    void count(String place) {
        first = rows == 0 ? place : first;
        rows++;
    }

    void tell(List<String> warnings) {
        if (rows > 0) {
            warnings.add(first + ": the " + quantity + " is not complete here and in " + (rows - 1)
                    + " more rows; those frames have none");
        }
    }
}
