package io.sigmaprompt.physics.codegen;

import io.sigmaprompt.physics.model.Vec3;

/**
 * How a body moves, in its own axes: angular velocity and acceleration, and the <em>classical</em> acceleration of its
 * origin. Linear velocity does not matter to forces, so that nothing here needs it (Luh, Walker, Paul, On-line
 * computational scheme for mechanical manipulators, 1980).
 */
final class BodyMotion {
    final Vector3 angularVelocity;
    final Vector3 angularAcceleration;
    final Vector3 acceleration;
    /** What takes a point of the body to its acceleration relative to the origin, {@code [α]× + [ω]×[ω]×}. */
    final Matrix3 field;

    private BodyMotion(Vector3 angularVelocity, Vector3 angularAcceleration, Vector3 acceleration) {
        this.angularVelocity = angularVelocity;
        this.angularAcceleration = angularAcceleration;
        this.acceleration = acceleration;
        Vector3 w = angularVelocity;
        Expression xx = w.x().times(w.x());
        Expression yy = w.y().times(w.y());
        Expression zz = w.z().times(w.z());
        Expression xy = w.x().times(w.y());
        Expression xz = w.x().times(w.z());
        Expression yz = w.y().times(w.z());
        Vector3 a = angularAcceleration;
        field = new Matrix3(
                new Vector3(yy.plus(zz).negated(), xy.minus(a.z()), xz.plus(a.y())),
                new Vector3(xy.plus(a.z()), xx.plus(zz).negated(), yz.minus(a.x())),
                new Vector3(xz.minus(a.y()), yz.plus(a.x()), xx.plus(yy).negated()));
    }

    /** A world that accelerates upwards, which feels like gravity. */
    static BodyMotion world(ExpressionGraph graph, Vec3 gravity) {
        return new BodyMotion(
                Vector3.zero(graph),
                Vector3.zero(graph),
                Vector3.constant(graph, -gravity.x(), -gravity.y(), -gravity.z()));
    }

    /**
     * The motion of a body that hangs on this one.
     *
     * @param v rates of the joint's coordinates
     * @param vdot their rates
     */
    BodyMotion child(ReducedBody body, BodyTransform x, Twist v, Twist vdot) {
        Vector3 carried = x.toBody(angularVelocity);
        Vector3 turn = v.angular();
        Vector3 slide = v.linear();
        Vector3 angular = carried.plus(turn);
        Vector3 origin = acceleration.plus(field.times(x.offset));
        return new BodyMotion(
                angular,
                x.toBody(angularAcceleration).plus(carried.cross(turn)).plus(vdot.angular()),
                x.toBody(origin)
                        .plus(carried.cross(slide).times(2))
                        .plus(turn.cross(slide))
                        .plus(vdot.linear()));
    }

    /** This motion in a frame that is fixed to the body, {@code x} taking it to the body. */
    BodyMotion seenFrom(BodyTransform x) {
        return new BodyMotion(
                x.toBody(angularVelocity),
                x.toBody(angularAcceleration),
                x.toBody(acceleration.plus(field.times(x.offset))));
    }

    /** The force that the body needs to move so. */
    Wrench force(ReducedBody body) {
        ExpressionGraph graph = acceleration.x().graph;
        Vector3 h = Vector3.constant(graph, body.moment[0], body.moment[1], body.moment[2]);
        Matrix3 s = Symmetric3.constant(graph, body.spread).full();
        Vector3 force = field.times(h).plus(acceleration.times(body.mass));
        // The moment of U·r at r, summed over the body, is the axial vector of U·∫rrᵀ (Balafoutis, Patel, 1991).
        Expression x = field.row2().dot(s.row1()).minus(field.row1().dot(s.row2()));
        Expression y = field.row0().dot(s.row2()).minus(field.row2().dot(s.row0()));
        Expression z = field.row1().dot(s.row0()).minus(field.row0().dot(s.row1()));
        return new Wrench(new Vector3(x, y, z).plus(h.cross(acceleration)), force);
    }
}
