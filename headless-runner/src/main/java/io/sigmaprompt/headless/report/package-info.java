/** What a run leaves for people and for build servers: the HTML report and JUnit XML. */
@NullMarked
package io.sigmaprompt.headless.report;

import org.jspecify.annotations.NullMarked;
