package io.sigmaprompt.workbench.alarm;

/** What an operator can do with the alarms of the robot in view. */
public interface AlarmOperations {
    void acknowledge(String alarm);

    void acknowledgeAll();

    /** Does not want to hear of it for so long. */
    void shelve(String alarm, long nanos);

    void unshelve(String alarm);

    /** Lets go of a latched alarm. */
    void reset(String alarm);
}
