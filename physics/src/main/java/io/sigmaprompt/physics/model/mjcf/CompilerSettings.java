package io.sigmaprompt.physics.model.mjcf;

import io.sigmaprompt.physics.model.xml.Numbers;
import io.sigmaprompt.physics.model.xml.XmlElement;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What {@code <compiler>} says; where there are several, the later one wins (MuJoCo documentation, XML reference,
 * compiler).
 *
 * @param angleUnit radians of the file's unit of angle
 * @param eulerSequence three of xyz (moving axes) and XYZ (fixed axes)
 * @param autolimits whether a range that is written counts
 * @param meshFolder what mesh file names start at, as written
 * @param strippath whether folders in mesh file names are dropped
 * @param inertiaFromGeom auto, true or false
 * @param firstInertiaGroup least group of the geoms that make inertia
 * @param lastInertiaGroup greatest group of them
 * @param balanceInertia whether impossible tensors are replaced
 * @param boundMass least mass of a body, kg
 * @param boundInertia least principal moment of a body, kg m²
 * @param totalMass what the masses are scaled to, kg; not positive for as they are
 * @param exactMeshInertia whether meshes without a word of their own have exact volumes
 */
record CompilerSettings(
        double angleUnit,
        String eulerSequence,
        boolean autolimits,
        String meshFolder,
        boolean strippath,
        String inertiaFromGeom,
        int firstInertiaGroup,
        int lastInertiaGroup,
        boolean balanceInertia,
        double boundMass,
        double boundInertia,
        double totalMass,
        boolean exactMeshInertia) {
    private static final double DEGREE = Math.PI / 180;

    static CompilerSettings of(XmlElement root) {
        Map<String, String> merged = new LinkedHashMap<>();
        XmlElement last = root;
        for (XmlElement compiler : root.children("compiler")) {
            merged.putAll(compiler.attributes());
            last = compiler;
        }
        XmlElement all = last.with(merged, last.children());
        if (Words.keyword(all, "coordinate", "local", "local", "global").equals("global")) {
            throw last.error(
                    "coordinate=\"global\" is not read, nor by MuJoCo since 2.3.4",
                    "Convert the file to local coordinates with MuJoCo 2.3.3 or older");
        }
        String sequence = merged.getOrDefault("eulerseq", "xyz").strip();
        if (!sequence.matches("[xyzXYZ]{3}")) {
            throw last.error(
                    "eulerseq=\"" + sequence + "\" is no sequence of three axes",
                    "Write three of x, y, z (moving axes) and X, Y, Z (fixed axes), such as xyz");
        }
        String folder = merged.getOrDefault("meshdir", merged.getOrDefault("assetdir", ""));
        double[] groups = Words.upTo(all, "inertiagrouprange", 0, 5);
        double boundMass = Numbers.optional(all, "boundmass", 0);
        double boundInertia = Numbers.optional(all, "boundinertia", 0);
        if (boundMass < 0 || boundInertia < 0) {
            throw last.error("boundmass and boundinertia must not be negative", "Give zero or more");
        }
        return new CompilerSettings(
                Words.keyword(all, "angle", "degree", "degree", "radian").equals("degree") ? DEGREE : 1,
                sequence,
                Words.flag(all, "autolimits", true),
                folder.strip(),
                Words.flag(all, "strippath", false),
                Words.keyword(all, "inertiafromgeom", "auto", "auto", "true", "false"),
                (int) groups[0],
                (int) groups[1],
                Words.flag(all, "balanceinertia", false),
                boundMass,
                boundInertia,
                Numbers.optional(all, "settotalmass", -1),
                Words.flag(all, "exactmeshinertia", false));
    }
}
