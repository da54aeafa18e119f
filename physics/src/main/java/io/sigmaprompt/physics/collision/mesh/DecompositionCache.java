package io.sigmaprompt.physics.collision.mesh;

import io.sigmaprompt.physics.model.mesh.TriangleMesh;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps the parts of the meshes that were cut last, by their content, so that a world built anew need not cut again. */
public final class DecompositionCache {
    private static final int MOST = 64;

    /** Worlds may be built on several threads. */
    private static final Map<Content, List<TriangleMesh>> PARTS = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Content, List<TriangleMesh>> eldest) {
            return size() > MOST;
        }
    };

    private record Content(TriangleMesh mesh, double bound, int most) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Content(TriangleMesh same, double otherBound, int otherMost)
                    && bound == otherBound
                    && most == otherMost
                    && Arrays.equals(mesh.vertices(), same.vertices())
                    && Arrays.equals(mesh.triangles(), same.triangles());
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(mesh.vertices()) + Arrays.hashCode(mesh.triangles());
        }
    }

    private DecompositionCache() {}

    /** As {@link ConvexDecomposition#of}. */
    public static List<TriangleMesh> of(TriangleMesh mesh, double bound, int most) {
        Content content = new Content(mesh, bound, most);
        synchronized (PARTS) {
            List<TriangleMesh> known = PARTS.get(content);
            if (known != null) {
                return known;
            }
        }
        List<TriangleMesh> parts = List.copyOf(ConvexDecomposition.of(mesh, bound, most));
        synchronized (PARTS) {
            PARTS.put(content, parts);
        }
        return parts;
    }
}
