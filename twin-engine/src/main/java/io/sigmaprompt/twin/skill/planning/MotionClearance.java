package io.sigmaprompt.twin.skill.planning;

import io.sigmaprompt.physics.codegen.CompiledDynamics;
import io.sigmaprompt.physics.collision.CollisionScene;
import io.sigmaprompt.physics.collision.ProximityBuffer;
import io.sigmaprompt.physics.collision.collider.Collider;
import io.sigmaprompt.physics.dynamics.RobotDynamics;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.mechanism.ContactExclusion;
import io.sigmaprompt.physics.model.mechanism.RobotReading;
import io.sigmaprompt.physics.world.description.NeutralOverlaps;
import io.sigmaprompt.physics.world.description.SceneColliders;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether a robot keeps clear of itself and of obstacles, in one configuration or all along a straight way of joint space.
 * A way is not sampled but proven: around a configuration whose least distances are known, it is free as far as no pair can
 * have come nearer than half the margin, however it moves ({@link Reach}). Not for use by
 * several threads at once.
 */
public final class MotionClearance {
    /** Pairs farther apart than this are not measured, metres. */
    private static final double HORIZON = 0.08;

    private final PlanningSpace space;
    private final RobotModel model;
    private final CollisionScene scene;
    private final Reach reach;
    private final double margin;
    private final RobotDynamics dynamics;
    private final double[] q;
    private final double[] poses;
    private final double[] margins;
    private final boolean[] still;
    private final ProximityBuffer near = new ProximityBuffer();
    private final double[] x;
    private final double[] way;
    private final double[] v;
    private final double[] speeds;
    private final Stretches stretches = new Stretches();
    private long checks;

    /**
     * Clearance of a robot among obstacles.
     *
     * @param reading the robot; neighbours, and shapes that overlap in its neutral configuration, are not
     *     held against each other
     * @param space the joints that move
     * @param margin least distance in each measured configuration, metres, above 0; along ways at least half of it
     * @throws io.sigmaprompt.physics.model.BadInputException if a shape cannot touch, as a mesh that was not found
     */
    public MotionClearance(RobotReading reading, PlanningSpace space, List<Obstacle> obstacles, double margin) {
        if (!(margin > 0)) {
            throw new IllegalArgumentException("expected a margin above 0 m, found " + margin);
        }
        this.space = space;
        this.margin = margin;
        model = space.model();
        scene = scene(reading, model, obstacles);
        reach = new Reach(model, scene);
        dynamics = CompiledDynamics.of(model);
        int links = model.links().size();
        q = new double[model.nq()];
        poses = new double[12 * links];
        margins = new double[links];
        still = new boolean[links];
        x = new double[space.width()];
        way = new double[space.width()];
        v = new double[model.nv()];
        speeds = new double[model.joints().size()];
    }

    private static CollisionScene scene(RobotReading reading, RobotModel model, List<Obstacle> obstacles) {
        SceneColliders robot = SceneColliders.of(model, reading.mechanism().withExclusions(meant(reading, model)));
        List<Collider> colliders = new ArrayList<>(robot.colliders());
        for (Obstacle obstacle : obstacles) {
            colliders.add(obstacle.collider());
        }
        return new CollisionScene(colliders, robot.filter(), List.of());
    }

    /** Links that are not held against each other: the limits of the joint between them keep neighbours apart. */
    private static List<ContactExclusion> meant(RobotReading reading, RobotModel model) {
        List<ContactExclusion> meant = new ArrayList<>();
        for (int joint = 0; joint < model.joints().size(); joint++) {
            String parent = model.links().get(model.parentLink(joint)).name();
            String child = model.links().get(joint + 1).name();
            meant.add(new ContactExclusion(parent + " and " + child + " are neighbours", parent, child));
        }
        SceneColliders described = SceneColliders.of(model, reading.mechanism().withExclusions(meant));
        meant.addAll(NeutralOverlaps.of(model, described).exclusions());
        return meant;
    }

