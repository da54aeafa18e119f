/** XML as a small tree whose every element knows the file, line and column that it came from. */
@NullMarked
package io.sigmaprompt.physics.model.xml;

import org.jspecify.annotations.NullMarked;
