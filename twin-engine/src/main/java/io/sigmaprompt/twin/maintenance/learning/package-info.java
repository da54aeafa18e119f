/** Learning from machines that ran to failure: how many cycles another one of their kind has left. */
@NullMarked
package io.sigmaprompt.twin.maintenance.learning;

import org.jspecify.annotations.NullMarked;
