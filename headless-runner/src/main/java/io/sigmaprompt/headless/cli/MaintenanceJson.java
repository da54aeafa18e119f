package io.sigmaprompt.headless.cli;

import io.sigmaprompt.twin.maintenance.advice.IndicatorCourse;
import io.sigmaprompt.twin.maintenance.advice.MaintenanceAdvice;
import io.sigmaprompt.twin.maintenance.advice.MaintenanceOutlook;
import io.sigmaprompt.twin.maintenance.advice.Reading;
import io.sigmaprompt.twin.maintenance.trend.LifeForecast;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What many runs tell of wear, as one JSON object; what is not known, and what never comes, is left out. */
final class MaintenanceJson {
    private MaintenanceJson() {}

    static Map<String, Object> object(List<MaintenanceOutlook> outlooks, List<String> warnings) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("robots", outlooks.stream().map(MaintenanceJson::robot).toList());
        object.put("warnings", warnings);
        return object;
    }

    private static Map<String, Object> robot(MaintenanceOutlook outlook) {
        Map<String, Object> robot = new LinkedHashMap<>();
        robot.put("robot", outlook.robot());
        robot.put(
                "sessions", outlook.sessions().stream().map(each -> each.run()).toList());
        robot.put("hours", outlook.hours());
        robot.put(
                "advice", outlook.advice().stream().map(MaintenanceJson::advice).toList());
        robot.put(
                "indicators",
                outlook.courses().stream().map(MaintenanceJson::course).toList());
        return robot;
    }

    private static Map<String, Object> advice(MaintenanceAdvice advice) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("robot", advice.robot());
        object.put("joint", advice.joint());
        object.put("aspect", advice.aspect().key());
        object.put("urgency", advice.urgency().name());
        object.put("what", advice.what());
        object.put("when", advice.when());
        put(object, "byHours", advice.byHours());
        object.put("why", advice.why());
        object.put("evidence", advice.evidence());
        putLeft(object, advice.left());
        return object;
    }

    private static Map<String, Object> course(IndicatorCourse course) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("joint", course.joint());
        object.put("aspect", course.aspect().key());
        object.put("unit", course.unit());
        put(object, "healthy", course.healthy());
        put(object, "now", course.now());
        put(object, "limit", course.limit());
        put(object, "worn", course.worn());
        put(object, "perHour", course.perHour());
        put(object, "certainty", course.certainty());
        putLeft(object, course.left());
        object.put("note", course.note());
        object.put(
                "readings",
                course.readings().stream().map(MaintenanceJson::reading).toList());
        return object;
    }

    private static Map<String, Object> reading(Reading reading) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("session", reading.session());
        object.put("hours", reading.use());
        put(object, "value", reading.value());
        put(object, "deviation", reading.deviation());
        return object;
    }

    private static void putLeft(Map<String, Object> object, @Nullable LifeForecast left) {
        if (left != null) {
            Map<String, Object> hours = new LinkedHashMap<>();
            put(hours, "low", left.low());
            put(hours, "median", left.median());
            put(hours, "high", left.high());
            hours.put("coverage", left.coverage());
            object.put("hoursLeft", hours);
        }
    }

    /** JSON has neither NaN nor infinity. */
    private static void put(Map<String, Object> object, String name, double value) {
        if (Double.isFinite(value)) {
            object.put(name, value);
        }
    }
}
