package io.sigmaprompt.physics.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Holds the rooms of the simulated world to one direction, each room within a room counted apart. */
@AnalyzeClasses(
        packages = {
            "io.sigmaprompt.physics.world",
            "io.sigmaprompt.physics.constraint",
            "io.sigmaprompt.physics.collision",
            "io.sigmaprompt.physics.actuator",
            "io.sigmaprompt.physics.sensor"
        },
        importOptions = ImportOption.DoNotIncludeTests.class)
final class RoomsTest {
    @ArchTest
    static final ArchRule ROOMS_WITHIN_ROOMS_ARE_FREE_OF_CYCLES = slices().matching("io.sigmaprompt.physics.(**)")
            .should()
            .beFreeOfCycles()
            .because("a newcomer reads one room after another, each on those below");
}
