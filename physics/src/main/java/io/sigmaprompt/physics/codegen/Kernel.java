package io.sigmaprompt.physics.codegen;

/** What a generated class does. It keeps nothing: pending values are in {@code work}, so that any thread may call it. */
interface Kernel {
    /** The first stage of a kernel of two; nothing otherwise. Parameters as those of {@link #run}. */
    void prepare(
            double[] q, double[] v, double[] a, double[] b, double[] trig, double[] out, double[] out2, double[] work);

    /**
     * Computes the results; of a kernel of two stages with what the last {@link #prepare} left. Parameters are those of
     * {@link Argument}; what a kernel does not use may be empty.
     */
    void run(double[] q, double[] v, double[] a, double[] b, double[] trig, double[] out, double[] out2, double[] work);
}
