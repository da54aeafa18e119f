package io.sigmaprompt.physics.actuator;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.sigmaprompt.physics.model.RobotModel;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A step of every element leaves nothing to collect. */
class ActuatorAllocationTest {
    private static final int STEPS = 2000;
    private static final int SMALLEST_OBJECT = 16;

    @Test
    void noElementAllocates() {
        RobotModel model = EveryElement.model();
        List<ForceElement> elements = EveryElement.all();
        double[] q = model.neutral();
        double[] v = new double[model.nv()];
        double[] tau = new double[model.nv()];
        double[] diagonal = new double[model.nv()];
        double[] state = new double[200];
        Runnable steps = () -> {
            for (int i = 0; i < STEPS; i++) {
                for (int e = 0; e < elements.size(); e++) {
                    ForceElement element = elements.get(e);
                    element.apply(q, v, 1e-3, tau, diagonal);
                    element.save(state, 0);
                    element.restore(state, 0);
                }
            }
        };
        steps.run();
        steps.run();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        steps.run();
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(allocated < (long) SMALLEST_OBJECT * STEPS, allocated + " bytes in " + STEPS + " steps");
    }
}
