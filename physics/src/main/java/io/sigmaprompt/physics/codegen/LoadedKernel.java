package io.sigmaprompt.physics.codegen;

/**
 * A kernel ready to run.
 *
 * @param kernel any thread may run it
 * @param workSize length of the work array that a caller must bring
 */
record LoadedKernel(Kernel kernel, int workSize) {}
