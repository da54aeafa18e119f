package io.sigmaprompt.twin.maintenance.advice;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the sessions of one robot tell of its wear.
 *
 * @param sessions in time order
 * @param hours of operation, over all sessions
 * @param courses joint by joint, each with every aspect
 * @param advice the most urgent first
 */
public record MaintenanceOutlook(
        String robot,
        List<HealthSession> sessions,
        double hours,
        List<IndicatorCourse> courses,
        List<MaintenanceAdvice> advice) {
    public MaintenanceOutlook {
        sessions = List.copyOf(sessions);
        courses = List.copyOf(courses);
        advice = List.copyOf(advice);
    }

    /**
     * The outlook.
     *
     * @param sessions of one robot, in time order, at least one
     */
    public static MaintenanceOutlook of(List<HealthSession> sessions, MaintenanceLimits limits) {
        double[] use = new double[sessions.size()];
        double sum = 0;
        Set<String> joints = new LinkedHashSet<>();
        for (int i = 0; i < use.length; i++) {
            sum += sessions.get(i).hours();
            use[i] = sum;
            sessions.get(i).health().joints().forEach(joint -> joints.add(joint.name()));
        }
        List<IndicatorCourse> courses = new ArrayList<>();
        for (String joint : joints) {
            JointReadings readings = new JointReadings(joint, sessions, use);
            for (Aspect aspect : Aspect.values()) {
                courses.add(new CourseFit(joint, aspect, readings.of(aspect))
                        .fit(
                                readings.unit(aspect),
                                limits.of(joint, aspect),
                                limits.sessions(),
                                readings.note(aspect)));
            }
        }
        String robot = sessions.getLast().health().robot();
        return new MaintenanceOutlook(robot, sessions, sum, courses, new Adviser(robot, sessions, sum).advise(courses));
    }
}
