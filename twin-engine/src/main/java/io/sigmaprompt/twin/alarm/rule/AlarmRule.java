package io.sigmaprompt.twin.alarm.rule;

/**
 * One alarm and when it is raised.
 *
 * @param name the alarm's name, unlike that of any other rule
 * @param text one sentence for people
 */
public record AlarmRule(String name, String text, Condition condition, AlarmAttributes attributes) {}
