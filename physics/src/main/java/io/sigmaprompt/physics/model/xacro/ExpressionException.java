package io.sigmaprompt.physics.model.xacro;

/** An expression or substitution that cannot be evaluated; the caller, who knows the place, turns it into an error. */
final class ExpressionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String problem;
    private final String remedy;

    ExpressionException(String problem, String remedy) {
        super(problem);
        this.problem = problem;
        this.remedy = remedy;
    }

    /** Something that Python can and this evaluator, on purpose, cannot. */
    static ExpressionException unsupported(String feature) {
        return new ExpressionException(
                "it uses " + feature + ", a feature of xacro that is not supported here",
                "Run `xacro FILE > robot.urdf` where ROS is installed and open the result");
    }

    String problem() {
        return problem;
    }

    String remedy() {
        return remedy;
    }
}
