package io.sigmaprompt.scenarios.library;

import io.sigmaprompt.physics.model.Geometry;
import io.sigmaprompt.physics.model.Shape;
import java.util.List;

/** The box along a link's axes that holds its shapes, metres in the link frame. */
record Extent(double[] lower, double[] upper) {
    static Extent of(List<Shape> shapes) {
        double[] lower = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        double[] upper = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (Shape shape : shapes) {
            double[] r = shape.origin().rotation();
            double[] centre = {
                shape.origin().x(), shape.origin().y(), shape.origin().z()
            };
            for (int i = 0; i < 3; i++) {
                double half = halfWidth(shape.geometry(), r[3 * i], r[3 * i + 1], r[3 * i + 2]);
                lower[i] = Math.min(lower[i], centre[i] - half);
                upper[i] = Math.max(upper[i], centre[i] + half);
            }
        }
        return new Extent(lower, upper);
    }

    /** Half of a shape's width along the direction (x, y, z), a unit vector in the shape's frame. */
    private static double halfWidth(Geometry geometry, double x, double y, double z) {
        return switch (geometry) {
            case Geometry.Box box -> 0.5 * (Math.abs(x) * box.x() + Math.abs(y) * box.y() + Math.abs(z) * box.z());
            case Geometry.Cylinder cylinder ->
                0.5 * Math.abs(z) * cylinder.length() + cylinder.radius() * Math.sqrt(Math.max(0, 1 - z * z));
            case Geometry.Sphere sphere -> sphere.radius();
            default -> throw new IllegalArgumentException("not a shape that a shipped robot is made of: " + geometry);
        };
    }

    double width(int axis) {
        return upper[axis] - lower[axis];
    }
}
