/** The rows of contacts: bounces, compliance, the impulses of the step before, and how well the laws of contact hold. */
@NullMarked
package io.sigmaprompt.physics.world.contact;

import org.jspecify.annotations.NullMarked;
