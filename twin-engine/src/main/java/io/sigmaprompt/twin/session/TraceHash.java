package io.sigmaprompt.twin.session;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.record.OutputRecord;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 over the output records, tick by tick: the hash after a tick is that of the hash before it and the tick's
 * records in canonical form, each led by its kind. A chain, so that a snapshot can hold it.
 */
final class TraceHash implements Restorable {
    private final MessageDigest digest;
    private final CanonicalOutput records = new CanonicalOutput();
    private byte[] chain = new byte[32];

    TraceHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    void add(OutputRecord record) {
        records.putString(record.getClass().getSimpleName());
        record.encode(records);
    }

    void endTick() {
        if (records.size() == 0) {
            return;
        }
        digest.update(chain);
        digest.update(records.array(), 0, records.size());
        chain = digest.digest();
        records.clear();
    }

    /** The first eight bytes, the first of them the highest. */
    long prefix() {
        long prefix = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            prefix = prefix << Byte.SIZE | chain[i] & 0xFF;
        }
        return prefix;
    }

    String hex() {
        return HexFormat.of().formatHex(chain);
    }

    @Override
    public void save(CanonicalOutput out) {
        for (byte one : chain) {
            out.putByte(one);
        }
    }

    @Override
    public void restore(CanonicalInput in) {
        for (int i = 0; i < chain.length; i++) {
            chain[i] = in.getByte();
        }
        records.clear();
    }
}
