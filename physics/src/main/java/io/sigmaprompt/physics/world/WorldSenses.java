package io.sigmaprompt.physics.world;

import io.sigmaprompt.physics.collision.RayHit;
import io.sigmaprompt.physics.sensor.SensedWorld;
import io.sigmaprompt.physics.world.description.WorldRobot;
import io.sigmaprompt.physics.world.step.ContactRecord;
import java.util.Arrays;

/**
 * What sensors can ask of a {@link World}. Its links are the world's bodies, its colliders those of the world's scene, its
 * joints those of the robots, robot after robot. One thread at a time; allocates nothing after construction.
 */
public final class WorldSenses implements SensedWorld {
    /** Surfaces of a link that never moves that one ray passes at most, and how far behind each it goes on, metres. */
    private static final int MOST_PASSED = 64;

    private static final double SKIN = 1e-7;

    private final World world;
    private final double[] from = new double[3];
    private final int[] coordinate;
    private final int[] freedom;
    private final RayHit hit = new RayHit();
    private final SubtreeWrench subtree;

    /** The senses of a world. */
    public WorldSenses(World world) {
        this.world = world;
        int joints = 0;
        for (WorldRobot robot : world.robots()) {
            joints += robot.model().joints().size();
        }
        coordinate = new int[joints];
        freedom = new int[joints];
        int k = 0;
        for (WorldRobot robot : world.robots()) {
            for (int j = 0; j < robot.model().joints().size(); j++) {
                boolean scalar = robot.model().joints().get(j).type().isScalar();
                coordinate[k] = scalar ? robot.qOffset() + robot.model().qIndex(j) : -1;
                freedom[k++] = scalar ? robot.vOffset() + robot.model().vIndex(j) : -1;
            }
        }
        subtree = new SubtreeWrench(world);
    }

    /** The number of a robot's first joint. */
    public int firstJoint(WorldRobot robot) {
        int sum = 0;
        int index = world.robots().indexOf(robot);
        for (int r = 0; r < index; r++) {
            sum += world.robots().get(r).model().joints().size();
        }
        return sum;
    }

    @Override
    public double time() {
        return world.time();
    }

    @Override
    public void gravity(double[] out) {
        System.arraycopy(world.forces().gravity(), 0, out, 0, 3);
    }

    @Override
    public void linkPose(int link, double[] out) {
        if (link == WORLD) {
            Arrays.fill(out, 0, 12, 0);
            out[0] = 1;
            out[4] = 1;
            out[8] = 1;
        } else {
            System.arraycopy(world.poses(), 12 * link, out, 0, 12);
        }
    }

    @Override
    public void linkVelocity(int link, double[] out) {
        if (link == WORLD) {
            Arrays.fill(out, 0, 6, 0);
        } else {
            System.arraycopy(world.velocities(), 6 * link, out, 0, 6);
        }
    }

    @Override
    public void linkAcceleration(int link, double[] out) {
        double dt = world.lastStep();
        for (int k = 0; k < 6; k++) {
            int o = 6 * link + k;
            out[k] = link == WORLD || dt == 0 ? 0 : (world.velocities()[o] - world.lastVelocities()[o]) / dt;
        }
    }

    @Override
    public double jointPosition(int joint) {
        return coordinate[joint] < 0 ? 0 : world.q()[coordinate[joint]];
    }

    @Override
    public double jointVelocity(int joint) {
        return freedom[joint] < 0 ? 0 : world.v()[freedom[joint]];
    }

    @Override
    public double jointEffort(int joint) {
        return freedom[joint] < 0 ? 0 : world.forces().effort()[freedom[joint]];
    }

    @Override
    public void parentWrench(int link, double[] out) {
        subtree.parentWrench(link, out);
    }

    @Override
    public void contactWrench(int link, double[] out) {
        Arrays.fill(out, 0, 6, 0);
        if (link != WORLD) {
            subtree.addContacts(link, link, link, 1, out);
        }
    }

    @Override
    public int contactCount(int link) {
        ContactRecord record = world.record();
        int[] links = world.colliderLinks();
        int count = 0;
        for (int i = 0; i < record.count; i++) {
            count += links[record.first[i]] == link || links[record.second[i]] == link ? 1 : 0;
        }
        return count;
    }

    @Override
    public double linkNormalForce(int link) {
        ContactRecord record = world.record();
        int[] links = world.colliderLinks();
        double sum = 0;
        for (int i = 0; i < record.count; i++) {
            if (links[record.first[i]] == link || links[record.second[i]] == link) {
                sum += record.data[ContactRecord.SIZE * i + 9];
            }
        }
        return sum;
    }

    @Override
    public double colliderNormalForce(int collider) {
        ContactRecord record = world.record();
        double sum = 0;
        for (int i = 0; i < record.count; i++) {
            if (record.first[i] == collider || record.second[i] == collider) {
                sum += record.data[ContactRecord.SIZE * i + 9];
            }
        }
        return sum;
    }

    /** A link that never moves has its shapes among those of the ground: they are passed one by one. */
    @Override
    public double castRay(double[] origin, double[] direction, double maxDistance, int ignoredLink) {
        world.placeShapes();
        System.arraycopy(origin, 0, from, 0, 3);
        double gone = 0;
        for (int passed = 0; passed < MOST_PASSED; passed++) {
            double left = maxDistance - gone;
            if (!world.scene().castRay(from, 0, direction, 0, left, ignoredLink, hit)) {
                return Double.POSITIVE_INFINITY;
            }
            if (ignoredLink == WORLD || world.colliderLinks()[hit.collider] != ignoredLink) {
                return gone + hit.distance;
            }
            gone += hit.distance + SKIN;
            for (int k = 0; k < 3; k++) {
                from[k] = origin[k] + gone * direction[k];
            }
        }
        return Double.POSITIVE_INFINITY;
    }
}
