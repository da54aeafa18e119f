package io.sigmaprompt.bridge.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.bridge.Corpus;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.twin.port.signal.Signal;
import io.sigmaprompt.twin.port.signal.SignalLog;
import io.sigmaprompt.twin.port.signal.SignalRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableLogTest {
    private static final String COBOT = """
            Num;Timestamp;Current_J0;Temperature_T0;Current_J1;Temperature_J1;Speed_J0;Speed_J1;Tool_current;cycle ;stopped;grip_lost;;
            1;2022-10-26T08:17:21.847Z;0,109;27,8;-2,02;29,3;0,29;-7,39E-30;0,08;1;False;False;;
            2;2022-10-26T08:17:22.852Z;0,595;27,8;-2,27;29,3;0;0;0,50;1;False;True;;
            3;"2022-10-26T08:17:31.857Z";;27,9;-2,80;29,3;0,13;0;0,07;2;;True;;
            4;2022-10-26T08:17:32.857Z;0,1;27,9;-2,80;29,3;0,13;0;0,07;2;True;False
            5;2022-10-26T08:17:33.857Z;0,1;27,9;-2,80;29,3;0,13;0;0,07;3;True;False;;
            6;2022-10-26T08:17:34.857Z;0,1;27,9;-2,80;29,3;0,13;0;0,07;3;True;False;;
            7;2022-10-26T08:17:35.857Z;0,1;27,9;-2,80;29,3;0,13;0;0,07;4;True;False;;
            8;2022-10-26T08:17:36.857Z;0,1;27,9;-2,80;29,3;0,13;0;0,07;4;True;False;;
            9;2022-10-26T08:17:37.857Z;0,1;27,9;-2,80;29,3;0,13;0;0,07;4;True;False;;
            10;2022-10-26T08:17:38.857Z;0,1;27,9;-2,80;29,3;0,13;0;0,07;4;True;False;;
            """;

    @TempDir
    Path folder;

    @Test
    void everythingIsGuessedThatAControllersExportLeavesUnsaid() throws IOException {
        try (SignalLog log = open(COBOT)) {
            List<SignalRow> rows = all(log);
            assertEquals(10, rows.size());
            SignalRow first = rows.getFirst();
            assertEquals(
                    List.of(
                            new Signal("J0/current", "A"),
                            new Signal("J0/temperature", "°C"),
                            new Signal("J1/current", "A"),
                            new Signal("J1/temperature", "°C"),
                            new Signal("J0/velocity", "rad/s"),
                            new Signal("J1/velocity", "rad/s"),
                            new Signal("Tool_current", "A")),
                    first.group().signals());
            assertEquals(List.of(new Signal("cycle", "")), first.group().counters());
            assertEquals(
                    List.of(new Signal("stopped", ""), new Signal("grip_lost", "")),
                    first.group().labels());
            assertArrayEquals(new double[] {0.109, 27.8, -2.02, 29.3, 0.29, -7.39e-30, 0.08}, first.values());
            assertEquals(1_005_000_000L, rows.get(1).nanos() - first.nanos());
            SignalRow third = rows.get(2);
            assertTrue(Double.isNaN(third.values()[0]));
            assertTrue(Double.isNaN(third.labels()[0]));
            assertEquals(1, third.labels()[1]);
            assertEquals(List.of("column 'Temperature_T0' is taken for the temperature of J0"), log.warnings());
        }
    }

    @Test
    void theGuessIsAMapThatReadsTheTableAlike() throws IOException {
        String map;
        try (SignalLog log = open(COBOT)) {
            map = log.map();
        }
        assertTrue(map.contains("\"Temperature_T0\": \"temperature J0 [°C]\""), map);
        assertTrue(map.contains("\"cycle\": \"counter\""), map);
        try (SignalLog again = open(COBOT, map, Set.of())) {
            assertEquals(10, all(again).size());
            assertEquals(List.of(), again.warnings());
            assertEquals(map, again.map());
        }
    }

    @Test
    void aMapMayBeJsonAndSayLittle() throws IOException {
        String map =
                "{\"columns\": {\"stopped\": \"channel\", \"Tool_current\": \"ignore\", \"Speed_J0\": \"channel base [1/s]\"}}";
        try (SignalLog log = open(COBOT, map, Set.of())) {
            var group = all(log).getFirst().group();
            assertEquals(List.of(new Signal("grip_lost", "")), group.labels());
            assertTrue(group.signals().contains(new Signal("base", "1/s")));
            assertTrue(group.signals().stream().noneMatch(each -> each.name().equals("Tool_current")));
        }
    }

    @Test
    void otherWaysToWriteTheSameAreRead() throws IOException {
        for (String text : List.of(
                "time,a,b\n0,1.5,2\n0.1,1.6,2\n",
                "time_ms\ta\tb\n0\t1.5\t2\n100\t1.6\t2\n",
                "Timestamp;a;b\n26.10.2022 08:17:21,5;1,5;2\n26.10.2022 08:17:21,6;1,6;2\n"
                        .replace("21,5", "21.5")
                        .replace("21,6", "21.6"),
                "Timestamp;a;b\n44860,3453703;1,5;2\n44860,34537153;1,6;2\n")) {
            try (SignalLog log = open(text)) {
                List<SignalRow> rows = all(log);
                assertEquals(2, rows.size(), text);
                assertEquals(1.5, rows.getFirst().values()[0], text);
                assertEquals(1e8, rows.get(1).nanos() - rows.get(0).nanos(), 1e7, text);
            }
        }
    }

    @Test
    void rowsAndCellsThatCannotBeReadAreToldWhereTheyStand() throws IOException {
        try (SignalLog log = open(
                "time,a,b\n0,1.5,2\nsoon,1.6,2\n1,oops,2\n0.5,1,2\n2,1.5,2,9\n3,1.5\n4,1,1\n5,1,1\n6,1,1\n7,1,1\n8,1,1\n9,1,1\n")) {
            List<SignalRow> rows = all(log);
            assertEquals(9, rows.size());
            assertEquals(3, log.rejected());
            String told = String.join("\n", log.warnings());
            assertTrue(told.contains("log.csv:3:1: no time can be read, so the row is left out"), told);
            assertTrue(
                    told.contains("log.csv:4:3: it is no number with the decimal sign '.' and taken as missing"), told);
            assertTrue(told.contains("log.csv:5:1: the time is earlier than in the row before"), told);
            assertTrue(told.contains("log.csv:6:9: there are more cells than columns"), told);
            assertTrue(Double.isNaN(rows.get(2).values()[1]));
        }
    }

    @Test
    void whatIsNoTableIsRefused() throws IOException {
        refused("", "the file is empty");
        refused("time,a\n", "a header and no rows");
        refused("just words\nand more\n", "found one column");
        refused("0,1,2\n3,4,5\n", "expected the columns' names in the first row, found numbers");
        refused("time,a\n5,1\n4,1\n3,1\n2,1\n", "are earlier than the one before");
        refused("a,b\n1,2\n", "no column is named like a time");
        refused("time,a\nx,2\ny,3\n", "expected a time in column 'time'");
        refused("time,word\n1,aa\n2,bb\n", "no column holds numbers");
        refused("time;a;b\n0;1,5;1.5\n1;1,6;1.6\n", "log.csv:2:3: numbers are written with a decimal comma here (1,5)");
        byte[] garbage = new byte[5000];
        new Random(7).nextBytes(garbage);
        Path file = Files.write(folder.resolve("garbage.csv"), garbage);
        var bad = assertThrows(
                BadInputException.class, () -> new TableLogProvider().open(file, Optional.empty(), Set.of()));
        assertTrue(bad.getMessage().contains("garbage.csv"), bad::getMessage);
    }

    @Test
    void aMapThatDoesNotFitIsRefusedWithItsLineAndAProposal() throws IOException {
        refusedMap(
                "columns:\n  Curent_J0: current J0\n",
                "map.yaml:2:3: the table has no column 'Curent_J0' (did you mean 'Current_J0'?)");
        refusedMap(
                "columns:\n  Current_J0: curent J0\n",
                "map.yaml:2:3: column 'Current_J0' is said to be 'curent J0', which is nothing a column can be (did you mean 'current'?)");
        refusedMap("delimitr: ;\n", "map.yaml:1:1: a column map has no key 'delimitr' (did you mean 'delimiter'?)");
        refusedMap("time: Timestmp\n", "the table has no column 'Timestmp' (did you mean 'Timestamp'?)");
        refusedMap("timeUnit: fortnights\n", "the unit of time 'fortnights' is not known");
        refusedMap("columns:\n  Current_J0: current J1\n", "would both be J1/current");
        refusedMap("columns: {a: \"\n", "neither YAML nor JSON");
        refusedMap("just words\n", "a list of keys and values");
        refusedMap("columns:\n  Timestamp: label\n", "is the time and cannot be anything else");
        var bad = assertThrows(BadInputException.class, () -> open(COBOT, "", Set.of("grip_lst")));
        assertTrue(bad.getMessage().contains("did you mean 'grip_lost'?"), bad::getMessage);
    }

    @Test
    void theCobotsLogIsReadWithoutAMap() {
        Path file = Corpus.path("telemetry/ur3-cobotops/cobotops_part1.csv");
        try (SignalLog log = new TableLogProvider().open(file, Optional.empty(), Set.of())) {
            List<SignalRow> rows = all(log);
            assertEquals(3699, rows.size());
            var group = rows.getFirst().group();
            assertEquals(19, group.signals().size());
            assertEquals(List.of(new Signal("cycle", "")), group.counters());
            assertEquals(List.of(new Signal("Robot_ProtectiveStop", ""), new Signal("grip_lost", "")), group.labels());
            assertEquals(List.of("column 'Temperature_T0' is taken for the temperature of J0"), log.warnings());
        }
    }

    private void refused(String text, String words) {
        var bad = assertThrows(BadInputException.class, () -> open(text), text);
        assertTrue(bad.getMessage().contains(words), bad::getMessage);
    }

    private void refusedMap(String map, String words) {
        var bad = assertThrows(BadInputException.class, () -> open(COBOT, map, Set.of()), map);
        assertTrue(bad.getMessage().contains(words), bad::getMessage);
    }

    private SignalLog open(String text) throws IOException {
        return open(text, "", Set.of());
    }

    private SignalLog open(String text, String map, Set<String> labels) throws IOException {
        Path file = Files.writeString(folder.resolve("log.csv"), text);
        Optional<Path> mapFile =
                map.isEmpty() ? Optional.empty() : Optional.of(Files.writeString(folder.resolve("map.yaml"), map));
        return new TableLogProvider().open(file, mapFile, labels);
    }

    private static List<SignalRow> all(SignalLog log) {
        List<SignalRow> rows = new ArrayList<>();
        for (SignalRow row = log.next(); row != null; row = log.next()) {
            rows.add(row);
        }
        return rows;
    }
}
