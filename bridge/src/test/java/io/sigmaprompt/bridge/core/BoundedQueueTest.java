package io.sigmaprompt.bridge.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BoundedQueueTest {
    @Test
    void aFullQueueLosesItsOldestAndCountsIt() {
        BoundedQueue<Integer> queue = new BoundedQueue<>(3);
        for (int i = 0; i < 5; i++) {
            queue.offer(i);
        }
        BoundedQueue.Drained<Integer> drained = queue.drain();
        assertEquals(List.of(2, 3, 4), drained.entries());
        assertEquals(2, drained.lost());
        assertEquals(0, queue.drain().lost(), "a loss is told once");
        assertEquals(2, queue.dropped(), "and counted for good");
    }

    @Test
    void whatMayNotBeDroppedOutlivesWhatMay() {
        BoundedQueue<String> queue = new BoundedQueue<>(2, text -> !text.startsWith("!"));
        queue.offer("!link");
        queue.offer("a");
        queue.offer("b");
        assertEquals(List.of("!link", "b"), queue.drain().entries());
    }

    @Test
    void aFullQueueOfTheUndroppableStillTakesTheNewest() {
        BoundedQueue<String> queue = new BoundedQueue<>(2, text -> false);
        queue.offer("a");
        queue.offer("b");
        queue.offer("c");
        assertEquals(List.of("b", "c"), queue.drain().entries());
    }

    @Test
    void aKindMayHaveALimitOfItsOwn() {
        BoundedQueue<String> queue = new BoundedQueue<>(10);
        queue.offer("x");
        for (String entry : List.of("a1", "a2", "a3")) {
            queue.offer(entry, text -> text.startsWith("a"), 2);
        }
        assertEquals(List.of("x", "a2", "a3"), queue.drain().entries());
        assertEquals(1, queue.dropped());
    }

    @Property
    void nothingIsEverLostUncounted(@ForAll @IntRange(min = 1, max = 20) int capacity, @ForAll List<Integer> entries) {
        BoundedQueue<Integer> queue = new BoundedQueue<>(capacity);
        entries.forEach(queue::offer);
        assertTrue(queue.size() <= capacity);
        assertEquals(entries.size(), queue.size() + queue.dropped());
        assertEquals(
                entries.subList((int) queue.dropped(), entries.size()),
                queue.drain().entries());
    }
}
