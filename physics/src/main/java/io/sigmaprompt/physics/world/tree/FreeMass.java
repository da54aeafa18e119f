package io.sigmaprompt.physics.world.tree;

import io.sigmaprompt.physics.model.BadInputException;

/**
 * What a body that moves freely weighs, and how it resists being turned.
 *
 * @param mass kg
 */
record FreeMass(double mass, MassCentre centre, FreeSpin spin) {
    /**
     * Reads a link's inertia.
     *
     * @param i mass, first moments (x, y, z), second moments (xx, xy, xz, yy, yz, zz) about the link's origin
     * @throws BadInputException if no body can be like this
     */
    static FreeMass of(String name, double[] i) {
        double mass = i[0];
        if (!(mass > 0)) {
            throw new BadInputException(
                    "body '" + name + "'",
                    "it moves freely, but has no mass",
                    "Give it a mass and an inertia, or a shape with a density, or weld it to the world.");
        }
        double cx = i[1] / mass;
        double cy = i[2] / mass;
        double cz = i[3] / mass;
        FreeSpin spin = new FreeSpin(
                i[4] - mass * (cy * cy + cz * cz),
                i[5] + mass * cx * cy,
                i[6] + mass * cx * cz,
                i[7] - mass * (cx * cx + cz * cz),
                i[8] + mass * cy * cz,
                i[9] - mass * (cx * cx + cy * cy));
        if (!(mass * mass * mass < Double.MAX_VALUE)) {
            throw new BadInputException(
                    "body '" + name + "'",
                    "it weighs " + mass + " kg, beyond what can be reckoned with",
                    "Give it a mass of this world, or weld it to the world.");
        }
        if (!spin.positive()) {
            throw new BadInputException(
                    "body '" + name + "'",
                    "it moves freely, but its rotational inertia about some axis is zero",
                    "Give it the inertia of its shape: no real body is a point.");
        }
        return new FreeMass(mass, new MassCentre(cx, cy, cz), spin);
    }
}
