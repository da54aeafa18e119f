/** Contacts, limits and equalities: what they demand of a step, and how far a step is from it. */
@NullMarked
package io.sigmaprompt.physics.constraint;

import org.jspecify.annotations.NullMarked;
