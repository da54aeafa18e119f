package io.sigmaprompt.physics.model.xacro;

import io.sigmaprompt.physics.model.xml.XmlElement;
import java.util.List;

/**
 * Elements that can be inserted.
 *
 * @param expanded whether macros and expressions in them are already replaced
 */
record Block(List<XmlElement> elements, boolean expanded) {}
