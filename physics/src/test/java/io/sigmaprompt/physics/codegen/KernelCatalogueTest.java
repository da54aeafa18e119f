package io.sigmaprompt.physics.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.dynamics.RandomRobot;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.JointType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is shown of a robot's kernels is what the robot has. */
class KernelCatalogueTest {
    private static KernelCatalogue chain(int joints) {
        return new KernelCatalogue(new RandomRobot(joints).chain(joints, List.of(JointType.REVOLUTE), false));
    }

    private static List<String> names(KernelCatalogue catalogue) {
        return catalogue.entries().stream().map(KernelCatalogue.Entry::name).toList();
    }

    @Test
    void aListingHasALineForEachOperation() {
        KernelCatalogue catalogue = chain(2);
        for (KernelCatalogue.Entry entry : catalogue.entries()) {
            List<String> lines = catalogue.listing(entry.name());
            assertEquals(
                    entry.operations(),
                    lines.stream().filter(line -> line.startsWith("t")).count());
            assertTrue(entry.bytes() > 0, entry.name());
        }
    }

    @Test
    void onlySmallRobotsHaveDerivativesOfForwardDynamicsWrittenOut() {
        List<String> small = names(chain(CompiledDynamics.WRITTEN_OUT));
        List<String> large = names(chain(CompiledDynamics.WRITTEN_OUT + 1));
        assertTrue(small.contains("forward-dynamics-derivatives"));
        assertFalse(small.contains("inverse-dynamics-derivatives-and-factor"));
        assertFalse(large.contains("forward-dynamics-derivatives"));
        assertTrue(large.contains("inverse-dynamics-derivatives-and-factor"));
    }

    @Test
    void aLongChainHasNoneWithANumberForEachPairAndAVeryLongOneNone() {
        List<String> names = names(chain(64));
        assertTrue(names.contains("forward-dynamics"));
        for (String pairwise : List.of("mass-matrix", "inverse-dynamics-derivatives", "regressor")) {
            assertFalse(names.contains(pairwise), pairwise);
        }
        KernelCatalogue none = chain(401);
        assertEquals(List.of(), none.entries());
        BadInputException e = assertThrows(BadInputException.class, () -> none.listing("forward-dynamics"));
        assertTrue(e.remedy().contains("generic"), e.remedy());
    }

    @Test
    void aNameThatIsMistypedIsAnsweredByThoseThereAre() {
        KernelCatalogue catalogue = chain(2);
        BadInputException e = assertThrows(BadInputException.class, () -> catalogue.listing("mass-matrx"));
        assertEquals("robot 'chain', kernel 'mass-matrx'", e.place());
        assertTrue(e.problem().contains("mass-matrix"), e.problem());
    }
}
