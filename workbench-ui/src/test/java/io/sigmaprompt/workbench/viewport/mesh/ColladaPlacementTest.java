package io.sigmaprompt.workbench.viewport.mesh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.workbench.viewport.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Collada's unit is applied and its up axis is not, as ROS does it. */
class ColladaPlacementTest {
    private static final Vec3 ONE = new Vec3(1, 1, 1);

    @TempDir
    Path folder;

    private static double[] bounds(List<MeshPart> parts) {
        double[] all = parts.getFirst().triangles().bounds();
        for (MeshPart part : parts) {
            double[] box = part.triangles().bounds();
            for (int i = 0; i < 3; i++) {
                all[i] = Math.min(all[i], box[i]);
                all[i + 3] = Math.max(all[i + 3], box[i + 3]);
            }
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "shoulder", "upperarm", "forearm", "wrist1", "wrist2", "wrist3"})
    void aVisualOfTheUr10LiesWhereItsCollisionShapeLies(String link) {
        MeshLibrary library = new MeshLibrary();
        double[] visual = bounds(library.load(Corpus.file("robots/ur10/meshes/visual/" + link + ".dae"), ONE));
        double[] collision = bounds(library.load(Corpus.file("robots/ur10/meshes/collision/" + link + ".stl"), ONE));
        int alike = 0;
        for (int i = 0; i < 6; i++) {
            // The upper arm's visual has a cap that its collision shape leaves out, 26 mm on one side.
            assertEquals(collision[i], visual[i], 0.03, link + ", side " + i);
            alike += Math.abs(collision[i] - visual[i]) < 0.002 ? 1 : 0;
        }
        assertTrue(alike >= 5, link + ": " + alike + " of 6 sides agree");
    }

    @Test
    void aFileInMillimetresWithYUpIsScaledAndNotTurned() throws IOException {
        Path file = Files.writeString(folder.resolve("a.dae"), """
                <?xml version="1.0"?>
                <COLLADA xmlns="http://www.collada.org/2005/11/COLLADASchema" version="1.4.1">
                  <asset><unit name="millimeter" meter="0.001"/><up_axis>Y_UP</up_axis></asset>
                  <library_effects><effect id="e"><profile_COMMON><technique sid="c"><lambert>
                    <diffuse><color>0.8 0.4 0.2 1</color></diffuse></lambert></technique></profile_COMMON></effect>
                  </library_effects>
                  <library_materials><material id="m"><instance_effect url="#e"/></material></library_materials>
                  <library_geometries><geometry id="g"><mesh>
                    <source id="p"><float_array id="pa" count="9">0 0 0 1000 0 0 0 2000 3000</float_array>
                      <technique_common><accessor source="#pa" count="3" stride="3">
                        <param name="X" type="float"/><param name="Y" type="float"/><param name="Z" type="float"/>
                      </accessor></technique_common></source>
                    <vertices id="v"><input semantic="POSITION" source="#p"/></vertices>
                    <triangles count="1" material="s"><input semantic="VERTEX" source="#v" offset="0"/>
                      <p>0 1 2</p></triangles></mesh></geometry></library_geometries>
                  <library_visual_scenes><visual_scene id="s"><node id="n"><instance_geometry url="#g">
                    <bind_material><technique_common><instance_material symbol="s" target="#m"/></technique_common>
                    </bind_material></instance_geometry></node></visual_scene></library_visual_scenes>
                  <scene><instance_visual_scene url="#s"/></scene>
                </COLLADA>
                """);
        List<MeshPart> parts = new MeshLibrary().load(file, ONE);
        double[] box = bounds(parts);
        assertEquals(1, box[3], 1e-6);
        assertEquals(2, box[4], 1e-6);
        assertEquals(3, box[5], 1e-6);
        assertEquals(0.8, parts.getFirst().material().red(), 1e-6);
        assertEquals(0.4, parts.getFirst().material().green(), 1e-6);
    }

    @Test
    void readsWavefront() throws IOException {
        Path file = Files.writeString(folder.resolve("a.obj"), "v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n");
        List<MeshPart> parts = new MeshLibrary().load(file, new Vec3(2, 2, 2));
        assertEquals(2, bounds(parts)[3], 1e-6);
        assertTrue(parts.getFirst().triangles().normals()[2] > 0.99);
    }
}
