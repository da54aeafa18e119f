package io.sigmaprompt.headless.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Says which workbench this is and what it runs on. */
@Command(
        name = "version",
        description = "Show the version and what it runs on.",
        footerHeading = "%nExamples:%n",
        footer = {"  sigma version", "  sigma version --json"})
final class VersionCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Sigma sigma;

    @Override
    public Integer call() {
        Console console = sigma.console();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("version", workbenchVersion());
        facts.put("java", System.getProperty("java.vm.name") + " " + Runtime.version());
        facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        if (console.json()) {
            console.object(facts);
        } else {
            console.line("SigmaPrompt Twin Workbench " + facts.get("version"));
            console.line(facts.get("java") + ", " + facts.get("system"));
        }
        return ExitCode.PASSED;
    }

    /** The version the jar was packed with. */
    static String workbenchVersion() {
        return Objects.requireNonNullElse(Sigma.class.getPackage().getImplementationVersion(), "development");
    }
}
