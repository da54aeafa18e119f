package io.sigmaprompt.twin.calibration.signal;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.port.HardwareInterface;
import io.sigmaprompt.twin.port.TelemetryReceiver;
import io.sigmaprompt.twin.telemetry.JointStateFrame;
import io.sigmaprompt.twin.telemetry.naming.NameProposal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Gathers the joint states that carry efforts from a recording, or from any stream of inputs. */
public final class JointLogCollector implements TelemetryReceiver {
    /** Fewer frames say nothing about anybody's mass. */
    private static final int FEWEST = 100;
    /** Radians, metres, N m, N and amperes beyond it are no robot's. */
    private static final double MOST = 1e9;

    private final DrivenJoints driven;
    private final String place;
    private final List<double[]> positions = new ArrayList<>();
    private final List<double[]> efforts = new ArrayList<>();
    private final List<Long> times = new ArrayList<>();
    private final Set<String> unknown = new LinkedHashSet<>();
    private final boolean[] seen;
    private final boolean[] felt;
    private final boolean[] pushed;
    private final double[] latest;
    private final int[] turns;
    private final int[] jumps;
    private long withoutEffort;
    private long incomplete;
    private long disordered;

    /**
     * A collector for a robot.
     *
     * @param place the log's name, for messages
     */
    public JointLogCollector(DrivenJoints driven, String place) {
        this.driven = driven;
        this.place = place;
        seen = new boolean[driven.count()];
        felt = new boolean[driven.count()];
        pushed = new boolean[driven.count()];
        latest = new double[driven.count()];
        Arrays.fill(latest, Double.NaN);
        turns = new int[driven.count()];
        jumps = new int[driven.count()];
    }

    /** All that a recording holds. */
    public static JointLogCollector read(HardwareInterface recording, DrivenJoints driven, String place) {
        JointLogCollector collector = new JointLogCollector(driven, place);
        recording.open("robot", () -> 0);
        while (!recording.exhausted()) {
            recording.poll(Long.MAX_VALUE, collector);
        }
        return collector;
    }

    @Override
    public void receive(KernelInput input) {
        if (input instanceof KernelInput.Telemetry telemetry && telemetry.message() instanceof JointStateFrame frame) {
            take(frame);
        }
    }

    private void take(JointStateFrame frame) {
        int n = frame.names().size();
        boolean hasEffort = frame.effort().length == n;
        if (frame.position().length != n) {
            incomplete++;
            return;
        }
        double[] position = new double[driven.count()];
        double[] effort = new double[driven.count()];
        Arrays.fill(position, Double.NaN);
        Arrays.fill(effort, Double.NaN);
        for (int i = 0; i < n; i++) {
            int j = driven.index(frame.names().get(i));
            if (j < 0) {
                unknown.add(frame.names().get(i));
            } else {
                position[j] = frame.position()[i];
                effort[j] = hasEffort ? frame.effort()[i] : Double.NaN;
                seen[j] |= Double.isFinite(position[j]);
                felt[j] |= Double.isFinite(effort[j]);
                pushed[j] |= felt[j] && effort[j] != 0;
                require(frame, j, "position", position[j]);
                require(frame, j, "effort", effort[j]);
            }
        }
        if (!hasEffort) {
            withoutEffort++;
        }
        if (!times.isEmpty() && frame.sourceNanos() <= times.getLast()) {
            disordered++;
            return;
        }
        unwrap(position);
        times.add(frame.sourceNanos());
        positions.add(position);
        efforts.add(effort);
    }

    private void require(JointStateFrame frame, int j, String what, double value) {
        if (Math.abs(value) > MOST) {
            double seconds = times.isEmpty() ? 0 : (frame.sourceNanos() - times.getFirst()) * 1e-9;
            throw new BadInputException(
                    place,
                    "expected the " + what + " of " + driven.names().get(j) + " to be one that a robot can have, found "
                            + value + " at " + String.format(Locale.ROOT, "%.3f s", seconds),
                    "Cut that part out of the log, or name the right column with --map.");
        }
    }

    /** No joint turns by half a turn from frame to frame: what seems so is an angle told within one turn. */
    private void unwrap(double[] position) {
        for (int j = 0; j < position.length; j++) {
            if (!Double.isFinite(position[j]) || driven.joint(j).type() == JointType.PRISMATIC) {
                continue;
            }
            double told = position[j];
            double step = told - latest[j];
            if (Math.abs(step) > Math.PI) {
                turns[j] -= (int) Math.rint(step / (2 * Math.PI));
                jumps[j]++;
            }
            latest[j] = told;
            position[j] = told + turns[j] * 2 * Math.PI;
        }
    }

