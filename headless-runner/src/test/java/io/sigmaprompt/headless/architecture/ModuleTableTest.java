package io.sigmaprompt.headless.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom, among the modules that the command line is composed of. */
@AnalyzeClasses(packages = "io.sigmaprompt", importOptions = ImportOption.DoNotIncludeTests.class)
class ModuleTableTest {
    @ArchTest
    static final ArchRule ARROWS_POINT_AS_THE_TABLE_SAYS = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("io.sigmaprompt..")
            .layer("physics")
            .definedBy("io.sigmaprompt.physics..")
            .layer("twin-engine")
            .definedBy("io.sigmaprompt.twin..")
            .layer("bridge")
            .definedBy("io.sigmaprompt.bridge..")
            .layer("scenarios")
            .definedBy("io.sigmaprompt.scenarios..")
            .optionalLayer("db")
            .definedBy("io.sigmaprompt.db..")
            .layer("headless-runner")
            .definedBy("io.sigmaprompt.headless..")
            .whereLayer("headless-runner")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("bridge")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("db")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("scenarios")
            .mayOnlyBeAccessedByLayers("headless-runner")
            .whereLayer("twin-engine")
            .mayOnlyBeAccessedByLayers("bridge", "scenarios", "db", "headless-runner")
            .because("composition roots pick bridge and db by URI, and nobody else knows them");

    @ArchTest
    static final ArchRule PHYSICS_STANDS_ALONE = classes()
            .that()
            .resideInAPackage("io.sigmaprompt.physics..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.sigmaprompt.physics..",
                    "java..",
                    "javax.xml..",
                    "org.xml..",
                    "org.jspecify..",
                    "org.ejml..",
                    "org.apache.commons.math3..")
            .because("a model and its mechanics need nothing else");
}
