package io.sigmaprompt.workbench.alarm;

import io.sigmaprompt.workbench.session.JointNames;

/**
 * One alarm.
 *
 * @param key what the session knows it by
 * @param priority as ISA-18.2 names it: LOW, MEDIUM, HIGH, CRITICAL
 * @param text what is wrong
 * @param raisedAt simulated seconds
 * @param acknowledged whether someone has seen it
 * @param active whether its condition still holds
 */
public record AlarmRow(
        String key, String priority, String text, double raisedAt, boolean acknowledged, boolean active) {
    /** The alarm's name for people: {@code residual elbow} for {@code residual/elbow_joint}. */
    public String title() {
        int slash = key.indexOf('/');
        return slash < 0 ? key : key.substring(0, slash) + " " + JointNames.brief(key.substring(slash + 1));
    }
}
