/** The Numenta Anomaly Benchmark: its series and labels, its scoring, and our detectors over them. */
@NullMarked
package io.sigmaprompt.headless.bench.nab;

import org.jspecify.annotations.NullMarked;
