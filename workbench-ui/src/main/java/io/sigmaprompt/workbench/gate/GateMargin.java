package io.sigmaprompt.workbench.gate;

/**
 * How one of the gate's checks stands.
 *
 * @param check its name
 * @param margin how far from its limit, as text with the unit
 * @param clear whether it lets the command through
 */
public record GateMargin(String check, String margin, boolean clear) {}
