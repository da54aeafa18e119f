/** What a robot is made of: links, joints, inertias, shapes and limits, as immutable values. */
@NullMarked
package io.sigmaprompt.physics.model;

import org.jspecify.annotations.NullMarked;
