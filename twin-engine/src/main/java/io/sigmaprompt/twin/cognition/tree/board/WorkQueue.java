package io.sigmaprompt.twin.cognition.tree.board;

import java.util.ArrayList;
import java.util.List;

/**
 * A list that a loop empties from its front. Whoever holds it sees what the others took, as with the shared pointer of
 * BehaviorTree.CPP.
 */
public final class WorkQueue {
    private final PortType element;
    private final List<Cell> cells;
    private int front;

    public WorkQueue(PortType element) {
        this(element, new ArrayList<>());
    }

    private WorkQueue(PortType element, List<Cell> cells) {
        this.element = element;
        this.cells = cells;
    }

    public PortType element() {
        return element;
    }

    public int size() {
        return cells.size() - front;
    }

    public boolean isEmpty() {
        return size() == 0;
    }

    /** The value at a place counted from the front. */
    public Cell get(int index) {
        return cells.get(front + index);
    }

    void add(Cell cell) {
        cells.add(cell);
    }

    /** Takes the first value. */
    public Cell pop() {
        return cells.get(front++);
    }

    /** Another queue of the same values. */
    public WorkQueue copy() {
        return new WorkQueue(element, new ArrayList<>(cells.subList(front, cells.size())));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < size(); i++) {
            text.append(i == 0 ? "" : ";").append(get(i).castText());
        }
        return text.toString();
    }
}
