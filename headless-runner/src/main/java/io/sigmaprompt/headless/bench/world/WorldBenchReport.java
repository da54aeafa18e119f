package io.sigmaprompt.headless.bench.world;

import io.sigmaprompt.headless.bench.Timing;
import io.sigmaprompt.physics.constraint.StepResidual;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells what was measured, to people and to programs. */
public final class WorldBenchReport {
    /** Where mean heights differ by more of the height at the start, the engines are not in the same state. */
    private static final double SAME_HEIGHT = 0.15;

    private final WorldBenchPlan plan;
    private final WorldFigures figures = WorldFigures.shipped();

    public WorldBenchReport(WorldBenchPlan plan) {
        this.plan = plan;
    }

    /** What holds of all that follows. */
    public List<String> head() {
        return List.of(
                machine() + ", " + System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", one thread",
                String.format(
                        Locale.ROOT,
                        "%.3g s settled, then the next %.3g s of each scene again and again, in turns of at least %d ms;"
                                + " %d round%s after %d ms of warm-up; our bodies %s",
                        plan.settle(),
                        plan.window(),
                        plan.turnMillis(),
                        plan.rounds(),
                        plan.rounds() == 1 ? "" : "s",
                        plan.warmupMillis(),
                        plan.sleep() ? "may sleep" : "never sleep"),
                "",
                columns());
    }

    private static String columns() {
        return row(
                "scene",
                "engine",
                "bodies",
                "nv",
                "contacts",
                "iter",
                "µs a step",
                "±",
                "B/step",
                "residual",
                "x MuJoCo",
                "native µs");
    }

    private static String row(Object... cells) {
        return String.format(Locale.ROOT, "%-22s %-7s %6s %5s %8s %5s %10s %7s %7s %10s %9s  %s", cells)
                .stripTrailing();
    }

