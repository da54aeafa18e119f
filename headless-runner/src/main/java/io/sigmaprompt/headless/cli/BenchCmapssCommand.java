package io.sigmaprompt.headless.cli;

import io.sigmaprompt.headless.bench.cmapss.CmapssBench;
import io.sigmaprompt.headless.bench.cmapss.CmapssFile;
import io.sigmaprompt.headless.bench.cmapss.CmapssOutcome;
import io.sigmaprompt.headless.bench.cmapss.CmapssReport;
import io.sigmaprompt.headless.report.RemainingLifePage;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.twin.maintenance.learning.LearningSettings;
import io.sigmaprompt.twin.maintenance.learning.MachineHistory;
import io.sigmaprompt.twin.maintenance.learning.RemainingLifeModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Measures how well remaining life is told on NASA's turbofan engines. */
@Command(
        name = "cmapss",
        header = "Measure how well remaining life is told, on turbofan engines that ran to failure (C-MAPSS).",
        description =
                "Engines are dealt into folds. Each fold's engines are cut at drawn cycles and told by what the other engines "
                        + "teach: sensors, scales, models and intervals are theirs alone. With --test and --rul, all engines of the "
                        + "table teach, and those of the test table are told once each, after their last row.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  sigma bench cmapss train_FD001.txt",
            "  sigma bench cmapss train_FD001.txt --folds 5 --seed 7 --out cmapss/",
            "  sigma bench cmapss train_FD001.txt --test test_FD001.txt --rul RUL_FD001.txt --json cmapss.json"
        })
final class BenchCmapssCommand implements Callable<Integer> {
    private static final int MOST_CUTS = 1000;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private BenchCommand bench;

    @Parameters(index = "0", paramLabel = "TRAIN", description = "Engines up to their failure, as train_FD001.txt.")
    @SuppressWarnings("NullAway.Init")
    private String train;

    @Option(names = "--test", paramLabel = "FILE", description = "Engines to tell, cut before their failure.")
    private @Nullable String test;

    @Option(names = "--rul", paramLabel = "FILE", description = "What these had left, one number a line.")
    private @Nullable String lives;

    @Option(
            names = "--folds",
            paramLabel = "N",
            defaultValue = "10",
            description = "Parts of the cross-validation. The default is 10.")
    private int folds;

    @Option(
            names = "--cuts",
            paramLabel = "N",
            defaultValue = "10",
            description = "Cycles at which each engine is cut. The default is 10.")
    private int cuts;

    @Option(
            names = "--cap",
            paramLabel = "CYCLES",
            defaultValue = "125",
            description = "Remaining lives above this count as this. The default is 125.")
    private int cap;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "Names all draws. The default is 1.")
    private long seed;

    @Option(names = "--out", paramLabel = "DIR", description = "Where to write a page with plots and the predictions.")
    private @Nullable Path out;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "FILE",
            description = "With --json: where to write the object, instead of standard output.")
    private @Nullable Path file;

    @Override
    public Integer call() {
        if ((test == null) != (lives == null)) {
            throw new BadInputException(
                    test == null ? "--test" : "--rul",
                    "expected --test and --rul together, found only one",
                    "Write --test test_FD001.txt --rul RUL_FD001.txt");
        }
        BenchOutput output = BenchOutput.of(bench, file);
        Console console = output.console();
        Path table = GivenPath.existing("TRAIN", train);
        List<MachineHistory> engines = CmapssFile.engines(table);
        require("--cap", cap, 1, Integer.MAX_VALUE);
        require("--cuts", cuts, 1, MOST_CUTS);
        if (engines.size() <= RemainingLifeModel.LEAST_MACHINES) {
            throw new BadInputException(
                    table.toString(),
                    "expected more than " + RemainingLifeModel.LEAST_MACHINES + " engines, found " + engines.size(),
                    "Nothing can be learnt of engines in general from so few that ran to failure.");
        }
        if (out != null && Files.exists(out) && !Files.isDirectory(out)) {
            throw new BadInputException("--out", "expected a folder, found the file " + out, "Name another.");
        }
        LearningSettings settings = LearningSettings.DEFAULT.withCap(cap).withSeed(seed);
        CmapssBench cmapss = new CmapssBench(settings, console::progress);
        String name = String.valueOf(table.getFileName());
        CmapssOutcome outcome;
        if (test != null && lives != null) {
            Path other = GivenPath.existing("--test", test);
            List<MachineHistory> others = CmapssFile.engines(other);
            int[] left = CmapssFile.lives(GivenPath.existing("--rul", lives), others.size());
            outcome = cmapss.test(name + ", told of " + other.getFileName(), engines, others, left);
        } else {
            // Whoever is left after a fold is taken away must be enough to learn from.
            require("--folds", folds, 2, engines.size());
            int left = engines.size() - (engines.size() + folds - 1) / folds;
            if (left < RemainingLifeModel.LEAST_MACHINES) {
                throw new BadInputException(
                        "--folds",
                        "expected more folds: of " + engines.size() + " engines only " + left + " would teach",
                        "Write --folds " + engines.size());
            }
            outcome = cmapss.crossValidate(name, engines, folds, cuts);
        }
        console.endStatus();
        CmapssReport.lines(outcome).forEach(console::line);
        if (out != null) {
            page(outcome, out);
            console.line("wrote " + out.resolve("remaining-life.html"));
        }
        output.write(() -> CmapssReport.object(outcome));
        return ExitCode.PASSED;
    }

    private static void require(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new BadInputException(
                    option,
                    "expected " + least + " to " + most + ", found " + value,
                    "`sigma bench cmapss --help` tells the default.");
        }
    }

    private static void page(CmapssOutcome outcome, Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("remaining-life.html"), new RemainingLifePage(outcome).write());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
