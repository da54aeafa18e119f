package io.sigmaprompt.physics.sensor.mechanism;

import io.sigmaprompt.physics.sensor.Mount;
import io.sigmaprompt.physics.sensor.MountedFrame;
import io.sigmaprompt.physics.sensor.SensedWorld;

/** What is at a site or before it: MJCF's touch and rangefinder. */
final class NearbyQuantity extends Quantity {
    /** Metres; farther than any scene reaches. */
    private static final double FARTHEST = 1e6;

    private final boolean touch;
    private final MountedFrame frame;
    private final double[] origin = new double[3];
    private final double[] direction = new double[3];

    private NearbyQuantity(boolean touch, Mount site) {
        super(Form.POSITIVE, touch ? "N" : "m");
        this.touch = touch;
        frame = new MountedFrame(site);
    }

    /** The sum of the normal forces on the site's link. */
    static NearbyQuantity touch(Mount site) {
        return new NearbyQuantity(true, site);
    }

    /** How far it is along the site's z to a surface that is not of the site's link; -1 where there is none. */
    static NearbyQuantity range(Mount site) {
        return new NearbyQuantity(false, site);
    }

    @Override
    void evaluate(SensedWorld world, double[] out, int o) {
        if (touch) {
            out[o] = frame.link() == SensedWorld.WORLD ? 0 : world.linkNormalForce(frame.link());
            return;
        }
        frame.locate(world);
        for (int i = 0; i < 3; i++) {
            direction[i] = frame.pose[3 * i + 2];
            origin[i] = frame.pose[9 + i];
        }
        double distance = world.castRay(origin, direction, FARTHEST, frame.link());
        out[o] = distance <= FARTHEST ? distance : -1;
    }
}
