package io.sigmaprompt.twin.record;

import io.sigmaprompt.twin.codec.CanonicalOutput;
import java.util.List;

/**
 * What the command gate says; made when its verdict, its arming or STOP changes, and at 10 Hz while commands flow.
 *
 * @param armed whether somebody armed it
 * @param stopped whether STOP is pressed
 * @param verdict what it did with the command
 * @param checks each check, with how much of its limit is used
 * @param reason one sentence for people
 */
public record GateRecord(
        String robot, long simNanos, boolean armed, boolean stopped, Verdict verdict, List<Check> checks, String reason)
        implements OutputRecord {
    /** What can happen to a command. */
    public enum Verdict {
        /** It went through as it was. */
        PASSED,
        /** It went through, made smaller to fit a limit. */
        LIMITED,
        /** It was replaced by braking to a halt. */
        HELD,
        /** Nothing went through. */
        CLOSED
    }

    /**
     * One check.
     *
     * @param name as {@code position}, {@code velocity}, {@code acceleration}, {@code effort}, {@code watchdog}
     * @param joint the joint nearest to its limit, or empty
     * @param used share of the limit that is used; above 1 is a violation
     * @param ok whether it let the command pass
     */
    public record Check(String name, String joint, double used, boolean ok) {}

    public GateRecord {
        checks = List.copyOf(checks);
    }

    @Override
    public void encode(CanonicalOutput out) {
        out.putString(robot);
        out.putLong(simNanos);
        out.putBoolean(armed);
        out.putBoolean(stopped);
        out.putEnum(verdict);
        out.putInt(checks.size());
        for (Check check : checks) {
            out.putString(check.name());
            out.putString(check.joint());
            out.putDouble(check.used());
            out.putBoolean(check.ok());
        }
        out.putString(reason);
    }
}
