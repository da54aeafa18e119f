package io.sigmaprompt.scenarios.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.scenarios.TestArm;
import io.sigmaprompt.twin.alarm.rule.AlarmRule;
import io.sigmaprompt.twin.alarm.rule.AlarmRules;
import io.sigmaprompt.twin.alarm.rule.Condition;
import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.port.notification.Notification.Event;
import io.sigmaprompt.twin.record.AlarmRecord.Priority;
import io.sigmaprompt.twin.record.FindingRecord.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlarmReaderTest {
    private static final String HEAD = """
            scenario: watched
            duration: 2 s
            robots:
              - name: arm
                model: arm.urdf
            """;
    private static final String JOINT = "elbow_joint";

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void writeRobot() throws IOException {
        TestArm.writeTo(folder);
        file = folder.resolve("s.yaml");
    }

    private AlarmRules rules(String alarms) {
        return ScenarioReader.parse(file, HEAD + alarms)
                .session()
                .twins()
                .getFirst()
                .alarms();
    }

    private void assertRefused(String alarms, int line, String problem, String remedy) {
        BadInputException e = assertThrows(BadInputException.class, () -> ScenarioReader.parse(file, HEAD + alarms));
        assertEquals(problem + " | " + remedy, e.problem() + " | " + e.remedy());
        assertTrue(e.place().startsWith(file + ":" + line + ":"), e.place());
    }

    @Test
    void withoutRulesEachFindingRaisesAnAlarm() {
        assertEquals(AlarmRules.DEFAULT, rules(""));
    }

    @Test
    void aRuleIsReadWithAllThatBecomesOfItsAlarm() {
        AlarmRule rule = rules("""
                alarms:
                  rules:
                    - name: hot
                      text: the motor is hot
                      priority: HIGH
                      when: {signal: robot.temperature.%s, above: 70 degC, deadband: 3 K}
                      on-delay: 2 s
                      off-delay: 500 ms
                      latched: true
                      group: motors
                      escalate: {after: 1 min, to: CRITICAL}
                      suppressed-while: {mode: SIMULATED}
                      in-service: false
                """.formatted(JOINT)).rules().getFirst();
        Condition.Threshold condition = (Condition.Threshold) rule.condition();
        assertEquals(343.15, condition.above(), 1e-9);
        assertEquals(3, condition.deadband());
        assertEquals("robot.temperature." + JOINT, condition.signal().toString());
        assertEquals(2_000_000_000L, rule.attributes().onDelayNanos());
        assertEquals(500_000_000L, rule.attributes().offDelayNanos());
        assertEquals(Priority.CRITICAL, rule.attributes().escalation().to());
        assertTrue(rule.attributes().latched() && rule.attributes().outOfService());
        assertEquals("motors", rule.attributes().group());
    }

    @Test
    void aStarMakesARuleForEachJoint() {
        AlarmRules rules = rules("""
                alarms:
                  rules:
                    - {name: hot, when: {signal: 'robot.temperature.*', above: 340}}
                    - {name: long, when: {held: {when: {rule: 'hot/*'}, for: 5 s}}}
                """);
        List<String> joints = List.of("shoulder_joint", "elbow_joint", "rail_joint");
        assertEquals(2 * joints.size(), rules.rules().size());
        assertEquals("hot/" + joints.getFirst(), rules.rules().getFirst().name());
        assertEquals("long/" + joints.getLast(), rules.rules().getLast().name());
    }

    @Test
    void findingsMayBecomeOtherAlarmsOrNone() {
        AlarmRules rules = rules("""
                alarms:
                  findings:
                    spike: none
                    flat-line: {priority: CRITICAL, off-delay: 2 s}
                  flood: {limit: 20, window: 1 min, group-up-to: LOW}
                """);
        assertNull(rules.findings().get(Kind.SPIKE));
        assertEquals(Priority.CRITICAL, rules.findings().get(Kind.FLAT_LINE).priority());
        assertEquals(20, rules.flood().limit());
        assertEquals(Priority.LOW, rules.flood().groupedUpTo());
    }

    @Test
    void anUnknownSignalIsAnsweredWithTheNearest() {
        assertRefused(
                "alarms:\n  rules:\n    - {name: hot, when: {signal: robot.temprature." + JOINT + ", above: 1}}\n",
                8,
                "there is no signal 'robot.temprature." + JOINT + "'",
                "Did you mean 'robot.temperature.JOINT'?");
    }

    @Test
    void anUnknownJointIsAnsweredWithTheNearest() {
        assertRefused(
                "alarms:\n  rules:\n    - {name: hot, when: {signal: robot.effort." + JOINT + "x, above: 1}}\n",
                8,
                "robot 'arm' has no joint '" + JOINT + "x'",
                "Did you mean '" + JOINT + "'?");
    }

    @Test
    void aWrongUnitIsAnsweredWithThoseThatFit() {
        assertRefused(
                "alarms:\n  rules:\n    - {name: hot, when: {signal: robot.temperature." + JOINT
                        + ", above: 70 deg}}\n",
                8,
                "expected a temperature such as '70 degC', found '70 deg', which is an angle",
                "Write it in K, degC, °C (one of these).");
    }

    @Test
    void aDeadbandIsADifference() {
        assertRefused(
                "alarms:\n  rules:\n    - {name: hot, when: {signal: robot.temperature." + JOINT
                        + ", above: 70 degC, deadband: 3 degC}}\n",
                8,
                "expected a difference of temperatures, found '3 degC'",
                "Write the deadband in K.");
    }

    @Test
    void rulesThatRestOnThemselvesAreRefused() {
        assertRefused("""
                alarms:
                  rules:
                    - {name: a, when: {not: {rule: b}}}
                    - {name: b, when: {any: [{mode: LIVE}, {rule: c}]}}
                    - {name: c, when: {rule: a}}
                """, 8, "the rule rests on itself: a -> b -> c -> a", "Take one of these references out.");
    }

    @Test
    void aRuleThatDoesNotExistIsAnsweredWithTheNearest() {
        assertRefused("""
                alarms:
                  rules:
                    - {name: overheat, when: {mode: LIVE}}
                    - {name: b, when: {rule: overhaet}}
                """, 9, "there is no rule 'overhaet'", "Did you mean 'overheat'?");
    }

    @Test
    void twoRulesOfOneNameAreRefused() {
        assertRefused("""
                alarms:
                  rules:
                    - {name: a, when: {mode: LIVE}}
                    - {name: a, when: {mode: SHADOW}}
                """, 9, "two rules are called 'a'", "Give one of them another name.");
    }

    @Test
    void theNameOfAFindingsAlarmIsTaken() {
        assertRefused(
                "alarms:\n  rules:\n    - {name: stale, when: {mode: LIVE}}\n",
                8,
                "'stale' is the name of an alarm that is raised without a rule",
                "Choose another name.");
    }

    @Test
    void allMistakesAreCounted() {
        BadInputException e = assertThrows(BadInputException.class, () -> ScenarioReader.parse(file, HEAD + """
                alarms:
                  rules:
                    - {name: a, when: {signal: robot.heat.x, above: 1}}
                    - {name: b, when: {signal: 'robot.effort.*', above: 1 kg}}
                    - {name: b, when: {rule: d}}
                """));
        assertTrue(e.remedy().endsWith("(and 3 more, the next at line 9)"), e.remedy());
    }

    @Test
    void aConditionIsOneOfItsKinds() {
        assertRefused(
                "alarms:\n  rules:\n    - {name: a, when: {mode: LIVE, rule: b}}\n",
                8,
                "expected exactly one of signal, rate, absence, finding, mode, rule, all, any, not, held, within, count,"
                        + " found mode and rule",
                "Keep one of them, and give the others their own entry.");
    }

    @Test
    void anEscalationDoesNotMakeAnAlarmLessUrgent() {
        assertRefused(
                "alarms:\n  rules:\n    - {name: a, priority: HIGH, when: {mode: LIVE}, escalate: {after: 1 s, to: LOW}}\n",
                8,
                "expected at least the alarm's own priority HIGH, found LOW",
                "An escalation does not make an alarm less urgent: choose a higher one.");
    }

    @Test
    void aFileOfItsOwnIsReadAndItsMistakesAreItsOwn() throws IOException {
        Path own = Files.writeString(folder.resolve("rules.yaml"), """
                rules:
                  - {name: live, when: {mode: LIVE}}
                """);
        Scenario scenario = ScenarioReader.parse(file, HEAD + "alarm-rules: rules.yaml\n");
        assertEquals(
                "live",
                scenario.session()
                        .twins()
                        .getFirst()
                        .alarms()
                        .rules()
                        .getFirst()
                        .name());
        assertEquals(own, scenario.alarms().rulesFile());

        Files.writeString(own, "rules:\n  - {name: live, wehn: {mode: LIVE}}\n");
        BadInputException e = assertThrows(
                BadInputException.class, () -> ScenarioReader.parse(file, HEAD + "alarm-rules: rules.yaml\n"));
        assertTrue(e.place().startsWith(own + ":2:"), e.place());

        Scenario recorded = ScenarioReader.parseRecorded(
                file,
                scenario.source(),
                Map.of("arm", scenario.robots().getFirst().modelFile()),
                scenario.alarms().rulesText(),
                scenario.trees());
        assertEquals(
                scenario.session().twins().getFirst().alarms(),
                recorded.session().twins().getFirst().alarms());
    }

    @Test
    void whoIsToldIsReadAndAPasswordIsRefused() {
        Scenario scenario = ScenarioReader.parse(file, HEAD + """
                alarms:
                  notify:
                    - {to: 'webhook:https://host/x', priorities: [HIGH, CRITICAL], events: [raised, returned]}
                """);
        assertEquals(
                Set.of(Priority.HIGH, Priority.CRITICAL),
                scenario.alarms().routes().getFirst().priorities());
        assertEquals(
                Set.of(Event.RAISED, Event.RETURNED),
                scenario.alarms().routes().getFirst().events());
        BadInputException e = assertThrows(
                BadInputException.class,
                () -> ScenarioReader.parse(
                        file, HEAD + "alarms:\n  notify:\n    - {to: 'smtp://me:secret@host?to=you@host'}\n"));
        assertEquals("expected an address without a password: a scenario is recorded with every run", e.problem());
    }

    @Test
    void operatorsShelveResetAndTakeOutOfServiceOnTheTimeline() {
        Scenario scenario = ScenarioReader.parse(file, HEAD + """
                alarms:
                  rules:
                    - {name: live, when: {mode: LIVE}, latched: true}
                timeline:
                  - {at: 1 s, shelve: {alarm: live, for: 30 min, reason: being mended}, by: Ada}
                  - {at: 1 s, unshelve: live}
                  - {at: 1 s, service: {alarm: live, in: false}}
                  - {at: 1 s, reset: live}
                  - {at: 1 s, acknowledge: '*'}
                """);
        List<KernelInput> inputs =
                scenario.timeline().stream().map(TimelineEvent::input).toList();
        assertEquals(
                new KernelInput.AlarmShelving("arm", "live", 1_800_000_000_000L, "being mended", "Ada"),
                inputs.getFirst());
        assertEquals(new KernelInput.AlarmsAcknowledgement("arm", "the scenario"), inputs.getLast());
    }
}
