package io.sigmaprompt.workbench.session;

import io.sigmaprompt.twin.record.AlarmRecord;
import io.sigmaprompt.twin.record.DecisionRecord;
import io.sigmaprompt.twin.record.FaultRecord;
import io.sigmaprompt.twin.record.FindingRecord;
import io.sigmaprompt.twin.record.ModeRecord;
import io.sigmaprompt.workbench.timeline.Interval;
import io.sigmaprompt.workbench.timeline.Interval.Tone;
import io.sigmaprompt.workbench.timeline.Lane;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What happened to one robot, as intervals on the timeline's lanes. One thread. */
final class LaneLog {
    /** Where an interval lies that has not ended. */
    private record Open(Lane lane, int index) {}

    private final Map<Lane, List<Interval>> lanes = new EnumMap<>(Lane.class);
    private final Map<String, Open> open = new LinkedHashMap<>();
    private Map<Lane, List<Interval>> told = Map.of();
    private boolean changed;

    LaneLog() {
        for (Lane lane : Lane.values()) {
            lanes.put(lane, new ArrayList<>());
        }
    }

    /** The lanes as they are now. */
    Map<Lane, List<Interval>> lanes() {
        if (changed) {
            Map<Lane, List<Interval>> copy = new EnumMap<>(Lane.class);
            lanes.forEach((lane, intervals) -> copy.put(lane, List.copyOf(intervals)));
            told = java.util.Collections.unmodifiableMap(copy);
            changed = false;
        }
        return told;
    }

    void mode(ModeRecord record, boolean refused) {
        if (refused) {
            moment(Lane.OPERATOR, record.simNanos(), "refused", Tone.WARNING);
            return;
        }
        Tone tone =
                switch (record.mode()) {
                    case SIMULATED -> Tone.SIMULATED;
                    case MIRROR -> Tone.MIRROR;
                    case SHADOW -> Tone.SHADOW;
                    case LIVE -> Tone.LIVE;
                };
        end("mode", record.simNanos());
        begin("mode", Lane.MODE, record.simNanos(), record.mode().name(), tone);
    }

    void finding(FindingRecord record) {
        String key = "finding " + record.id();
        if (!record.active()) {
            end(key, record.simNanos());
        } else if (!open.containsKey(key)) {
            Tone tone =
                    switch (record.kind()) {
                        case STALE, GAP, JITTER, SPIKE, SHIFT, PERIODICITY, NOVELTY, PAYLOAD -> Tone.WARNING;
                        case LIMIT, RATE, FLAT_LINE, STUCK -> Tone.BAD;
                        case RESIDUAL, CONTACT -> Tone.LIVE;
                    };
            String what = record.kind().words();
            begin(key, Lane.FINDINGS, record.simNanos(), (what + " " + JointNames.brief(record.joint())).strip(), tone);
        }
    }

    void decision(DecisionRecord record) {
        noDecision(record.simNanos());
        begin("decision", Lane.DECISIONS, record.simNanos(), record.behaviour(), Tone.GOOD);
    }

    void noDecision(long simNanos) {
        end("decision", simNanos);
    }

    void alarm(AlarmRecord record) {
        String key = "alarm " + record.id();
        if (!record.by().isEmpty()) {
            moment(Lane.OPERATOR, record.simNanos(), deed(record.state()), Tone.SHADOW);
        }
        if (record.isMember()) {
            return;
        }
        if (record.state() == AlarmRecord.State.NORMAL || record.state().silenced()) {
            end(key, record.simNanos());
        } else if (!open.containsKey(key)) {
            Tone tone = record.priority().compareTo(AlarmRecord.Priority.HIGH) >= 0 ? Tone.LIVE : Tone.WARNING;
            begin(key, Lane.ALARMS, record.simNanos(), record.priority().name(), tone);
        }
    }

    /** What somebody did who brought an alarm into this state. */
    private static String deed(AlarmRecord.State state) {
        return switch (state) {
            case ACKNOWLEDGED, NORMAL, LATCHED_ACKNOWLEDGED -> "acknowledged";
            case SHELVED -> "shelved";
            case OUT_OF_SERVICE -> "out of service";
            case UNACKNOWLEDGED, RETURNED_UNACKNOWLEDGED, LATCHED_UNACKNOWLEDGED, SUPPRESSED -> "alarm back";
        };
    }

    void fault(FaultRecord record) {
        String kind = record.fault().kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String label =
                switch (record.fault().kind()) {
                    case FRICTION, EFFORT_LIMIT ->
                        String.format(
                                Locale.ROOT,
                                "%s ×%s",
                                kind,
                                number(record.fault().magnitude()));
                    case TELEMETRY_GAP -> kind;
                };
        long duration = record.fault().durationNanos();
        double from = record.simNanos() * 1e-9;
        double to = duration == 0 ? Double.POSITIVE_INFINITY : from + duration * 1e-9;
        add(Lane.FAULTS, new Interval(from, to, label, Tone.BAD));
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.2f", value);
    }

    /** STOP was pressed, or released. */
    void stop(long simNanos, boolean pressed) {
        if (pressed) {
            begin("stop", Lane.OPERATOR, simNanos, "STOP", Tone.BAD);
        } else {
            end("stop", simNanos);
        }
    }

    /** The gate was armed, or disarmed. */
    void arm(long simNanos, boolean armed) {
        moment(Lane.OPERATOR, simNanos, armed ? "armed" : "disarmed", Tone.SHADOW);
    }

    void operatorMode(ModeRecord record) {
        moment(Lane.OPERATOR, record.simNanos(), "to " + record.mode(), Tone.SHADOW);
    }

    private void moment(Lane lane, long simNanos, String label, Tone tone) {
        add(lane, new Interval(simNanos * 1e-9, simNanos * 1e-9, label, tone));
    }

    private void begin(String key, Lane lane, long simNanos, String label, Tone tone) {
        open.put(key, new Open(lane, lanes(lane).size()));
        add(lane, new Interval(simNanos * 1e-9, Double.POSITIVE_INFINITY, label, tone));
    }

    private void end(String key, long simNanos) {
        Open ended = open.remove(key);
        if (ended != null) {
            List<Interval> lane = lanes(ended.lane());
            Interval was = lane.get(ended.index());
            lane.set(ended.index(), new Interval(was.from(), simNanos * 1e-9, was.label(), was.tone()));
            changed = true;
        }
    }

    private void add(Lane lane, Interval interval) {
        lanes(lane).add(interval);
        changed = true;
    }

    private List<Interval> lanes(Lane lane) {
        return lanes.computeIfAbsent(lane, missing -> new ArrayList<>());
    }
}
