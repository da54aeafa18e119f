package io.sigmaprompt.physics.model.resource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackagePathTest {
    @TempDir
    Path root;

    private Path description;

    @BeforeEach
    void lay_out() throws IOException {
        description = file("robots/arm/urdf/arm.urdf");
    }

    @Test
    void a_package_is_the_folder_of_that_name_beside_an_ancestor() throws IOException {
        Path mesh = file("robots/arm/meshes/a.stl");
        Path other = file("robots/hand/meshes/h.stl");
        assertEquals(mesh, path().resolve("package://arm/meshes/a.stl"));
        assertEquals(other, path().resolve("package://hand/meshes/h.stl"));
        assertEquals(other, path().resolve("model://hand/meshes/h.stl"));
        assertEquals(root.resolve("robots/hand"), path().find("hand", ""));
    }

    @Test
    void a_package_whose_folder_has_another_name_is_found_by_its_content() throws IOException {
        Path mesh = file("robots/arm/meshes/a.stl");
        assertEquals(mesh, path().resolve("package://arm_description/meshes/a.stl"));
        assertEquals(root.resolve("robots/arm"), path().find("arm_description", "meshes/a.stl"));
        assertNull(path().find("arm_description", ""));
    }

    @Test
    void the_environment_names_further_places() throws IOException {
        Path sigma = file("one/pump/p.stl");
        Path ros = file("two/valve/v.stl");
        Path ament = file("three/share/tank/t.stl");
        PackagePath path = new PackagePath(
                description,
                Map.of(
                        "SIGMA_PACKAGE_PATH", root.resolve("none") + File.pathSeparator + root.resolve("one"),
                        "ROS_PACKAGE_PATH", root.resolve("two/valve").toString(),
                        "AMENT_PREFIX_PATH", root.resolve("three").toString())::get);
        assertEquals(sigma, path.resolve("package://pump/p.stl"));
        assertEquals(ros, path.resolve("package://valve/v.stl"));
        assertEquals(ament, path.resolve("package://tank/t.stl"));
    }

    @Test
    void plain_paths_start_at_the_description_and_file_uris_are_absolute() throws IOException {
        Path mesh = file("robots/arm/urdf/m/a b.stl");
        assertEquals(mesh, path().resolve("m/a b.stl"));
        assertEquals(mesh, path().resolve(mesh.toString()));
        assertEquals(mesh, path().resolve(mesh.toUri().toString()));
        assertEquals(mesh, path().resolve("file://" + mesh));
    }

    @Test
    void what_is_nowhere_is_null() {
        assertNull(path().resolve("package://arm/meshes/none.stl"));
        assertNull(path().resolve("package://arm"));
        assertNull(path().resolve("package:///x"));
        assertNull(path().resolve("http://host/a.stl"));
        assertNull(path().resolve("../urdf"));
        assertNull(path().resolve("\0"));
    }

    private PackagePath path() {
        return new PackagePath(description, name -> null);
    }

    private Path file(String name) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "");
    }
}
