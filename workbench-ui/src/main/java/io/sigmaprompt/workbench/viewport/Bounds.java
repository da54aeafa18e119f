package io.sigmaprompt.workbench.viewport;

/** A box along the world's axes (z up), metres: its centre and half its edge lengths. */
public record Bounds(double x, double y, double z, double halfX, double halfY, double halfZ) {
    /** Half the diagonal. */
    public double radius() {
        return Math.sqrt(halfX * halfX + halfY * halfY + halfZ * halfZ);
    }
}
