package io.sigmaprompt.headless.cli;

import io.sigmaprompt.twin.calibration.Calibration;
import io.sigmaprompt.twin.calibration.JointCalibration;
import io.sigmaprompt.twin.calibration.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A calibration as an object for programs. */
final class CalibrationJson {
    private CalibrationJson() {}

    static Map<String, Object> object(Calibration c) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("seconds", c.seconds());
        object.put("rate", c.rate());
        object.put("samples", c.samples());
        object.put("cutoff", c.settings().cutoff());
        object.put("trainingShare", c.settings().trainingShare());
        object.put("condition", JsonNumber.of(c.condition()));
        object.put("surprise", JsonNumber.of(c.surprise()));
        object.put("joints", c.joints().stream().map(CalibrationJson::joint).toList());
        object.put("masses", c.masses().stream().map(CalibrationJson::parameter).toList());
        object.put(
                "inertial",
                c.inertial().stream().map(CalibrationJson::parameter).toList());
        object.put(
                "base",
                c.base().stream()
                        .map(each -> {
                            Map<String, Object> base = parameter(each.parameter());
                            base.put("expression", each.expression());
                            return base;
                        })
                        .toList());
        object.put(
                "notExcited",
                c.base().stream()
                        .map(Calibration.BaseParameter::parameter)
                        .filter(each -> each.knowledge() == Parameter.Knowledge.NOT_EXCITED)
                        .map(Parameter::name)
                        .toList());
        return object;
    }

    private static Map<String, Object> joint(JointCalibration joint) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("joint", joint.joint());
        object.put("moved", joint.moved());
        object.put("rmsBefore", JsonNumber.of(joint.before()));
        object.put("rmsFrictionOnly", JsonNumber.of(joint.frictionOnly()));
        object.put("rmsAfter", JsonNumber.of(joint.after()));
        object.put("rmsOfFile", JsonNumber.of(joint.written()));
        object.put("ratio", JsonNumber.of(joint.ratio()));
        object.put("rmsBeforeUnfiltered", JsonNumber.of(joint.rawBefore()));
        object.put("rmsAfterUnfiltered", JsonNumber.of(joint.rawAfter()));
        object.put(
                "crossValidatedRatios",
                joint.folds().stream().map(JsonNumber::of).toList());
        if (Double.isFinite(joint.stribeckSpeed())) {
            object.put("stribeckSpeed", joint.stribeckSpeed());
        }
        Map<String, Object> numbers = new LinkedHashMap<>();
        joint.numbers().forEach((kind, number) -> numbers.put(kind.name().toLowerCase(Locale.ROOT), parameter(number)));
        object.put("parameters", numbers);
        return object;
    }

    private static Map<String, Object> parameter(Parameter p) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("name", p.name());
        object.put("unit", p.unit());
        object.put("file", JsonNumber.of(p.model()));
        object.put("value", JsonNumber.of(p.value()));
        object.put("deviation", JsonNumber.of(p.deviation()));
        object.put("interval95", p.hasInterval() ? List.of(p.value() - p.margin(), p.value() + p.margin()) : null);
        object.put("knowledge", p.knowledge().words());
        return object;
    }
}
