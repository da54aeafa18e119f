package io.sigmaprompt.physics.codegen;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.dynamics.Agreement;
import io.sigmaprompt.physics.dynamics.Corpus;
import io.sigmaprompt.physics.dynamics.GenericDynamics;
import io.sigmaprompt.physics.dynamics.Gravity;
import io.sigmaprompt.physics.dynamics.RandomRobot;
import io.sigmaprompt.physics.model.Inertia;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.Link;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.spatial.Trig;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is generated: short methods, the same bytes for the same robot, as many classes as it takes. */
class KernelAssemblerTest {
    /** HotSpot leaves longer methods to the interpreter. */
    private static final int HUGE_METHOD = 8000;

    private static KernelAssembler assembler(KernelKind kind, RobotModel model, Vec3 gravity) {
        return new KernelAssembler(kind.program(new ReducedTree(model), gravity));
    }

    static List<byte[]> classFiles(KernelKind kind, RobotModel model, Vec3 gravity) {
        return assembler(kind, model, gravity).classFiles();
    }

    private static void assertShort(KernelKind kind, RobotModel model) {
        for (byte[] file : classFiles(kind, model, Gravity.STANDARD)) {
            for (MethodModel method : ClassFile.of().parse(file).methods()) {
                CodeModel code = method.code().orElseThrow();
                int length = ((CodeAttribute) code).codeLength();
                assertTrue(
                        length < HUGE_METHOD,
                        () -> kind + " of " + model.name() + ", "
                                + method.methodName().stringValue() + ": " + length + " bytes");
            }
        }
    }

    static List<String> robots() {
        return Corpus.robots();
    }

