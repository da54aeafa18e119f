package io.sigmaprompt.headless.report;

import java.util.Map;

/** A report's section about a robot's base: where it was, how it turned, what it felt, its batteries. */
final class BaseSection {
    // Smaller differences are not worth an axis of their own.
    private static final double LEAST_LENGTH_SPAN = 0.1;
    private static final double LEAST_ANGLE_SPAN = 2;
    private static final double LEAST_VOLTAGE_SPAN = 0.2;

    private final Html html;
    private final BaseHistory base;
    private final long endNanos;

    BaseSection(Html html, BaseHistory base, long endNanos) {
        this.html = html;
        this.base = base;
        this.endNanos = endNanos;
    }

    void write() {
        html.raw("<div class=card><dl>");
        for (Map.Entry<String, String> fact : base.facts().entrySet()) {
            html.add("<dt>%s</dt><dd class=mono>%s</dd>", fact.getKey(), fact.getValue());
        }
        html.raw("</dl></div><div class=\"card joint\"><div class=plots>");
        new Chart("height", "m", endNanos)
                .line("above the origin", "fg", base.height)
                .atLeast(LEAST_LENGTH_SPAN)
                .write(html);
        new Chart("position", "m", endNanos)
                .line("east", "accent", base.east)
                .line("north", "shadow", base.north)
                .atLeast(LEAST_LENGTH_SPAN)
                .write(html);
        write(new Chart("roll and pitch", "°", endNanos)
                .line("roll", "accent", base.roll)
                .line("pitch", "shadow", base.pitch)
                .atLeast(LEAST_ANGLE_SPAN));
        write(new Chart("yaw, from east to north", "°", endNanos)
                .line("yaw", "fg", base.yaw)
                .atLeast(LEAST_ANGLE_SPAN));
        write(new Chart("speed", "m/s", endNanos).line("speed", "fg", base.speed));
        write(new Chart("specific force", "m/s²", endNanos).line("magnitude", "fg", base.force));
        for (Map.Entry<String, BaseHistory.BatteryHistory> each : base.batteries.entrySet()) {
            String name = each.getKey().isEmpty() ? "battery" : "battery " + each.getKey();
            write(new Chart(name, "V", endNanos)
                    .line("voltage", "fg", each.getValue().voltage)
                    .atLeast(LEAST_VOLTAGE_SPAN));
            write(new Chart(name + ", charge left", "%", endNanos)
                    .line("charge", "fg", each.getValue().fraction)
                    .atLeast(LEAST_ANGLE_SPAN));
        }
        html.raw("</div></div>");
    }

    private void write(Chart chart) {
        if (!chart.isEmpty()) {
            chart.write(html);
        }
    }
}
