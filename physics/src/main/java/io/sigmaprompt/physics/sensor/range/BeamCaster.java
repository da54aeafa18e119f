package io.sigmaprompt.physics.sensor.range;

import io.sigmaprompt.physics.sensor.Mount;
import io.sigmaprompt.physics.sensor.MountedFrame;
import io.sigmaprompt.physics.sensor.SensedWorld;

/** Casts beams of a table from a mounted frame. */
final class BeamCaster {
    private final BeamTable beams;
    private final MountedFrame frame;
    private final double greatest;
    private final double[] own = new double[3];
    private final double[] direction = new double[3];
    private final double[] origin = new double[3];

    BeamCaster(BeamTable beams, Mount mount, double greatest) {
        this.beams = beams;
        this.greatest = greatest;
        frame = new MountedFrame(mount);
    }

    /** Looks where the frame is now. */
    void locate(SensedWorld world) {
        frame.locate(world);
        System.arraycopy(frame.pose, 9, origin, 0, 3);
    }

    /** True distance along a beam from where {@link #locate} found the frame, metres; infinite for nothing in range. */
    double cast(SensedWorld world, int beam) {
        beams.direction(beam, own, 0);
        frame.toWorld(own, 0, direction, 0);
        return world.castRay(origin, direction, greatest, frame.link());
    }
}
