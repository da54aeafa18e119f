package io.sigmaprompt.twin.calibration.description;

import io.sigmaprompt.physics.dynamics.TorqueRegressor;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Inertia;
import io.sigmaprompt.physics.model.JointDynamics;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.reader.RobotFile;
import io.sigmaprompt.physics.model.xml.XmlReader;
import io.sigmaprompt.twin.calibration.regression.PseudoInertia;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Writes a robot's file anew with calibrated inertias and joint losses. URDF stays URDF and MJCF stays MJCF; the text is
 * edited in place, so that comments, shapes and all else stay. What was written is read again and compared.
 */
public final class CalibratedRobotFile {
    private static final double READ_BACK = 1e-6;

    private final Path source;
    private final RobotModel model;
    private final String format;

    /**
     * A file to be rewritten.
     *
     * @throws BadInputException if it is of a format that cannot be rewritten
     */
    public CalibratedRobotFile(Path source, RobotModel model) {
        this.source = source;
        this.model = model;
        format = Files.isDirectory(source) ? "sdf" : XmlReader.read(source).name();
        if (!format.equals("robot") && !format.equals("mujoco")) {
            throw new BadInputException(
                    source.toString(),
                    "expected URDF or MJCF, found SDF: a calibrated robot is written in its own format, and SDF is not"
                            + " written",
                    "Calibrate the robot's URDF, or leave --out away and take the numbers from --json.");
        }
    }

    /**
     * Writes it.
     *
     * @param pi ten inertial parameters a moving body
     * @param joints damping, friction and armature of joints, by name; others stay as they are
     * @throws BadInputException if the file's text does not show its links, as xacro macros and includes hide them
     */
    public void write(double[] pi, Map<String, JointDynamics> joints, Path out) {
        try {
            RobotText text = new RobotText(Files.readString(source));
            Description description = format.equals("robot") ? new UrdfText(text) : new MjcfText(text);
            inertias(description, pi);
            joints.forEach((joint, dynamics) -> {
                if (!description.dynamics(joint, dynamics)) {
                    throw hidden("joint '" + joint + "'");
                }
            });
            Files.writeString(out, text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        verify(pi, out);
    }

    private void inertias(Description description, double[] pi) {
        List<BodyLinks.Body> bodies = BodyLinks.of(model);
        double[] before = new double[pi.length];
        new TorqueRegressor(model).parameters(before);
        for (int b = 0; b < bodies.size(); b++) {
            double[] wanted = Arrays.copyOfRange(pi, 10 * b, 10 * b + 10);
            if (!(wanted[0] > 0)) {
                continue;
            }
            int carrier = bodies.get(b).carrier();
            double[] own = BodyLinks.parameters(model.links().get(carrier).inertia());
            for (int k = 0; k < 10; k++) {
                own[k] = wanted[k] - (before[10 * b + k] - own[k]);
            }
            if (own[0] <= 0 || PseudoInertia.least(own, 0) <= 0) {
                // What the fixed links have by the file is more than the whole body has: it all goes to the carrier.
                own = wanted;
                for (int link : bodies.get(b).fixed()) {
                    if (!description.removeInertia(model.links().get(link).name())) {
                        throw hidden("link '" + model.links().get(link).name() + "'");
                    }
                }
            }
            String name = model.links().get(carrier).name();
            if (!description.inertia(name, BodyLinks.inertia(own))) {
                throw hidden("link '" + name + "'");
            }
        }
    }

    private BadInputException hidden(String what) {
        return new BadInputException(
                source.toString(),
                "expected the text of " + what + " in the file, found it made by a macro, a default or an include",
                "Expand the file first (xacro in.xacro > robot.urdf, or MuJoCo's compiled XML) and calibrate that.");
    }

    private void verify(double[] pi, Path out) {
        double[] read = new double[pi.length];
        RobotModel again = RobotFile.read(out).model();
        TorqueRegressor regressor = new TorqueRegressor(again);
        if (regressor.parameterCount() == pi.length) {
            regressor.parameters(read);
            double worst = 0;
            for (int i = 0; i < pi.length; i++) {
                int o = i - i % 10;
                double scale = Math.abs(pi[o]) + Math.abs(pi[o + 4]) + Math.abs(pi[o + 7]) + Math.abs(pi[o + 9]);
                worst = Math.max(worst, Math.abs(read[i] - pi[i]) / (scale + 1e-12));
            }
            if (worst < READ_BACK) {
                return;
            }
        }
        throw hidden("every link");
    }

    /** What each format calls these things. Each says whether it found the element. */
    interface Description {
        boolean inertia(String link, Inertia inertia);

        boolean removeInertia(String link);

        boolean dynamics(String joint, JointDynamics dynamics);
    }
}