    /** One scene. */
    public List<String> table(SceneTimings timings) {
        List<String> lines = new ArrayList<>();
        String name = timings.scene().name();
        Timing ratio = timings.ratio();
        Double once = figures.nativeMicros(name);
        SceneTimings.Engine ours = timings.ours();
        SceneTimings.Engine mujoco = timings.mujoco();
        if (ours != null) {
            lines.add(line(name, "ours", ours, ratio == null ? "" : times(ratio.median()), ""));
        }
        if (mujoco != null) {
            lines.add(line(ours == null ? name : "", "MuJoCo", mujoco, "", once == null ? "" : once.toString()));
        }
        if (!timings.note().isEmpty() && (ours == null || plan.peer())) {
            lines.add("  " + name + ": " + timings.note());
        }
        if (ours != null && mujoco != null && !sameState(ours, mujoco)) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  %s: not the same state, bodies lie at %.3g m on the mean in ours, at %.3g m in MuJoCo's; they"
                            + " began at %.3g m",
                    name,
                    ours.settled().height(),
                    mujoco.settled().height(),
                    ours.start().height()));
        }
        return lines;
    }

    private static boolean sameState(SceneTimings.Engine ours, SceneTimings.Engine mujoco) {
        double apart = Math.abs(ours.settled().height() - mujoco.settled().height());
        return apart <= SAME_HEIGHT * Math.abs(ours.start().height());
    }

    private static String line(String name, String who, SceneTimings.Engine engine, String times, String once) {
        return row(
                name,
                who,
                engine.start().bodies(),
                engine.start().freedoms(),
                engine.settled().contacts(),
                engine.settled().iterations(),
                micros(engine.nanos().median()),
                String.format(Locale.ROOT, "±%.0f %%", 100 * engine.nanos().spread()),
                Double.isNaN(engine.bytes()) ? "" : String.format(Locale.ROOT, "%.0f", engine.bytes()),
                String.format(Locale.ROOT, "%.1e", engine.residual().greatest()),
                times,
                once);
    }

    /** What the columns mean, where they have entries. */
    public List<String> foot(List<SceneTimings> all) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("residual: the worst of ten steps by one formula for both engines, from impulses and velocities"
                + " (complementarity, penetration velocity, cone, dissipation; see docs/command-line.md).");
        lines.add("contacts, iter: of the last step of settling. B/step: allocated by our thread.");
        if (all.stream().anyMatch(each -> each.mujoco() != null)) {
            lines.add("x MuJoCo: so many times as fast as mujoco-js (WebAssembly), in turns with it; the median of the"
                    + " rounds' ratios.");
            lines.add("native µs is no measurement of this run: " + figures.source() + ".");
        } else if (plan.peer()) {
            lines.add("For MuJoCo beside ours, install Node and npm (Debian: apt-get install nodejs npm); npm's"
                    + " mujoco-js is then installed by itself.");
        }
        return lines;
    }

    /** All of it. */
    public Map<String, Object> object(List<SceneTimings> all) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("java", machine());
        object.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        object.put("threads", 1);
        object.put("settleSeconds", plan.settle());
        object.put("windowSeconds", plan.window());
        object.put("rounds", plan.rounds());
        object.put("warmupMillis", plan.warmupMillis());
        object.put("turnMillis", plan.turnMillis());
        object.put("sleep", plan.sleep());
        object.put("nativeFigures", figures.source());
        object.put("scenes", all.stream().map(this::scene).toList());
        return object;
    }

    private Map<String, Object> scene(SceneTimings timings) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("name", timings.scene().name());
        object.put("file", timings.scene().file().toString());
        object.put("randomControl", timings.amplitude());
        put(object, "ours", timings.ours());
        put(object, "mujoco", timings.mujoco());
        Timing ratio = timings.ratio();
        if (ratio != null) {
            object.put("timesAsFastAsMujoco", ratio.median());
            object.put("timesAsFastAsMujocoLeast", ratio.least());
            object.put("timesAsFastAsMujocoGreatest", ratio.greatest());
        }
        Double once = figures.nativeMicros(timings.scene().name());
        if (once != null) {
            object.put("nativeMicrosOnce", once);
        }
        if (!timings.note().isEmpty()) {
            object.put("note", timings.note());
        }
        return object;
    }

    private static void put(Map<String, Object> object, String key, SceneTimings.@Nullable Engine engine) {
        if (engine == null) {
            return;
        }
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("engine", engine.start().engine());
        out.put("timestep", engine.start().timestep());
        out.put("bodies", engine.start().bodies());
        out.put("nv", engine.start().freedoms());
        out.put("contacts", engine.settled().contacts());
        out.put("iterations", engine.settled().iterations());
        out.put("heightAtStart", engine.start().height());
        out.put("heightSettled", engine.settled().height());
        out.put("medianMicros", engine.nanos().median() / 1000);
        out.put("spread", engine.nanos().spread());
        out.put("leastMicros", engine.nanos().least() / 1000);
        out.put("greatestMicros", engine.nanos().greatest() / 1000);
        if (!Double.isNaN(engine.bytes())) {
            out.put("bytesPerStep", engine.bytes());
        }
        out.put("residual", residual(engine.residual()));
        object.put(key, out);
    }

    private static Map<String, Object> residual(StepResidual residual) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("greatest", residual.greatest());
        out.put("complementarity", residual.complementarity());
        out.put("penetrationVelocity", residual.penetrationVelocity());
        out.put("cone", residual.cone());
        out.put("dissipation", residual.dissipation());
        return out;
    }

    private static String machine() {
        return System.getProperty("java.vm.name") + " " + Runtime.version();
    }

    private static String micros(double nanos) {
        return String.format(Locale.ROOT, nanos < 100_000 ? "%.1f" : "%.0f", nanos / 1000);
    }

    private static String times(double ratio) {
        return String.format(Locale.ROOT, ratio < 10 ? "%.2f" : "%.1f", ratio);
    }
}
