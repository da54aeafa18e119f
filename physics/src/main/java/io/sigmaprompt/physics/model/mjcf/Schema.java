package io.sigmaprompt.physics.model.mjcf;

import io.sigmaprompt.physics.model.Suggestion;
import io.sigmaprompt.physics.model.xml.XmlElement;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which elements and attributes MJCF knows (MuJoCo documentation, XML reference), and which of them are left out here.
 * As with MuJoCo, anything else is an error.
 */
final class Schema {
    private static final String TURN = " pos quat axisangle xyaxes zaxis euler";
    private static final String BODY_CHILDREN =
            "body frame replicate inertial joint freejoint geom site camera light attach! composite! flexcomp! plugin!";
    private static final String ACTUATOR = "name class group ctrllimited forcelimited actlimited ctrlrange forcerange"
            + " actrange lengthrange gear user! joint jointinparent tendon site refsite slidersite! cranksite!"
            + " cranklength! body";
    private static final String EQUALITY = "name class active solref solimp ";
    private static final String SENSORS = "touch accelerometer velocimeter gyro force torque magnetometer camprojection"
            + " rangefinder jointpos jointvel tendonpos tendonvel actuatorpos actuatorvel actuatorfrc jointactuatorfrc"
            + " tendonactuatorfrc ballquat ballangvel jointlimitpos jointlimitvel jointlimitfrc tendonlimitpos"
            + " tendonlimitvel tendonlimitfrc framepos framequat framexaxis frameyaxis framezaxis framelinvel frameangvel"
            + " framelinacc frameangacc subtreecom subtreelinvel subtreeangmom insidesite distance normal fromto contact"
            + " e_potential e_kinetic clock user tactile! plugin!";
    private static final String SENSOR =
            "name cutoff noise user! site joint tendon actuator body body1 body2 geom geom1"
                    + " geom2 camera mesh subtree1 subtree2 objtype objname reftype refname data reduce num dim needstage datatype"
                    + " interp nsample delay interval";

    /** Children by the kind of the parent; a bang marks what is left out. */
    private static final Map<String, List<String>> CHILDREN = new LinkedHashMap<>();

    /** Attributes by {@code kind of the parent/name}, or by name alone; a bang marks what is left out. */
    private static final Map<String, List<String>> ATTRIBUTES = new LinkedHashMap<>();

    static {
        children(
                "mujoco",
                "compiler option size! visual! statistic! default custom asset worldbody contact deformable!"
                        + " equality tendon actuator sensor keyframe extension!");
        children("compiler", "lengthrange!");
        children("option", "flag");
        children(
                "default",
                "default joint geom site camera light mesh material pair equality tendon general motor position"
                        + " velocity intvelocity damper cylinder muscle adhesion!");
        children("asset", "mesh material texture! hfield skin! model!");
        children("material", "layer!");
        children("mesh", "plugin!");
        children("body", BODY_CHILDREN);
        children("worldbody", BODY_CHILDREN.replace("inertial joint freejoint ", ""));
        children("contact", "pair exclude");
        children("equality", "connect weld joint tendon flex! flexvert! flexstrain! distance!");
        children("tendon", "fixed spatial!");
        children("fixed", "joint");
        children("actuator", "general motor position velocity intvelocity damper cylinder muscle! adhesion! plugin!");
        children("sensor", SENSORS);
        children("custom", "numeric text! tuple!");
        children("keyframe", "key");

        attributes("mujoco", "model");
        attributes(
                "compiler",
                "autolimits boundmass boundinertia settotalmass balanceinertia strippath coordinate angle"
                        + " eulerseq meshdir texturedir assetdir inertiafromgeom inertiagrouprange fitaabb discardvisual!"
                        + " usethread convexhull fusestatic! saveinertial alignfree! exactmeshinertia conflict");
        attributes(
                "option",
                "timestep gravity integrator cone solver iterations tolerance impratio density viscosity wind"
                        + " apirate jacobian magnetic o_margin o_solref o_solimp o_friction collision ls_iterations ls_tolerance"
                        + " noslip_iterations noslip_tolerance ccd_iterations ccd_tolerance mpr_iterations mpr_tolerance"
                        + " sdf_iterations sdf_initpoints sleep_tolerance actuatorgroupdisable");
        attributes(
                "flag",
                "constraint equality frictionloss limit contact passive spring damper gravity clampctrl"
                        + " warmstart filterparent actuation refsafe sensor midphase nativeccd eulerdamp autoreset override energy"
                        + " fwdinv invdiscrete multiccd island sleep sensornoise");
        attributes("default", "class");
        attributes("worldbody", "");
        attributes("body", "name childclass mocap! gravcomp! sleep! user!" + TURN);
        attributes("frame", "name childclass" + TURN);
        attributes("replicate", "count offset euler sep childclass");
        attributes("inertial", "mass diaginertia fullinertia" + TURN);
        attributes(
                "joint",
                "name class type group pos axis springdamper! limited actuatorfrclimited solreflimit solimplimit"
                        + " solreffriction solimpfriction stiffness range actuatorfrcrange actuatorgravcomp! margin ref springref"
                        + " armature damping frictionloss user!");
        attributes("freejoint", "name group align!");
        attributes(
                "geom",
                "name class type contype conaffinity condim group priority size material friction mass density"
                        + " shellinertia! solmix solref solimp margin gap fromto hfield mesh fitscale rgba fluidshape! fluidcoef!"
                        + " user!" + TURN);
        attributes("site", "name class type group material size fromto rgba user!" + TURN);
        attributes(
                "camera",
                "name class orthographic projection fovy ipd! resolution output! mode target focal! focalpixel!"
                        + " principal! principalpixel! sensorsize! user!" + TURN);
        attributes(
                "light",
                "name class directional type castshadow active pos dir bulbradius! intensity! range! attenuation!"
                        + " cutoff! exponent! ambient! diffuse specular! mode target texture!");
        attributes(
                "mesh",
                "name class content_type file vertex normal texcoord face refpos refquat scale smoothnormal"
                        + " maxhullvert octree_maxdepth inertia builtin! params! material!");
        attributes(
                "material",
                "name class texture emission! specular! shininess! reflectance! metallic! roughness! rgba"
                        + " texrepeat! texuniform!");
        attributes("hfield", "name content_type file nrow ncol size elevation");
        attributes("pair", "name class geom1 geom2 condim friction solref solreffriction! solimp gap margin");
        attributes("exclude", "name body1 body2");
        attributes("connect", EQUALITY + "body1 body2 anchor site1 site2");
        attributes("weld", EQUALITY + "body1 body2 relpose anchor site1 site2 torquescale");
        attributes("equality/joint", EQUALITY + "joint1 joint2 polycoef");
        attributes("equality/tendon", EQUALITY + "tendon1 tendon2 polycoef");
        attributes("default/equality", EQUALITY);
        attributes(
                "fixed",
                "name class group limited actuatorfrclimited range actuatorfrcrange solreflimit solimplimit"
                        + " solreffriction solimpfriction frictionloss springlength stiffness damping armature margin user!");
        attributes("default/tendon", String.join(" ", listed("fixed")) + " width material rgba");
        attributes("fixed/joint", "joint coef");
        String model = " actdim! dyntype gaintype biastype dynprm gainprm biasprm actearly nsample! interp! delay!";
        attributes("general", ACTUATOR + model);
        attributes("motor", ACTUATOR);
        attributes("position", ACTUATOR + " kp kv dampratio timeconst inheritrange");
        attributes("velocity", ACTUATOR + " kv");
        attributes("intvelocity", ACTUATOR + " kp kv dampratio inheritrange");
        attributes("damper", ACTUATOR + " kv");
        attributes("cylinder", ACTUATOR + " timeconst area diameter bias");
        attributes("muscle", ACTUATOR + " timeconst tausmooth range force scale lmin lmax vmax fpmax fvmax");
        attributes("numeric", "name data size!");
        attributes("key", "name time qpos qvel act mpos mquat ctrl");
        for (String section :
                List.of("asset", "contact", "equality", "tendon", "actuator", "sensor", "keyframe", "custom")) {
            ATTRIBUTES.putIfAbsent("mujoco/" + section, List.of());
        }
    }

