package io.sigmaprompt.headless.cli;

import io.sigmaprompt.twin.port.inspection.RecordingSummary;
import io.sigmaprompt.twin.port.inspection.TopicSummary;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Tells what a recording holds. */
record InfoAccount(Path file, RecordingSummary summary) {
    /** A clock that says at least this, 2001, says the time of day, nanoseconds. */
    private static final long CLOCK_TIME = 978_307_200_000_000_000L;

    private static final double NANOS = 1e9;

    List<String> lines(Console console) {
        List<String> lines = new ArrayList<>();
        lines.add(
                console.paint(Tone.STRONG, file.toString()) + "  " + summary.format() + ", " + bytes(summary.bytes()));
        lines.add(summary.messages() == 0 ? "no messages" : span());
        summary.storage().forEach(lines::add);
        if (!summary.topics().isEmpty()) {
            lines.add("");
            lines.addAll(table());
        }
        if (!summary.remarks().isEmpty()) {
            lines.add("");
            summary.remarks().forEach(sentence -> lines.add(console.paint(Tone.WARN, "! " + sentence)));
        }
        return lines;
    }

    private String span() {
        String count = String.format(
                Locale.ROOT,
                "%,d %s of %d %s in %.3f s",
                summary.messages(),
                summary.messages() == 1 ? "message" : "messages",
                summary.topics().size(),
                summary.topics().size() == 1 ? "topic" : "topics",
                summary.seconds());
        return summary.firstNanos() < CLOCK_TIME
                ? count + String.format(Locale.ROOT, ", from %.3f s", summary.firstNanos() / NANOS)
                : count + ", from " + instant(summary.firstNanos()) + " to " + instant(summary.lastNanos());
    }

    private static String instant(long nanos) {
        return Instant.ofEpochSecond(0, nanos).truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private List<String> table() {
        int name = width("topic", TopicSummary::name);
        int type = width("type", TopicSummary::type);
        String format = "%-" + name + "s  %-" + type + "s  %9s  %9s  %12s  %9s  %5s";
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT, format, "topic", "type", "messages", "rate Hz", "silence s", "at s", "gaps"));
        for (TopicSummary topic : summary.topics()) {
            boolean spaced = topic.messages() > 1;
            lines.add(String.format(
                            Locale.ROOT,
                            format,
                            topic.name(),
                            topic.type(),
                            topic.messages(),
                            topic.spacingNanos() > 0 ? String.format(Locale.ROOT, "%.2f", topic.rate()) : "-",
                            spaced ? String.format(Locale.ROOT, "%.3f", topic.longestNanos() / NANOS) : "-",
                            spaced ? String.format(Locale.ROOT, "%.3f", topic.longestAtNanos() / NANOS) : "-",
                            spaced ? topic.gaps() : "-")
                    .stripTrailing());
        }
        return lines;
    }

    private int width(String head, Function<TopicSummary, String> column) {
        return summary.topics().stream()
                .mapToInt(topic -> column.apply(topic).length())
                .reduce(head.length(), Math::max);
    }

    private static String bytes(long bytes) {
        if (bytes < 1_000) {
            return bytes + " bytes";
        }
        double shown = bytes;
        String unit = "";
        for (String next : List.of("kB", "MB", "GB", "TB")) {
            if (shown >= 1_000) {
                shown /= 1_000;
                unit = next;
            }
        }
        return String.format(Locale.ROOT, "%.1f %s", shown, unit);
    }

    Map<String, Object> object() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("file", file.toString());
        object.put("format", summary.format());
        object.put("bytes", summary.bytes());
        object.put("messages", summary.messages());
        object.put("firstNanos", summary.firstNanos());
        object.put("lastNanos", summary.lastNanos());
        object.put("seconds", summary.seconds());
        object.put("topics", summary.topics().stream().map(InfoAccount::object).toList());
        object.put("storage", summary.storage());
        object.put("remarks", summary.remarks());
        return object;
    }

    private static Map<String, Object> object(TopicSummary topic) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("name", topic.name());
        object.put("type", topic.type());
        object.put("messages", topic.messages());
        object.put("rate", topic.rate());
        object.put("longestSilenceSeconds", topic.longestNanos() / NANOS);
        object.put("longestSilenceAtSeconds", topic.longestAtNanos() / NANOS);
        object.put("gaps", topic.gaps());
        return object;
    }
}
