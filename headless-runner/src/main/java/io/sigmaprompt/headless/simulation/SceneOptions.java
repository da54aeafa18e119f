package io.sigmaprompt.headless.simulation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a scene is set up.
 *
 * @param step s; null for the file's own
 * @param keyframe where it starts; null for the first one, where there is one, empty for the pose that the file draws
 * @param baseHeight at which a robot's root is free, m; null where it stays as the file has it
 * @param floor whether a plane lies at height 0
 * @param sleeping whether bodies that rest may sleep
 * @param arguments of the file's xacro
 */
public record SceneOptions(
        @Nullable Double step,
        @Nullable String keyframe,
        @Nullable Double baseHeight,
        boolean floor,
        boolean sleeping,
        Map<String, String> arguments) {
    /** The file as it is. */
    public static SceneOptions plain(@Nullable String keyframe, boolean sleeping) {
        return new SceneOptions(null, keyframe, null, false, sleeping, Map.of());
    }
}
