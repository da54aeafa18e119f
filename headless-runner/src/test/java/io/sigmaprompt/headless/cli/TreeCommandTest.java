package io.sigmaprompt.headless.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class TreeCommandTest {
    @TempDir
    private Path folder;

    private String file(String nodes) {
        try {
            String text =
                    "<root BTCPP_format=\"4\">\n<BehaviorTree ID=\"Main\">\n" + nodes + "\n</BehaviorTree></root>";
            return Files.writeString(folder.resolve("t.xml"), text).toString();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aGoodTreeIsSaidToBeGood() {
        Call call = Call.of("tree", "check", file("<Sequence><AlwaysSuccess/><Sleep msec=\"5\"/></Sequence>"));
        assertEquals(0, call.code(), call.err());
        assertTrue(call.out().contains("tree 'Main' of 3 nodes"), call.out());
    }

    @Test
    void aBadTreeIsRefusedWithItsPlaceAndWhatWasMeant() {
        Call call = Call.of("tree", "check", file("<Sequence>\n  <AlwaysSucces/>\n</Sequence>"));
        assertEquals(2, call.code());
        assertTrue(
                call.err().contains("t.xml:4:3: there is no node 'AlwaysSucces' (did you mean 'AlwaysSuccess'?)"),
                call.err());
        assertEquals(1, call.err().lines().count(), call.err());
        assertEquals(
                2,
                Call.of("tree", "check", folder.resolve("none.xml").toString()).code());
        assertEquals(2, Call.of("tree").code());
    }

    @Test
    void aTreeIsDrawnWithItsPorts() {
        String file =
                file("<Fallback name=\"top\"><Sequence><Sleep msec=\"{ms}\"/></Sequence><AlwaysFailure/></Fallback>");
        assertEquals("""
                Fallback 'top'
                ├─ Sequence
                │  └─ Sleep  msec={ms}
                └─ AlwaysFailure
                """, Call.of("tree", "show", file).out());
        assertEquals("""
                Fallback 'top'
                |- Sequence
                |  `- Sleep  msec={ms}
                `- AlwaysFailure
                """, Call.of("tree", "show", file, "--ascii").out());
    }

    @Test
    void aPictureIsAnSvgOfItsOwn() throws IOException {
        String file = file("<Sequence><ScriptCondition code=\"a &lt; 3\"/></Sequence>");
        Path svg = folder.resolve("t.svg");
        assertEquals(0, Call.of("tree", "show", file, "--svg", svg.toString()).code());
        String text = Files.readString(svg);
        assertTrue(text.startsWith("<svg ") && text.contains("code=a &lt; 3"), text);
        assertEquals(2, Call.of("tree", "show", file, "--svg", file).code());
    }

    @Test
    void aRunTellsWhatChangedAndHowItEnded() {
        String file = file("<Sequence><Sleep msec=\"15\"/><Script code=\"n += 1\"/></Sequence>");
        Call call = Call.of("tree", "run", file, "--blackboard", "n=4", "--trace");
        assertEquals(0, call.code(), call.err());
        assertEquals("""
                   0.000 s  Sequence::1  IDLE → RUNNING
                   0.000 s  Sleep::2  IDLE → RUNNING
                   0.000 s  tick: RUNNING
                   0.020 s  Sleep::2  RUNNING → SUCCESS
                   0.020 s  Script::3  IDLE → SUCCESS
                   0.020 s  Sleep::2  SUCCESS → IDLE
                   0.020 s  Script::3  SUCCESS → IDLE
                   0.020 s  Sequence::1  RUNNING → SUCCESS
                   0.020 s  Sequence::1  SUCCESS → IDLE
                   0.020 s  tick: SUCCESS
                SUCCESS after 0.020 s, 3 ticks
                  n = 5
                """, call.out());
        JsonNode object =
                Call.of("tree", "run", file, "--blackboard", "n=4", "--json").object();
        assertEquals(
                "SUCCESS 3 5",
                object.path("status").asString() + " " + object.path("ticks").asInt() + " "
                        + object.path("blackboard").path("n").asString());
    }

    @Test
    void aTreeThatFailsOrStopsIsAFailure() {
        assertEquals(1, Call.of("tree", "run", file("<AlwaysFailure/>")).code());
        Call stopped = Call.of("tree", "run", file("<Script code=\"n = 1\"/>"));
        assertEquals(1, stopped.code());
        assertTrue(
                stopped.out().contains("STOPPED at 0.000 s, 0 ticks: node 'Script::1': there is no entry 'n' yet"),
                stopped.out());
    }

    @Test
    void aTreeThatRunsForEverIsHaltedInTheEnd() {
        Call call = Call.of("tree", "run", file("<Sleep msec=\"99999\"/>"), "--for", "0.1");
        assertEquals(0, call.code(), call.err());
        assertTrue(call.out().contains("RUNNING still, and halted, after 0.100 s, 11 ticks"), call.out());
        assertEquals(
                2,
                Call.of("tree", "run", file("<AlwaysSuccess/>"), "--for", "0").code());
    }

    @Test
    void wishesAndAlertsAreTold() {
        String file =
                file("<Sequence><RaiseAlert text=\"look\"/><Propose behaviour=\"slow\" priority=\"5\"/></Sequence>");
        Call call = Call.of("tree", "run", file);
        assertTrue(call.out().contains("warns: look"), call.out());
        assertTrue(call.out().contains("wants slow (priority 5.0): hold still"), call.out());
    }

    @Test
    void everyNodeIsListedWithItsPorts() {
        Call call = Call.of("tree", "nodes");
        assertTrue(call.out().contains("RetryUntilSuccessful"), call.out());
        assertTrue(call.out().contains("num_attempts: a whole number of 32 bits, needed"), call.out());
        assertTrue(Call.of("tree", "nodes", "--json").object().path("nodes").size() > 45);
    }

    @Test
    void grootIsToldWhereTheTreeIsShownAndAWrongPlaceIsRefused() throws IOException {
        String file = file("<Sleep msec=\"15\"/>");
        int free;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = taken.getLocalPort();
            Call call = Call.of("tree", "run", file, "--groot", "127.0.0.1:" + free);
            assertEquals(3, call.code(), call.out());
            assertTrue(call.err().contains("127.0.0.1:" + free + ": the port is in use."), call.err());
        }
        Call shown = Call.of("tree", "run", file, "--groot", Integer.toString(free));
        assertEquals(0, shown.code(), shown.err());
        assertTrue(shown.out().startsWith("Groot2: tree 'Main' is shown at 127.0.0.1:" + free), shown.out());
        for (String wrong : new String[] {"x", "65535", "0", "::", "host:"}) {
            Call refused = Call.of("tree", "run", file, "--groot", wrong);
            assertEquals(2, refused.code(), wrong);
            assertTrue(refused.err().contains("--groot: expected PORT or HOST:PORT"), refused.err());
        }
    }
}
