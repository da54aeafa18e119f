/**
 * Contacts with Coulomb friction, limits, dry friction and couplings, solved together for the impulses of one step. Knows
 * rows and unknowns; which robot or body they belong to is the world's business.
 */
@NullMarked
package io.sigmaprompt.physics.constraint;

import org.jspecify.annotations.NullMarked;