    /** The joints that move. */
    public PlanningSpace space() {
        return space;
    }

    /** Least distance in each measured configuration, metres. */
    double margin() {
        return margin;
    }

    /** How many configurations have been measured since it was made. */
    public long checks() {
        return checks;
    }

    /** Whether all pairs are at least the margin apart where the coordinates are {@code at}. */
    public boolean free(double[] at) {
        measure(at, margin);
        return near.count() == 0;
    }

    /**
     * The least distance of all pairs nearer than {@code within}, metres, or {@code within}; below zero where one overlaps.
     */
    public double leastDistance(double[] at, double within) {
        measure(at, within);
        double least = within;
        for (int k = 0; k < near.count(); k++) {
            least = Math.min(least, near.distance[k]);
        }
        return least;
    }

    /**
     * What is too near where the coordinates are {@code at}, in words.
     *
     * @return empty where nothing is
     */
    public String complaint(double[] at) {
        measure(at, margin);
        if (near.count() == 0) {
            return "";
        }
        int least = 0;
        for (int k = 1; k < near.count(); k++) {
            if (near.distance[k] < near.distance[least]) {
                least = k;
            }
        }
        double distance = near.distance[least];
        return String.format(
                Locale.ROOT,
                "'%s' and '%s' %s %.1f mm",
                scene.colliders().get(near.first[least]).name(),
                scene.colliders().get(near.second[least]).name(),
                distance < 0 ? "overlap by" : "are nearer than " + 1e3 * margin + " mm:",
                1e3 * Math.abs(distance));
    }

    /**
     * Whether the straight way between two coordinates keeps clear. Both ends are taken for free. What is measured in the
     * middle of a stretch proves as much of it as it can on both sides, and the rest is halved again, so what stands in the
     * way is mostly found early.
     *
     * @param from where it begins, one entry a joint
     */
    public boolean free(double[] from, double[] to) {
        for (int i = 0; i < way.length; i++) {
            way[i] = to[i] - from[i];
        }
        double fastest = way(way);
        stretches.clear();
        stretches.add(0, 1);
        while (stretches.next()) {
            double middle = 0.5 * (stretches.low() + stretches.high());
            for (int i = 0; i < x.length; i++) {
                x[i] = from[i] + middle * way[i];
            }
            double proven = proven(fastest);
            if (!(proven > 0)) {
                return false;
            }
            if (middle - proven > stretches.low()) {
                double low = stretches.low();
                double high = stretches.high();
                stretches.add(low, middle - proven);
                stretches.add(middle + proven, high);
            }
        }
        return true;
    }

    /** How far along the way, either way, nothing can touch, as a share of it; nothing where something is too near. */
    private double proven(double fastest) {
        measure(x, HORIZON);
        double proven = fastest > 0 ? (HORIZON - 0.5 * margin) / fastest : 1;
        for (int k = 0; k < near.count(); k++) {
            if (near.distance[k] < margin) {
                return 0;
            }
            double rate = reach.rate(near.first[k], near.second[k], speeds);
            if (rate > 0) {
                proven = Math.min(proven, (near.distance[k] - 0.5 * margin) / rate);
            }
        }
        return proven;
    }

    /**
     * How far two points of the robot, or one of it and one of the world, can near each other at most while the coordinates
     * change by {@code change}, metres.
     */
    double way(double[] change) {
        space.velocity(change, v);
        for (int j = 0; j < speeds.length; j++) {
            speeds[j] = model.joints().get(j).type().isScalar() ? Math.abs(v[model.vIndex(j)]) : 0;
        }
        return reach.greatestRate(speeds);
    }

    private void measure(double[] at, double distance) {
        space.configuration(at, q);
        dynamics.linkPoses(q, poses);
        scene.update(poses, margins, still);
        scene.findNear(distance, true, near);
        checks++;
    }
}
