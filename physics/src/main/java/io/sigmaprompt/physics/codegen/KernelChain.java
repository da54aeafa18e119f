package io.sigmaprompt.physics.codegen;

/** Several classes that are one kernel, because one could not hold it. */
final class KernelChain implements Kernel {
    private final Kernel[] links;

    KernelChain(Kernel[] links) {
        this.links = links;
    }

    @Override
    public void prepare(
            double[] q, double[] v, double[] a, double[] b, double[] trig, double[] out, double[] out2, double[] work) {
        for (Kernel link : links) {
            link.prepare(q, v, a, b, trig, out, out2, work);
        }
    }

    @Override
    public void run(
            double[] q, double[] v, double[] a, double[] b, double[] trig, double[] out, double[] out2, double[] work) {
        for (Kernel link : links) {
            link.run(q, v, a, b, trig, out, out2, work);
        }
    }
}
