package io.sigmaprompt.physics.model.sdf;

import io.sigmaprompt.physics.model.xml.XmlElement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an {@code <sdf version="1.N">} says; the meaning of a file hangs on it. */
record SdfVersion(int minor) {
    /** Axes are written in the model's frame. */
    static final int AXES_IN_MODEL = 4;
    /** From here on poses name frames, and names are unique among all kinds of elements. */
    static final int FRAMES = 7;

    static final int PLACEMENT = 8;
    static final int ROTATION_FORMATS = 9;
    static final int OLDEST = 4;
    static final int NEWEST = 11;

    private static final Pattern FORM = Pattern.compile("1\\.(\\d{1,4})");

    /** The version that the outermost element declares; refused where it declares none or one that is not read. */
    static SdfVersion of(XmlElement sdf) {
        String written = sdf.attribute("version");
        if (written == null) {
            throw sdf.error(
                    "the <sdf> has no version, on which the meaning of its poses and axes hangs",
                    "Add version=\"1." + NEWEST + "\", or the version that the file was written for");
        }
        Matcher form = FORM.matcher(written.strip());
        if (!form.matches()) {
            throw sdf.error(
                    "the version '" + written + "' is none of SDFormat's",
                    "Write it as in version=\"1." + NEWEST + "\"; 1.6 to 1." + NEWEST + " are read");
        }
        int minor = Integer.parseInt(form.group(1));
        if (minor < OLDEST || minor > NEWEST) {
            throw sdf.error(
                    "SDFormat " + written.strip() + " is " + (minor < OLDEST ? "older" : "newer")
                            + " than what is read, 1." + OLDEST + " to 1." + NEWEST,
                    minor < OLDEST
                            ? "Convert it with Gazebo's own tool: gz sdf -p FILE > new.sdf"
                            : "Declare 1." + NEWEST + " if the file uses nothing newer");
        }
        return new SdfVersion(minor);
    }

    boolean atLeast(int other) {
        return minor >= other;
    }

    @Override
    public String toString() {
        return "1." + minor;
    }
}
