package io.sigmaprompt.physics.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

/** Inertias that no body has are told with their link and their values. */
class InertiaCheckTest {

    @Test
    void aBodysInertiaIsNotOdd() {
        assertNull(InertiaCheck.oddity("arm", new Inertia(2, Vec3.ZERO, 0.2, 0.01, 0, 0.2, 0, 0.1)));
        assertNull(InertiaCheck.oddity("disc", new Inertia(2, Vec3.ZERO, 1, 0, 0, 1, 0, 2)));
        assertNull(InertiaCheck.oddity("frame", Inertia.ZERO));
    }

    @Test
    void aZeroTensorOfAMassIsAPoint() {
        assertEquals(
                "the inertia of link 'tip' is zero: it is taken as a point mass of 2.5 kg",
                InertiaCheck.oddity("tip", new Inertia(2.5, Vec3.ZERO, 0, 0, 0, 0, 0, 0)));
    }

    @Test
    void aNegativePrincipalMomentIsTold() {
        assertEquals(
                "the inertia of link 'arm' is not positive definite (principal moments 3.000, 1.000 and -1.000 kg m²):"
                        + " no body has it, and the simulation may be unstable",
                InertiaCheck.oddity("arm", new Inertia(1, Vec3.ZERO, 1, 2, 0, 1, 0, 1)));
        assertEquals(
                "the inertia of link 'ghost' is not positive definite (principal moments -0.1000, -0.1000 and -0.1000 kg"
                        + " m²): no body has it, and the simulation may be unstable",
                InertiaCheck.oddity("ghost", new Inertia(0, Vec3.ZERO, -0.1, 0, 0, -0.1, 0, -0.1)));
    }

    @Test
    void principalMomentsAgainstTheTriangleInequalityAreToldInAnyAxes() {
        Pose turned = Pose.fromXyzRpy(0, 0, 0, 0.3, 1.1, -2);
        Inertia inertia = Inertia.of(1, turned, new double[] {0.1, 0, 0, 0, 0.2, 0, 0, 0, 0.4});
        assertEquals(
                "the inertia of link 'arm' breaks the triangle inequality (principal moments 0.4000, 0.2000 and 0.1000"
                        + " kg m²; one exceeds the sum of the others): no body has it",
                InertiaCheck.oddity("arm", inertia));
    }
}
