/** What a robot's description asks of its scalar coordinates: couplings of joints and tendons, limits of tendons. */
@NullMarked
package io.sigmaprompt.physics.constraint.coordinate;

import org.jspecify.annotations.NullMarked;
