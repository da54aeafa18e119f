/** How an indicator of wear goes on: trends with their uncertainty, and when a threshold is reached. */
@NullMarked
package io.sigmaprompt.twin.maintenance.trend;

import org.jspecify.annotations.NullMarked;
