package io.sigmaprompt.physics.model.mjcf;

import io.sigmaprompt.physics.model.Inertia;

/** What {@code <compiler>} makes of the bodies' masses, and what MuJoCo then asks of them. */
final class MassRules {
    /** What MuJoCo calls too little, kg and kg m². */
    private static final double LEAST = 1e-15;

    /** Cubes of it, which determinants are, are far from overflow. */
    private static final double MOST = 1e60;

    private final CompilerSettings settings;

    MassRules(CompilerSettings settings) {
        this.settings = settings;
    }

    void apply(Body world) {
        double total = 0;
        for (Body body : world.all()) {
            if (body != world) {
                body.inertia = of(body);
                total += body.inertia.mass();
            }
        }
        if (settings.totalMass() > 0 && total > 0) {
            double factor = settings.totalMass() / total;
            world.all().forEach(body -> body.inertia = body.inertia.times(factor));
        }
        world.children.forEach(this::checkMoving);
    }

    private Inertia of(Body body) {
        Inertia inertia = body.written == null ? Inertia.ZERO : body.written;
        boolean fromGeoms = settings.inertiaFromGeom().equals("true")
                || settings.inertiaFromGeom().equals("auto") && body.written == null;
        if (fromGeoms) {
            inertia = Inertia.ZERO;
            for (Geom geom : body.geoms) {
                inertia = inertia.plus(geom.inertia());
            }
        }
        if (settings.boundMass() > inertia.mass() || settings.boundInertia() > 0) {
            inertia = bounded(inertia);
        }
        if (inertia.isPositive() && !inertia.obeysTriangleInequality()) {
            return balanced(body, inertia);
        }
        return inertia;
    }

    private Inertia bounded(Inertia inertia) {
        double[] tensor = PrincipalMoments.of(inertia.tensor()).atLeast(settings.boundInertia());
        return new Inertia(
                Math.max(inertia.mass(), settings.boundMass()),
                inertia.com(),
                tensor[0],
                tensor[1],
                tensor[2],
                tensor[4],
                tensor[5],
                tensor[8]);
    }

    private Inertia balanced(Body body, Inertia inertia) {
        if (!settings.balanceInertia()) {
            throw body.element.error(
                    "the inertia of body '" + body.name
                            + "' breaks the triangle inequality (one principal moment exceeds the sum of the others):"
                            + " no body has it",
                    "Correct <inertial>, or set balanceinertia=\"true\" in <compiler>");
        }
        double mean = (inertia.ixx() + inertia.iyy() + inertia.izz()) / 3;
        return new Inertia(inertia.mass(), inertia.com(), mean, 0, 0, mean, 0, mean);
    }

    /** A body that a joint moves needs mass, its own or that of bodies fixed to it. */
    private void checkMoving(Body body) {
        if (!body.joints.isEmpty() && !hasMass(body)) {
            throw body.element.error(
                    "body '" + body.name + "' moves but has no " + (body.inertia.mass() > LEAST ? "inertia" : "mass"),
                    "Give it a <geom> with a density, or <inertial> with mass and diaginertia");
        }
        if (body.inertia.mass() > MOST || Math.max(body.inertia.ixx(), body.inertia.iyy()) > MOST) {
            throw body.element.error(
                    "body '" + body.name + "' weighs " + body.inertia.mass() + " kg, beyond what can be reckoned with",
                    "Stay below " + MOST + " kg and kg m², or weld it to the world");
        }
        body.children.forEach(this::checkMoving);
    }

    private static boolean hasMass(Body body) {
        Inertia i = body.inertia;
        return i.mass() > LEAST && Math.min(i.ixx(), Math.min(i.iyy(), i.izz())) > LEAST
                || body.children.stream().anyMatch(child -> child.joints.isEmpty() && hasMass(child));
    }
}
