package io.sigmaprompt.physics.codegen;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sigmaprompt.physics.dynamics.Corpus;
import io.sigmaprompt.physics.dynamics.Kernel;
import io.sigmaprompt.physics.dynamics.RandomRobot;
import io.sigmaprompt.physics.dynamics.RobotDynamics;
import io.sigmaprompt.physics.model.RobotModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The bits of every answer: the same however the virtual machine runs the kernels, and whatever was asked before. */
class CompiledBitsTest {
    private static List<double[]> copies(AllAnswers answers) {
        List<double[]> copies = new ArrayList<>();
        answers.compute();
        answers.forEach(numbers -> copies.add(numbers.clone()));
        return copies;
    }

    @Test
    void areThoseOfTheInterpreterWhicheverCompilerRanAndWhateverTheProcessorHas()
            throws IOException, InterruptedException {
        Corpus.robot("go2"); // without the corpus this test is skipped here, and not in the child
        List<String> all = Corpus.robots();
        List<String> interpreted = run(all, 1, "-Xint");
        assertEquals(all.size(), interpreted.size());
        assertEquals(
                interpreted, run(all, 60, "-XX:TieredStopAtLevel=1", "-XX:Tier3InvocationThreshold=20", "-Xbatch"));
        List<String> some = List.of("ur5", "iiwa14", "go2"); // C2 takes its time
        interpreted.removeIf(line -> !some.contains(line.substring(0, line.indexOf(' '))));
        String[] c2 = {"-XX:-TieredCompilation", "-XX:CompileThreshold=50", "-Xbatch"};
        assertEquals(interpreted, run(some, 60, c2));
        assertEquals(interpreted, run(some, 60, c2[0], c2[1], c2[2], "-XX:UseAVX=0"));
    }

    private static List<String> run(List<String> robots, int warmUp, String... flags)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(Integer.toString(warmUp)));
        arguments.addAll(robots);
        return ChildMachine.run(OutputBits.class, List.of(flags), arguments)
                .lines()
                .collect(Collectors.toCollection(ArrayList::new));
    }

    @ParameterizedTest
    @EnumSource
    void areThoseOfAFreshKernelWhateverWasAskedBefore(Kernel kernel) {
        for (long seed = 0; seed < 5; seed++) {
            RandomRobot random = new RandomRobot(seed);
            RobotModel model = random.anyTree(30);
            AllAnswers used = new AllAnswers(kernel.of(model), new RandomRobot(seed));
            for (int k = 0; k < 5; k++) {
                used.move(random);
                used.compute();
            }
            RobotDynamics fresh = kernel.of(model);
            AllAnswers unused = new AllAnswers(fresh, new RandomRobot(seed));
            used.move(new RandomRobot(99));
            unused.move(new RandomRobot(99));
            List<double[]> expected = copies(unused);
            List<double[]> found = copies(used);
            List<double[]> again = copies(used);
            for (int i = 0; i < expected.size(); i++) {
                assertArrayEquals(expected.get(i), found.get(i));
                assertArrayEquals(expected.get(i), again.get(i));
            }
        }
    }
}
