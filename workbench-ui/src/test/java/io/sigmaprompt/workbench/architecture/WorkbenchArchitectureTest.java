package io.sigmaprompt.workbench.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom in the desktop. */
@AnalyzeClasses(
        packages = {"io.sigmaprompt.workbench"},
        importOptions = ImportOption.DoNotIncludeTests.class)
class WorkbenchArchitectureTest {
    @ArchTest
    static final ArchRule ONLY_SESSIONS_AND_WHAT_THEY_ARE_MADE_OF = classes()
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            "io.sigmaprompt.workbench..",
                            "io.sigmaprompt.scenarios..",
                            "io.sigmaprompt.twin..",
                            "io.sigmaprompt.physics..")
                    .or(com.tngtech.archunit.base.DescribedPredicate.describe(
                            "others' libraries", c -> !c.getPackageName().startsWith("io.sigmaprompt"))))
            .because("wires, traces and reports are found by the run, and the command line is another application");

    @ArchTest
    static final ArchRule ONLY_THE_VIEWPORT_KNOWS_THE_3D_ENGINE = noClasses()
            .that()
            .resideOutsideOfPackage("io.sigmaprompt.workbench.viewport..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("com.jme3..", "org.lwjgl.."))
            .because("another engine must be possible without touching a panel");

    @ArchTest
    static final ArchRule VIEW_MODELS_KNOW_NO_NODE = noClasses()
            .that()
            .haveSimpleNameEndingWith("ViewModel")
            .should()
            .dependOnClassesThat(resideInAnyPackage("javafx.scene..", "javafx.stage.."))
            .because("view models are tested without a window");

    @ArchTest
    static final ArchRule SESSIONS_KNOW_NO_JAVAFX = noClasses()
            .that()
            .resideInAPackage("io.sigmaprompt.workbench.session..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("javafx.."))
            .because("a session never waits for a window");

    @ArchTest
    static final ArchRule VIEWS_DO_NOT_READ_RECORDS = noClasses()
            .that()
            .haveSimpleNameEndingWith("View")
            .should()
            .dependOnClassesThat(resideInAnyPackage("io.sigmaprompt.twin.."))
            .because("what a record means is decided in the view model");
}
