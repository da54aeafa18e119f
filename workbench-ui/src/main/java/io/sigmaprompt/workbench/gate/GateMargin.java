package io.sigmaprompt.workbench.gate;

/**
 * How one of the gate's checks stands.
 *
 * @param check its name
 * @param joint the joint nearest to its limit; may be empty
 * @param margin how much of its limit is used, as text
 * @param clear whether it lets the command through
 */
public record GateMargin(String check, String joint, String margin, boolean clear) {}
