/** Straight-line kernels generated per robot: expressions, the algorithms over them, and their bytecode. */
@NullMarked
package io.sigmaprompt.physics.codegen;

import org.jspecify.annotations.NullMarked;
