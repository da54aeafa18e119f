package io.sigmaprompt.bridge.groot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.twin.cognition.tree.NodeLibrary;
import io.sigmaprompt.twin.cognition.tree.TreeDesign;
import io.sigmaprompt.twin.cognition.tree.xml.TreeReader;
import io.sigmaprompt.twin.port.OutsideFailureException;
import io.sigmaprompt.twin.port.monitor.TreeMonitor;
import io.sigmaprompt.twin.port.monitor.TreeMonitors;
import io.sigmaprompt.twin.record.TreeRecord;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/** A client that knows nothing but ZMTP 3.0 and the protocol's description asks a running server. */
class Groot2ServerTest {
    private static final int SUCCESS = 2;
    private static final int RUNNING = 1;
    private static final int IDLE_FROM_SUCCESS = 12;

    @TempDir
    private Path folder;

    private PatrolTree patrol;
    private TreeMonitor monitor;
    private ZmtpClient groot;

    @BeforeEach
    void serve() throws IOException {
        patrol = new PatrolTree(folder);
        monitor = TreeMonitors.provider("test", "groot2").open(patrol.tree(), "127.0.0.1", 0);
        groot = new ZmtpClient(monitor.address());
    }

    @AfterEach
    void end() throws IOException {
        groot.close();
        monitor.close();
    }

    private static String text(byte[] frame) {
        return new String(frame, StandardCharsets.UTF_8);
    }

