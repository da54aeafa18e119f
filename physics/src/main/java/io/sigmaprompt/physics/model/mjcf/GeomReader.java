package io.sigmaprompt.physics.model.mjcf;

import io.sigmaprompt.physics.model.ContactSurface;
import io.sigmaprompt.physics.model.Geometry;
import io.sigmaprompt.physics.model.Inertia;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.Shape;
import io.sigmaprompt.physics.model.Softness;
import io.sigmaprompt.physics.model.xml.Numbers;
import io.sigmaprompt.physics.model.xml.XmlElement;
import org.jspecify.annotations.Nullable;

/** Reads {@code <geom>} (MuJoCo documentation, XML reference, body/geom). */
final class GeomReader {
    /** Kilograms per cubic metre, where none is written. */
    private static final double WATER = 1000;

    private final CompilerSettings settings;
    private final Placement placement;
    private final Assets assets;
    private final Unsupported unsupported;

    GeomReader(CompilerSettings settings, Placement placement, Assets assets, Unsupported unsupported) {
        this.settings = settings;
        this.placement = placement;
        this.assets = assets;
        this.unsupported = unsupported;
    }

    /**
     * The geom, or null where its kind is not supported, which is then noted.
     *
     * @param element with its defaults
     * @param frame from the frame that the element stands in to its body
     * @param weighs whether the geom may make inertia
     */
    @Nullable
    Geom read(XmlElement element, Pose frame, boolean weighs) {
        String type = Words.keyword(
                element,
                "type",
                "sphere",
                "plane",
                "hfield",
                "sphere",
                "capsule",
                "ellipsoid",
                "cylinder",
                "box",
                "mesh",
                "sdf");
        boolean fitted = !type.equals("mesh") && element.attribute("mesh") != null;
        if (type.equals("sdf") || fitted) {
            unsupported.add(element, fitted ? "geom of type " + type + " fitted to a mesh" : "geom of type sdf");
            return null;
        }
        Extent extent = Extent.of(element, type, 0, placement);
        Pose pose = frame.times(extent.pose());
        Geometry geometry;
        Pose origin = pose;
        if (type.equals("mesh")) {
            MeshAsset mesh = assets.mesh(element);
            geometry = mesh.geometry();
            origin = mesh.reference(pose);
        } else if (type.equals("hfield")) {
            geometry = assets.heightField(element);
        } else {
            geometry = extent.geometry(type);
        }
        ContactSurface surface = surface(element);
        boolean counts = weighs
                && surface.group() >= settings.firstInertiaGroup()
                && surface.group() <= settings.lastInertiaGroup();
        Inertia inertia = counts ? inertia(element, type, geometry).in(origin) : Inertia.ZERO;
        Shape shape = new Shape(Words.name(element), origin, geometry, assets.material(element), surface);
        return new Geom(element, shape, inertia);
    }

    private Inertia inertia(XmlElement element, String type, Geometry geometry) {
        double mass = Numbers.optional(element, "mass", -1);
        if (element.attribute("mass") != null && mass < 0) {
            throw element.error("the mass of <geom> is negative, " + mass, "Give zero or more, in kilograms");
        }
        double density = Numbers.optional(element, "density", WATER);
        if (density < 0) {
            throw element.error("the density of <geom> is negative, " + density, "Give zero or more, in kg/m³");
        }
        if (mass == 0 || mass < 0 && density == 0) {
            return Inertia.ZERO;
        }
        Inertia unit = type.equals("mesh") ? assets.mesh(element).unitInertia(element) : Solid.of(geometry);
        if (unit.mass() == 0) {
            return Inertia.ZERO;
        }
        return unit.times(mass > 0 ? mass / unit.mass() : density);
    }

    private static ContactSurface surface(XmlElement element) {
        ContactSurface d = ContactSurface.DEFAULT;
        double[] friction = Words.upTo(element, "friction", d.sliding(), d.torsional(), d.rolling());
        for (double coefficient : friction) {
            if (coefficient < 0) {
                throw element.error(
                        "the friction of <geom> is negative, " + coefficient,
                        "Give zero or more: sliding, torsional (m), rolling (m)");
            }
        }
        int dimensions = Words.integer(element, "condim", d.dimensions());
        if (dimensions != 1 && dimensions != 3 && dimensions != 4 && dimensions != 6) {
            throw element.error("the condim of <geom> is " + dimensions, "Give 1, 3, 4 or 6");
        }
        Softness softness = Words.softness(element, "solref", "solimp");
        return new ContactSurface(
                Words.integer(element, "contype", d.type()),
                Words.integer(element, "conaffinity", d.affinity()),
                dimensions,
                Words.integer(element, "priority", d.priority()),
                Numbers.optional(element, "solmix", d.mix()),
                friction[0],
                friction[1],
                friction[2],
                d.restitution(),
                Numbers.optional(element, "margin", d.margin()),
                Numbers.optional(element, "gap", d.gap()),
                softness,
                Words.integer(element, "group", d.group()));
    }
}
