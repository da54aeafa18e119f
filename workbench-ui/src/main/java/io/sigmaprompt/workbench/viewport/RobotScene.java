package io.sigmaprompt.workbench.viewport;

import com.jme3.asset.AssetManager;
import com.jme3.bounding.BoundingBox;
import com.jme3.material.Material;
import com.jme3.material.RenderState.BlendMode;
import com.jme3.math.ColorRGBA;
import com.jme3.renderer.queue.RenderQueue.Bucket;
import com.jme3.scene.Geometry;
import com.jme3.scene.Mesh;
import com.jme3.scene.Node;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.workbench.theme.DivergenceColours;
import io.sigmaprompt.workbench.theme.Theme;
import io.sigmaprompt.workbench.viewport.mesh.TriangleMesh;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of one robot: its links in their own colours, and the links of its ghost, translucent and coloured by
 * divergence. Drawing thread only.
 */
final class RobotScene {
    private static final float PLACEHOLDER_EDGE = 0.06f;

    /** Tells the shader that a divergence is not known. */
    private static final float UNKNOWN = -1;

    private final AssetManager assets;
    private final StudioLight light;
    private final Node solid = new Node("robot");
    private final Node ghost = new Node("ghost");
    private final List<Node> solidLinks = new ArrayList<>();
    private final List<Node> ghostLinks = new ArrayList<>();
    private final List<Material> ghostMaterials = new ArrayList<>();
    private final Map<io.sigmaprompt.physics.model.Material, Material> surfaces = new LinkedHashMap<>();
    private final IdentityHashMap<TriangleMesh, Mesh> meshes = new IdentityHashMap<>();
    private final Map<Geometry, LinkShape> shapeOf = new LinkedHashMap<>();
    private boolean fine = true;
    /** What the ghost's materials are tinted with: written in place, so that a frame allocates nothing. */
    private final List<ColorRGBA> tints = new ArrayList<>();

    private final ColorRGBA[] scale = new ColorRGBA[DivergenceColours.STEPS];
    private final ColorRGBA unknown = new ColorRGBA();
    private final ColorRGBA missing = new ColorRGBA();
    private final ColorRGBA missingEdge = new ColorRGBA();

    RobotScene(AssetManager assets, StudioLight light, int links, RobotShapes shapes, Theme theme) {
        this.assets = assets;
        this.light = light;
        setTheme(theme);
        for (int i = 0; i < links; i++) {
            solidLinks.add(new Node());
            ghostLinks.add(new Node());
            solid.attachChild(solidLinks.get(i));
            ghost.attachChild(ghostLinks.get(i));
            ColorRGBA tint = new ColorRGBA();
            tints.add(tint);
            ghostMaterials.add(ghostMaterial(tint));
        }
        for (LinkShape shape : shapes.shapes()) {
            if (shape.placeholder()) {
                addPlaceholder(shape);
            } else {
                addSolid(shape);
                addGhost(shape);
            }
        }
    }

    void setTheme(Theme theme) {
        for (int i = 0; i < scale.length; i++) {
            double amount = (double) i / (scale.length - 1);
            scale[i] = LinearColour.of(DivergenceColours.of(theme, amount));
            scale[i].a = (float) amount;
        }
        unknown.set(LinearColour.of(theme.hint()));
        unknown.a = UNKNOWN;
        // These two go to the screen as they are.
        missing.set(encoded(theme, 0.16f));
        missingEdge.set(encoded(theme, 0.9f));
    }

    private static ColorRGBA encoded(Theme theme, float alpha) {
        return new ColorRGBA(
                (float) theme.warning().getRed(),
                (float) theme.warning().getGreen(),
                (float) theme.warning().getBlue(),
                alpha);
    }

    /** The robot's own links; what casts shadows and what a camera frames. */
    Node solid() {
        return solid;
    }

    Node ghost() {
        return ghost;
    }

    /** Places the links; without a ghost in the pose the ghost is not drawn. */
    void pose(FigurePose pose) {
        for (int i = 0; i < solidLinks.size(); i++) {
            JmeMesh.place(solidLinks.get(i), pose.links(), 7 * i);
        }
        double[] ghostPoses = pose.ghost();
        double[] divergence = pose.divergence();
        ghost.setCullHint(ghostPoses == null ? Node.CullHint.Always : Node.CullHint.Inherit);
        if (ghostPoses == null) {
            return;
        }
        for (int i = 0; i < ghostLinks.size(); i++) {
            JmeMesh.place(ghostLinks.get(i), ghostPoses, 7 * i);
            tints.get(i).set(divergence == null ? unknown : tint(divergence[i]));
        }
    }

