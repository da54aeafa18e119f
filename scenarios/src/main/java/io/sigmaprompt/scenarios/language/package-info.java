/** The scenario file: YAML, its schema, and what it means. */
@NullMarked
package io.sigmaprompt.scenarios.language;

import org.jspecify.annotations.NullMarked;
