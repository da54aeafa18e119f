package io.sigmaprompt.headless.cli;

import io.sigmaprompt.twin.port.OutsideFailureException;
import io.sigmaprompt.twin.skill.trajectory.JointTrajectory;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes a trajectory as a table: {@code time}, then position, velocity and acceleration of each joint, SI units. */
final class TrajectoryFile {
    private TrajectoryFile() {}

    /** Writes rows at a rate, and one at the end. */
    static void write(Path file, JointTrajectory trajectory, double rate) {
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            write(writer, trajectory, rate);
        } catch (IOException e) {
            throw new OutsideFailureException(
                    file.toString(), "the motion cannot be written: " + e.getMessage(), "Look at the disk.", e);
        }
    }

    private static void write(BufferedWriter writer, JointTrajectory trajectory, double rate) throws IOException {
        List<String> names = trajectory.names();
        writer.write("time");
        for (String quantity : List.of("position", "velocity", "acceleration")) {
            for (String name : names) {
                writer.write("," + name + "_" + quantity);
            }
        }
        writer.newLine();
        double[][] state = new double[3][names.size()];
        long last = (long) Math.ceil(trajectory.duration() * rate);
        for (long k = 0; k <= last; k++) {
            double t = Math.min(k / rate, trajectory.duration());
            trajectory.evaluate(t, state[0], state[1], state[2]);
            writer.write(Double.toString(t));
            for (double[] quantity : state) {
                for (double number : quantity) {
                    writer.write("," + number);
                }
            }
            writer.newLine();
        }
    }
}
