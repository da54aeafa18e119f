/** Finds the files that a robot description names: meshes, textures and files of ROS packages. */
@NullMarked
package io.sigmaprompt.physics.model.resource;

import org.jspecify.annotations.NullMarked;
