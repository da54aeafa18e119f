package io.sigmaprompt.physics.codegen;

import io.sigmaprompt.physics.spatial.SpatialTransform;

/** Where bodies and links are and how they move, as expressions. */
final class KinematicsProgram {
    /** Numbers of a freedom among the screws: direction and a point of its axis. */
    static final int SCREW = 6;
    /** Numbers of a body's motion: origin, angular velocity, angular and classical linear acceleration. */
    static final int MOTION = 12;

    private final ReducedTree tree;
    private final boolean moving;
    private final Program program;
    private final WorldMotion[] motions;

    private KinematicsProgram(String name, ReducedTree tree, boolean moving) {
        this.tree = tree;
        this.moving = moving;
        program = new Program(name);
        motions = new WorldMotion[tree.bodies.size()];
        motions[0] = WorldMotion.world(program.graph);
    }

    /** The links' poses of q, 12 a link. */
    static Program linkPoses(ReducedTree tree) {
        KinematicsProgram builder = new KinematicsProgram("linkPoses", tree, false);
        builder.walk((link, body, motion) -> builder.putPose(Argument.OUT, link, motion));
        return builder.program;
    }

    /** The links' velocities of (q, v) at their origins in the world's axes, 6 a link, angular first. */
    static Program linkVelocities(ReducedTree tree) {
        KinematicsProgram builder = new KinematicsProgram("linkVelocities", tree, true);
        builder.walk((link, body, motion) -> {
            Vector3 arm = motion.rotation().times(builder.placement(link).offset);
            builder.put(Argument.OUT, 6 * link, motion.angularVelocity());
            builder.put(
                    Argument.OUT,
                    6 * link + 3,
                    motion.velocity().plus(motion.angularVelocity().cross(arm)));
        });
        return builder.program;
    }

    /** For Jacobians: of q the axis of each freedom and a point on it, 6 a freedom; the links' poses at OUT2. */
    static Program screws(ReducedTree tree) {
        KinematicsProgram builder = new KinematicsProgram("screws", tree, false);
        builder.walk((link, body, motion) -> builder.putPose(Argument.OUT2, link, motion));
        for (ReducedBody body : tree.moving()) {
            WorldMotion motion = builder.motions[body.index];
            for (int k = 0; k < body.axes.length; k++) {
                int at = SCREW * (body.v + k);
                builder.put(Argument.OUT, at, motion.rotation().column(body.axes[k] % 3));
                builder.put(Argument.OUT, at + 3, motion.origin());
            }
        }
        return builder.program;
    }

    /** For accelerations of frames: of (q, v) the bodies' motions, 12 a body; the links' poses at OUT2. */
    static Program bodyMotions(ReducedTree tree) {
        KinematicsProgram builder = new KinematicsProgram("bodyMotions", tree, true);
        builder.walk((link, body, motion) -> builder.putPose(Argument.OUT2, link, motion));
        for (ReducedBody body : tree.bodies) {
            WorldMotion motion = builder.motions[body.index];
            int at = MOTION * body.index;
            builder.put(Argument.OUT, at, motion.origin());
            builder.put(Argument.OUT, at + 3, motion.angularVelocity());
            builder.put(Argument.OUT, at + 6, motion.angularAcceleration());
            builder.put(Argument.OUT, at + 9, motion.acceleration());
        }
        return builder.program;
    }

    /** What is written of a link. */
    private interface LinkWriter {
        void write(int link, int body, WorldMotion motion);
    }

    /** Moves along the branches, and has each body's links written while its motion is at hand. */
    private void walk(LinkWriter writer) {
        for (ReducedBody body : tree.bodies) {
            if (body.index > 0) {
                Twist rates = moving ? Twist.input(program.graph, body, Argument.V) : Twist.zero(program.graph);
                motions[body.index] = motions[body.parent].child(body, rates);
            }
            for (int link = 0; link < tree.linkBody.length; link++) {
                if (tree.linkBody[link] == body.index) {
                    writer.write(link, body.index, motions[body.index]);
                }
            }
        }
    }

    private BodyTransform placement(int link) {
        return new BodyTransform(program.graph, tree.linkPlacement[link]);
    }

    private void putPose(Argument array, int link, WorldMotion motion) {
        BodyTransform placement = placement(link);
        int at = SpatialTransform.SIZE * link;
        for (int r = 0; r < 3; r++) {
            put(array, at + 3 * r, placement.toBody(motion.rotation().row(r)));
        }
        put(array, at + 9, motion.origin().plus(motion.rotation().times(placement.offset)));
    }

    private void put(Argument array, int index, Vector3 v) {
        program.put(array, index, v.x());
        program.put(array, index + 1, v.y());
        program.put(array, index + 2, v.z());
    }
}
