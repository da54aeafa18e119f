package io.sigmaprompt.physics.world.description;

import io.sigmaprompt.physics.model.Inertia;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.Link;
import io.sigmaprompt.physics.model.Mimic;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A robot or scene, cut where it hangs on the world: each joint that leads from a link that never moves to one that does
 * begins a part of its own.
 *
 * <p>What hangs on one joint is contiguous in depth-first order, and so are its entries in q and v. Parts that a mimic
 * ties are one, with all that stands between them, so that this holds for them, too. Every moving link belongs to one part,
 * every entry of q and v likewise; parts stand in the whole's order.
 */
public final class TreeCut {
    private final StaticLinks ground;
    private final List<TreePart> parts;
    private final int[] partOf;

    public TreeCut(RobotModel model) {
        ground = new StaticLinks(model);
        partOf = new int[model.links().size()];
        Arrays.fill(partOf, -1);
        if (model.floatingBase()) {
            Arrays.fill(partOf, 0);
            List<Integer> all = new ArrayList<>();
            for (int link = 0; link < partOf.length; link++) {
                all.add(link);
            }
            parts = List.of(new TreePart(model, 0, 0, all));
        } else {
            int count = number(model);
            List<TreePart> cut = new ArrayList<>(count);
            for (int part = 0; part < count; part++) {
                cut.add(cutOut(model, part));
            }
            parts = List.copyOf(cut);
        }
    }

    /** The links that never move. */
    public StaticLinks ground() {
        return ground;
    }

    /** The parts, in the whole's order. */
    public List<TreePart> parts() {
        return parts;
    }

    /** The part that a link belongs to, or -1 for one that never moves. */
    public int part(int link) {
        return partOf[link];
    }

    /** Says of each moving link which part it belongs to, and returns how many parts there are. */
    private int number(RobotModel model) {
        int trees = 0;
        int[] tree = new int[partOf.length];
        for (int j = 0; j < model.joints().size(); j++) {
            int link = j + 1;
            int parent = model.parentLink(j);
            boolean begins = ground.contains(parent);
            tree[link] = ground.contains(link) ? -1 : begins ? trees++ : tree[parent];
        }
        int[] last = new int[trees];
        Arrays.setAll(last, t -> t);
        for (int j = 0; j < model.joints().size(); j++) {
            Mimic mimic = model.joints().get(j).mimic();
            int leader = mimic == null ? -1 : model.jointIndex(mimic.joint());
            if (leader >= 0 && !ground.contains(j + 1) && !ground.contains(leader + 1)) {
                int a = Math.min(tree[j + 1], tree[leader + 1]);
                last[a] = Math.max(last[a], Math.max(tree[j + 1], tree[leader + 1]));
            }
        }
        int[] number = new int[trees];
        int parts = 0;
        int end = -1;
        for (int t = 0; t < trees; t++) {
            parts += t > end ? 1 : 0;
            end = Math.max(end, last[t]);
            number[t] = parts - 1;
        }
        for (int link = 1; link < partOf.length; link++) {
            partOf[link] = tree[link] < 0 ? -1 : number[tree[link]];
        }
        return parts;
    }

    private TreePart cutOut(RobotModel model, int part) {
        List<Integer> members = new ArrayList<>();
        int roots = 0;
        for (int link = 1; link < partOf.length; link++) {
            if (partOf[link] == part) {
                members.add(link);
                roots += ground.contains(model.parentLink(link - 1)) ? 1 : 0;
            }
        }
        int first = members.getFirst() - 1;
        boolean floats = roots == 1
                && model.joints().get(first).type() == JointType.FLOATING
                && StaticLinks.isIdentity(origin(model, first));
        List<Link> links = new ArrayList<>();
        List<Joint> joints = new ArrayList<>();
        List<Integer> indices = new ArrayList<>();
        if (!floats) {
            indices.add(0);
            links.add(new Link(model.links().getFirst().name(), Inertia.ZERO, List.of(), List.of()));
        }
        for (int link : members) {
            indices.add(link);
            links.add(model.links().get(link));
            if (ground.contains(model.parentLink(link - 1))) {
                if (!floats) {
                    joints.add(onGround(model, link - 1));
                }
            } else {
                joints.add(model.joints().get(link - 1));
            }
        }
        String name = model.name() + "/" + model.links().get(members.getFirst()).name();
        return new TreePart(
                new RobotModel(name, floats, links, joints), model.qIndex(first), model.vIndex(first), indices);
    }

    /** A joint that hangs on a link that never moves, hung on the root instead. */
    private Joint onGround(RobotModel model, int index) {
        Joint joint = model.joints().get(index);
        String root = model.links().getFirst().name();
        return new Joint(
                joint.name(),
                joint.type(),
                root,
                joint.child(),
                origin(model, index),
                joint.axis(),
                joint.limits(),
                joint.dynamics(),
                joint.mimic());
    }

    /** From the frame of a joint that hangs on a link that never moves to the world's. */
    private Pose origin(RobotModel model, int index) {
        Pose parent = ground.pose(model.parentLink(index));
        Pose own = model.joints().get(index).origin();
        return parent == null ? own : StaticLinks.under(parent, own);
    }
}
