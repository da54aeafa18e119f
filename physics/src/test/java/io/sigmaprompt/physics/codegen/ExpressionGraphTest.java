package io.sigmaprompt.physics.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.codegen.Expression.Operation;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What an expression becomes on its way into a graph, and that its value stays what it was. */
class ExpressionGraphTest {
    private final ExpressionGraph graph = new ExpressionGraph();
    private final Expression x = graph.input(Argument.Q, 0);
    private final Expression y = graph.input(Argument.V, 0);

    private Expression number(double value) {
        return graph.constant(value);
    }

    @Test
    void constantsAreFolded() {
        assertSame(number(5), number(2).plus(number(3)));
        assertSame(number(-1), number(2).minus(number(3)));
        assertSame(number(6), number(2).times(number(3)));
        assertSame(number(2), number(6).over(number(3)));
        assertSame(number(-2), number(2).negated());
        assertSame(number(0), number(-0.0));
        assertSame(number(6).times(x), x.times(3).times(2));
    }

    @Test
    void whatMultipliesTheSameIsSummed() {
        assertSame(x.times(5), x.times(2).plus(x.times(3)));
        assertSame(x.times(2), x.plus(x));
        assertSame(x.times(3), x.times(4).minus(x));
        assertSame(x, x.minus(x.times(2)).negated());
        assertSame(graph.zero, x.times(2).minus(x.times(2)));
        assertNotSame(x.times(2), x.plus(y));
    }

    @Test
    void zerosAndOnesAreDropped() {
        assertSame(x, x.plus(graph.zero));
        assertSame(x, graph.zero.plus(x));
        assertSame(x, x.minus(graph.zero));
        assertSame(graph.zero, x.minus(x));
        assertSame(graph.zero, x.times(graph.zero));
        assertSame(graph.zero, graph.zero.times(x));
        assertSame(x, x.times(graph.one));
        assertSame(x, x.over(graph.one));
        assertSame(graph.zero, graph.zero.over(x));
    }

    @Test
    void signsAreCarriedOutwards() {
        assertSame(x, x.negated().negated());
        assertSame(x.negated(), graph.zero.minus(x));
        assertSame(x.minus(y), x.plus(y.negated()));
        assertSame(y.minus(x), x.negated().plus(y));
        assertSame(x.plus(y).negated(), x.negated().plus(y.negated()));
        assertSame(x.plus(y), x.minus(y.negated()));
        assertSame(x.plus(y).negated(), x.negated().minus(y));
        assertSame(y.minus(x), x.negated().minus(y.negated()));
        assertSame(x.times(y).negated(), x.negated().times(y));
        assertSame(x.times(y), x.negated().times(y.negated()));
        assertSame(x.times(2).negated(), x.times(-2));
        assertSame(x.times(2), x.negated().times(-2));
        assertSame(x.over(y).negated(), x.negated().over(y));
    }

    @Test
    void equalExpressionsAreOneWhicheverWayRoundTheyAreWritten() {
        assertSame(x, graph.input(Argument.Q, 0));
        assertNotSame(x, graph.input(Argument.Q, 1));
        assertSame(x.plus(y), y.plus(x));
        assertSame(x.times(y), y.times(x));
        assertSame(x.minus(y).negated(), y.minus(x));
        assertNotSame(x.over(y), y.over(x));
        int size = graph.size();
        x.plus(y).times(y.over(x));
        int grown = graph.size();
        x.plus(y).times(y.over(x));
        assertEquals(grown, graph.size());
        assertTrue(grown > size);
    }

    @Test
    void operandsComeBeforeWhatIsMadeOfThem() {
        x.plus(y).times(x.minus(y)).over(x.times(3));
        for (int id = 0; id < graph.size(); id++) {
            for (Expression operand : Schedule.operands(graph.node(id))) {
                assertTrue(operand.id < id);
            }
        }
    }

    /** Without products and sums of constant factors all rules are exact. */
    @Property(tries = 2000, seed = "20261122")
    void rewritingChangesNoBitButTheSignOfZero(@ForAll long seed) {
        Sample sample = new Sample(new Random(seed), false);
        Sample.Value value = sample.grow(8);
        Assume.that(!Double.isNaN(value.direct));
        double found = sample.evaluate(value.rewritten);
        assertEquals(value.direct + 0.0, found + 0.0, 0.0);
    }

