package io.sigmaprompt.twin.alarm;

import io.sigmaprompt.twin.alarm.evaluation.RuleProgram;
import io.sigmaprompt.twin.alarm.evaluation.SignalTable;
import io.sigmaprompt.twin.alarm.rule.AlarmAttributes;
import io.sigmaprompt.twin.alarm.rule.AlarmRule;
import io.sigmaprompt.twin.alarm.rule.AlarmRules;
import io.sigmaprompt.twin.alarm.rule.Condition;
import io.sigmaprompt.twin.alarm.rule.RuleOrder;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.input.TwinMode;
import io.sigmaprompt.twin.record.FindingRecord;
import io.sigmaprompt.twin.record.FindingRecord.Kind;
import io.sigmaprompt.twin.record.OutputRecord;
import io.sigmaprompt.twin.signal.SignalPath;
import io.sigmaprompt.twin.telemetry.TelemetryMessage;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The alarms of one robot and their states (ANSI/ISA-18.2-2016): rules and findings raise them, operators acknowledge,
 * shelve and reset them. Belongs to the kernel's thread; allocates nothing while nothing changes.
 */
public final class AlarmBoard implements Restorable {
    /** Beyond so many, alarms of findings that have long been normal are forgotten. */
    private static final int MANY = 8192;

    private final SignalTable signals;
    private final RuleProgram program;
    private final AlarmRules rules;
    private final Annunciator annunciator;
    private final RuleProgram.@Nullable Compiled[] suppressedKinds = new RuleProgram.Compiled[Kind.values().length];
    private final boolean[] kindSuppressed = new boolean[Kind.values().length];
    private final List<KnownAlarm> alarms = new ArrayList<>();
    private final Map<String, KnownAlarm> byId = new HashMap<>();
    private int forgetAt = MANY;

    /**
     * A board on which nothing stands.
     *
     * @param joints the driven joints, in the order of the records' arrays
     * @throws IllegalArgumentException if a rule speaks of a joint that is not among them
     */
    public AlarmBoard(String robot, List<String> joints, AlarmRules rules, Consumer<OutputRecord> records) {
        this.rules = rules;
        signals = new SignalTable(joints);
        annunciator = new Annunciator(robot, rules.flood(), records);
        program = new RuleProgram(signals, name -> {
            KnownAlarm known = Objects.requireNonNull(byId.get(name), name);
            return known.alarm()::cause;
        });
        for (AlarmRule rule : RuleOrder.of(rules.rules())) {
            add(new KnownAlarm(
                    new Alarm(rule.name(), rule.attributes()),
                    new Annunciation(),
                    rule,
                    program.compile(rule.condition()),
                    suppression(rule.attributes()),
                    null));
        }
        rules.findings().forEach((kind, attributes) -> suppressedKinds[kind.ordinal()] = suppression(attributes));
    }

    private RuleProgram.@Nullable Compiled suppression(AlarmAttributes attributes) {
        Condition condition = attributes.suppressedWhile();
        return condition == null ? null : program.compile(condition);
    }

    private void add(KnownAlarm known) {
        alarms.add(known);
        byId.put(known.alarm().id(), known);
    }

    /** Reads what the session says; rules see what stands in the trace. */
    public void see(OutputRecord output) {
        signals.see(output);
    }

    /** Reads a message that ingest has accepted. */
    public void take(TelemetryMessage message, long now) {
        signals.take(message, now);
    }

    /** The mode that the twin is in from now on. */
    public void mode(TwinMode mode) {
        program.mode(mode);
    }

    /** A finding came or went. */
    public void on(FindingRecord finding) {
        program.on(finding);
        KnownAlarm known = byId.get(finding.id());
        if (known == null) {
            AlarmAttributes attributes = rules.findings().get(finding.kind());
            if (attributes == null) {
                return;
            }
            forgetSome(finding.simNanos());
            known = ofFinding(finding.id(), finding.kind(), attributes);
        }
        if (known.kind() != null) {
            known.alarm().text(finding.explanation());
            known.alarm().condition(finding.active());
            settle(known, finding.simNanos());
        }
    }

    private KnownAlarm ofFinding(String id, Kind kind, AlarmAttributes attributes) {
        KnownAlarm known = new KnownAlarm(new Alarm(id, attributes), new Annunciation(), null, null, null, kind);
        add(known);
        return known;
    }

    private void forgetSome(long now) {
        if (alarms.size() < forgetAt) {
            return;
        }
        alarms.removeIf(known -> known.kind() != null
                && known.alarm().forgettable(now)
                && known.annunciation().unsaid == 0
                && known.annunciation().group.isEmpty());
        byId.clear();
        alarms.forEach(known -> byId.put(known.alarm().id(), known));
        forgetAt = Math.max(MANY, 2 * alarms.size());
    }

    /**
     * Looks at every rule and every alarm, once a cycle.
     *
     * @param telemetryAgeNanos time since telemetry last told of the robot
     */
    public void evaluate(long now, long telemetryAgeNanos) {
        signals.age(telemetryAgeNanos, now);
        for (int i = 0; i < kindSuppressed.length; i++) {
            RuleProgram.Compiled suppressed = suppressedKinds[i];
            kindSuppressed[i] = suppressed != null && suppressed.evaluate(now);
        }
        for (int i = 0; i < alarms.size(); i++) {
            KnownAlarm known = alarms.get(i);
            RuleProgram.Compiled condition = known.condition();
            if (condition != null) {
                known.alarm().condition(condition.evaluate(now));
            }
            settle(known, now);
            annunciator.catchUp(known, now);
        }
        annunciator.endCycle(now);
    }

