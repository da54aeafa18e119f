package io.sigmaprompt.scenarios.language;

import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.Link;
import io.sigmaprompt.twin.record.FindingRecord;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The robots of a scenario, as its other parts speak of them. */
final class Cast {
    private static final List<String> LIMITS = List.of("position", "velocity", "effort");
    private static final List<String> SPIKES = List.of("position", "velocity", "effort", "temperature", "current");

    private final List<RobotReader.Participant> robots;

    Cast(List<RobotReader.Participant> robots) {
        this.robots = robots;
    }

    /** The robot that {@code at} names, or the only one there is; null after complaining. */
    RobotReader.@Nullable Participant theOne(Section at) {
        if (at.has("robot")) {
            return named(at.child("robot"));
        }
        if (robots.size() == 1) {
            return robots.getFirst();
        }
        at.complain(
                "there are " + robots.size() + " robots, and none is named",
                "Add 'robot: NAME', one of " + String.join(", ", names()) + ".");
        return null;
    }

    /** The robots that {@code at} may mean: the one it names, or all. */
    List<RobotReader.Participant> meant(Section at) {
        if (!at.has("robot")) {
            return robots;
        }
        RobotReader.Participant robot = named(at.child("robot"));
        return robot == null ? List.of() : List.of(robot);
    }

    private RobotReader.@Nullable Participant named(Section at) {
        for (RobotReader.Participant robot : robots) {
            if (robot.entry().name().equals(at.text())) {
                return robot;
            }
        }
        at.complain("there is no robot '" + at.text() + "'", DidYouMean.remedy(at.text(), names(), "The robots are "));
        return null;
    }

    private List<String> names() {
        return robots.stream().map(robot -> robot.entry().name()).toList();
    }

    /** The joint of that name at one of the robots, or null after complaining. */
    static @Nullable Joint joint(String name, Section at, List<RobotReader.Participant> robots) {
        for (RobotReader.Participant robot : robots) {
            if (robot.joints().has(name)) {
                return robot.joints().find(name, at);
            }
        }
        return robots.isEmpty() ? null : robots.getFirst().joints().find(name, at);
    }

    /** Complains where neither a detector nor a rule of these robots could raise an alarm of that name. */
    static void checkAlarm(Section at, List<RobotReader.Participant> robots) {
        String id = at.text();
        Set<String> possible = new LinkedHashSet<>();
        for (RobotReader.Participant robot : robots) {
            robot.twin().alarms().rules().forEach(rule -> {
                possible.add(rule.name());
                if (!rule.attributes().group().isEmpty()) {
                    possible.add("group/" + rule.attributes().group());
                }
            });
        }
        possible.addAll(alarmsOfFindings(robots));
        boolean flood = id.startsWith("flood/");
        if (!robots.isEmpty() && !flood && !possible.contains(id)) {
            at.complain("there can be no alarm '" + id + "'", DidYouMean.remedy(id, possible, "Alarms can be "));
        }
    }

    /** The alarms that detectors of these robots could raise. */
    static Set<String> alarmsOfFindings(List<RobotReader.Participant> robots) {
        Set<String> possible = new LinkedHashSet<>();
        for (FindingRecord.Kind kind : FindingRecord.Kind.values()) {
            String word = kind.words().replace(' ', '-');
            for (RobotReader.Participant robot : robots) {
                for (String joint : robot.joints().names()) {
                    switch (kind) {
                        case STALE, GAP, JITTER, NOVELTY -> possible.add(word);
                        case RESIDUAL -> {
                            possible.add(word + "/" + joint);
                            possible.add(word + "/" + joint + "/position");
                        }
                        case LIMIT -> LIMITS.forEach(limit -> possible.add(word + "/" + joint + "/" + limit));
                        case RATE -> possible.add(word + "/" + joint + "/position");
                        case FLAT_LINE, PERIODICITY -> possible.add(word + "/" + joint + "/effort");
                        case SHIFT -> {
                            possible.add(word + "/" + joint + "/effort");
                            possible.add(word + "/" + joint + "/velocity");
                        }
                        case STUCK -> {
                            possible.add(word + "/" + joint + "/position");
                            possible.add(word + "/" + joint + "/effort");
                        }
                        case SPIKE -> SPIKES.forEach(quantity -> possible.add(word + "/" + joint + "/" + quantity));
                        case CONTACT, PAYLOAD -> links(robot).forEach(link -> possible.add(word + "/" + link));
                    }
                }
            }
        }
        return possible;
    }

    private static List<String> links(RobotReader.Participant robot) {
        return robot.twin().body().model().links().stream().map(Link::name).toList();
    }

    /** Every behaviour that some mind of these robots may propose. */
    static List<String> behaviours(List<RobotReader.Participant> robots) {
        List<String> behaviours = new ArrayList<>();
        robots.forEach(robot -> behaviours.addAll(robot.behaviours()));
        return behaviours;
    }
}
