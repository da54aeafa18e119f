package io.sigmaprompt.twin.prediction.explanation;

import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.physics.model.JointLimits;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.twin.record.ExplanationRecord;
import io.sigmaprompt.twin.simulation.HiddenFault;
import io.sigmaprompt.twin.simulation.HiddenTruth;
import io.sigmaprompt.twin.simulation.TruthDraw;

/** A hidden fault drawn by seed, and what a twin should say of it. */
record DrawnFault(HiddenFault fault, ExplanationRecord.Kind cause) {
    /** When it begins, seconds. */
    static final double START = 2.5;

    static DrawnFault draw(RobotModel model, HiddenFault.Kind kind, long seed) {
        TruthDraw draw = new TruthDraw(31 * seed + 7);
        DrivenJoints joints = new DrivenJoints(model);
        // The last joint of an arm is so light that friction alone holds its servo, as if it had seized.
        boolean light = kind == HiddenFault.Kind.FRICTION || kind == HiddenFault.Kind.SEIZED;
        int i = draw.below(joints.count() - (light ? 1 : 0));
        String joint = joints.names().get(i);
        JointLimits limits = joints.joint(i).limits();
        long start = (long) (START * 1e9);
        int sign = draw.sign();
        return switch (kind) {
            case TELEMETRY_DELAY, COMMAND_DELAY ->
                of(kind, "", start, Math.rint(draw.between(3, 60)) * 1e-3, ExplanationRecord.Kind.DELAY);
            case FRICTION -> of(kind, joint, start, draw.between(1.8, 4), ExplanationRecord.Kind.PARAMETER_DRIFT);
            case PAYLOAD ->
                of(kind, tool(joints, draw), start, draw.between(0.7, 4), ExplanationRecord.Kind.PARAMETER_DRIFT);
            case PUSH -> push(tool(joints, draw), start, draw);
            case POSITION_OFFSET -> sensor(kind, joint, start, sign * draw.between(0.01, 0.08));
            case POSITION_DRIFT -> sensor(kind, joint, start, sign * draw.between(0.02, 0.1));
            case POSITION_SCALE -> sensor(kind, joint, start, sign * draw.between(0.03, 0.1));
            case POSITION_STUCK, ENCODER_STUCK -> sensor(kind, joint, start, 0);
            case POSITION_SPIKES -> sensor(kind, joint, start, sign * draw.between(0.02, 0.1));
            case VELOCITY_OFFSET -> sensor(kind, joint, start, sign * draw.between(0.02, 0.1));
            case VELOCITY_SCALE -> sensor(kind, joint, start, sign * draw.between(0.1, 0.3));
            case EFFORT_OFFSET -> sensor(kind, joint, start, sign * draw.between(0.02, 0.1) * limits.effort());
            case EFFORT_SCALE -> sensor(kind, joint, start, sign * draw.between(0.15, 0.4));
            case TORQUE_GAIN -> of(kind, joint, start, draw.between(0.2, 0.8), ExplanationRecord.Kind.ACTUATOR_FAULT);
            case EFFORT_LIMIT ->
                of(
                        kind,
                        joint,
                        start,
                        draw.between(0.3, 0.7) * peak(model, seed, i) / limits.effort(),
                        ExplanationRecord.Kind.ACTUATOR_FAULT);
            case SEIZED -> of(kind, joint, start, 3 * limits.effort(), ExplanationRecord.Kind.ACTUATOR_FAULT);
        };
    }

    /** What the healthy robot needs of a joint, so that a limit is felt. */
    private static double peak(RobotModel model, long seed, int joint) {
        TruthTrial healthy = new TruthTrial(model, HiddenTruth.none(model), seed);
        healthy.run(START + 1);
        return healthy.peak(joint);
    }

    private static DrawnFault of(
            HiddenFault.Kind kind, String place, long start, double magnitude, ExplanationRecord.Kind cause) {
        return new DrawnFault(new HiddenFault(kind, place, start, 0, magnitude), cause);
    }

    private static DrawnFault sensor(HiddenFault.Kind kind, String joint, long start, double magnitude) {
        return of(kind, joint, start, magnitude, ExplanationRecord.Kind.SENSOR_FAULT);
    }

    /** One of the last three links. */
    private static String tool(DrivenJoints joints, TruthDraw draw) {
        return joints.joint(joints.count() - 1 - draw.below(3)).child();
    }

    private static DrawnFault push(String link, long start, TruthDraw draw) {
        double x = draw.between(-1, 1);
        double y = draw.between(-1, 1);
        double z = draw.between(-1, 1);
        double size = draw.between(15, 60) / Math.sqrt(x * x + y * y + z * z + 1e-6);
        long duration = (long) (draw.between(0.3, 1.2) * 1e9);
        HiddenFault fault = new HiddenFault(
                HiddenFault.Kind.PUSH, link, start, duration, 0, new Vec3(x * size, y * size, z * size));
        return new DrawnFault(fault, ExplanationRecord.Kind.EXTERNAL_CONTACT);
    }
}