    @ParameterizedTest
    @MethodSource("robots")
    void everyMethodOfARealRobotIsShortEnoughToBeCompiled(String robot) {
        RobotModel model = Corpus.robot(robot);
        for (KernelKind kind : KernelKind.values()) {
            if (kind != KernelKind.FORWARD_DYNAMICS_DERIVATIVES || model.nv() <= CompiledDynamics.WRITTEN_OUT) {
                assertShort(kind, model);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FORWARD_DYNAMICS_DERIVATIVES") // for small robots alone
    void everyMethodOfALargeTreeIsShortEnoughToBeCompiled(KernelKind kind) {
        assertShort(kind, LargeRobots.tree(60));
        assertShort(kind, new RandomRobot(61).chain(60, List.of(JointType.PRISMATIC), false));
    }

    @ParameterizedTest
    @EnumSource
    void linksWeldedOnByTheHundredMakeNoLongMethod(KernelKind kind) {
        RandomRobot random = new RandomRobot(62);
        assertShort(kind, random.chain(800, List.of(JointType.FIXED), false));
        assertShort(kind, random.chain(400, List.of(JointType.FIXED), true));
        assertShort(kind, LargeRobots.skin(200));
    }

    @ParameterizedTest
    @EnumSource
    void theSameRobotMakesTheSameBytes(KernelKind kind) {
        List<byte[]> once = classFiles(kind, new RandomRobot(5).tree(true), Gravity.STANDARD);
        List<byte[]> again = classFiles(kind, new RandomRobot(5).tree(true), Gravity.STANDARD);
        assertEquals(once.size(), again.size());
        for (int i = 0; i < once.size(); i++) {
            assertArrayEquals(once.get(i), again.get(i));
        }
    }

    @Test
    void anotherVirtualMachineMakesTheSameBytes() throws IOException, InterruptedException {
        RobotModel go2 = Corpus.robot("go2");
        assertEquals(GeneratedBytes.hash(go2), ChildMachine.run(GeneratedBytes.class, List.of(), List.of("go2")));
    }

    @Test
    void anotherGravityOrMassMakesOtherBytes() {
        RobotModel model = new RandomRobot(6).tree(false);
        byte[] bytes =
                classFiles(KernelKind.INVERSE_DYNAMICS, model, Gravity.STANDARD).getFirst();
        byte[] onTheMoon = classFiles(KernelKind.INVERSE_DYNAMICS, model, new Vec3(0, 0, -1.62))
                .getFirst();
        byte[] loaded = classFiles(KernelKind.INVERSE_DYNAMICS, heavier(model), Gravity.STANDARD)
                .getFirst();
        assertNotEquals(-1, Arrays.mismatch(bytes, onTheMoon));
        assertNotEquals(-1, Arrays.mismatch(bytes, loaded));
        byte[] matrix =
                classFiles(KernelKind.MASS_MATRIX, model, Gravity.STANDARD).getFirst();
        assertArrayEquals(
                matrix,
                classFiles(KernelKind.MASS_MATRIX, model, new Vec3(0, 0, -1.62)).getFirst());
    }

    private static RobotModel heavier(RobotModel model) {
        List<Link> links = new ArrayList<>(model.links());
        Link last = links.removeLast();
        Inertia i = last.inertia();
        Inertia more = new Inertia(i.mass() + 1e-9, i.com(), i.ixx(), i.ixy(), i.ixz(), i.iyy(), i.iyz(), i.izz());
        links.add(new Link(last.name(), more, last.visuals(), last.collisions()));
        return new RobotModel(model.name(), model.floatingBase(), links, model.joints());
    }

    /** Much more than a robot may have to be given compiled dynamics, so that one class cannot hold its parts. */
    @Test
    void aKernelOfManyClassesComputesWhatTheGenericOneDoes() {
        RandomRobot random = new RandomRobot(8);
        RobotModel model = random.chain(400, List.of(JointType.REVOLUTE), false);
        ReducedTree tree = new ReducedTree(model);
        int nv = model.nv();
        double[] q = random.configuration(model);
        double[] v = new double[nv];
        double[] vdot = random.vector(nv);
        for (int i = 0; i < nv; i++) {
            v[i] = 0.01 * vdot[nv - 1 - i];
        }
        double[] trig = new double[2 * tree.angles.length];
        Trig.sincos(q, tree.angles, trig);
        Program program = KernelKind.INVERSE_DYNAMICS.program(tree, Gravity.STANDARD);
        assertTrue(new KernelAssembler(program).classFiles().size() > 2);
        LoadedKernel loaded = KernelLibrary.load(program);
        double[] found = new double[nv];
        double[] none = {};
        loaded.kernel().run(q, v, vdot, none, trig, found, none, new double[loaded.workSize()]);
        double[] expected = new double[nv];
        new GenericDynamics(model, Gravity.STANDARD).inverseDynamics(q, v, vdot, expected);
        Agreement.assertClose(expected, found, 1e-11);
    }

    @Test
    void bothStagesGoThroughAllClasses() {
        RandomRobot random = new RandomRobot(9);
        RobotModel model = random.chain(100, List.of(JointType.REVOLUTE), false);
        ReducedTree tree = new ReducedTree(model);
        int nv = model.nv();
        double[] q = random.configuration(model);
        double[] v = new double[nv];
        double[] tau = random.vector(nv);
        double[] trig = new double[2 * tree.angles.length];
        Trig.sincos(q, tree.angles, trig);
        Program staged = KernelKind.STAGED_FORWARD_DYNAMICS.program(tree, Gravity.STANDARD);
        assertTrue(new KernelAssembler(staged).classFiles().size() > 2);
        LoadedKernel loaded = KernelLibrary.load(staged);
        double[] armature = new double[nv];
        Arrays.fill(armature, 0.1);
        double[] found = new double[nv];
        double[] none = {};
        double[] work = new double[loaded.workSize()];
        loaded.kernel().prepare(q, v, none, none, trig, none, none, work);
        loaded.kernel().run(q, v, tau, armature, trig, found, new double[nv], work);
        double[] expected = new double[nv];
        GenericDynamics generic = new GenericDynamics(model, Gravity.STANDARD);
        generic.update(q, v);
        generic.solve(tau, armature, expected);
        double[] needed = new double[nv];
        generic.inverseDynamics(q, v, found, needed);
        for (int i = 0; i < nv; i++) {
            needed[i] += armature[i] * found[i];
        }
        double[] matrix = new double[nv * nv];
        generic.massMatrix(q, matrix);
        Agreement.assertWithin(tau, needed, 1e-11 * Agreement.matrixNorm(matrix, nv) * (1 + Agreement.norm(found)));
        Agreement.assertClose(expected, found, 1e-6);
    }
}
