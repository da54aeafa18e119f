/** Running every scenario of a folder. */
@NullMarked
package io.sigmaprompt.scenarios.suite;

import org.jspecify.annotations.NullMarked;
