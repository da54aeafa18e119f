package io.sigmaprompt.physics.codegen;

/**
 * Where a body is and how it moves, in the world's axes; acceleration is what velocity alone gives it.
 *
 * @param rotation body to world
 * @param origin the body's origin in the world
 * @param velocity of the origin
 * @param acceleration of the origin, classical, where the joints' rates do not change
 */
record WorldMotion(
        Matrix3 rotation,
        Vector3 origin,
        Vector3 angularVelocity,
        Vector3 velocity,
        Vector3 angularAcceleration,
        Vector3 acceleration) {

    static WorldMotion world(ExpressionGraph graph) {
        Vector3 zero = Vector3.zero(graph);
        Matrix3 one = Matrix3.of(r -> zero.with(r, graph.one));
        return new WorldMotion(one, zero, zero, zero, zero, zero);
    }

    /** The motion of a body that hangs on this one, whose joint moves at some rates. */
    WorldMotion child(ReducedBody body, Twist rates) {
        ExpressionGraph graph = origin.x().graph;
        BodyTransform x = new BodyTransform(graph, body);
        Matrix3 turned = Matrix3.of(r -> x.toBody(rotation.row(r)));
        Vector3 arm = rotation.times(x.offset);
        Vector3 turn = turned.times(rates.angular());
        Vector3 slide = turned.times(rates.linear());
        Vector3 carried = angularVelocity.cross(arm);
        return new WorldMotion(
                turned,
                origin.plus(arm),
                angularVelocity.plus(turn),
                velocity.plus(carried).plus(slide),
                angularAcceleration.plus(angularVelocity.cross(turn)),
                acceleration
                        .plus(angularAcceleration.cross(arm))
                        .plus(angularVelocity.cross(carried.plus(slide.times(2))))
                        .plus(turn.cross(slide)));
    }
}