    /** What was odd; may be empty. */
    public List<String> warnings() {
        List<String> all = new ArrayList<>();
        if (!unknown.isEmpty()) {
            all.add("the model has no driven joint " + String.join(", ", unknown) + "; their values are left out");
        }
        List<String> missing = names(seen, false);
        if (!missing.isEmpty() && missing.size() < driven.count()) {
            all.add("the log does not know " + String.join(", ", missing)
                    + ": taken to rest where the robot is drawn, and not calibrated");
        }
        for (int j = 0; j < jumps.length; j++) {
            if (jumps[j] > 0) {
                all.add(driven.names().get(j) + " jumped by a turn " + (jumps[j] == 1 ? "once" : jumps[j] + " times")
                        + " from one frame to the next: taken for an angle that is told within one turn, and"
                        + " continued");
            }
            if (felt[j] && !pushed[j] && !names(pushed, true).isEmpty()) {
                all.add("the efforts of " + driven.names().get(j)
                        + " are all zero: if none were measured, what is told of this joint means nothing");
            }
        }
        count(all, disordered, "came twice or out of order and were left out");
        count(all, incomplete, "had not one position for each name and were left out");
        count(all, withoutEffort, "had no efforts and were left out");
        return all;
    }

    private static void count(List<String> all, long frames, String what) {
        if (frames > 0) {
            all.add(frames + " frames " + what);
        }
    }

    private List<String> names(boolean[] which, boolean wanted) {
        List<String> names = new ArrayList<>();
        for (int j = 0; j < which.length; j++) {
            if (which[j] == wanted) {
                names.add(driven.names().get(j));
            }
        }
        return names;
    }

    /**
     * The log.
     *
     * @throws BadInputException if it is another robot's, has no efforts, or is too short
     */
    public JointLog log() {
        List<String> known = names(seen, true);
        if (known.isEmpty()) {
            throw new BadInputException(
                    place,
                    "expected joint states of " + String.join(", ", driven.names()) + ", found "
                            + (unknown.isEmpty() ? "none at all" : "those of " + String.join(", ", unknown)),
                    NameProposal.remedy(List.copyOf(unknown), driven.names()));
        }
        List<String> dumb = new ArrayList<>(known);
        dumb.removeAll(names(felt, true));
        if (!dumb.isEmpty()) {
            throw new BadInputException(
                    place,
                    "expected an effort (N m, N, or motor current) of every joint, found none of "
                            + String.join(", ", dumb),
                    "Record joint efforts, or motor currents and say --currents: without them no mass and no friction"
                            + " can be told.");
        }
        if (names(pushed, true).isEmpty()) {
            throw new BadInputException(
                    place,
                    "expected efforts of " + String.join(", ", known) + ", found nothing but zeros",
                    "Record joint efforts, or motor currents and say --currents; zeros stand where none are measured.");
        }
        List<Integer> whole = new ArrayList<>();
        for (int i = 0; i < times.size(); i++) {
            boolean finite = true;
            for (String name : known) {
                int j = driven.index(name);
                finite &= Double.isFinite(positions.get(i)[j]) && Double.isFinite(efforts.get(i)[j]);
            }
            if (finite) {
                whole.add(i);
            }
        }
        if (whole.size() < FEWEST) {
            throw new BadInputException(
                    place,
                    "expected at least " + FEWEST + " frames with positions and efforts of all joints, found "
                            + whole.size(),
                    "Record ten seconds or more of motion.");
        }
        long[] nanos = whole.stream().mapToLong(times::get).toArray();
        return new JointLog(place, known, nanos, columns(whole, known, positions), columns(whole, known, efforts));
    }

    private double[][] columns(List<Integer> whole, List<String> known, List<double[]> rows) {
        double[][] columns = new double[known.size()][whole.size()];
        for (int j = 0; j < known.size(); j++) {
            int drive = driven.index(known.get(j));
            for (int i = 0; i < whole.size(); i++) {
                columns[j][i] = rows.get(whole.get(i))[drive];
            }
        }
        return columns;
    }
}
