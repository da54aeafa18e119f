package io.sigmaprompt.twin.skill.planning;

import java.nio.file.Path;
import java.util.*;

class PlanTiming {
    public static void main(String[] a) {
        PandaAmongObstacles panda = new PandaAmongObstacles(Path.of("/work/shared/robots/panda/panda.urdf"));
        for (int round = 0; round < 3; round++) {
            List<Double> ms = new ArrayList<>();
            int none = 0;
            long checks = 0;
            int straight = 0;
            for (int seed = 1; seed <= 100; seed++) {
                var p = panda.problem(seed);
                long t = System.nanoTime();
                long c0 = p.clearance().checks();
                var s = new RrtConnect(p.clearance(), 40000).search(p.start(), List.of(p.goal()), seed);
                if (s instanceof PathSearch.Found f) {
                    if (f.waypoints().size() == 2) straight++;
                    var sh = new PathShortcut(p.clearance()).shorten(f.waypoints(), 60, seed);
                    new CornerRounding(p.clearance()).round(sh);
                } else {
                    none++;
                    System.out.println(seed + " " + s);
                }
                checks += p.clearance().checks() - c0;
                ms.add((System.nanoTime() - t) * 1e-6);
            }
            Collections.sort(ms);
            System.out.printf(
                    "median %.1f p90 %.1f p99 %.1f max %.1f none %d straight %d checks %d%n",
                    ms.get(50), ms.get(90), ms.get(98), ms.get(99), none, straight, checks);
        }
    }
}