    private final Unsupported unsupported;

    Schema(Unsupported unsupported) {
        this.unsupported = unsupported;
    }

    private static void children(String parent, String names) {
        CHILDREN.put(parent, List.of(names.split(" ")));
    }

    private static void attributes(String element, String names) {
        ATTRIBUTES.put(
                element, names.isBlank() ? List.of() : List.of(names.strip().split(" ")));
    }

    private static List<String> listed(String key) {
        return ATTRIBUTES.getOrDefault(key, List.of());
    }

    /** Checks the whole file. */
    void check(XmlElement root) {
        check(root, "", root.name());
    }

    private void check(XmlElement element, String parent, String context) {
        checkAttributes(element, parent);
        List<String> known = CHILDREN.getOrDefault(inDefaults(parent, element) ? "" : context, List.of());
        for (XmlElement child : element.children()) {
            String name = child.name();
            if (known.contains(name + "!")) {
                unsupported.add(child, "<" + name + ">");
            } else if (known.contains(name)) {
                // What stands in a frame stands in the body around it.
                boolean frame = name.equals("frame") || name.equals("replicate");
                check(child, element.name(), frame ? context : name);
            } else {
                throw child.error(
                        "schema violation: <" + element.name() + "> has no element <" + name + ">"
                                + Suggestion.phrase(name, plain(known)),
                        known.isEmpty()
                                ? "Remove it; <" + element.name() + "> holds no elements"
                                : "Its elements are " + String.join(", ", plain(known)));
            }
        }
    }

    private static boolean inDefaults(String parent, XmlElement element) {
        return parent.equals("default") && !element.name().equals("default");
    }

    private void checkAttributes(XmlElement element, String parent) {
        String name = element.name();
        List<String> known = ATTRIBUTES.get(parent + "/" + name);
        if (known == null) {
            known = parent.equals("sensor") ? List.of(SENSOR.split(" ")) : listed(name);
        }
        for (Map.Entry<String, String> attribute : element.attributes().entrySet()) {
            String key = attribute.getKey();
            if (known.contains(key + "!")) {
                if (!Set.of("false", "0", "none", "auto")
                        .contains(attribute.getValue().strip())) {
                    unsupported.add(element, name + " " + key);
                }
            } else if (!known.contains(key)) {
                throw element.error(
                        "schema violation: <" + name + "> has no attribute '" + key + "'"
                                + Suggestion.phrase(key, plain(known)),
                        "Its attributes are " + String.join(", ", plain(known)));
            }
        }
    }

    private static Set<String> plain(List<String> words) {
        Set<String> plain = new LinkedHashSet<>();
        words.forEach(word -> plain.add(word.replace("!", "")));
        return plain;
    }

    /** The sensors that MJCF knows. */
    static List<String> sensors() {
        return Arrays.stream(SENSORS.split(" "))
                .filter(word -> !word.endsWith("!"))
                .toList();
    }
}
