package io.sigmaprompt.headless.cli;

import io.sigmaprompt.headless.report.SessionText;
import io.sigmaprompt.twin.calibration.Calibration;
import io.sigmaprompt.twin.calibration.JointCalibration;
import io.sigmaprompt.twin.calibration.Parameter;
import java.util.List;
import java.util.Locale;

/** A calibration in words for a terminal. */
final class CalibrationText {
    /** Bodies so many deviations from the file's are hardly this robot's. */
    private CalibrationText() {}

    static void write(Calibration c, Console console) {
        console.line(String.format(
                Locale.ROOT,
                "  %.1f s at %.4g Hz, %d samples below %.3g Hz; learnt from the first %.0f %%, judged on the rest",
                c.seconds(),
                c.rate(),
                c.samples(),
                c.settings().cutoff(),
                100 * c.settings().trainingShare()));
        console.line();
        console.line(console.paint(
                Tone.HINT,
                String.format(
                        "  %-26s %9s %9s %9s %7s  %s",
                        "residual, RMS [N·m or N]", "before", "friction", "after", "ratio", "cross-validated")));
        for (JointCalibration joint : c.joints()) {
            console.line(String.format(
                    "  %-26s %9s %9s %9s %7s  %s",
                    joint.joint(),
                    SessionText.fixed(joint.before(), 3),
                    SessionText.fixed(joint.frictionOnly(), 3),
                    SessionText.fixed(joint.after(), 3),
                    SessionText.fixed(joint.ratio(), 3),
                    range(joint.folds())));
        }
        console.line(
                console.paint(Tone.HINT, "  friction: the file's bodies with new friction; ratio: after over before"));
        section(console, "friction and the like");
        for (JointCalibration joint : c.joints()) {
            for (Parameter number : joint.numbers().values()) {
                parameter(console, number);
            }
        }
        section(console, "masses");
        c.masses().forEach(each -> parameter(console, each));
        section(console, "what motion can tell of the bodies, in combinations");
        for (Parameter.Knowledge knowledge : Parameter.Knowledge.values()) {
            List<String> names = c.base().stream()
                    .map(Calibration.BaseParameter::parameter)
                    .filter(each -> each.knowledge() == knowledge)
                    .map(Parameter::name)
                    .toList();
            if (!names.isEmpty()) {
                console.line(String.format("  %-12s %3d  %s", knowledge.words(), names.size(), brief(console, names)));
            }
        }
        console.line(
                String.format(Locale.ROOT, "  condition number of this motion %s", SessionText.number(c.condition())));
        if (c.joints().stream().anyMatch(each -> each.written() > 1.1 * each.after())) {
            console.line(console.paint(
                    Tone.HINT,
                    "  a robot's file has no word for effort bias and Stribeck friction; without them the residual is "
                            + String.join(
                                    ", ",
                                    c.joints().stream()
                                            .map(each -> SessionText.fixed(each.written(), 3))
                                            .toList())));
        }
    }

    private static void section(Console console, String title) {
        console.line();
        console.line(
                console.paint(Tone.HINT, String.format("  %-38s %10s %10s %10s", title, "file", "found", "± 95 %")));
    }

    private static void parameter(Console console, Parameter p) {
        console.line(String.format(
                "  %-38s %10s %10s %10s  %-9s %s",
                p.name(),
                SessionText.number(p.model()),
                SessionText.number(p.value()),
                p.hasInterval() ? SessionText.number(p.margin()) : "–",
                p.unit(),
                p.knowledge().words()));
    }

    private static String brief(Console console, List<String> names) {
        int most = console.verbose() ? names.size() : 6;
        String first = String.join(", ", names.subList(0, Math.min(most, names.size())));
        return names.size() > most ? first + ", …" : first;
    }

    private static String range(List<Double> ratios) {
        double least = ratios.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
        double most = ratios.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
        return SessionText.fixed(least, 2) + " to " + SessionText.fixed(most, 2);
    }
}
