package io.sigmaprompt.physics.dynamics;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Frame;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.RobotModel;

/**
 * Refuses arrays of a wrong length, and configurations that are none, before a kernel reads them. Immutable; allocates
 * nothing where nothing is wrong.
 */
public final class ArgumentCheck {
    private final RobotModel model;
    private final int nq;
    private final int nv;
    /** Where in q each unit quaternion begins. */
    private final int[] quaternions;

    /** For the arguments of one robot. */
    public ArgumentCheck(RobotModel model) {
        this.model = model;
        nq = model.nq();
        nv = model.nv();
        int[] found = new int[model.joints().size() + 1];
        int count = 0;
        if (model.floatingBase()) {
            found[count++] = JointType.FLOATING.quaternion();
        }
        for (int j = 0; j < model.joints().size(); j++) {
            int offset = model.joints().get(j).type().quaternion();
            if (offset >= 0) {
                found[count++] = model.qIndex(j) + offset;
            }
        }
        quaternions = new int[count];
        System.arraycopy(found, 0, quaternions, 0, count);
    }

    /**
     * Demands a configuration: nq finite numbers, no quaternion of them zero.
     *
     * @throws BadInputException if it is none, naming the joint
     */
    public void configuration(double[] q) {
        if (q.length != nq) {
            throw wrongLength("q", nq, "nq", q.length);
        }
        for (int i = 0; i < nq; i++) {
            if (!(Math.abs(q[i]) <= Double.MAX_VALUE)) {
                throw notANumber(i, q[i]);
            }
        }
        for (int i = 0; i < quaternions.length; i++) {
            int o = quaternions[i];
            double square = q[o] * q[o] + q[o + 1] * q[o + 1] + q[o + 2] * q[o + 2] + q[o + 3] * q[o + 3];
            if (!(square > 0 && square <= Double.MAX_VALUE)) {
                throw noRotation(o, square);
            }
        }
    }

    /**
     * Demands one number a freedom: v, vdot, tau and what is like them.
     *
     * @param name what the caller calls it
     * @throws BadInputException if there are not nv
     */
    public void freedoms(String name, double[] array) {
        if (array.length != nv) {
            throw wrongLength(name, nv, "nv", array.length);
        }
    }

    /**
     * Demands a length.
     *
     * @param name what the caller calls it
     * @param shape how the length comes about, such as "6 x nv"
     * @throws BadInputException if it has another
     */
    public void length(String name, double[] array, int expected, String shape) {
        if (array.length != expected) {
            throw wrongLength(name, expected, shape, array.length);
        }
    }

    /**
     * Demands a frame on a link of this robot.
     *
     * @throws BadInputException if there is no such link
     */
    public void frame(Frame frame) {
        int links = model.links().size();
        if (frame.link() < 0 || frame.link() >= links) {
            throw new BadInputException(
                    "robot '" + model.name() + "', frame '" + frame.name() + "'",
                    "expected a link between 0 and " + (links - 1) + ", found " + frame.link(),
                    "Make the frame for this robot's model.");
        }
    }

    private BadInputException wrongLength(String name, int expected, String shape, int found) {
        return new BadInputException(
                "robot '" + model.name() + "', " + name,
                "expected " + expected + " numbers (" + shape + "), found " + found,
                "`sigma model` lists the joints and their places in q and v.");
    }

    private BadInputException notANumber(int index, double found) {
        return new BadInputException(
                "robot '" + model.name() + "', " + owner(index) + ", q[" + index + "]",
                "expected a finite number, found " + found,
                "Look where this configuration was measured or computed.");
    }

    private BadInputException noRotation(int index, double square) {
        return new BadInputException(
                "robot '" + model.name() + "', " + owner(index) + ", q[" + index + ".." + (index + 3) + "]",
                "expected a unit quaternion (x, y, z, w), found one whose squared length is " + square,
                "Start from the model's neutral configuration, whose rotations are (0, 0, 0, 1).");
    }

    /** The joint that an entry of q belongs to. */
    private String owner(int index) {
        for (int j = 0; j < model.joints().size(); j++) {
            int first = model.qIndex(j);
            if (index >= first && index < first + model.joints().get(j).type().positions()) {
                return "joint '" + model.joints().get(j).name() + "'";
            }
        }
        return "floating base";
    }
}
