package io.sigmaprompt.twin.codec;

/** Bytes that are not what {@link CanonicalOutput} writes. */
public final class CorruptDataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CorruptDataException(String message) {
        super(message);
    }
}
