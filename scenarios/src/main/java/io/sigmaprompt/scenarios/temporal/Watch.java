package io.sigmaprompt.scenarios.temporal;

import io.sigmaprompt.scenarios.temporal.TruthTrack.Truth;
import io.sigmaprompt.twin.record.AlarmRecord;
import io.sigmaprompt.twin.record.CommandRecord;
import io.sigmaprompt.twin.record.DecisionRecord;
import io.sigmaprompt.twin.record.FindingRecord;
import io.sigmaprompt.twin.record.ModeRecord;
import io.sigmaprompt.twin.record.OutputRecord;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads from a session's records whether a condition is so. */
abstract class Watch {
    private final String robot;

    private Watch(Condition condition) {
        robot = condition.robot();
    }

    static Watch of(Condition condition) {
        return switch (condition) {
            case Condition.Finding c -> new FindingWatch(c);
            case Condition.Decision c -> new DecisionWatch(c);
            case Condition.Alarm c -> new AlarmWatch(c);
            case Condition.Command c -> new CommandWatch(c);
            case Condition.Mode c -> new ModeWatch(c);
            case Condition.Signal c -> new SignalWatch(c);
        };
    }

    /** What a condition is before the session has said anything. */
    static Truth initially(Condition condition) {
        return switch (condition) {
            case Condition.Finding _, Condition.Command _ -> Truth.NOT_SO;
            case Condition.Alarm c -> c.state() == AlarmRecord.State.NORMAL ? Truth.SO : Truth.NOT_SO;
            case Condition.Decision _, Condition.Mode _, Condition.Signal _ -> Truth.UNKNOWN;
        };
    }

    final void accept(OutputRecord output, TruthTrack track) {
        if (robot.isEmpty() || robot.equals(output.robot())) {
            look(output, track);
        }
    }

    abstract void look(OutputRecord output, TruthTrack track);

    /** How far the number went, for conditions about one. */
    Extremes extremes() {
        return Extremes.NONE;
    }

    private static Truth truth(boolean so) {
        return so ? Truth.SO : Truth.NOT_SO;
    }

    private static final class FindingWatch extends Watch {
        private final Condition.Finding wanted;
        private final Set<String> active = new LinkedHashSet<>();

        FindingWatch(Condition.Finding wanted) {
            super(wanted);
            this.wanted = wanted;
        }

        @Override
        void look(OutputRecord output, TruthTrack track) {
            if (!(output instanceof FindingRecord finding)
                    || wanted.kind() != null && wanted.kind() != finding.kind()
                    || wanted.joint() != null && !wanted.joint().equals(finding.joint())) {
                return;
            }
            String key = finding.robot() + "/" + finding.id();
            if (finding.active()) {
                active.add(key);
            } else {
                active.remove(key);
            }
            track.set(finding.simNanos(), truth(!active.isEmpty()), finding.explanation());
        }
    }

    private static final class DecisionWatch extends Watch {
        private final Condition.Decision wanted;
        private final Map<String, String> running = new LinkedHashMap<>();

        DecisionWatch(Condition.Decision wanted) {
            super(wanted);
            this.wanted = wanted;
        }

        @Override
        void look(OutputRecord output, TruthTrack track) {
            if (output instanceof DecisionRecord decision) {
                running.put(decision.robot(), decision.behaviour());
                track.set(decision.simNanos(), truth(running.containsValue(wanted.behaviour())), decision.reason());
            }
        }
    }

    private static final class AlarmWatch extends Watch {
        private final Condition.Alarm wanted;
        private final Map<String, AlarmRecord.State> states = new LinkedHashMap<>();

        AlarmWatch(Condition.Alarm wanted) {
            super(wanted);
            this.wanted = wanted;
        }

        @Override
        void look(OutputRecord output, TruthTrack track) {
            if (output instanceof AlarmRecord alarm && alarm.id().equals(wanted.id())) {
                states.put(alarm.robot(), alarm.state());
                track.set(
                        alarm.simNanos(),
                        truth(states.values().stream().anyMatch(this::isWanted)),
                        alarm.state().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ", " + alarm.text());
            }
        }

        private boolean isWanted(AlarmRecord.State state) {
            return wanted.state() == null ? state != AlarmRecord.State.NORMAL : state == wanted.state();
        }
    }

    private static final class CommandWatch extends Watch {
        private final Condition.Command wanted;

        CommandWatch(Condition.Command wanted) {
            super(wanted);
            this.wanted = wanted;
        }

        @Override
        void look(OutputRecord output, TruthTrack track) {
            if (output instanceof CommandRecord command
                    && (wanted.target() == null || wanted.target() == command.target())) {
                track.pulse(
                        command.simNanos(),
                        "to the "
                                + command.target()
                                        .name()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', ' '));
            }
        }
    }

    private static final class ModeWatch extends Watch {
        private final Condition.Mode wanted;
        private final Map<String, Boolean> in = new LinkedHashMap<>();

        ModeWatch(Condition.Mode wanted) {
            super(wanted);
            this.wanted = wanted;
        }

        @Override
        void look(OutputRecord output, TruthTrack track) {
            if (output instanceof ModeRecord mode) {
                in.put(mode.robot(), mode.mode() == wanted.mode());
                track.set(mode.simNanos(), truth(in.containsValue(true)), mode.mode() + ", " + mode.reason());
            }
        }
    }

    private static final class SignalWatch extends Watch {
        private final Condition.Signal wanted;
        private final SignalSource source;
        private final Extremes extremes = new Extremes();

        SignalWatch(Condition.Signal wanted) {
            super(wanted);
            this.wanted = wanted;
            source = new SignalSource(wanted.path());
        }

        @Override
        void look(OutputRecord output, TruthTrack track) {
            if (!source.holds(output)) {
                return;
            }
            double raw = source.value(output);
            double value = wanted.magnitude() ? Math.abs(raw) : raw;
            if (Double.isNaN(value)) {
                track.set(output.simNanos(), Truth.UNKNOWN, "");
                return;
            }
            if (track.inside(output.simNanos())) {
                extremes.add(output.simNanos(), value);
            }
            Truth next = truth(value > wanted.above() && value < wanted.below());
            track.set(output.simNanos(), next, value, wanted.unit());
        }

        @Override
        Extremes extremes() {
            return extremes;
        }
    }
}