    private ColorRGBA tint(double divergence) {
        return Double.isNaN(divergence)
                ? unknown
                : scale[(int) Math.rint(Math.clamp(divergence, 0.0, 1.0) * (scale.length - 1))];
    }

    /** Lets go of what is shared with other scenes. */
    void release() {
        surfaces.values().forEach(light::unbind);
        ghostMaterials.forEach(light::unbind);
        solid.removeFromParent();
        ghost.removeFromParent();
    }

    /** What the robot's links fill, in the scene's z-up frame, or null where nothing is drawn. */
    @Nullable
    Bounds bounds() {
        if (!(solid.getWorldBound() instanceof BoundingBox box)) {
            return null;
        }
        // jMonkeyEngine's (x, y, z) is our (x, z, -y).
        return new Bounds(
                box.getCenter().x,
                -box.getCenter().z,
                box.getCenter().y,
                box.getXExtent(),
                box.getZExtent(),
                box.getYExtent());
    }

    private void addSolid(LinkShape shape) {
        Geometry geometry = geometry(shape);
        geometry.setMaterial(surfaces.computeIfAbsent(shape.material(), this::surface));
        if (shape.material().alpha() < 1) {
            geometry.setQueueBucket(Bucket.Transparent);
        }
        solidLinks.get(shape.link()).attachChild(geometry);
    }

    /** Twice: first its depth, so that of all its layers only the foremost is seen, then its colour. */
    private void addGhost(LinkShape shape) {
        Geometry shell = geometry(shape);
        shell.setMaterial(shellMaterial());
        shell.setQueueBucket(Bucket.Transparent);
        Geometry colour = geometry(shape);
        colour.setMaterial(ghostMaterials.get(shape.link()));
        colour.setQueueBucket(Bucket.Translucent);
        ghostLinks.get(shape.link()).attachChild(shell);
        ghostLinks.get(shape.link()).attachChild(colour);
    }

    private void addPlaceholder(LinkShape shape) {
        Geometry faces = geometry(shape);
        faces.setMaterial(tint(missing));
        faces.setQueueBucket(Bucket.Transparent);
        Geometry edges = new Geometry("placeholder edges", JmeMesh.cubeEdges(PLACEHOLDER_EDGE));
        place(edges, shape.origin());
        edges.setMaterial(tint(missingEdge));
        edges.setQueueBucket(Bucket.Transparent);
        solidLinks.get(shape.link()).attachChild(faces);
        solidLinks.get(shape.link()).attachChild(edges);
    }

    private Geometry geometry(LinkShape shape) {
        Geometry geometry = new Geometry("link " + shape.link(), mesh(shape.triangles()));
        place(geometry, shape.origin());
        shapeOf.put(geometry, shape);
        return geometry;
    }

    private Mesh mesh(TriangleMesh triangles) {
        return meshes.computeIfAbsent(triangles, JmeMesh::triangles);
    }

    /** Draws all triangles, or only as many as a live view can show. */
    void setFine(boolean wanted) {
        if (wanted == fine) {
            return;
        }
        fine = wanted;
        shapeOf.forEach((geometry, shape) -> geometry.setMesh(mesh(fine ? shape.triangles() : shape.coarse())));
    }

    private static void place(Geometry geometry, Pose origin) {
        JmeMesh.place(
                geometry,
                new double[] {origin.x(), origin.y(), origin.z(), origin.qx(), origin.qy(), origin.qz(), origin.qw()},
                0);
    }

    private Material surface(io.sigmaprompt.physics.model.Material material) {
        Material surface = new Material(assets, "io/sigmaprompt/workbench/viewport/Surface.j3md");
        surface.setColor("BaseColor", LinearColour.of(material));
        if (material.alpha() < 1) {
            surface.getAdditionalRenderState().setBlendMode(BlendMode.Alpha);
        }
        light.bind(surface);
        return surface;
    }

    private Material ghostMaterial(ColorRGBA tint) {
        Material material = new Material(assets, "io/sigmaprompt/workbench/viewport/Ghost.j3md");
        material.setColor("Tint", tint);
        light.bind(material);
        return material;
    }

    private Material shellMaterial() {
        return new Material(assets, "io/sigmaprompt/workbench/viewport/Shell.j3md");
    }

    private Material tint(ColorRGBA colour) {
        Material material = new Material(assets, "io/sigmaprompt/workbench/viewport/Tint.j3md");
        material.setColor("Color", colour);
        return material;
    }
}
