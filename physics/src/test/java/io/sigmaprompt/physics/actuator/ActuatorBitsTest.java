package io.sigmaprompt.physics.actuator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sigmaprompt.physics.codegen.ChildMachine;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The bits of every element are the same however the virtual machine runs it. */
class ActuatorBitsTest {
    @Test
    void areThoseOfTheInterpreterWhicheverCompilerRanAndWhateverTheProcessorHas()
            throws IOException, InterruptedException {
        String interpreted = bits("-Xint");
        assertEquals(interpreted, bits("-XX:TieredStopAtLevel=1", "-XX:Tier3InvocationThreshold=20", "-Xbatch"));
        String[] c2 = {"-XX:-TieredCompilation", "-XX:CompileThreshold=50", "-Xbatch"};
        assertEquals(interpreted, bits(c2));
        assertEquals(interpreted, bits(c2[0], c2[1], c2[2], "-XX:UseAVX=0"));
        assertEquals(interpreted, bits("-XX:+UseSerialGC"));
    }

    private static String bits(String... flags) throws IOException, InterruptedException {
        return ChildMachine.run(ActuatorBits.class, List.of(flags), List.of());
    }
}
