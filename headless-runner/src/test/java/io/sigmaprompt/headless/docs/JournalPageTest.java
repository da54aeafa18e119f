package io.sigmaprompt.headless.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.headless.cli.Sigma;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The walk through the journal's page, command after command, as a reader would take it. */
class JournalPageTest {
    @TempDir
    private Path folder;

    @Test
    void theWalkGoesAsThePageTells() {
        List<String> commands = Handbook.read(Handbook.ROOT.resolve("docs/journal.md"))
                .lines()
                .filter(line -> line.startsWith("./sigma "))
                .map(line -> line.split("#", 2)[0].strip())
                .toList();
        assertEquals(5, commands.size());
        for (String command : commands) {
            List<String> words = new ArrayList<>();
            for (String word : command.substring("./sigma ".length()).split(" +")) {
                words.add(word.startsWith("runs/") ? folder.resolve(word).toString() : word);
            }
            StringWriter out = new StringWriter();
            StringWriter err = new StringWriter();
            int code = Sigma.execute(words.toArray(String[]::new), new PrintWriter(out), new PrintWriter(err));
            String said = out + "" + err;
            // Without its fault the forked run fails what the scenario expects of it, and the two part.
            boolean parts = words.getFirst().equals("fork") || words.getFirst().equals("compare");
            assertEquals(parts ? 1 : 0, code, () -> command + "\n" + said);
            if (words.getFirst().equals("replay")) {
                assertTrue(said.contains("✓ the same"), said);
            }
            if (words.getFirst().equals("compare")) {
                assertTrue(said.contains("FRICTION at arm/elbow_joint"), said);
            }
        }
    }
}
