package io.sigmaprompt.physics.world.adaptive;

/**
 * What an {@link AdaptiveStepper} did.
 *
 * @param accepted steps that were taken
 * @param rejected steps that were tried and were not accurate enough
 * @param atFloor accepted steps of the least size that were not accurate enough, as at an impact
 * @param shortest of the accepted steps, seconds; infinite before the first
 * @param longest of the accepted steps, seconds; 0 before the first
 */
public record StepReport(long accepted, long rejected, long atFloor, double shortest, double longest) {}
