/** What many sessions tell of a robot's joints: courses of indicators, remaining life, and advice that names its reason. */
@NullMarked
package io.sigmaprompt.twin.maintenance.advice;

import org.jspecify.annotations.NullMarked;
