package io.sigmaprompt.physics.model.mjcf;

import io.sigmaprompt.physics.model.xml.Numbers;
import io.sigmaprompt.physics.model.xml.XmlElement;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Says what a shortcut ({@code <motor>}, {@code <position>}…) means in the words of {@code <general>} (MuJoCo
 * documentation, XML reference, actuator). An absent gain is the one inherited.
 */
final class ActuatorShortcut {
    private static final int PARAMETERS = 10;

    private ActuatorShortcut() {}

    /** The attributes of the general actuator, with {@code inheritrange} left for the one who knows the joint. */
    static Map<String, String> expand(XmlElement actuator) {
        Map<String, String> general = new LinkedHashMap<>(actuator.attributes());
        double[] gain =
                Words.upTo(actuator, "gainprm", Words.filled(PARAMETERS, 1)).clone();
        double[] bias = Words.upTo(actuator, "biasprm", new double[PARAMETERS]).clone();
        double[] dynamics =
                Words.upTo(actuator, "dynprm", Words.filled(PARAMETERS, 1)).clone();
        switch (actuator.name()) {
            case "motor" -> {
                kinds(general, "none", "fixed", "none");
                gain = Words.filled(PARAMETERS, 1);
                bias = new double[PARAMETERS];
            }
            case "position", "intvelocity" -> servo(actuator, general, gain, bias, dynamics);
            case "velocity" -> {
                double kv = notNegative(actuator, "kv", gain[0]);
                kinds(general, "none", "fixed", "affine");
                gain = Words.filled(PARAMETERS, kv);
                bias = new double[PARAMETERS];
                bias[2] = -kv;
            }
            case "damper" -> {
                kinds(general, "none", "affine", "none");
                gain = new double[PARAMETERS];
                gain[2] = -notNegative(actuator, "kv", 0);
                general.put("ctrllimited", "true");
            }
            case "cylinder" -> {
                kinds(general, "filter", "fixed", "affine");
                dynamics[0] = Numbers.optional(actuator, "timeconst", dynamics[0]);
                double diameter = Numbers.optional(actuator, "diameter", -1);
                gain[0] = diameter >= 0
                        ? 0.25 * Math.PI * diameter * diameter
                        : Numbers.optional(actuator, "area", gain[0]);
                double[] written = Words.upTo(actuator, "bias", bias[0], bias[1], bias[2]);
                System.arraycopy(written, 0, bias, 0, 3);
            }
            default -> {
                return general;
            }
        }
        for (String key : new String[] {"kp", "kv", "dampratio", "timeconst", "area", "diameter", "bias"}) {
            general.remove(key);
        }
        general.put("gainprm", text(gain));
        general.put("biasprm", text(bias));
        general.put("dynprm", text(dynamics));
        return general;
    }

    private static void servo(
            XmlElement actuator, Map<String, String> general, double[] gain, double[] bias, double[] dynamics) {
        double kp = Numbers.optional(actuator, "kp", gain[0]);
        gain[0] = kp;
        bias[0] = 0;
        bias[1] = -kp;
        if (actuator.attribute("kv") != null && actuator.attribute("dampratio") != null) {
            throw actuator.error("kv and dampratio exclude each other", "Keep one of them");
        }
        if (actuator.attribute("kv") != null) {
            bias[2] = -notNegative(actuator, "kv", 0);
        }
        if (actuator.attribute("dampratio") != null) {
            // As in MuJoCo, a positive entry is a ratio and a negative one a damping.
            bias[2] = notNegative(actuator, "dampratio", 0);
        }
        if (actuator.name().equals("intvelocity")) {
            kinds(general, "integrator", "fixed", "affine");
            general.put("actlimited", "true");
            return;
        }
        double timeConstant = notNegative(actuator, "timeconst", 0);
        kinds(general, timeConstant == 0 ? "none" : "filterexact", "fixed", "affine");
        if (timeConstant > 0) {
            dynamics[0] = timeConstant;
        }
    }

    private static double notNegative(XmlElement actuator, String key, double absent) {
        double value = Numbers.optional(actuator, key, absent);
        if (value < 0) {
            throw actuator.error(
                    "the " + key + " of <" + actuator.name() + "> is negative, " + value, "Give zero or more");
        }
        return value;
    }

    private static void kinds(Map<String, String> general, String dynamics, String gain, String bias) {
        general.put("dyntype", dynamics);
        general.put("gaintype", gain);
        general.put("biastype", bias);
    }

    private static String text(double[] values) {
        StringBuilder text = new StringBuilder();
        for (double value : values) {
            text.append(text.isEmpty() ? "" : " ").append(value);
        }
        return text.toString();
    }
}
