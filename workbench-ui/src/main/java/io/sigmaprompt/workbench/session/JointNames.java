package io.sigmaprompt.workbench.session;

/** Joints' names where there is little room. */
public final class JointNames {
    private static final String ENDING = "_joint";

    private JointNames() {}

    /** {@code elbow} for {@code elbow_joint}. */
    public static String brief(String joint) {
        return joint.length() > ENDING.length() && joint.endsWith(ENDING)
                ? joint.substring(0, joint.length() - ENDING.length())
                : joint;
    }
}
