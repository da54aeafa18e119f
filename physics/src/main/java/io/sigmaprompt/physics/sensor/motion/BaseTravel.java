package io.sigmaprompt.physics.sensor.motion;

import io.sigmaprompt.physics.sensor.Mount;
import io.sigmaprompt.physics.sensor.MountedFrame;
import io.sigmaprompt.physics.sensor.SensedWorld;
import java.util.Arrays;

/** Travel by the true motion of a frame, whose x points forward and z upward: of legs, tracks, omnidirectional wheels. */
final class BaseTravel implements Travel {
    private final MountedFrame frame;
    private final double[] before = new double[12];
    private boolean on;

    BaseTravel(Mount base) {
        frame = new MountedFrame(base);
    }

    @Override
    public void since(SensedWorld world, double[] out) {
        frame.locate(world);
        double[] now = frame.pose;
        if (on) {
            double x = now[9] - before[9];
            double y = now[10] - before[10];
            double z = now[11] - before[11];
            out[0] = before[0] * x + before[3] * y + before[6] * z;
            out[1] = before[1] * x + before[4] * y + before[7] * z;
            // The x axis of now in the axes of before.
            double ahead = before[0] * now[0] + before[3] * now[3] + before[6] * now[6];
            double aside = before[1] * now[0] + before[4] * now[3] + before[7] * now[6];
            out[2] = StrictMath.atan2(aside, ahead);
        } else {
            Arrays.fill(out, 0, 3, 0);
        }
        System.arraycopy(now, 0, before, 0, 12);
        on = true;
    }

    @Override
    public void clear() {
        Arrays.fill(before, 0);
        on = false;
    }

    @Override
    public void save(double[] out, int o) {
        System.arraycopy(before, 0, out, o, 12);
        out[o + 12] = on ? 1 : 0;
    }

    @Override
    public void restore(double[] in, int o) {
        System.arraycopy(in, o, before, 0, 12);
        on = in[o + 12] != 0;
    }
}
