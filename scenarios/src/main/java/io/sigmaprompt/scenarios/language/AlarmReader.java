package io.sigmaprompt.scenarios.language;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.scenarios.language.Section.Range;
import io.sigmaprompt.twin.alarm.rule.AlarmAttributes;
import io.sigmaprompt.twin.alarm.rule.AlarmRules;
import io.sigmaprompt.twin.alarm.rule.FloodSettings;
import io.sigmaprompt.twin.port.notification.Notification.Event;
import io.sigmaprompt.twin.port.notification.NotificationRoute;
import io.sigmaprompt.twin.record.AlarmRecord.Priority;
import io.sigmaprompt.twin.record.FindingRecord.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what raises alarms and who is told: the section {@code alarms} of a scenario, or a file of its own. */
final class AlarmReader {
    private AlarmReader() {}

    /** The robots with their alarms. */
    static List<RobotReader.Participant> alarms(Section at, List<RobotReader.Participant> robots) {
        if (!at.present()) {
            return robots;
        }
        Cast cast = new Cast(robots);
        Map<String, List<Section>> rules = new LinkedHashMap<>();
        for (Section rule : at.items("rules")) {
            for (RobotReader.Participant robot : cast.meant(rule)) {
                rules.computeIfAbsent(robot.entry().name(), name -> new ArrayList<>())
                        .add(rule);
            }
        }
        return robots.stream()
                .map(robot -> robot.with(
                        alarms(at, robot, rules.getOrDefault(robot.entry().name(), List.of()))))
                .toList();
    }

    private static AlarmRules alarms(Section at, RobotReader.Participant robot, List<Section> rules) {
        Map<Kind, AlarmAttributes> findings = findings(at.child("findings"), robot);
        return new AlarmRules(
                new AlarmRuleReader(robot, Cast.alarmsOfFindings(List.of(robot))).read(rules),
                findings,
                flood(at.child("flood")));
    }

    private static Map<Kind, AlarmAttributes> findings(Section at, RobotReader.Participant robot) {
        Map<Kind, AlarmAttributes> findings = new EnumMap<>(AlarmRules.everyFinding());
        at.entries().forEach((name, each) -> {
            for (Kind kind : Kind.values()) {
                if (!kind.words().replace(' ', '-').equals(name)) {
                    continue;
                }
                if (each.isText()) {
                    findings.remove(kind);
                    continue;
                }
                Priority usual = AlarmRules.DEFAULT
                        .findings()
                        .getOrDefault(kind, AlarmAttributes.of(Priority.LOW))
                        .priority();
                ConditionReader conditions = new ConditionReader(robot.joints(), null);
                findings.put(kind, AlarmRuleReader.attributes(each, usual, conditions));
                conditions.references().forEach(reference -> reference
                        .at()
                        .complain(
                                "the alarms of findings come before all rules, and rest on none",
                                "Say what the rule says here, too."));
            }
        });
        return findings;
    }

    private static FloodSettings flood(Section at) {
        FloodSettings usual = FloodSettings.DEFAULT;
        return new FloodSettings(
                (int) at.integer("limit", usual.limit()),
                at.nanos("window", usual.windowNanos(), Range.POSITIVE),
                at.constant("group-up-to", usual.groupedUpTo(), Priority.values()));
    }

    /** Who is told of alarms. */
    static List<NotificationRoute> notify(Section at) {
        List<NotificationRoute> routes = new ArrayList<>();
        for (Section each : at.items("notify")) {
            Map<String, String> options = new LinkedHashMap<>();
            each.child("options").entries().forEach((key, value) -> options.put(key, value.text()));
            String uri = each.text("to", "");
            if (uri.matches("[^?#]*//[^/@]*:[^/@]*@.*")) {
                each.child("to")
                        .complain(
                                "expected an address without a password: a scenario is recorded with every run",
                                "Name the variable that holds it, as 'options: {password-env: NAME}', or write"
                                        + " 'to: env:NAME' for an address that is a secret itself.");
            }
            routes.add(new NotificationRoute(
                    uri,
                    options,
                    constants(each, "priorities", Priority.values(), Set.of(Priority.values())),
                    constants(each, "events", Event.values(), NotificationRoute.USUAL)));
        }
        return routes;
    }

    private static <E extends Enum<E>> Set<E> constants(Section at, String key, E[] all, Set<E> usual) {
        Set<E> chosen = new LinkedHashSet<>();
        for (Section each : at.items(key)) {
            for (E one : all) {
                if (one.name().equalsIgnoreCase(each.text())) {
                    chosen.add(one);
                }
            }
        }
        return chosen.isEmpty() ? usual : Collections.unmodifiableSet(chosen);
    }

    /**
     * The section that a rules file holds.
     *
     * @param file what errors call it
     * @param complaints takes what is wrong with the file
     */
    static Section file(Path file, String text, Complaints complaints) {
        YamlDocument document = YamlDocument.parse(file.toString(), text);
        ScenarioSchema.validateAlarms(document, complaints);
        complaints.check();
        return Section.root(document, complaints);
    }

    /** The text of a rules file. */
    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new BadInputException(
                    file.toString(),
                    Files.exists(file) ? "the file cannot be read as UTF-8 text" : "there is no such file",
                    "Name a file of alarm rules that can be read.");
        }
    }
}
