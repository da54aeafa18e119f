package io.sigmaprompt.physics.codegen;

import io.sigmaprompt.physics.dynamics.Corpus;
import io.sigmaprompt.physics.dynamics.Gravity;
import io.sigmaprompt.physics.model.RobotModel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Prints the hash of all classes that are generated for a robot of the corpus. */
final class GeneratedBytes {
    private GeneratedBytes() {}

    public static void main(String[] arguments) {
        System.out.println(hash(Corpus.robot(arguments[0])));
    }

    /** SHA-256 over the class files of all kernels. */
    static String hash(RobotModel model) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            ReducedTree tree = new ReducedTree(model);
            for (KernelKind kind : KernelKind.values()) {
                new KernelAssembler(kind.program(tree, Gravity.STANDARD))
                        .classFiles()
                        .forEach(digest::update);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
