package io.sigmaprompt.workbench.app;

import io.sigmaprompt.physics.model.RobotModel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Keeps what it is told instead of drawing it. */
final class StillFigure implements Figure {
    /** What one call posed; ghost and divergence are empty where there was no ghost. */
    record Pose(double[] links, double[] ghost, double[] divergence) {}

    final List<RobotModel> opened = new ArrayList<>();
    final List<Pose> poses = new ArrayList<>();

    @Override
    public CompletableFuture<List<String>> open(RobotModel model, double[] links) {
        opened.add(model);
        return CompletableFuture.completedFuture(List.of());
    }

    @Override
    public void pose(double[] links) {
        poses.add(new Pose(links, new double[0], new double[0]));
    }

    @Override
    public void pose(double[] links, double[] ghost, double[] divergence) {
        poses.add(new Pose(links.clone(), ghost.clone(), divergence.clone()));
    }
}
