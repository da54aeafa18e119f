/** A scene of colliders: which of them touch, where and how deep; how far apart they are; what a ray meets. */
@NullMarked
package io.sigmaprompt.physics.collision;

import org.jspecify.annotations.NullMarked;
