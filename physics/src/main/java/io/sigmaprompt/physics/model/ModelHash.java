package io.sigmaprompt.physics.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The identity of a robot's mechanics: SHA-256 over what decides how it moves (tree, joints with limits and losses,
 * inertias, all names but the robot's own), with numbers as their bits. Looks do not count.
 */
public final class ModelHash {
    private final MessageDigest digest;

    private ModelHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The hash of a model, 64 hexadecimal digits. */
    public static String of(RobotModel model) {
        ModelHash hash = new ModelHash();
        hash.add(model.floatingBase() ? "floating" : "fixed");
        for (Link link : model.links()) {
            hash.add(link.name());
            hash.add(link.inertia());
        }
        for (Joint joint : model.joints()) {
            hash.add(joint);
        }
        return HexFormat.of().formatHex(hash.digest.digest());
    }

    private void add(Inertia inertia) {
        Vec3 c = inertia.com();
        add(inertia.mass(), c.x(), c.y(), c.z());
        add(inertia.ixx(), inertia.ixy(), inertia.ixz(), inertia.iyy(), inertia.iyz(), inertia.izz());
    }

    private void add(Joint joint) {
        add(joint.name());
        add(joint.type().name());
        add(joint.parent());
        add(joint.child());
        Pose o = joint.origin();
        add(o.x(), o.y(), o.z(), o.qx(), o.qy(), o.qz(), o.qw());
        add(joint.axis().x(), joint.axis().y(), joint.axis().z());
        JointLimits limits = joint.limits();
        add(limits.lower(), limits.upper(), limits.velocity(), limits.effort());
        JointDynamics dynamics = joint.dynamics();
        add(dynamics.damping(), dynamics.friction(), dynamics.armature());
        Mimic mimic = joint.mimic();
        if (mimic != null) {
            add(mimic.joint());
            add(mimic.multiplier(), mimic.offset());
        }
    }

    private void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(bytes.length)
                .array());
        digest.update(bytes);
    }

    private void add(double... numbers) {
        ByteBuffer buffer =
                ByteBuffer.allocate(Double.BYTES * numbers.length + 1).order(ByteOrder.LITTLE_ENDIAN);
        buffer.put((byte) numbers.length);
        for (double number : numbers) {
            buffer.putDouble(number);
        }
        digest.update(buffer.array());
    }
}
