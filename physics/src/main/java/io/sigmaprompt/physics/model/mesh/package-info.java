/** Triangle meshes: reading them from STL and OBJ files, and the inertia of what they enclose. */
@NullMarked
package io.sigmaprompt.physics.model.mesh;

import org.jspecify.annotations.NullMarked;
