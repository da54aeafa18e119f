package io.sigmaprompt.twin.maintenance.learning;

import io.sigmaprompt.physics.sensor.NoiseStream;
import java.util.ArrayList;
import java.util.List;

/**
 * What machines that ran to failure teach of how long another of their kind still runs. The machines are dealt into parts;
 * each member of the ensemble learns from all parts but one, by boosted trees on windows of the sensors and by likeness of
 * health trajectories; on the part it never saw it shows what its errors are worth. The members' mean is told, with an
 * interval from those errors (CV+, Barber, Candès, Ramdas, Tibshirani, "Predictive inference with the jackknife+", Annals
 * of Statistics 49(1), 2021, near the prediction). The same machines in the same order and the same settings give the
 * same bits.
 */
public final class RemainingLifeModel {
    /** Fewer machines than this cannot be dealt into parts that teach anything. */
    public static final int LEAST_MACHINES = 5;

    private static final int WEIGHTS_TRIED = 20;

    private final LearningSettings settings;
    private final List<LifeMember> members = new ArrayList<>();
    private final double regressionShare;
    private final ConformalBand band;

    /**
     * Learns.
     *
     * @param machines at least {@link #LEAST_MACHINES} histories, each up to its failure, all of one width
     * @throws IllegalArgumentException if there are fewer
     */
    public RemainingLifeModel(List<MachineHistory> machines, LearningSettings settings) {
        if (machines.size() < LEAST_MACHINES) {
            throw new IllegalArgumentException("expected " + LEAST_MACHINES + " machines, found " + machines.size());
        }
        this.settings = settings;
        NoiseStream draws = new NoiseStream(settings.seed());
        int folds = Math.min(settings.folds(), machines.size());
        int[] part = Folds.deal(machines.size(), folds, draws);
        List<LifeMember.Told> told = new ArrayList<>();
        List<Double> truth = new ArrayList<>();
        for (int f = 0; f < folds; f++) {
            int fold = f;
            LifeMember member = new LifeMember(
                    Folds.without(machines, part, fold), settings, NoiseStream.seedFor(settings.seed(), "member" + f));
            members.add(member);
            for (MachineHistory machine : Folds.only(machines, part, fold)) {
                int[] rows = member.rows(machine);
                told.addAll(List.of(member.at(machine, rows)));
                for (int row : rows) {
                    truth.add(member.left(machine, row));
                }
            }
        }
        regressionShare = share(told, truth);
        double[] predictions = new double[truth.size()];
        double[] errors = new double[truth.size()];
        for (int i = 0; i < errors.length; i++) {
            predictions[i] = mixed(told.get(i), regressionShare);
            errors[i] = truth.get(i) - predictions[i];
        }
        band = new ConformalBand(predictions, errors, settings.coverage());
    }

    /** How much of the regression and how much of the similarity leaves the least squared error on unseen machines. */
    private double share(List<LifeMember.Told> told, List<Double> truth) {
        double best = Double.POSITIVE_INFINITY;
        double share = 1;
        for (int w = WEIGHTS_TRIED; w >= 0; w--) {
            double sum = 0;
            for (int i = 0; i < told.size(); i++) {
                double error = mixed(told.get(i), (double) w / WEIGHTS_TRIED) - truth.get(i);
                sum += error * error;
            }
            if (sum < best) {
                best = sum;
                share = (double) w / WEIGHTS_TRIED;
            }
        }
        return share;
    }

    private double mixed(LifeMember.Told told, double share) {
        double mean = share * told.regression() + (1 - share) * told.similarity();
        return Math.max(0, Math.min(settings.cap(), mean));
    }

    /** What is left for a machine after its last row. */
    public LifeEstimate estimate(MachineHistory machine) {
        return estimates(machine, new int[] {machine.length() - 1}).getFirst();
    }

    /**
     * What was left at some rows; each is told from itself and the rows before it.
     *
     * @param rows ascending
     */
    public List<LifeEstimate> estimates(MachineHistory machine, int[] rows) {
        double[] sums = new double[rows.length];
        for (LifeMember member : members) {
            LifeMember.Told[] told = member.at(machine, rows);
            for (int i = 0; i < rows.length; i++) {
                sums[i] += mixed(told[i], regressionShare);
            }
        }
        List<LifeEstimate> all = new ArrayList<>();
        for (double sum : sums) {
            double cycles = sum / members.size();
            double[] around = band.around(cycles);
            all.add(new LifeEstimate(
                    cycles,
                    Math.max(0, Math.min(cycles, cycles + around[0])),
                    Math.min(settings.cap(), Math.max(cycles, cycles + around[1]))));
        }
        return all;
    }

    /** The share of the regression in the mean, the rest being the similarity's. */
    public double regressionShare() {
        return regressionShare;
    }

    /** The first member's ranking of sensors. */
    public List<SensorSelection> ranking() {
        return members.getFirst().ranking();
    }

    /** The columns, from 0, that the first member learnt from. */
    public int[] sensors() {
        return SensorSelection.choose(ranking());
    }

    /** Operating conditions that were found. */
    public int conditions() {
        return members.getFirst().conditions();
    }

    /** The health index along a machine's life as the first member sees it: 1 when new, 0 at failure. */
    public double[] health(MachineHistory machine) {
        return members.getFirst().health(machine);
    }
}
