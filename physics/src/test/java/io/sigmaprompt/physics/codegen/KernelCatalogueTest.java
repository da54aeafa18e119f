package io.sigmaprompt.physics.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.dynamics.RandomRobot;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.RobotModel;
import java.util.List;
import org.junit.jupiter.api.Test;

class KernelCatalogueTest {
    @Test
    void aSmallRobotHasAllKernels() {
        KernelCatalogue catalogue = new KernelCatalogue(chain(2));
        assertEquals(KernelKind.values().length, catalogue.entries().size());
        assertEquals(List.of(), catalogue.leftGeneric());
    }

    @Test
    void whatIsLeftToTheGenericKernelIsNamedAndNotGenerated() {
        KernelCatalogue catalogue = new KernelCatalogue(chain(70));
        assertEquals(
                List.of(
                        "mass-matrix",
                        "inverse-dynamics-derivatives",
                        "inverse-dynamics-derivatives-and-mass",
                        "forward-dynamics-derivatives",
                        "regressor"),
                catalogue.leftGeneric());
        assertTrue(catalogue.entries().stream().noneMatch(entry -> entry.name().equals("regressor")));
        BadInputException refused = assertThrows(BadInputException.class, () -> catalogue.listing("regressor"));
        assertTrue(refused.getMessage().contains("no code is generated for it"), refused.getMessage());
        assertEquals(List.of(), new KernelCatalogue(chain(450)).entries());
    }

    private static RobotModel chain(int joints) {
        return new RandomRobot(joints).chain(joints, List.of(JointType.REVOLUTE), false);
    }
}
