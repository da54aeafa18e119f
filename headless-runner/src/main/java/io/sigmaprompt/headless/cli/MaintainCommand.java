package io.sigmaprompt.headless.cli;

import io.sigmaprompt.headless.maintenance.RunHealth;
import io.sigmaprompt.headless.report.MaintenancePage;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Suggestion;
import io.sigmaprompt.scenarios.language.MaintenanceLimitsFile;
import io.sigmaprompt.twin.maintenance.advice.MaintenanceLimits;
import io.sigmaprompt.twin.maintenance.advice.MaintenanceOutlook;
import io.sigmaprompt.twin.port.OutsideFailureException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Tells from many runs how a robot's joints wear. */
@Command(
        name = "maintain",
        header = "Tell from many runs how a robot's joints wear, how long they will last, and what to do.",
        description =
                "Read what each run told of its joints' health (health-ROBOT.json in its folder), in time order, and fit "
                        + "trends: what each indicator is now, where it leads, when it reaches its limit, and what should be done "
                        + "about it by then. The first runs are taken for healthy; limits are relative to them. Use is counted in "
                        + "hours of operation over the runs that are given: what was not recorded is not known.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  sigma maintain runs/                             every run in a folder",
            "  sigma maintain runs/ --limits limits.yaml",
            "  sigma maintain runs/ --robot arm --out DIR       and a page with plots",
            "  sigma maintain runs/ --json"
        })
final class MaintainCommand implements Callable<Integer> {
    private static final String PAGE = "maintenance.html";

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Sigma sigma;

    @Parameters(
            paramLabel = "RUN|DIR",
            arity = "1..*",
            description = "Run directories, or folders that hold run directories.")
    @SuppressWarnings("NullAway.Init")
    private List<String> places;

    @Option(names = "--robot", paramLabel = "NAME", description = "Only the robot of this name.")
    private @Nullable String robot;

    @Option(
            names = "--limits",
            paramLabel = "FILE",
            description = "How much wear is too much, in YAML, instead of the usual limits.")
    private @Nullable String limits;

    @Option(names = "--out", paramLabel = "DIR", description = "Write " + PAGE + " there.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        Console console = sigma.console();
        MaintenanceLimits allowed = limits == null
                ? MaintenanceLimits.DEFAULT
                : MaintenanceLimitsFile.read(GivenPath.existing("--limits", limits));
        if (out != null && Files.exists(out) && !Files.isDirectory(out)) {
            throw new BadInputException("--out", "expected a folder, found the file " + out, "Name another.");
        }
        List<Path> paths =
                places.stream().map(each -> GivenPath.existing("RUN|DIR", each)).toList();
        RunHealth runs = RunHealth.read(paths, robot);
        List<MaintenanceOutlook> outlooks = runs.sessions().stream()
                .map(sessions -> MaintenanceOutlook.of(sessions, allowed))
                .toList();
        requireKnown(allowed, outlooks);
        console.warnings(runs.warnings());
        outlooks.forEach(outlook -> new MaintenanceText(console, outlook).write());
        if (out != null) {
            write(out, new MaintenancePage(outlooks).write());
            console.line("wrote " + out.resolve(PAGE));
        }
        if (console.json()) {
            console.object(MaintenanceJson.object(outlooks, runs.warnings()));
        }
        return ExitCode.PASSED;
    }

    /** A joint that is misspelt would keep its usual limits silently. */
    private void requireKnown(MaintenanceLimits allowed, List<MaintenanceOutlook> outlooks) {
        List<String> joints = outlooks.stream()
                .flatMap(outlook -> outlook.courses().stream())
                .map(course -> course.joint())
                .distinct()
                .toList();
        for (String joint : allowed.joints().keySet()) {
            if (!joints.contains(joint)) {
                throw new BadInputException(
                        limits + ": joints",
                        "no robot has a joint '" + joint + "'" + Suggestion.phrase(joint, joints),
                        "There are " + String.join(", ", joints) + ".");
            }
        }
    }

    private static void write(Path folder, String page) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(PAGE), page, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new OutsideFailureException(
                    folder.toString(),
                    "the page cannot be written (" + e.getMessage() + ")",
                    "Check that the folder is writable.",
                    e);
        }
    }
}
