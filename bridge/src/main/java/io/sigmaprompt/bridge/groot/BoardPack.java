package io.sigmaprompt.bridge.groot;

import io.sigmaprompt.twin.record.TreeRecord;
import java.util.List;

/** Blackboards as a MessagePack map of maps, by the names of subtrees and entries. */
final class BoardPack {
    private BoardPack() {}

    /** @param names the subtrees that are asked for, between semicolons; those that are not there are left out */
    static byte[] of(String names, List<TreeRecord.Board> boards) {
        List<String> wanted = List.of(names.split(";", -1));
        List<TreeRecord.Board> found = boards.stream()
                .filter(board -> wanted.contains(board.subtree()))
                .toList();
        MessagePack pack = new MessagePack();
        pack.map(found.size());
        for (TreeRecord.Board board : found) {
            pack.text(board.subtree()).map(board.values().size());
            for (TreeRecord.Value value : board.values()) {
                pack.text(value.name());
                put(value, pack);
            }
        }
        return pack.bytes();
    }

    private static void put(TreeRecord.Value value, MessagePack pack) {
        switch (value.kind()) {
            case NOTHING -> pack.nothing();
            case WHOLE -> pack.whole(Long.parseLong(value.text()));
            case REAL -> pack.real(Double.parseDouble(value.text()));
            case TEXT -> pack.text(value.text());
            case LIST -> list(value.text(), pack);
        }
    }

    private static void list(String text, MessagePack pack) {
        List<String> items = text.isEmpty() ? List.of() : List.of(text.split(";", -1));
        pack.array(items.size());
        items.forEach(pack::text);
    }
}
