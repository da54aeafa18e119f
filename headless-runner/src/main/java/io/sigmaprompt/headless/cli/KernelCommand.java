package io.sigmaprompt.headless.cli;

import io.sigmaprompt.physics.codegen.KernelCatalogue;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.reader.RobotFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Shows the code that is generated for a robot. */
@Command(
        name = "kernel",
        header = "Show the code that is generated for a robot.",
        description = "List the kernels of a robot with their size, or write one out, an operation a line: "
                + "q, v, a and b are its arguments, sin and cos those of the joints' angles, out and out2 its results.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  sigma kernel arm.urdf",
            "  sigma kernel arm.urdf gravity-forces",
            "  sigma kernel my_robot.urdf forward-dynamics --floating"
        })
final class KernelCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Sigma sigma;

    @Parameters(index = "0", paramLabel = "ROBOT", description = "A URDF, xacro, MJCF or SDF file, or library:NAME.")
    @SuppressWarnings("NullAway.Init")
    private String robot;

    @Parameters(index = "1", arity = "0..1", paramLabel = "KERNEL", description = "The kernel to write out.")
    private @Nullable String name;

    @Option(names = "--floating", description = "The root is free.")
    private boolean floating;

    @Option(
            names = "--arg",
            paramLabel = "NAME=VALUE",
            description = "A value for one of the file's xacro arguments; may be repeated.")
    private Map<String, String> arguments = new LinkedHashMap<>();

    @Override
    public Integer call() {
        Console console = sigma.console();
        RobotModel model = RobotFile.read(GivenPath.robot(robot), arguments).model();
        RobotModel based = floating ? model.withFloatingBase(true) : model;
        KernelCatalogue catalogue = new KernelCatalogue(based);
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("robot", model.name());
        if (name != null) {
            List<String> listing = catalogue.listing(name);
            object.put("kernel", name);
            object.put("listing", listing);
            listing.forEach(console::line);
        } else {
            List<KernelCatalogue.Entry> entries = catalogue.entries();
            object.put("kernels", entries.stream().map(KernelCommand::object).toList());
            List<String> left = catalogue.leftGeneric();
            object.put("leftGeneric", left);
            console.line(String.format("%-40s %10s %8s %10s", "kernel", "operations", "methods", "bytes"));
            for (KernelCatalogue.Entry entry : entries) {
                console.line(String.format(
                        "%-40s %10d %8d %10d", entry.name(), entry.operations(), entry.parts(), entry.bytes()));
            }
            if (!left.isEmpty()) {
                console.line(
                        "too many joints hang on each other; left to the generic kernel: " + String.join(", ", left));
            }
        }
        if (console.json()) {
            console.object(object);
        }
        return ExitCode.PASSED;
    }

    private static Map<String, Object> object(KernelCatalogue.Entry entry) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("name", entry.name());
        object.put("operations", entry.operations());
        object.put("methods", entry.parts());
        object.put("bytes", entry.bytes());
        return object;
    }
}
