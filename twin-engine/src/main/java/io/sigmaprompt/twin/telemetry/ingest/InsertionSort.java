package io.sigmaprompt.twin.telemetry.ingest;

/** Sorts a few dozen numbers in place; the library's sort allocates where it finds runs to merge. */
final class InsertionSort {
    private InsertionSort() {}

    static void sort(double[] values, int count) {
        for (int i = 1; i < count; i++) {
            double value = values[i];
            int at = i - 1;
            while (at >= 0 && values[at] > value) {
                values[at + 1] = values[at];
                at--;
            }
            values[at + 1] = value;
        }
    }
}
