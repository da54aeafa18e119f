package io.sigmaprompt.physics.world;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Hashes of q and v at every step of scenes, one line a scene: its file and SHA-256 of the bits, little-endian. */
final class WorldTrace {
    /** A scene, how long its steps are, and how many are hashed. */
    record Course(String file, double step, int steps) {}

    static final List<Course> COURSES = List.of(
            new Course("ball_bounces.xml", 2e-3, 400),
            new Course("dominoes.xml", 2e-3, 150),
            new Course("four_bar.xml", 1e-3, 300),
            new Course("gripper_lift.xml", 2e-3, 300),
            new Course("humanoid_stand.xml", 2e-3, 150),
            new Course("newton_cradle.xml", 1e-3, 400),
            new Course("quadruped_stand.xml", 2e-3, 200),
            new Course("ramp_and_crates.sdf", 2e-3, 300),
            new Course("stack5.xml", 2e-3, 400),
            new Course("stairs.xml", 2e-3, 250),
            new Course("tumbling_top.xml", 1e-3, 500));

    private final MessageDigest digest;

    WorldTrace() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Free bodies may fall asleep here, as they do in the default settings. */
    static World world(Course course) {
        return SceneRun.library(course.file(), WorldSettings.DEFAULT.withStep(course.step())).world;
    }

    static String hash(Course course) {
        WorldTrace trace = new WorldTrace();
        trace.go(world(course), course.steps());
        return trace.hex();
    }

    void go(World world, int steps) {
        for (int i = 0; i < steps; i++) {
            world.step();
            add(world.q());
            add(world.v());
        }
    }

    private void add(double[] numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        for (double number : numbers) {
            bytes.putLong(Double.doubleToLongBits(number));
        }
        digest.update(bytes.array());
    }

    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Prints the lines of all scenes. */
    public static void main(String[] arguments) {
        for (Course course : COURSES) {
            System.out.println(course.file() + " " + hash(course));
        }
    }
}
