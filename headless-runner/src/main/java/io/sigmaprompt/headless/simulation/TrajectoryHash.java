package io.sigmaprompt.headless.simulation;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over samples: time, positions, velocities and contact forces, 64 bits a number, little-endian, one not-a-number. */
public final class TrajectoryHash {
    private final MessageDigest digest;
    private ByteBuffer bytes = ByteBuffer.allocate(1024).order(ByteOrder.LITTLE_ENDIAN);

    public TrajectoryHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    /** Adds a sample. */
    public void add(TrajectorySample sample) {
        put(sample.time());
        put(sample.qpos());
        put(sample.qvel());
        put(sample.contacts().size());
        sample.contacts().forEach(contact -> {
            put(contact.gap());
            put(contact.force());
        });
        digest.update(bytes.array(), 0, bytes.position());
        bytes.clear();
    }

    private void put(double[] numbers) {
        for (double number : numbers) {
            put(number);
        }
    }

    private void put(double number) {
        if (bytes.remaining() < Double.BYTES) {
            bytes = ByteBuffer.allocate(2 * bytes.capacity())
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .put(bytes.flip());
        }
        bytes.putLong(Double.doubleToLongBits(number));
    }

    /** Of all samples that were added; nothing can be added after. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
