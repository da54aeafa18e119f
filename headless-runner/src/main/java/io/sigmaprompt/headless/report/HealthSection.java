package io.sigmaprompt.headless.report;

import io.sigmaprompt.twin.record.HealthIndicatorRecord;
import io.sigmaprompt.twin.record.HealthIndicatorRecord.Indicator;
import io.sigmaprompt.twin.record.HealthIndicatorRecord.Joint;
import io.sigmaprompt.twin.record.HealthIndicatorRecord.Kind;
import io.sigmaprompt.twin.record.HealthIndicatorRecord.Load;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A report's table of how each joint's mechanics fare, and what each has borne, drawn. */
final class HealthSection {
    private static final int WIDTH = 200;
    private static final int HEIGHT = 56;

    private final Html html;

    HealthSection(Html html) {
        this.html = html;
    }

    void write(@Nullable HealthIndicatorRecord health) {
        html.raw("<div class=card>");
        if (health == null) {
            html.raw("<p class=hint>The session was too short to tell, or no joint state was heard.</p></div>");
            return;
        }
        indicators(health);
        loads(health);
        html.raw("</div>");
    }

    private void indicators(HealthIndicatorRecord health) {
        html.raw("<table><tr><th>joint</th>");
        for (Kind kind : Kind.values()) {
            if (toldAnywhere(health, kind)) {
                html.add("<th class=n>%s</th>", SessionText.words(kind));
            }
        }
        html.raw("<th class=n>looks</th></tr>");
        for (Joint joint : health.joints()) {
            html.add("<tr><td class=k>%s</td>", joint.name());
            for (Kind kind : Kind.values()) {
                if (toldAnywhere(health, kind)) {
                    Indicator each = joint.indicator(kind);
                    html.add("<td class=n title=\"%s\">%s</td>", each.note(), text(each));
                }
            }
            html.add(
                    "<td class=n>%.0f</td></tr>", joint.indicator(Kind.FRICTION).evidence());
        }
        html.raw("</table>");
        missing(health).forEach((why, joints) -> html.add("<p class=hint>No evidence of %s</p>", why + joints));
    }

    private static boolean toldAnywhere(HealthIndicatorRecord health, Kind kind) {
        return health.joints().stream().anyMatch(joint -> joint.indicator(kind).told());
    }

    private static String text(Indicator each) {
        return each.told()
                ? SessionText.number(each.value()) + " ± " + String.format(Locale.ROOT, "%.1g", each.deviation()) + " "
                        + (each.unit().equals("1") ? "" : each.unit())
                : "–";
    }

    /** Reasons, and the joints they are of where these are not all. */
    private static Map<String, String> missing(HealthIndicatorRecord health) {
        Map<String, String> missing = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            Map<String, List<String>> reasons = health.joints().stream()
                    .filter(joint -> !joint.indicator(kind).told())
                    .collect(Collectors.groupingBy(
                            joint -> joint.indicator(kind).note(),
                            LinkedHashMap::new,
                            Collectors.mapping(Joint::name, Collectors.toList())));
            reasons.forEach((why, joints) -> missing.put(
                    SessionText.words(kind) + ": " + why,
                    joints.size() == health.joints().size() ? "." : " (" + String.join(", ", joints) + ")."));
        }
        return missing;
    }

    private void loads(HealthIndicatorRecord health) {
        html.raw("<table><tr><th>joint</th><th class=n>travel</th><th class=n>at full effort</th>"
                + "<th class=n>cycles</th><th class=n>as full cycles</th><th>cycles by range of effort</th></tr>");
        for (Joint joint : health.joints()) {
            Load load = joint.load();
            double turn = joint.prismatic() ? 1 : 0.5 / Math.PI;
            html.add(
                    "<tr><td class=k>%s</td><td class=n>%s</td><td class=n>%s</td><td class=n>%s</td><td class=n>%s</td><td>",
                    joint.name(),
                    SessionText.number(load.travel() * turn) + (joint.prismatic() ? " m" : " rev"),
                    SessionText.number(load.loadedTravel() * turn) + (joint.prismatic() ? " m" : " rev"),
                    SessionText.number(load.cycles()),
                    SessionText.number(load.damage()));
            spectrum(load, joint.prismatic() ? "N" : "N·m");
            html.raw("</td></tr>");
        }
        html.raw("</table>");
        if (!health.joints().isEmpty()) {
            html.add(
                    "<p class=hint>Cycles of effort are counted after ASTM E1049 (rainflow); bars are logarithmic. Damage "
                            + "and travel are weighed by effort over effort limit to the power of %d.</p>",
                    health.joints().getFirst().load().exponent());
        }
    }

    /** Bars from no range to the widest, each as high as the logarithm of its cycles. */
    private void spectrum(Load load, String unit) {
        double most = 1;
        for (double count : load.counts()) {
            most = Math.max(most, count);
        }
        int bins = load.counts().length;
        html.add(
                "<svg viewBox=\"0 0 %d %d\" style=\"width:%dpx\" role=img aria-label=\"load collective\">",
                WIDTH, HEIGHT, WIDTH);
        for (int i = 0; i < bins; i++) {
            double count = load.counts()[i];
            if (count > 0) {
                double height = Math.max(2, (HEIGHT - 14) * Math.log1p(count) / Math.log1p(most));
                html.add(
                        "<rect fill=\"var(--accent)\" x=%.1f y=%.1f width=%.1f height=%.1f><title>%s</title></rect>",
                        (double) i * WIDTH / bins,
                        HEIGHT - 12 - height,
                        (double) WIDTH / bins - 1,
                        height,
                        SessionText.number(count) + " cycles of " + SessionText.number(i * load.rangeStep()) + " to "
                                + SessionText.number((i + 1) * load.rangeStep()) + " " + unit);
            }
        }
        html.add("<text class=tick x=0 y=%d>0</text>", HEIGHT - 2);
        html.add(
                "<text class=\"tick end\" x=%d y=%d>%s</text></svg>",
                WIDTH, HEIGHT - 2, SessionText.number(bins * load.rangeStep()) + " " + unit);
    }
}
