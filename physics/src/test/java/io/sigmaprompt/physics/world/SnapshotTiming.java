package io.sigmaprompt.physics.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Prints how long a snapshot and its restore take beside a step, and how large it is; to be run by hand. */
final class SnapshotTiming {
    private static final int ROUNDS = 2000;

    private SnapshotTiming() {}

    public static void main(String[] args) throws IOException {
        for (int boxes : new int[] {1, 20, 100}) {
            StringBuilder text = new StringBuilder("<worldbody><geom type=\"plane\" size=\"99 99 1\"/>");
            for (int i = 0; i < boxes; i++) {
                text.append(String.format(
                        Locale.ROOT,
                        "<body pos=\"%d %d 0.05\"><freejoint/><geom type=\"box\" size=\"0.05 0.05 0.05\"/></body>",
                        i % 10,
                        i / 10));
            }
            Path folder = Files.createTempDirectory("snapshots");
            World world = SmallWorld.of(folder, text + "</worldbody>", WorldSettings.DEFAULT.withSleeping(false));
            Files.delete(folder.resolve("small.xml"));
            Files.delete(folder);
            SmallWorld.run(world, 0.2);
            WorldSnapshot snapshot = world.save(null);
            long save = Long.MAX_VALUE;
            long restore = Long.MAX_VALUE;
            long step = Long.MAX_VALUE;
            for (int n = 0; n < ROUNDS; n++) {
                long a = System.nanoTime();
                snapshot = world.save(snapshot);
                long b = System.nanoTime();
                world.restore(snapshot);
                long c = System.nanoTime();
                world.step();
                long d = System.nanoTime();
                save = Math.min(save, b - a);
                restore = Math.min(restore, c - b);
                step = Math.min(step, d - c);
            }
            System.out.printf(
                    Locale.ROOT,
                    "%3d boxes: save %6.2f us, restore %6.2f us, step %7.2f us; %d numbers%n",
                    boxes,
                    save / 1e3,
                    restore / 1e3,
                    step / 1e3,
                    snapshot.size());
        }
    }
}
