package io.sigmaprompt.scenarios.replay;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.ModelHash;
import io.sigmaprompt.scenarios.language.Scenario;
import io.sigmaprompt.scenarios.run.LockStep;
import io.sigmaprompt.scenarios.run.Origin;
import io.sigmaprompt.twin.input.Fault;
import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.input.Tick;
import io.sigmaprompt.twin.journal.Journal;
import io.sigmaprompt.twin.session.TwinConfiguration;
import io.sigmaprompt.twin.session.TwinKernel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A recorded session that goes on from an instant as a simulation: what if the operator had not intervened, another mind
 * had decided, the fault had not been. All robots are simulated; their timeline is the scenario's behind that instant.
 *
 * @param scenario to be run, its robots simulated
 * @param origin where it begins
 */
public record SessionFork(Scenario scenario, Origin origin) {
    /**
     * What is to be otherwise.
     *
     * @param operator whether what somebody did by hand is left out: STOP is released
     * @param faults whether faults that were injected before are healed, and later ones left out
     */
    public record Without(boolean operator, boolean faults) {}

    /**
     * Forks a run.
     *
     * @param tick the last tick of the run that both share
     * @param whatIf another scenario of the same robots, or the run's own
     * @throws BadInputException if the run was over by then, or the scenario has other robots
     */
    public static SessionFork of(RecordedRun run, long tick, Scenario whatIf, Without without) {
        return all(run, tick, List.of(whatIf), without).getFirst();
    }

    /** Forks a run at one instant into several sessions that know nothing of each other. */
    public static List<SessionFork> all(RecordedRun run, long tick, List<Scenario> whatIfs, Without without) {
        requireWithin(run, tick);
        whatIfs.forEach(whatIf -> requireSameRobots(run.scenario(), whatIf));
        SessionPlayer player = new SessionPlayer(run);
        player.seek(tick);
        return whatIfs.stream()
                .map(whatIf -> fork(run, player, whatIf, without))
                .toList();
    }

    private static void requireWithin(RecordedRun run, long tick) {
        if (tick < run.firstTick() || tick > run.lastTick()) {
            throw new BadInputException(
                    run.directory().toString(),
                    String.format(
                            Locale.ROOT,
                            "the run goes from %.3f to %.3f s, and cannot be forked at %.3f s",
                            run.firstTick() * Tick.SECONDS,
                            run.lastTick() * Tick.SECONDS,
                            tick * Tick.SECONDS),
                    "Name an instant within the run.");
        }
    }

    private static SessionFork fork(RecordedRun run, SessionPlayer player, Scenario whatIf, Without without) {
        Scenario simulated = without.faults() ? withoutFaults(LockStep.ofAll(whatIf)) : LockStep.ofAll(whatIf);
        TwinKernel kernel = player.kernel().fork(simulated.session());
        List<String> changes = new ArrayList<>();
        if (!whatIf.source().equals(run.scenario().source())) {
            changes.add("the scenario is " + whatIf.file());
        }
        List<KernelInput> inputs = new ArrayList<>();
        if (without.operator()) {
            changes.add("no operator input");
            for (TwinConfiguration twin : simulated.session().twins()) {
                inputs.add(new KernelInput.OperatorStop(twin.robot(), false, "the fork"));
            }
        }
        if (without.faults()) {
            changes.add("no faults");
            inputs.addAll(healing(run, player.tick()));
        }
        return new SessionFork(simulated, new Origin(run.directory(), kernel, inputs, changes));
    }

    private static void requireSameRobots(Scenario recorded, Scenario whatIf) {
        List<TwinConfiguration> ours = recorded.session().twins();
        List<TwinConfiguration> theirs = whatIf.session().twins();
        List<String> names = ours.stream().map(TwinConfiguration::robot).toList();
        if (!names.equals(theirs.stream().map(TwinConfiguration::robot).toList())) {
            throw new BadInputException(
                    whatIf.file().toString(),
                    "the run has the robots " + names + ", the scenario "
                            + theirs.stream().map(TwinConfiguration::robot).toList(),
                    "Copy the run's scenario and change its minds, arbitration, gates or timeline.");
        }
        for (int i = 0; i < ours.size(); i++) {
            TwinConfiguration one = ours.get(i);
            TwinConfiguration other = theirs.get(i);
            requireSame(whatIf, one.robot(), "model", model(one).equals(model(other)));
            requireSame(whatIf, one.robot(), "ingest", one.ingest().equals(other.ingest()));
            requireSame(whatIf, one.robot(), "prediction", one.prediction().equals(other.prediction()));
            requireSame(whatIf, one.robot(), "analysis", one.analysis().equals(other.analysis()));
            requireSame(whatIf, one.robot(), "set of alarm rules", one.alarms().equals(other.alarms()));
        }
    }

    private static String model(TwinConfiguration twin) {
        return ModelHash.of(twin.body().model());
    }

    private static void requireSame(Scenario whatIf, String robot, String what, boolean same) {
        if (!same) {
            throw new BadInputException(
                    whatIf.file() + ": robot '" + robot + "', " + what,
                    "a fork goes on with the state of the run, and this is another " + what + " than the run's",
                    "Change only minds, arbitration, gates and timeline.");
        }
    }

    private static Scenario withoutFaults(Scenario scenario) {
        return scenario.withTimeline(scenario.timeline().stream()
                .filter(event -> !(event.input() instanceof KernelInput.FaultInjection))
                .toList());
    }

    /** Healthy factors for all that was broken before. */
    private static List<KernelInput> healing(RecordedRun run, long tick) {
        Map<String, KernelInput> all = new LinkedHashMap<>();
        for (Journal.Entry entry : run.journal().entries()) {
            if (entry.tick() <= tick
                    && entry.input() instanceof KernelInput.FaultInjection injection
                    && injection.fault().kind() != Fault.Kind.TELEMETRY_GAP) {
                Fault fault = injection.fault();
                all.put(
                        injection.robot() + "/" + fault.kind() + "/" + fault.joint(),
                        new KernelInput.FaultInjection(
                                injection.robot(), new Fault(fault.kind(), fault.joint(), 1, 0)));
            }
        }
        return List.copyOf(all.values());
    }
}
