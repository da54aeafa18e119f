package io.sigmaprompt.headless.report;

import io.sigmaprompt.twin.calibration.Calibration;
import io.sigmaprompt.twin.calibration.JointCalibration;
import io.sigmaprompt.twin.calibration.Parameter;
import java.util.List;

/** The report of a calibration as one HTML page that needs nothing but itself. */
public final class CalibrationPage {
    private static final double NANOS = 1e9;

    private final Calibration calibration;
    private final String robot;
    private final String source;
    private final List<String> warnings;
    private final Html html = new Html();

    public CalibrationPage(Calibration calibration, String robot, String source, List<String> warnings) {
        this.calibration = calibration;
        this.robot = robot;
        this.source = source;
        this.warnings = warnings;
    }

    /** The page's text. */
    public String write() {
        html.raw("<!doctype html><html lang=en><head><meta charset=utf-8>");
        html.raw("<meta name=viewport content=\"width=device-width, initial-scale=1\">");
        html.add("<title>Calibration: %s</title><style>", robot);
        html.raw(Resource.text("report.css")).raw("</style></head><body>");
        html.raw("<header><div class=\"wrap bar0\"><span><span class=sign>Σ</span> <b>SigmaPrompt</b></span>");
        html.add("<span class=where>calibration / %s / %s</span></div></header>", robot, source);
        html.add(
                "<main class=wrap><div class=intro><h1>Calibration of %s</h1><p>Learnt from the first %.0f %% of %.1f s"
                        + " at %.4g Hz, below %.3g Hz; all residuals in the table are of the rest, from which nothing was"
                        + " learnt.</p></div>",
                robot,
                100 * calibration.settings().trainingShare(),
                calibration.seconds(),
                calibration.rate(),
                calibration.settings().cutoff());
        numbers();
        residuals();
        plots();
        friction();
        masses();
        base();
        next();
        html.raw("</main><div id=moment class=mono></div><script>");
        html.raw(Resource.text("report.js")).raw("</script></body></html>\n");
        return html.toString();
    }

    private void numbers() {
        html.raw("<div class=numbers>");
        double worst = calibration.joints().stream()
                .mapToDouble(JointCalibration::ratio)
                .max()
                .orElse(Double.NaN);
        double best = calibration.joints().stream()
                .mapToDouble(JointCalibration::ratio)
                .min()
                .orElse(Double.NaN);
        number(
                SessionText.fixed(best, 2) + " – " + SessionText.fixed(worst, 2),
                "of the residual is left, joint by joint");
        for (Parameter.Knowledge knowledge : Parameter.Knowledge.values()) {
            long count = calibration.base().stream()
                    .filter(each -> each.parameter().knowledge() == knowledge)
                    .count();
            number(
                    count + " <small>of " + calibration.base().size() + "</small>",
                    "combinations of inertial parameters " + knowledge.words());
        }
        number(SessionText.number(calibration.condition()), "condition number of this motion");
        html.raw("</div>");
        if (!warnings.isEmpty()) {
            html.raw("<div class=card><ul>");
            warnings.forEach(each -> html.add("<li class=t-warn>%s</li>", each));
            html.raw("</ul></div>");
        }
    }

    private void number(String markup, String label) {
        html.raw("<div class=number><b>").raw(markup).add("</b><span>%s</span></div>", label);
    }

    private void residuals() {
        html.raw("<h2>Residuals<small>RMS of measured effort minus model, on the held-out part</small></h2>");
        html.raw(
                "<div class=card><table><tr><th>joint</th><th class=n>robot's file</th><th class=n>friction only</th>");
        html.raw("<th class=n>calibrated</th><th class=n>left</th><th class=n>without bias</th>");
        html.raw("<th class=n>cross-validated</th></tr>");
        for (JointCalibration joint : calibration.joints()) {
            double least = joint.folds().stream().mapToDouble(d -> d).min().orElse(Double.NaN);
            double most = joint.folds().stream().mapToDouble(d -> d).max().orElse(Double.NaN);
            html.add(
                    "<tr><td class=k>%s</td><td class=n>%s</td><td class=n>%s</td><td class=n>%s</td>"
                            + "<td class=\"n t-%s\"><b>%s</b></td><td class=n>%s</td><td class=n>%s – %s</td></tr>",
                    joint.joint(),
                    SessionText.fixed(joint.before(), 3),
                    SessionText.fixed(joint.frictionOnly(), 3),
                    SessionText.fixed(joint.after(), 3),
                    joint.ratio() <= 0.3 ? "ok" : joint.ratio() < 1 ? "warn" : "bad",
                    SessionText.fixed(joint.ratio(), 3),
                    SessionText.fixed(joint.written(), 3),
                    SessionText.fixed(least, 2),
                    SessionText.fixed(most, 2));
        }
        html.raw(
                "</table><p class=hint>Without bias: what the calibrated file leaves, which has no word for effort bias"
                        + " and Stribeck friction. Cross-validated: what is left of each fifth of the log, learnt from the other"
                        + " four.</p></div>");
    }

