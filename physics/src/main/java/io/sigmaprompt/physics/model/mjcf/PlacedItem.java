package io.sigmaprompt.physics.model.mjcf;

import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.xml.XmlElement;

/**
 * A site, camera or light, placed in its body.
 *
 * @param element with its defaults
 * @param pose from the item's frame to the body's
 */
record PlacedItem(XmlElement element, String name, Body body, Pose pose) {}
