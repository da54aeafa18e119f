package io.sigmaprompt.physics.actuator.transmission;

import io.sigmaprompt.physics.dynamics.RobotDynamics;
import io.sigmaprompt.physics.model.Frame;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.spatial.Rotation;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Acts on a site by a wrench, force and moment in the site's axes, and has no length; or, in the axes of a reference
 * site, on the site relative to that one: then the length is the site's place and rotation vector seen from there, along
 * the gear, and joints that carry both sites take no part (MuJoCo, mj_transmission).
 */
final class SiteTransmission extends Transmission {
    private final RobotDynamics dynamics;
    private final PlacedFrame site;
    private final @Nullable PlacedFrame reference;
    private final double[] gear;
    private final boolean[] common;
    private final double[] poses;
    private final double[] force = new double[3];
    private final double[] torque = new double[3];
    private final double[] seen = new double[3];
    private final double[] turn = new double[9];
    private final double[] quaternion = new double[4];

    /**
     * Of one site.
     *
     * @param gear force, then moment, per unit of force (6)
     */
    SiteTransmission(RobotDynamics dynamics, Frame site, @Nullable Frame reference, double[] gear) {
        super(IntStream.range(0, dynamics.model().nv()).toArray());
        RobotModel model = dynamics.model();
        this.dynamics = dynamics;
        this.site = new PlacedFrame(dynamics, site);
        this.reference = reference == null ? null : new PlacedFrame(dynamics, reference);
        this.gear = gear.clone();
        poses = new double[12 * model.links().size()];
        common = new boolean[model.nv()];
        if (reference != null) {
            boolean[] mine = carriers(model, site.link());
            boolean[] other = carriers(model, reference.link());
            for (int i = 0; i < common.length; i++) {
                common[i] = mine[i] && other[i];
            }
        }
    }

    private static boolean[] carriers(RobotModel model, int link) {
        boolean[] carries = new boolean[model.nv()];
        int base = model.floatingBase() ? 6 : 0;
        for (int i = 0; i < base; i++) {
            carries[i] = true;
        }
        for (int l = link; l > 0; l = model.parentLink(l - 1)) {
            for (int k = 0; k < model.joints().get(l - 1).type().velocities(); k++) {
                carries[model.vIndex(l - 1) + k] = true;
            }
        }
        return carries;
    }

    @Override
    public void update(double[] q) {
        dynamics.linkPoses(q, poses);
        site.update(q, poses);
        PlacedFrame axes = site;
        if (reference != null) {
            reference.update(q, poses);
            axes = reference;
            length = relativeLength(reference);
        }
        axes.toWorld(gear, 0, force);
        axes.toWorld(gear, 3, torque);
        for (int i = 0; i < moment.length; i++) {
            moment[i] = common[i]
                    ? 0
                    : site.along(i, torque, force) - (reference == null ? 0 : reference.along(i, torque, force));
        }
    }

    private double relativeLength(PlacedFrame from) {
        double[] a = from.pose;
        double[] b = site.pose;
        from.toFrame(b[9] - a[9], b[10] - a[10], b[11] - a[11], seen);
        double sum = gear[0] * seen[0] + gear[1] * seen[1] + gear[2] * seen[2];
        for (int c = 0; c < 3; c++) {
            from.toFrame(b[c], b[3 + c], b[6 + c], seen);
            turn[c] = seen[0];
            turn[3 + c] = seen[1];
            turn[6 + c] = seen[2];
        }
        Rotation.toQuaternion(turn, 0, quaternion, 0);
        RotationVector.of(quaternion, 0, seen);
        return sum + gear[3] * seen[0] + gear[4] * seen[1] + gear[5] * seen[2];
    }
}
