package io.sigmaprompt.physics.model.xacro;

import io.sigmaprompt.physics.model.xml.XmlElement;
import java.util.List;

/**
 * A macro as defined.
 *
 * @param scope where it was defined in a namespace's file, whose names its body may use
 */
record Macro(String name, List<MacroParameter> parameters, XmlElement definition, Scope scope) {}
