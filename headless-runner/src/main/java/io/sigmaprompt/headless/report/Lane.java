package io.sigmaprompt.headless.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One row of the timeline: spans of time, each begun and ended under a key. Keeps the first {@link #MOST}. */
final class Lane {
    static final int MOST = 2000;

    /**
     * A span of session time.
     *
     * @param toNanos its end, or {@link Long#MAX_VALUE} while it lasts
     * @param tone the report's colour class
     * @param detail what a reader sees who points at it
     */
    record Span(long fromNanos, long toNanos, String label, String tone, String detail) {}

    private final String name;
    private final List<Span> closed = new ArrayList<>();
    private final Map<String, Span> open = new LinkedHashMap<>();
    private long dropped;

    Lane(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /** Begins a span; one that lasts under the same key ends. */
    void begin(String key, long nanos, String label, String tone, String detail) {
        end(key, nanos);
        if (closed.size() + open.size() < MOST) {
            open.put(key, new Span(nanos, Long.MAX_VALUE, label, tone, detail));
        } else {
            dropped++;
        }
    }

    void end(String key, long nanos) {
        Span span = open.remove(key);
        if (span != null) {
            closed.add(new Span(span.fromNanos, nanos, span.label, span.tone, span.detail));
        }
    }

    boolean isOpen(String key) {
        return open.containsKey(key);
    }

    /** Spans in order of their beginning; those that last end at {@code endNanos}. */
    List<Span> spans(long endNanos) {
        List<Span> all = new ArrayList<>(closed);
        for (Span span : open.values()) {
            all.add(new Span(span.fromNanos, Math.max(span.fromNanos, endNanos), span.label, span.tone, span.detail));
        }
        all.sort((a, b) -> Long.compare(a.fromNanos, b.fromNanos));
        return all;
    }

    /** How many spans were not kept. */
    long dropped() {
        return dropped;
    }
}