    @Property(tries = 2000, seed = "20261122")
    void productsOfConstantsAloneAreRounded(@ForAll long seed) {
        Sample sample = new Sample(new Random(seed), true);
        Sample.Value value = sample.scaled(12);
        assertEquals(value.direct, sample.evaluate(value.rewritten), 12 * Math.ulp(value.direct));
    }

    /** Random expressions over some inputs, once as a graph has them and once computed as written. */
    private static final class Sample {
        private static final double[] SPECIAL = {0, 1, -1, 2, -0.5, 3};

        record Value(Expression rewritten, double direct) {}

        private final ExpressionGraph graph = new ExpressionGraph();
        private final Random random;
        private final double[] inputs = new double[5];

        Sample(Random random, boolean positive) {
            this.random = random;
            for (int i = 0; i < inputs.length; i++) {
                inputs[i] = positive ? 0.1 + random.nextDouble() : random.nextGaussian();
            }
        }

        private Value leaf() {
            int i = random.nextInt(inputs.length);
            return new Value(graph.input(Argument.Q, i), inputs[i]);
        }

        private Value constant() {
            double value = random.nextBoolean() ? SPECIAL[random.nextInt(SPECIAL.length)] : random.nextGaussian();
            return new Value(graph.constant(value), value);
        }

        Value grow(int depth) {
            if (depth == 0 || random.nextInt(8) == 0) {
                return random.nextInt(3) == 0 ? constant() : leaf();
            }
            Value a = grow(depth - 1);
            Value b = grow(depth - 1);
            return switch (random.nextInt(6)) {
                case 0 -> {
                    Value other = unlike(a, b);
                    yield new Value(a.rewritten.plus(other.rewritten), a.direct + other.direct);
                }
                case 1 -> {
                    Value other = unlike(a, b);
                    yield new Value(a.rewritten.minus(other.rewritten), a.direct - other.direct);
                }
                case 2 -> product(a, b);
                case 3 -> quotient(a, b);
                case 4 -> new Value(a.rewritten.negated(), -a.direct);
                default -> new Value(a.rewritten.minus(a.rewritten.negated()), a.direct + a.direct);
            };
        }

        /** A product, but for one of a constant with what holds a constant factor already. */
        private Value product(Value a, Value b) {
            Value factor = hasFactor(a) && hasFactor(b) ? leaf() : b;
            return new Value(a.rewritten.times(factor.rewritten), a.direct * factor.direct);
        }

        /** The second of two, or a constant where both are multiples of one thing. */
        private Value unlike(Value a, Value b) {
            return scaled(a.rewritten) == scaled(b.rewritten) ? constant() : b;
        }

        private static Expression scaled(Expression a) {
            Expression bare = bare(a);
            Expression factor = bare.left;
            Expression rest = bare.right;
            return bare.operation == Operation.MULTIPLY && factor != null && rest != null && factor.isConstant()
                    ? bare(rest)
                    : bare;
        }

        private static Expression bare(Expression a) {
            return a.operation == Operation.NEGATE && a.left != null ? bare(a.left) : a;
        }

        private static boolean hasFactor(Value a) {
            Expression bare = bare(a.rewritten);
            return bare.isConstant()
                    || bare.operation == Operation.MULTIPLY && bare.left != null && bare.left.isConstant();
        }

        private Value quotient(Value a, Value b) {
            Value divisor = b.direct == 0 ? new Value(graph.one, 1) : b;
            return new Value(a.rewritten.over(divisor.rewritten), a.direct / divisor.direct);
        }

        /** An input times many constants. */
        Value scaled(int factors) {
            Value product = leaf();
            for (int i = 0; i < factors; i++) {
                double factor = (random.nextBoolean() ? 1 : -1) * (0.5 + random.nextDouble());
                product = new Value(product.rewritten.times(factor), factor * product.direct);
            }
            return product;
        }

        double evaluate(Expression node) {
            double[] values = new double[graph.size()];
            for (int id = 0; id <= node.id; id++) {
                values[id] = compute(graph.node(id), values);
            }
            return values[node.id];
        }

        private double compute(Expression node, double[] values) {
            double a = node.left == null ? 0 : values[node.left.id];
            double b = node.right == null ? 0 : values[node.right.id];
            return switch (node.operation) {
                case CONSTANT -> node.value;
                case INPUT -> inputs[node.index];
                case ADD -> a + b;
                case SUBTRACT -> a - b;
                case MULTIPLY -> a * b;
                case DIVIDE -> a / b;
                case NEGATE -> -a;
            };
        }
    }
}
