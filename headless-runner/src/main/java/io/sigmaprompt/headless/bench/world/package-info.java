/** How long a world's step takes and how far it is from the laws of contact, with MuJoCo in turns beside it. */
@NullMarked
package io.sigmaprompt.headless.bench.world;

import org.jspecify.annotations.NullMarked;
