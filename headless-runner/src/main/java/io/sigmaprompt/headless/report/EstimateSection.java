package io.sigmaprompt.headless.report;

import io.sigmaprompt.twin.record.EstimateRecord;
import java.util.Locale;

/** A report's table of how exactly each joint was known, what touched it, and what is known of base and load. */
final class EstimateSection {
    private final Html html;
    private final EstimateHistory estimates;

    EstimateSection(Html html, EstimateHistory estimates) {
        this.html = html;
        this.estimates = estimates;
    }

    void write() {
        html.raw("<div class=card>");
        EstimateRecord last = estimates.last;
        if (last == null) {
            html.raw("<p class=hint>Nothing was estimated: no joint state was heard.</p></div>");
            return;
        }
        html.raw("<table><tr><th>joint</th><th class=n>position ±</th><th class=n>velocity ±</th>"
                + "<th class=n>acceleration lags</th><th class=n>NIS a number</th>"
                + "<th class=n>external effort up to</th><th class=n>known within ±</th><th>touched</th></tr>");
        estimates.joints.forEach((name, joint) -> html.add(
                "<tr><td class=k>%s</td><td class=n>%s</td><td class=n>%s</td><td class=n>%s</td><td class=n>%s</td><td class=n>%s</td><td class=n>%s</td><td>%s</td></tr>",
                name,
                number("%.2e", joint.position.value()),
                number("%.2e", joint.velocity.value()),
                number("%.4f s", joint.delay.value()),
                number("%.2f", joint.nis.value()),
                number("%.2f", joint.externalPeak),
                number("%.2f", joint.externalDeviation.value()),
                joint.touched ? "▲ yes" : "no"));
        html.raw("</table>");
        html.raw(
                "<p class=hint>Standard deviations, means over the session, in rad or m and their rates; efforts in N·m "
                        + "or N. A NIS near 1 says that the deviations are honest.</p>");
        last.payload().forEach(this::payload);
        last.base().forEach(this::base);
        html.raw("</div>");
    }

    private void payload(EstimateRecord.Payload load) {
        html.add("<p class=hint>%s</p>", words(load));
    }

    /** What may be said of a load: a fit is none where it weighs less than nothing, or no more than its doubt. */
    static String words(EstimateRecord.Payload load) {
        String link = load.link();
        String fitted = number("%.2f", load.mass()) + " kg ± " + number("%.2f", load.massDeviation()) + " kg";
        if (!load.excited()) {
            return "Load of " + link + ": the robot has not moved enough to tell.";
        }
        if (load.mass() < -2 * load.massDeviation()) {
            return "No load of " + link + " is claimed: one fitted to the effort residual would weigh " + fitted
                    + ". The model differs in something else, as friction or the masses of its links.";
        }
        if (load.mass() < 2 * load.massDeviation()) {
            return "No load of " + link + " beyond its model is seen (" + fitted + ").";
        }
        return "Beyond its model, " + link + " seems to carry " + fitted
                + " at the end, if nothing else differs from the model.";
    }

    private void base(EstimateRecord.Base base) {
        html.add(
                "<p class=hint>The base is at (%s, %s, %s) m at the end, each within ± %s, %s and %s m.</p>",
                number("%.3f", base.pose()[0]),
                number("%.3f", base.pose()[1]),
                number("%.3f", base.pose()[2]),
                number("%.3f", Math.sqrt(base.covariance()[0])),
                number("%.3f", Math.sqrt(base.covariance()[7])),
                number("%.3f", Math.sqrt(base.covariance()[14])));
    }

    private static String number(String format, double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, format, value) : "–";
    }
}