    private void plots() {
        html.raw("<h2>Residuals over the log<small>shaded: held out</small></h2><div class=card><div class=plots>");
        double step = calibration.seconds() / SignalHistory.STRETCHES * 1.001;
        double end = calibration.seconds();
        for (int j = 0; j < calibration.joints().size(); j++) {
            SignalHistory before = new SignalHistory((long) Math.ceil(step * NANOS));
            SignalHistory after = new SignalHistory((long) Math.ceil(step * NANOS));
            for (int s = 0; s < calibration.samples(); s++) {
                long at = (long) (calibration.sampleSeconds()[s] * NANOS);
                before.add(at, calibration.residualBefore()[j][s]);
                after.add(at, calibration.residualAfter()[j][s]);
            }
            Lane.Span heldOut = new Lane.Span(
                    (long) (calibration.settings().trainingShare() * end * NANOS),
                    (long) (end * NANOS),
                    "held out",
                    "accent",
                    "nothing was learnt from it");
            new Chart(calibration.joints().get(j).joint(), "N·m or N", (long) (end * NANOS))
                    .line("robot's file", "quiet", before)
                    .line("calibrated", "accent", after)
                    .shade(List.of(heldOut))
                    .write(html);
        }
        html.raw("</div></div>");
    }

    private void head(String first) {
        html.add("<div class=card><table><tr><th>%s</th><th class=n>file</th><th class=n>found</th>", first);
        html.raw("<th class=n>± 95 %</th><th></th><th></th></tr>");
    }

    private void row(Parameter p, String name, String detail) {
        String tone =
                switch (p.knowledge()) {
                    case IDENTIFIED -> "ok";
                    case WEAK -> "warn";
                    case NOT_EXCITED, NO_SCALE -> "quiet";
                };
        html.add(
                "<tr><td title=\"%s\">%s</td><td class=n>%s</td><td class=n>%s</td><td class=n>%s</td><td class=t>%s</td>"
                        + "<td class=\"t-%s\">%s</td></tr>",
                detail,
                name,
                SessionText.number(p.model()),
                SessionText.number(p.value()),
                p.hasInterval() ? SessionText.number(p.margin()) : "–",
                p.unit(),
                tone,
                p.knowledge().words());
    }

    private void friction() {
        html.raw("<h2>Joints<small>friction and the like</small></h2>");
        head("joint");
        for (JointCalibration joint : calibration.joints()) {
            joint.numbers().values().forEach(each -> row(each, each.name(), ""));
        }
        html.raw("</table></div>");
    }

    private void masses() {
        html.raw("<h2>Masses<small>every body can exist: its pseudo-inertia is positive definite</small></h2>");
        head("body");
        calibration.masses().forEach(each -> row(each, each.name(), ""));
        html.raw("</table></div>");
    }

    private void base() {
        html.raw("<h2>What motion can tell<small>base parameters, named after their first member; point at one for the"
                + " sum</small></h2>");
        head("combination");
        calibration
                .base()
                .forEach(each -> row(each.parameter(), each.parameter().name(), each.expression()));
        html.raw(
                "</table><p class=hint>Identified: the log took four fifths of the doubt away. Weakly: less. Not excited:"
                        + " next to nothing, the value follows the robot's file and what else is known of the body.</p></div>");
    }

    private void next() {
        List<String> dark = calibration.base().stream()
                .filter(each -> each.parameter().knowledge() == Parameter.Knowledge.NOT_EXCITED)
                .map(each -> each.parameter().name())
                .toList();
        boolean scaled =
                calibration.base().stream().allMatch(each -> each.parameter().hasInterval());
        html.raw("<h2>The next recording</h2><div class=card>");
        html.add(
                "<p>%s</p>",
                !scaled
                        ? "How much this motion showed is not told while motor gains are unknown: give one (--gain)."
                        : dark.isEmpty()
                                ? "This motion showed all that motion can show."
                                : "This motion showed next to nothing of " + String.join(", ", dark) + ".");
        html.raw(
                "<p>A motion that shows them as well as the robot's limits allow: <code>sigma calibrate --design --robot"
                        + " ROBOT --out trajectory.csv</code></p></div>");
    }
}
