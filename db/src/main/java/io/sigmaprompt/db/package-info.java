/** Storage of telemetry, sessions and audit in PostgreSQL; grows with the backbone. */
@NullMarked
package io.sigmaprompt.db;

import org.jspecify.annotations.NullMarked;
