package io.sigmaprompt.twin.prediction.explanation;

import io.sigmaprompt.physics.dynamics.RobotDynamics;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.Link;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What each body's mass does to the efforts of the joints that carry it, at each sample of a window. A body has a column for all its
 * inertial parameters by a factor, and one for a kilogram at the centre of mass of each link that it is made of, and at the
 * origin of a link without mass such as a tool's. Bodies are counted, and their parameters laid out, as the regressor does.
 */
final class Regressors {
    private static final int PARAMETERS = 10;

    /**
     * What one column stands for.
     *
     * @param chain the joints that feel it
     * @param load whether a kilogram is added, or all parameters are by a factor
     * @param mass the body's, kg
     * @param parameters the change of the body's inertial parameters for a coefficient of 1
     */
    record Column(int body, String place, Chain chain, boolean load, double mass, double[] parameters) {}

    private final Consistency laws;
    private final RobotDynamics dynamics;
    private final int n;
    private final List<Column> columns = new ArrayList<>();
    private final double[] regressor;
    private final int width;
    private final double[] full;
    private final double[] driven;
    /** Of each column, k · its chain's length + place in the chain. */
    private final double[][] efforts;
    /** Which columns are the present window's. */
    private final boolean[] current;
    /** Columns that are to be worked out. */
    private final int[] missing;
    /** Rows of the regressor that may be other than zero, of each column. */
    private final int[][] rows;

    private final double[] position;
    private final double[] velocity;
    private final double[] acceleration;

    Regressors(Consistency laws, int capacity) {
        this.laws = laws;
        dynamics = laws.dynamics;
        n = laws.n;
        width = dynamics.parameterCount();
        double[] nominal = new double[width];
        dynamics.parameters(nominal);
        findColumns(laws.model, nominal);
        regressor = new double[laws.model.nv() * width];
        full = new double[laws.model.nv()];
        driven = new double[n];
        current = new boolean[columns.size()];
        missing = new int[columns.size()];
        efforts = new double[columns.size()][];
        rows = new int[columns.size()][];
        for (int c = 0; c < efforts.length; c++) {
            efforts[c] = new double[capacity * columns.get(c).chain().length()];
            rows[c] = rows(laws.model, laws.model.linkIndex(columns.get(c).place()));
        }
        position = new double[n];
        velocity = new double[n];
        acceleration = new double[n];
    }

    /** Bodies in depth-first order are the links that moving joints carry, with all that fixed joints hold to them. */
    private void findColumns(RobotModel model, double[] nominal) {
        int links = model.links().size();
        int[] body = new int[links];
        Pose[] pose = new Pose[links];
        int bodies = 0;
        body[0] = model.floatingBase() ? bodies++ : -1;
        pose[0] = Pose.IDENTITY;
        for (int l = 0; l < links; l++) {
            Link link = model.links().get(l);
            if (l > 0) {
                Joint joint = model.joints().get(l - 1);
                boolean moves = joint.type().velocities() > 0;
                int parent = model.parentLink(l - 1);
                body[l] = moves ? bodies++ : body[parent];
                pose[l] = moves ? Pose.IDENTITY : pose[parent].times(joint.origin());
                if (moves) {
                    double[] whole = Arrays.copyOfRange(nominal, PARAMETERS * body[l], PARAMETERS * (body[l] + 1));
                    columns.add(new Column(body[l], link.name(), new Chain(laws, l), false, whole[0], whole));
                }
            }
            if (body[l] >= 0) {
                Pose at = pose[l].times(Pose.at(link.inertia().com()));
                double mass = nominal[PARAMETERS * body[l]];
                double[] one = kilogram(at.x(), at.y(), at.z());
                columns.add(new Column(body[l], link.name(), new Chain(laws, l), true, mass, one));
            }
        }
        columns.removeIf(column -> !(column.mass() > 0));
    }

    /** The velocities of all joints that carry a link. */
    private static int[] rows(RobotModel model, int link) {
        IntStream.Builder rows = IntStream.builder();
        for (int l = link; l > 0; l = model.parentLink(l - 1)) {
            int velocities = model.joints().get(l - 1).type().velocities();
            for (int r = 0; r < velocities; r++) {
                rows.add(model.vIndex(l - 1) + r);
            }
        }
        return rows.build().toArray();
    }

    private static double[] kilogram(double x, double y, double z) {
        return new double[] {1, x, y, z, y * y + z * z, -x * y, -x * z, x * x + z * z, -y * z, x * x + y * y};
    }

    int columns() {
        return columns.size();
    }

    Column column(int index) {
        return columns.get(index);
    }

    /** Effort of the joint at a place of the column's chain, at sample k, for a coefficient of 1. */
    double get(int column, int k, int place) {
        return efforts[column][k * columns.get(column).chain().length() + place];
    }

    /** A new window: what the last one's columns were counts no more. */
    void begin() {
        Arrays.fill(current, false);
    }

    /** Works out a column of the present window, and with it all others that something is to be explained by. */
    void update(Evidence e, int wanted) {
        if (current[wanted]) {
            return;
        }
        int found = 0;
        for (int c = 0; c < columns.size(); c++) {
            if (!current[c] && (c == wanted || columns.get(c).chain().suspicious(e))) {
                current[c] = true;
                missing[found++] = c;
            }
        }
        for (int k = 0; k < e.count; k++) {
            System.arraycopy(e.position, k * n, position, 0, n);
            System.arraycopy(e.velocity, k * n, velocity, 0, n);
            System.arraycopy(e.acceleration, k * n, acceleration, 0, n);
            laws.scatter(position, velocity, acceleration);
            dynamics.regressor(laws.q(), laws.v(), laws.vdot(), regressor);
            for (int m = 0; m < found; m++) {
                write(missing[m], k);
            }
        }
    }

    private void write(int c, int k) {
        Column column = columns.get(c);
        int first = PARAMETERS * column.body();
        Arrays.fill(full, 0);
        for (int r : rows[c]) {
            double sum = 0;
            for (int p = 0; p < PARAMETERS; p++) {
                sum += regressor[r * width + first + p] * column.parameters()[p];
            }
            full[r] = sum;
        }
        laws.joints.gatherEffort(full, driven);
        Chain chain = column.chain();
        for (int p = 0; p < chain.length(); p++) {
            efforts[c][k * chain.length() + p] = driven[chain.joint(p)];
        }
    }
}