    /** Lets time and conditions take effect. */
    private void settle(KnownAlarm known, long now) {
        Alarm alarm = known.alarm();
        RuleProgram.Compiled suppressedWhile = known.suppressedWhile();
        Kind kind = known.kind();
        boolean suppressed = kind != null
                ? kindSuppressed[kind.ordinal()]
                : suppressedWhile != null && suppressedWhile.evaluate(now);
        long before = alarm.raises();
        boolean changed = alarm.settle(now);
        changed |= alarm.suppress(now, suppressed);
        changed |= alarm.expire(now);
        changed |= alarm.escalate(now);
        if (changed) {
            told(known, now, before, "");
        }
    }

    private void told(KnownAlarm known, long now, long raisesBefore, String by) {
        boolean raised = known.alarm().raises() != raisesBefore;
        AlarmRule rule = known.rule();
        if (rule != null && (raised || known.alarm().text().isEmpty())) {
            known.alarm().text(text(rule));
        }
        annunciator.changed(known, now, raised, by);
    }

    private String text(AlarmRule rule) {
        return switch (rule.condition()) {
            case Condition.Threshold c -> text(rule, c.signal(), c.unit());
            default -> rule.text();
        };
    }

    private String text(AlarmRule rule, SignalPath path, String unit) {
        double value = program.value(path);
        if (!Double.isFinite(value)) {
            return rule.text();
        }
        String number = new BigDecimal(value)
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toPlainString();
        return rule.text() + ": " + number + (unit.isEmpty() ? "" : " " + unit);
    }

    /**
     * An operator has seen an alarm, or the alarms of a group.
     *
     * @return whether there was anything to acknowledge
     */
    public boolean acknowledge(long now, String id, String by) {
        if (!annunciator.isGroup(id)) {
            return operate(now, id, by, Alarm::acknowledge);
        }
        boolean any = acknowledge(now, by, known -> known.annunciation().group.equals(id));
        if (any) {
            annunciator.acknowledged(id, now, by);
        }
        return any;
    }

    /**
     * An operator has seen all alarms.
     *
     * @return whether there was anything to acknowledge
     */
    public boolean acknowledgeAll(long now, String by) {
        return acknowledge(now, by, known -> true);
    }

    private boolean acknowledge(long now, String by, Predicate<KnownAlarm> which) {
        boolean any = false;
        for (KnownAlarm known : alarms) {
            if (which.test(known) && known.alarm().acknowledge()) {
                any = true;
                told(known, now, known.alarm().raises(), by);
            }
        }
        return any;
    }

    /**
     * An operator does not want to hear of an alarm for a while.
     *
     * @return whether there is such an alarm, in service and not suppressed, and the time is above zero
     */
    public boolean shelve(long now, String id, long nanos, String reason, String by) {
        return operate(now, id, by, alarm -> alarm.shelve(now, nanos, reason));
    }

    /**
     * An operator wants to hear of a shelved alarm again.
     *
     * @return whether it was shelved
     */
    public boolean unshelve(long now, String id, String by) {
        return operate(now, id, by, alarm -> alarm.unshelve(now));
    }

    /**
     * Takes an alarm out of service, or puts it back.
     *
     * @return whether that changed it
     */
    public boolean service(long now, String id, boolean in, String reason, String by) {
        return operate(now, id, by, alarm -> alarm.service(now, in, reason));
    }

    /**
     * Lets go of a latched alarm whose cause is gone.
     *
     * @return whether there was such an alarm
     */
    public boolean reset(long now, String id, String by) {
        return operate(now, id, by, Alarm::reset);
    }

    private boolean operate(long now, String id, String by, Predicate<Alarm> operation) {
        KnownAlarm known = byId.get(id);
        if (known == null) {
            return false;
        }
        long before = known.alarm().raises();
        if (!operation.test(known.alarm())) {
            return false;
        }
        told(known, now, before, by);
        return true;
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putInt(forgetAt);
        out.putInt(alarms.size());
        for (KnownAlarm known : alarms) {
            Kind kind = known.kind();
            out.putByte(kind == null ? -1 : kind.ordinal());
            if (kind != null) {
                out.putString(known.alarm().id());
            }
            known.alarm().save(out);
            known.annunciation().save(out);
        }
        for (boolean each : kindSuppressed) {
            out.putBoolean(each);
        }
        program.save(out);
        annunciator.save(out);
    }

    @Override
    public void restore(CanonicalInput in) {
        forgetAt = in.getInt();
        alarms.removeIf(known -> known.kind() != null);
        byId.clear();
        alarms.forEach(known -> byId.put(known.alarm().id(), known));
        int count = in.getInt();
        for (int i = 0; i < count; i++) {
            int kind = in.getByte();
            KnownAlarm known = kind < 0 ? alarms.get(i) : restored(in.getString(), Kind.values()[kind]);
            known.alarm().restore(in);
            known.annunciation().restore(in);
        }
        for (int i = 0; i < kindSuppressed.length; i++) {
            kindSuppressed[i] = in.getBoolean();
        }
        program.restore(in);
        annunciator.restore(in);
    }

    private KnownAlarm restored(String id, Kind kind) {
        return ofFinding(id, kind, Objects.requireNonNull(rules.findings().get(kind), id));
    }
}
