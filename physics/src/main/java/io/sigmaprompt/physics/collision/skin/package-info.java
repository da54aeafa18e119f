/** Contacts and distances of height fields and triangle meshes, whose inner edges do not catch. */
@NullMarked
package io.sigmaprompt.physics.collision.skin;

import org.jspecify.annotations.NullMarked;