    private static ByteBuffer little(byte[] frame) {
        return ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN);
    }

    private Map<Integer, Integer> statuses() throws IOException {
        ByteBuffer body = little(groot.ask('S').get(1));
        Map<Integer, Integer> statuses = new TreeMap<>();
        while (body.hasRemaining()) {
            statuses.put(body.getShort() & 0xFFFF, (int) body.get());
        }
        return statuses;
    }

    @Test
    void aReplyRepeatsItsRequestAndNamesTheTree() throws IOException {
        byte[] header = groot.ask('S').getFirst();
        assertEquals(22, header.length);
        assertEquals(2, header[0]);
        assertEquals('S', header[1]);
        assertEquals(0x12345678, little(header).getInt(2));
        assertArrayEquals(
                java.util.Arrays.copyOfRange(header, 6, 22),
                java.util.Arrays.copyOfRange(groot.ask('T').getFirst(), 6, 22));
        assertEquals(0x40, header[6 + 6] & 0xF0, "a random UUID");
    }

    @Test
    void theWholeTreeIsXmlWithNumbersPathsAndModelsWhichOurOwnReaderTakes() throws IOException {
        String xml = text(groot.ask('T').get(1));
        assertTrue(
                xml.contains(
                        "<BehaviorTree ID=\"Patrol\" _fullpath=\"\"><Sequence name=\"walk &amp; look\" _uid=\"1\""),
                xml);
        assertTrue(
                xml.contains("<SubTree ID=\"Visit\" _fullpath=\"visit\" name=\"visit\" _uid=\"4\" where=\"{station}\""),
                xml);
        assertTrue(
                xml.contains("<BehaviorTree ID=\"Visit\" _fullpath=\"visit\"><Sequence name=\"Sequence\" _uid=\"5\""),
                xml);
        assertTrue(xml.contains("<Action ID=\"Sleep\"><input_port name=\"msec\" type=\"unsigned int\">"), xml);
        TreeDesign read = TreeReader.read(
                Files.writeString(folder.resolve("told.xml"), xml), null, NodeLibrary.standard(), Map.of());
        assertEquals(List.of("Patrol", "Visit"), List.copyOf(read.trees().keySet()));
    }

    @Test
    void statusesFollowWhatIsShown() throws IOException {
        assertEquals(Map.of(1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0, 7, 0, 8, 0), statuses());
        monitor.show(patrol.after(20));
        assertEquals(
                Map.of(1, RUNNING, 2, SUCCESS, 3, RUNNING, 4, RUNNING, 5, RUNNING, 6, SUCCESS, 7, RUNNING, 8, 0),
                statuses());
        TreeRecord ended = patrol.after(10);
        for (int i = 0; i < 50 && ended.nodes().getFirst().status() != TreeRecord.Status.IDLE; i++) {
            ended = patrol.after(10);
        }
        monitor.show(ended);
        assertEquals(IDLE_FROM_SUCCESS, statuses().get(3), "idle after success");
    }

    @Test
    void blackboardsAreMessagePackByTheNamesOfSubtrees() throws IOException {
        monitor.show(patrol.after(20));
        Object all = Unpack.of(groot.ask('B', "Patrol;visit;nobody").get(1));
        assertEquals(
                Map.of(
                        "Patrol",
                        Map.of("n", 300L, "r", 0.5, "t", "gate <1>", "big", 5_000_000_000L, "no", -3.0, "station", "a"),
                        "visit",
                        Map.of("say", "hello")),
                all);
        assertEquals(Map.of(), Unpack.of(groot.ask('B', "").get(1)));
    }

    @Test
    void whileSomebodyRecordsChangesAreKeptNineBytesEach() throws IOException {
        monitor.show(patrol.after(20));
        assertEquals(0, groot.ask('t').get(1).length);
        long micros = Long.parseLong(text(groot.ask('r', "start").get(1)));
        assertTrue(micros > 1_600_000_000_000_000L, "microseconds since 1970");
        TreeRecord moved = patrol.after(90);
        monitor.show(moved);
        monitor.show(patrol.after(10));
        List<String> told = transitions();
        assertTrue(told.contains("80000 7 2"), () -> "the sleep ended after 100 ms: " + told);
        assertTrue(told.contains("80000 5 0"), () -> "and its sequence is idle: " + told);
        assertEquals(List.of(), transitions());
        assertEquals(1, groot.ask('r', "stop").size());
        monitor.show(patrol.after(200));
        assertEquals(List.of(), transitions());
    }

    private List<String> transitions() throws IOException {
        ByteBuffer body = little(groot.ask('t').get(1));
        List<String> told = new ArrayList<>();
        while (body.hasRemaining()) {
            long micros = (body.getInt() & 0xFFFFFFFFL) | (body.getShort() & 0xFFFFL) << 32;
            told.add(micros + " " + body.getShort() + " " + body.get());
        }
        return told;
    }

    @Test
    void breakpointsAreRefusedInWordsAndThereAreNone() throws IOException {
        List<byte[]> refused = groot.ask('I', "{\"uid\":1,\"position\":0}");
        assertEquals("error", text(refused.getFirst()));
        assertTrue(text(refused.get(1)).startsWith("breakpoints and hooks are not offered"), text(refused.get(1)));
        assertEquals("[]", text(groot.ask('D').get(1)));
        assertEquals(1, groot.ask('A').size());
        assertEquals(1, groot.ask('X').size());
    }

    @Test
    void nonsenseGetsOneErrorAndTheNextRequestAnAnswer() throws IOException {
        List<String> errors = new ArrayList<>();
        groot.send(new byte[] {1, 2, 3});
        errors.add(text(groot.reply().get(1)));
        errors.add(text(groot.ask('?').get(1)));
        errors.add(text(groot.ask('B').get(1)));
        errors.add(text(groot.ask('r', "perhaps").get(1)));
        errors.add(text(groot.ask('S', "a", "b", "c").get(1)));
        assertEquals(
                List.of(
                        "wrong request header: expected 6 bytes, protocol, kind and number, found 3",
                        "Request not recognized: expected one of T S B D A X r t, found byte 63",
                        "must be 2 parts message: the second says the names of subtrees between semicolons",
                        "expected start or stop, found 'perhaps'",
                        "expected a header and at most one more frame, found 3 frames"),
                errors);
        assertEquals(8, statuses().size());
    }

    @Test
    void whoSendsGarbageOrTooMuchIsCutOffAndTheOthersAreServed() throws IOException {
        try (ZmtpClient wild = new ZmtpClient(monitor.address())) {
            // A frame that claims to be of a terabyte.
            wild.raw(new byte[] {2, 0, 0, 1, 0, 0, 0, 0, 0, 1});
            assertThrows(IOException.class, wild::reply);
        }
        try (java.net.Socket noise = new java.net.Socket("127.0.0.1", port())) {
            noise.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        assertEquals(8, statuses().size());
    }

    @Test
    void aFloodIsAnsweredInTurnAndTheRunIsNotHeldUp() throws IOException {
        try (ZContext context = new ZContext()) {
            List<ZMQ.Socket> crowd = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                ZMQ.Socket each = context.createSocket(SocketType.DEALER);
                each.setLinger(0);
                each.connect("tcp://" + monitor.address());
                crowd.add(each);
                for (int k = 0; k < 100; k++) {
                    each.sendMore(new byte[0]);
                    each.send(new byte[] {2, 'T', 0, 0, 0, 0});
                }
            }
            TreeRecord record = patrol.after(20);
            for (int i = 0; i < 10_000; i++) {
                monitor.show(record);
            }
            assertEquals(RUNNING, statuses().get(7));
            ZMQ.Socket first = crowd.getFirst();
            first.setReceiveTimeOut(20_000);
            for (int k = 0; k < 100; k++) {
                assertEquals(0, first.recv().length);
                assertEquals(22, first.recv().length);
                assertTrue(first.recv().length > 1000);
            }
        }
    }

    @Test
    void thePortBesideListensForSubscribers() throws IOException {
        try (ZmtpClient beside = new ZmtpClient("127.0.0.1:" + (port() + 1))) {
            String words = beside.peer();
            assertTrue(words.contains("READY") && words.contains("PUB"), words);
        }
    }

    @Test
    void aPortInUseIsOneClearError() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            OutsideFailureException e = assertThrows(OutsideFailureException.class, () -> new Groot2Provider()
                    .open(patrol.tree(), "127.0.0.1", taken.getLocalPort()));
            assertTrue(
                    String.valueOf(e.getMessage())
                            .startsWith("Groot2 at 127.0.0.1:" + taken.getLocalPort() + ": the port is in use."),
                    e.getMessage());
            OutsideFailureException beside = assertThrows(OutsideFailureException.class, () -> new Groot2Provider()
                    .open(patrol.tree(), "127.0.0.1", taken.getLocalPort() - 1));
            assertTrue(String.valueOf(beside.getMessage()).contains("the port is in use"), beside.getMessage());
        }
    }

    @Test
    void anAddressOfNobodyIsOneClearError() {
        OutsideFailureException e = assertThrows(
                OutsideFailureException.class, () -> new Groot2Provider().open(patrol.tree(), "203.0.113.7", 1667));
        assertTrue(String.valueOf(e.getMessage()).contains("this machine has no such address"), e.getMessage());
    }

    private int port() {
        return Integer.parseInt(monitor.address().split(":")[1]);
    }
}
