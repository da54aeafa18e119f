package io.sigmaprompt.physics.codegen;

import io.sigmaprompt.physics.dynamics.Corpus;
import io.sigmaprompt.physics.dynamics.GenericDynamics;
import io.sigmaprompt.physics.dynamics.Gravity;
import io.sigmaprompt.physics.dynamics.RandomRobot;
import io.sigmaprompt.physics.dynamics.RobotDynamics;
import io.sigmaprompt.physics.model.RobotModel;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Prints, robot by robot, the hash of all that both kernels compute, after as many calls as are asked for. */
final class OutputBits {
    private static final int STATES = 2;

    private final MessageDigest digest;

    private OutputBits() throws NoSuchAlgorithmException {
        digest = MessageDigest.getInstance("SHA-256");
    }

    /** Arguments: how often everything is computed before it counts, and robots of the corpus. */
    public static void main(String[] arguments) throws NoSuchAlgorithmException {
        int warmUp = Integer.parseInt(arguments[0]);
        for (int i = 1; i < arguments.length; i++) {
            RobotModel model = Corpus.robot(arguments[i]);
            OutputBits bits = new OutputBits();
            bits.add(CompiledDynamics.of(model), warmUp);
            bits.add(new GenericDynamics(model, Gravity.STANDARD), warmUp);
            System.out.println(arguments[i] + " " + HexFormat.of().formatHex(bits.digest.digest()));
        }
    }

    private void add(RobotDynamics dynamics, int warmUp) {
        RandomRobot random = new RandomRobot(17);
        AllAnswers answers = new AllAnswers(dynamics, random);
        for (int k = 0; k < warmUp; k++) {
            answers.compute();
        }
        for (int state = 0; state < STATES; state++) {
            answers.move(random);
            answers.compute();
            answers.forEach(this::add);
        }
    }

    private void add(double[] numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * numbers.length);
        for (double number : numbers) {
            bytes.putLong(Double.doubleToLongBits(number));
        }
        digest.update(bytes.array());
    }
}
