/** C-MAPSS: remaining life of turbofan engines, told and compared with what it was. */
@NullMarked
package io.sigmaprompt.headless.bench.cmapss;

import org.jspecify.annotations.NullMarked;
