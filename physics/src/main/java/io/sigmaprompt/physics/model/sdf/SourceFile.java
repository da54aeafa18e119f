package io.sigmaprompt.physics.model.sdf;

import io.sigmaprompt.physics.model.resource.MeshSearch;
import io.sigmaprompt.physics.model.resource.PackagePath;
import java.nio.file.Path;

/**
 * A file that is being read: the model's own, or one that it includes.
 *
 * @param packages where its URIs are looked for
 * @param meshes the account of its meshes
 */
record SourceFile(Path file, SdfVersion version, PackagePath packages, MeshSearch meshes) {
    static SourceFile of(Path file, SdfVersion version) {
        PackagePath packages = PackagePath.of(file);
        return new SourceFile(file, version, packages, new MeshSearch(packages));
    }
}
