package io.sigmaprompt.twin.alarm;

import io.sigmaprompt.twin.alarm.rule.FloodSettings;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.record.AlarmRecord;
import io.sigmaprompt.twin.record.NoticeRecord;
import io.sigmaprompt.twin.record.OutputRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Tells of alarms, each change by itself as long as an operator can follow. In a flood the first change of each alarm of
 * lower priority is told; those after it are counted, and the last is told a second after the telling before.
 */
final class Annunciator implements Restorable {
    private static final String FLOOD = "flood/";
    private static final String GROUP = "group/";
    private static final long PERIOD_NANOS = 1_000_000_000;

    private final String robot;
    private final FloodSettings settings;
    private final FloodWatch flood;
    private final Consumer<OutputRecord> records;
    private final List<AlarmGroup> groups = new ArrayList<>();
    private final Map<String, AlarmGroup> byId = new HashMap<>();

    Annunciator(String robot, FloodSettings settings, Consumer<OutputRecord> records) {
        this.robot = robot;
        this.settings = settings;
        this.records = records;
        flood = new FloodWatch(settings);
    }

    /**
     * An alarm's state or priority changed.
     *
     * @param raised whether it was raised just now
     * @param by who changed it, empty for nobody
     */
    void changed(KnownAlarm known, long now, boolean raised, String by) {
        Alarm alarm = known.alarm();
        Annunciation told = known.annunciation();
        if (raised && flood.raised(now)) {
            notice(
                    now,
                    NoticeRecord.Level.WARNING,
                    String.format(
                            Locale.ROOT,
                            "an alarm flood began: more than %d alarms in %.0f s; those up to priority %s are told in groups",
                            settings.limit(),
                            settings.windowNanos() * 1e-9,
                            settings.groupedUpTo()));
        }
        boolean flooded = flood.active() && alarm.priority().compareTo(settings.groupedUpTo()) <= 0;
        if (told.group.isEmpty()) {
            String own = alarm.attributes().group();
            told.group = !own.isEmpty() ? GROUP + own : flooded ? FLOOD + known.origin() : "";
        }
        if (!told.group.isEmpty()) {
            count(known, now, raised);
        }
        told.changedNanos = now;
        if (flooded && by.isEmpty() && told.flood == flood.number()) {
            told.unsaid++;
            return;
        }
        if (flooded) {
            told.flood = flood.number();
        }
        tell(known, now, by);
    }

    private void count(KnownAlarm known, long now, boolean raised) {
        Annunciation told = known.annunciation();
        AlarmGroup group = group(told.group);
        group.move(told.counted, known.alarm().state());
        told.counted = known.alarm().state();
        if (raised) {
            group.raised(known.alarm(), now);
        }
    }

    private AlarmGroup group(String id) {
        AlarmGroup group = byId.get(id);
        if (group == null) {
            group = new AlarmGroup(id);
            groups.add(group);
            byId.put(id, group);
        }
        return group;
    }

    /** Whether alarms are told under this name as one. */
    boolean isGroup(String id) {
        return byId.containsKey(id);
    }

    private void tell(KnownAlarm known, long now, String by) {
        Alarm alarm = known.alarm();
        Annunciation told = known.annunciation();
        AlarmRecord.Detail detail = new AlarmRecord.Detail(
                alarm.state() == AlarmRecord.State.SHELVED ? alarm.shelvedUntil() : 0,
                alarm.reason(),
                told.group,
                alarm.raised(),
                0,
                told.unsaid,
                told.changedNanos,
                alarm.escalated(),
                alarm.chattering());
        told.unsaid = 0;
        told.toldNanos = now;
        records.accept(
                new AlarmRecord(robot, now, alarm.id(), alarm.priority(), alarm.state(), alarm.text(), by, detail));
    }

    /** Tells what went unsaid, once it is due. */
    void catchUp(KnownAlarm known, long now) {
        Annunciation told = known.annunciation();
        if (told.unsaid > 0 && (now - told.toldNanos >= PERIOD_NANOS || !flood.active())) {
            // The last of them is the one that is told.
            told.unsaid--;
            tell(known, now, "");
        }
        boolean dissolves =
                told.group.startsWith(FLOOD) && !flood.active() && known.alarm().state() == AlarmRecord.State.NORMAL;
        if (dissolves) {
            told.group = "";
        }
    }

    /** Ends a flood, and tells of groups, once a cycle after all alarms have changed. */
    void endCycle(long now) {
        if (flood.ends(now)) {
            notice(now, NoticeRecord.Level.INFO, "the alarm flood is over: every alarm is told by itself again");
        }
        for (int i = 0; i < groups.size(); i++) {
            if (groups.get(i).due(now)) {
                records.accept(groups.get(i).tell(robot, now, ""));
            }
        }
    }

    /** Tells of a group at once: somebody has acknowledged it. */
    void acknowledged(String id, long now, String by) {
        records.accept(group(id).tell(robot, now, by));
    }

    private void notice(long now, NoticeRecord.Level level, String text) {
        records.accept(new NoticeRecord(robot, now, level, "alarm", text));
    }

    @Override
    public void save(CanonicalOutput out) {
        flood.save(out);
        out.putInt(groups.size());
        for (AlarmGroup group : groups) {
            out.putString(group.id());
            group.save(out);
        }
    }

    @Override
    public void restore(CanonicalInput in) {
        flood.restore(in);
        groups.clear();
        byId.clear();
        for (int left = in.getInt(); left > 0; left--) {
            group(in.getString()).restore(in);
        }
    }
}
