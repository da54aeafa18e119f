/** Virtual robots: a simulated robot in real time behind the protocol that a real one speaks. */
@NullMarked
package io.sigmaprompt.bridge.virtualrobot;

import org.jspecify.annotations.NullMarked;
