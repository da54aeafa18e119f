package io.sigmaprompt.twin.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** What may not be called where a session's bits are made. */
@AnalyzeClasses(
        packages = {"io.sigmaprompt.physics", "io.sigmaprompt.twin"},
        importOptions = ImportOption.DoNotIncludeTests.class)
class KernelContractTest {
    /** Everything of physics and twin-engine is kernel but the readers of files and the ports to the outside. */
    private static final DescribedPredicate<JavaClass> KERNEL =
            DescribedPredicate.describe("kernel classes", c -> !resideInAnyPackage(
                            "io.sigmaprompt.physics.model.urdf..",
                            "io.sigmaprompt.physics.model.mjcf..",
                            "io.sigmaprompt.physics.model.sdf..",
                            "io.sigmaprompt.physics.model.mesh..",
                            "io.sigmaprompt.physics.model.reader..",
                            "io.sigmaprompt.physics.model.xacro..",
                            "io.sigmaprompt.physics.model.xml..",
                            "io.sigmaprompt.physics.model.resource..",
                            "io.sigmaprompt.twin.calibration.description..",
                            "io.sigmaprompt.twin.cognition.tree.xml..",
                            "io.sigmaprompt.twin.port..",
                            "io.sigmaprompt.twin.journal..")
                    .test(c));

    /** Methods of Math whose result may differ between the interpreter and a compiler, and fma's hidden cliff. */
    private static final Set<String> INEXACT = Set.of(
            "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "exp", "expm1", "log", "log10", "log1p", "pow",
            "cbrt", "hypot", "sinh", "cosh", "tanh", "fma", "random");

    private static final DescribedPredicate<JavaAccess<?>> INEXACT_MATH = DescribedPredicate.describe(
            "a method of Math that is not bit-exact",
            access -> access.getTargetOwner().getFullName().equals("java.lang.Math")
                    && INEXACT.contains(access.getTarget().getName()));

    private static final DescribedPredicate<JavaAccess<?>> CLOCK =
            DescribedPredicate.describe("a wall clock", access -> {
                String owner = access.getTargetOwner().getFullName();
                String method = access.getTarget().getName();
                return owner.equals("java.lang.System")
                                && (method.equals("nanoTime") || method.equals("currentTimeMillis"))
                        || owner.startsWith("java.time.") && method.equals("now");
            });

    private static final DescribedPredicate<JavaAccess<?>> PARALLEL = DescribedPredicate.describe(
            "a parallel stream or sum",
            access -> access.getTarget().getName().equals("parallelStream")
                    || access.getTarget().getName().equals("parallel")
                            && access.getTargetOwner().getPackageName().startsWith("java.util.stream")
                    || access.getTargetOwner().getFullName().equals("java.util.Arrays")
                            && access.getTarget().getName().startsWith("parallel"));

    /** A hash collection in a kernel is one step from its iteration, whose order is nobody's promise. */
    private static final DescribedPredicate<JavaAccess<?>> UNORDERED = DescribedPredicate.describe(
            "an iteration over an unordered collection",
            access -> Set.of("java.util.HashMap", "java.util.HashSet", "java.util.IdentityHashMap")
                            .contains(access.getTargetOwner().getFullName())
                    && Set.of("iterator", "keySet", "values", "entrySet", "forEach", "stream")
                            .contains(access.getTarget().getName()));

    @ArchTest
    static final ArchRule KERNEL_ARITHMETIC_IS_EXACT = noClasses()
            .that(KERNEL)
            .should()
            .accessTargetWhere(INEXACT_MATH)
            .because("the same inputs give the same bits only if no result depends on who compiled it");

    @ArchTest
    static final ArchRule NO_CLOCK_IN_THE_KERNEL =
            noClasses().that(KERNEL).should().accessTargetWhere(CLOCK).because("time enters as a journaled input");

    @ArchTest
    static final ArchRule NO_PARALLEL_SUM_IN_THE_KERNEL = noClasses()
            .that(KERNEL)
            .should()
            .accessTargetWhere(PARALLEL)
            .because("the order of a sum is part of its result");

    @ArchTest
    static final ArchRule NO_UNORDERED_ITERATION_IN_THE_KERNEL = noClasses()
            .that(KERNEL)
            .should()
            .accessTargetWhere(UNORDERED)
            .because("its order may differ from run to run");

    @ArchTest
    static final ArchRule NO_UNSEEDED_RANDOM_IN_THE_KERNEL = noClasses()
            .that(KERNEL)
            .should()
            .dependOnClassesThat(
                    DescribedPredicate.describe("random sources whose seed is not the session's", c -> Set.of(
                                    "java.util.Random",
                                    "java.util.concurrent.ThreadLocalRandom",
                                    "java.security.SecureRandom",
                                    "java.util.UUID")
                            .contains(c.getFullName())))
            .because("noise is drawn from the session's seed");

    @ArchTest
    static final ArchRule NO_WORLD_OUTSIDE_IN_THE_KERNEL = noClasses()
            .that(KERNEL)
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "java.io..", "java.nio.channels..", "java.net..", "java.util.concurrent..", "org.slf4j.."))
            .because("files, sockets, threads and logs live outside the kernel");

    @ArchTest
    static final ArchRule THE_ENGINE_OPENS_NO_SOCKET = noClasses()
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "sockets and their kin",
                    c -> c.getPackageName().startsWith("java.net")
                            && !c.getFullName().equals("java.net.URI")))
            .because("every wire belongs to the bridge");

    @ArchTest
    static final ArchRule PHYSICS_KNOWS_NOBODY = noClasses()
            .that(resideInAnyPackage("io.sigmaprompt.physics.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage("io.sigmaprompt.twin.."))
            .because("physics is the ground that everything stands on");

    @ArchTest
    static final ArchRule ROOMS_OF_THE_ENGINE_ARE_FREE_OF_CYCLES = slices().matching("io.sigmaprompt.twin.(*)..")
            .should()
            .beFreeOfCycles()
            .because("data flows one way");

    @ArchTest
    static final ArchRule ROOMS_OF_PHYSICS_ARE_FREE_OF_CYCLES = slices().matching("io.sigmaprompt.physics.(*)..")
            .should()
            .beFreeOfCycles()
            .because("data flows one way");
}
