package io.sigmaprompt.twin.cognition.tree.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class BlackboardTest {
    private final Blackboard root = new Blackboard(null);
    private final Blackboard below = new Blackboard(root);

    private static String show(Blackboard board, String name) {
        Entry entry = board.entry(name);
        return entry == null ? "missing" : entry.value().show();
    }

    private static Cell number(double value) {
        Cell cell = new Cell();
        cell.setReal(value);
        return cell;
    }

    @Test
    void aSubtreeSeesNothingThatIsNotRemapped() {
        root.setText("a", "1");
        assertNull(below.entry("a"));
        below.setText("b", "2");
        assertNull(root.entry("b"));
    }

    @Test
    void aRemappedNameIsTheOthersInBothDirections() {
        below.remap("inside", "outside");
        below.setText("inside", "x");
        assertEquals("'x'", show(root, "outside"));
        root.setText("outside", "y");
        assertEquals("'y'", show(below, "inside"));
        assertEquals(0, below.entries().size());
    }

    @Test
    void autoremapTakesAllNamesButThePrivateOnes() {
        below.autoremap(true);
        below.setText("shared", "x");
        below.setText("_own", "y");
        assertEquals("'x'", show(root, "shared"));
        assertEquals("missing", show(root, "_own"));
        assertEquals("'y'", show(below, "_own"));
    }

    @Test
    void anAtSignReachesTheUppermostBlackboard() {
        Blackboard deepest = new Blackboard(below);
        deepest.setText("@top", "x");
        assertEquals("'x'", show(root, "top"));
        assertEquals("'x'", show(deepest, "@top"));
        assertThrows(BoardException.class, () -> deepest.declare("@a@b", PortType.INT));
    }

    @Test
    void theTypeOfAnEntryIsLockedByItsDeclaration() {
        root.declare("n", PortType.INT);
        assertThrows(BoardException.class, () -> root.declare("n", PortType.STRING));
        assertEquals(PortType.INT, root.declare("n", PortType.ANY).type());
        root.setTyped("n", number(3));
        assertThrows(BoardException.class, () -> root.setTyped("n", number(3.5)));
    }

    @Test
    void textIsReadAsTheTypeOfTheEntryItIsWrittenTo() {
        root.declare("n", PortType.INT);
        root.setText("n", "42");
        assertEquals("42", show(root, "n"));
        assertThrows(BoardException.class, () -> root.setText("n", "many"));
    }

    @Test
    void anEntryWithoutATypeTakesThatOfItsFirstTypedValue() {
        root.declare("v", PortType.ANY);
        root.setTyped("v", number(1.5));
        assertEquals(PortType.DOUBLE, Objects.requireNonNull(root.entry("v")).type());
    }

    @Test
    void anUnsetEntryIsGone() {
        root.setText("a", "1");
        root.unset("a");
        root.unset("never");
        assertNull(root.entry("a"));
    }

    @Test
    void castsThatWouldLoseSomethingAreRefused() {
        Cell cell = new Cell();
        cell.setReal(2.5);
        assertThrows(BoardException.class, cell::castLong);
        cell.setReal(-1);
        assertThrows(BoardException.class, cell::castBool);
        cell.setWhole(2, PortType.INT);
        assertThrows(BoardException.class, cell::castBool);
        cell.setWhole(1L << 60, PortType.LONG);
        assertThrows(BoardException.class, cell::castDouble);
        assertThrows(BoardException.class, cell::castInt);
        cell.setText("12 apples");
        assertEquals(12, cell.castLong());
        assertEquals(12, cell.castDouble());
        cell.setReal(0.1 + 0.2);
        assertEquals("0.300000", cell.castText());
        cell.setReal(-0.0);
        assertEquals("-0.000000", cell.castText());
    }

    @Test
    void twoNamesOfOneQueueAreSoAfterASnapshotToo() {
        root.declare("q", PortType.INTS);
        root.setText("q", "1;2;3");
        Cell queue = new Cell();
        queue.set(Objects.requireNonNull(root.entry("q")).value());
        root.setWhole("same", queue);
        CanonicalOutput out = new CanonicalOutput();
        root.save(out, new Queues());
        Blackboard copy = new Blackboard(null);
        copy.restore(new CanonicalInput(out.toByteArray()), new Queues());
        Objects.requireNonNull(copy.entry("q")).value().castList(PortType.INTS).pop();
        assertEquals("[2;3]", show(copy, "same"));
    }
}
