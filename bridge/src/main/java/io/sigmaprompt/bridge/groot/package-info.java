/** What Groot2 speaks with a running tree: the protocol of BehaviorTree.CPP's Groot2Publisher over ZeroMQ. */
@NullMarked
package io.sigmaprompt.bridge.groot;

import org.jspecify.annotations.NullMarked;
