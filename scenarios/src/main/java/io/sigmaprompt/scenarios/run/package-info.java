/** Running a scenario: the loop around the kernel, its pace, its wires and what it leaves on disk. */
@NullMarked
package io.sigmaprompt.scenarios.run;

import org.jspecify.annotations.NullMarked;
