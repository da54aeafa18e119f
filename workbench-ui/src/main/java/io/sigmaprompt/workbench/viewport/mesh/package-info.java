/** Triangle meshes: the ones that robot descriptions name, read from STL, Collada and OBJ files, and our own primitives. */
@NullMarked
package io.sigmaprompt.workbench.viewport.mesh;

import org.jspecify.annotations.NullMarked;
