package io.sigmaprompt.bridge.table;

import io.sigmaprompt.bridge.recording.CsvTable;
import io.sigmaprompt.physics.model.BadInputException;
import java.util.List;

/** Tells a decimal comma from a decimal point. */
final class DecimalSign {
    /** So small a share of the other sign is a slip, told where it stands; more is a table of two minds. */
    private static final double SLIPS = 0.01;

    private DecimalSign() {}

    /**
     * The sign that a table's numbers are written with.
     *
     * @throws BadInputException if both are common
     */
    static char of(TableSample sample) {
        long commas = 0;
        long points = 0;
        CsvTable.Cell comma = null;
        CsvTable.Cell point = null;
        for (List<CsvTable.Cell> row : sample.rows) {
            for (CsvTable.Cell cell : row) {
                String text = Cells.clean(cell.text());
                if (Cells.hasDecimalComma(text)) {
                    commas++;
                    comma = comma == null ? cell : comma;
                } else if (Cells.hasDecimalPoint(text)) {
                    points++;
                    point = point == null ? cell : point;
                }
            }
        }
        if (comma != null && point != null && Math.min(commas, points) > SLIPS * (commas + points)) {
            throw new BadInputException(
                    sample.file + ":" + comma.line() + ":" + comma.column(),
                    "numbers are written with a decimal comma here (" + Cells.clean(comma.text())
                            + ") and with a decimal point in line " + point.line() + " (" + Cells.clean(point.text())
                            + "): " + commas + " and " + points + " of them",
                    "Write them alike, or say in a column map which sign is meant, as decimal: \",\"; numbers with the other"
                            + " are then left out.");
        }
        return commas > points ? ',' : '.';
    }
}
