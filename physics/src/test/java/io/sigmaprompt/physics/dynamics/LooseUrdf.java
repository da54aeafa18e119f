package io.sigmaprompt.physics.dynamics;

import io.sigmaprompt.physics.model.*;
import java.nio.file.Path;
import java.util.*;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.*;

final class LooseUrdf {
    static Element child(Element e, String n) {
        for (Node c = e.getFirstChild(); c != null; c = c.getNextSibling())
            if (c instanceof Element x && x.getTagName().equals(n)) return x;
        return null;
    }
    static double[] nums(String s, int n) {
        double[] o = new double[n];
        if (s.isBlank()) return o;
        String[] p = s.trim().split("\\s+");
        for (int i = 0; i < n; i++) o[i] = Double.parseDouble(p[i]);
        return o;
    }
    static double num(Element e, String a, double d) {
        return e == null || e.getAttribute(a).isBlank() ? d : Double.parseDouble(e.getAttribute(a));
    }
    static Pose pose(Element e) {
        if (e == null) return Pose.IDENTITY;
        double[] x = nums(e.getAttribute("xyz"), 3), r = nums(e.getAttribute("rpy"), 3);
        return Pose.fromXyzRpy(x[0], x[1], x[2], r[0], r[1], r[2]);
    }
    static RobotModel read(Path file) {
        try {
            Element robot = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile()).getDocumentElement();
            List<Link> links = new ArrayList<>();
            List<Joint> joints = new ArrayList<>();
            for (Node c = robot.getFirstChild(); c != null; c = c.getNextSibling()) {
                if (!(c instanceof Element e)) continue;
                if (e.getTagName().equals("link")) {
                    Element in = child(e, "inertial");
                    Inertia inertia = Inertia.ZERO;
                    if (in != null) {
                        Pose o = pose(child(in, "origin"));
                        Element i = child(in, "inertia");
                        double[] r = o.rotation();
                        double[] m = {num(i,"ixx",0),num(i,"ixy",0),num(i,"ixz",0),num(i,"ixy",0),num(i,"iyy",0),num(i,"iyz",0),num(i,"ixz",0),num(i,"iyz",0),num(i,"izz",0)};
                        double[] w = new double[9];
                        for (int a = 0; a < 3; a++) for (int b = 0; b < 3; b++) for (int k = 0; k < 3; k++) for (int l = 0; l < 3; l++)
                            w[3*a+b] += r[3*a+k]*m[3*k+l]*r[3*b+l];
                        inertia = new Inertia(num(child(in,"mass"),"value",0), new Vec3(o.x(),o.y(),o.z()), w[0],w[1],w[2],w[4],w[5],w[8]);
                    }
                    links.add(new Link(e.getAttribute("name"), inertia, List.of(), List.of()));
                } else if (e.getTagName().equals("joint")) {
                    Element ax = child(e, "axis"), lim = child(e, "limit"), dyn = child(e, "dynamics"), mim = child(e, "mimic");
                    double[] a = ax == null ? new double[] {1,0,0} : nums(ax.getAttribute("xyz"), 3);
                    double n = Math.sqrt(a[0]*a[0]+a[1]*a[1]+a[2]*a[2]);
                    if (n == 0) { a[2] = 1; n = 1; }
                    double inf = Double.POSITIVE_INFINITY;
                    JointType type = JointType.valueOf(e.getAttribute("type").toUpperCase(Locale.ROOT));
                    JointLimits limits = new JointLimits(num(lim,"lower",-inf),num(lim,"upper",inf),num(lim,"velocity",inf),num(lim,"effort",inf));
                    joints.add(new Joint(e.getAttribute("name"), type, child(e,"parent").getAttribute("link"), child(e,"child").getAttribute("link"),
                        pose(child(e,"origin")), new Vec3(a[0]/n,a[1]/n,a[2]/n), limits, new JointDynamics(num(dyn,"damping",0),num(dyn,"friction",0),0),
                        mim == null ? null : new Mimic(mim.getAttribute("joint"), num(mim,"multiplier",1), num(mim,"offset",0))));
                }
            }
            return new RobotModel(robot.getAttribute("name"), false, links, joints);
        } catch (Exception ex) { throw new RuntimeException(ex); }
    }
}
