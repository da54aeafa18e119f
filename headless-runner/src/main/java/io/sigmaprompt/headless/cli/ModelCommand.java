package io.sigmaprompt.headless.cli;

import io.sigmaprompt.headless.report.SessionText;
import io.sigmaprompt.physics.model.Geometry;
import io.sigmaprompt.physics.model.Link;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Shape;
import io.sigmaprompt.physics.model.mechanism.RobotReading;
import io.sigmaprompt.physics.model.reader.RobotFile;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Shows a robot model. */
@Command(
        name = "model",
        description = "Read a robot model and show its tree, its totals and what is odd about it.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  sigma model arm.urdf",
            "  sigma model humanoid.xml",
            "  sigma model robot.urdf.xacro --arg prefix=left_",
            "  sigma model library:industrial-arm --json"
        })
final class ModelCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Sigma sigma;

    @Parameters(
            paramLabel = "ROBOT",
            description = "A URDF, xacro, MJCF or SDF file, an SDF model's folder, or library:NAME.")
    @SuppressWarnings("NullAway.Init")
    private String robot;

    @Option(
            names = "--arg",
            paramLabel = "NAME=VALUE",
            description = "A value for one of the file's xacro arguments; may be repeated.")
    private Map<String, String> arguments = new LinkedHashMap<>();

    @Override
    public Integer call() {
        Console console = sigma.console();
        RobotReading reading = RobotFile.read(GivenPath.robot(robot), arguments);
        RobotModel model = reading.model();
        MeshCount meshes = MeshCount.of(model);
        if (console.json()) {
            Map<String, Object> object = ModelObject.of(reading, meshes.found(), meshes.missing());
            object.putAll(ModelTotals.of(model).object());
            console.object(object);
            return ExitCode.PASSED;
        }
        new ModelTree(console, model).write();
        console.line();
        console.line(String.format(
                "%s, %s, %s of freedom, %s kg",
                counted(model.links().size(), "link"),
                counted(model.joints().size(), "joint"),
                counted(model.nv(), "degree"),
                SessionText.number(model.totalMass())));
        ModelTotals.of(model).lines().forEach(console::line);
        if (meshes.found() + meshes.missing().size() > 0) {
            console.line(String.format(
                    "%s found, %d missing (drawn as placeholders)",
                    counted(meshes.found(), "mesh file"), meshes.missing().size()));
        }
        String extras = MechanismText.of(reading.mechanism());
        if (!extras.isEmpty()) {
            console.line(extras);
        }
        console.warnings(reading.warnings());
        return ExitCode.PASSED;
    }

    private static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** How many of a model's mesh files are there, and which are not. */
    private record MeshCount(int found, Set<String> missing) {
        static MeshCount of(RobotModel model) {
            Set<String> found = new LinkedHashSet<>();
            Set<String> missing = new LinkedHashSet<>();
            for (Link link : model.links()) {
                Stream.concat(link.visuals().stream(), link.collisions().stream())
                        .map(Shape::geometry)
                        .forEach(geometry -> {
                            if (geometry instanceof Geometry.Mesh mesh) {
                                (mesh.file() == null ? missing : found).add(mesh.uri());
                            }
                        });
            }
            return new MeshCount(found.size(), missing);
        }
    }
}
