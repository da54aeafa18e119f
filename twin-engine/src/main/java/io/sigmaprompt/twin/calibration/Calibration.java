package io.sigmaprompt.twin.calibration;

import java.util.List;

/**
 * What a log told of a robot. Arrays are live.
 *
 * @param settings how it was asked
 * @param seconds the log's length
 * @param rate its frames a second
 * @param samples how many samples were used
 * @param training whether each of them was learnt from
 * @param sampleSeconds when each was
 * @param residualBefore one array a joint: filtered effort minus that of the robot's file, N m or N
 * @param residualAfter the same for the calibrated robot
 * @param joints in the log's order
 * @param modelParameters ten inertial parameters a moving body, of the robot's file
 * @param parameters the same of the calibrated robot; every body can exist
 * @param masses one a moving body
 * @param inertial all inertial parameters by themselves
 * @param base the combinations that a motion could tell
 * @param condition of the weighted regressor of the combinations that were told, columns of unit length
 * @param surprise how far the bodies are from the model's, in standard deviations a parameter: beyond 2 or 3 the robot is
 *     hardly the model's
 * @param warnings what was odd
 */
public record Calibration(
        CalibrationSettings settings,
        double seconds,
        double rate,
        int samples,
        boolean[] training,
        double[] sampleSeconds,
        double[][] residualBefore,
        double[][] residualAfter,
        List<JointCalibration> joints,
        double[] modelParameters,
        double[] parameters,
        List<Parameter> masses,
        List<Parameter> inertial,
        List<BaseParameter> base,
        double condition,
        double surprise,
        List<String> warnings) {
    public Calibration {
        joints = List.copyOf(joints);
        masses = List.copyOf(masses);
        inertial = List.copyOf(inertial);
        base = List.copyOf(base);
        warnings = List.copyOf(warnings);
    }

    /**
     * A combination of inertial parameters that motion can tell.
     *
     * @param expression the sum, as {@code link1.izz + 0.25*link2.m}
     */
    public record BaseParameter(Parameter parameter, String expression) {}
}
