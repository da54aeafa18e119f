package io.sigmaprompt.headless.docs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sigmaprompt.physics.model.reader.RobotFile;
import io.sigmaprompt.physics.world.World;
import io.sigmaprompt.physics.world.WorldBuilder;
import io.sigmaprompt.physics.world.WorldSettings;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program on the page about worlds compiles as it stands there, and does what its comments say. */
class WorldPageTest {
    private static final Path PAGE = Handbook.ROOT.resolve("docs/world.md");
    private static final Path SCENE = Handbook.ROOT.resolve("scenarios/library/worlds/box_drop.xml");

    @TempDir
    Path folder;

    private static String lines(boolean imports) {
        return Handbook.lines(PAGE).stream()
                .filter(line -> "java".equals(line.fence()))
                .map(Handbook.Line::text)
                .filter(line -> line.startsWith("import ") == imports)
                .collect(Collectors.joining("\n"));
    }

    private World run() throws IOException, ReflectiveOperationException {
        String body = lines(false).replace("Path.of(\"scene.xml\")", "Path.of(args)");
        Path source = Files.writeString(
                folder.resolve("Example.java"),
                lines(true) + "\npublic class Example { public static World run(String args) {\n" + body
                        + "\nreturn world; } }\n");
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter errors = new StringWriter();
        boolean compiled = compiler.getTask(
                        errors,
                        null,
                        null,
                        List.of("-proc:none", "-d", folder.toString()),
                        null,
                        compiler.getStandardFileManager(null, null, null).getJavaFileObjects(source))
                .call();
        assertEquals("", errors.toString());
        assertEquals(true, compiled);
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            return (World)
                    loader.loadClass("Example").getMethod("run", String.class).invoke(null, SCENE.toString());
        }
    }

    @Test
    void itsProgramStepsAWorldAndTakesItBackToTheSameBits() throws IOException, ReflectiveOperationException {
        World world = run();
        WorldBuilder builder = new WorldBuilder();
        builder.add(RobotFile.read(SCENE));
        World other = builder.build(WorldSettings.DEFAULT.withStep(0.001));
        other.step();
        assertEquals(0.001, world.time(), 1e-12);
        for (int n = 0; n < 600; n++) {
            assertArrayEquals(other.q(), world.q(), 0, "step " + n);
            assertArrayEquals(other.poses(), world.poses(), 0, "step " + n);
            other.step();
            world.step();
        }
    }
}
