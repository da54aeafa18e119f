package io.sigmaprompt.workbench.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.urdf.UrdfReader;
import io.sigmaprompt.scenarios.language.ShippedLibrary;
import io.sigmaprompt.twin.record.BaseStateRecord;
import org.junit.jupiter.api.Test;

class FigurePoserTest {
    private static final double[] NONE = {};
    private static final BaseStateRecord BASE = new BaseStateRecord(
            "body", 1, "odom", "base_link", new double[] {1, 2, 3}, new double[] {0, 0, 0.6, 0.8}, NONE, NONE);

    private static FigurePoser poser(boolean floating) {
        RobotModel model =
                UrdfReader.read(ShippedLibrary.robot("rigid-body")).model().withFloatingBase(floating);
        return new FigurePoser(model, model.neutral());
    }

    @Test
    void aFloatingBodyIsDrawnWhereTelemetryTellsItsBase() {
        FigurePoser poser = poser(true);
        poser.moveBase(BASE);
        assertArrayEquals(new double[] {1, 2, 3, 0, 0, 0.6, 0.8}, poser.links(null), 1e-12);
        poser.moveBase(null);
        assertArrayEquals(new double[] {1, 2, 3, 0, 0, 0.6, 0.8}, poser.links(null), 1e-12);
    }

    @Test
    void aBodyThatIsFixedStays() {
        FigurePoser poser = poser(false);
        poser.moveBase(BASE);
        assertArrayEquals(new double[] {0, 0, 0, 0, 0, 0, 1}, poser.links(null), 1e-12);
    }
}
