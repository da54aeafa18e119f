#import "io/sigmaprompt/workbench/viewport/Studio.glsllib"

uniform vec3 g_CameraPosition;
uniform vec2 g_ResolutionInverse;
uniform vec4 m_FloorColor;
uniform vec4 m_LineColor;
uniform vec3 m_Centre;
uniform float m_Reach;
in vec3 worldPosition;
in vec3 worldNormal;
out vec4 pixel;

// How much of this pixel a line of the grid covers; a grid too fine to be told apart fades instead of shimmering.
float grid(vec2 cell, vec2 cellsPerPixel, float width) {
    vec2 line = clamp(width * 0.5 + 0.5 - abs(fract(cell - 0.5) - 0.5) / cellsPerPixel, 0.0, 1.0);
    vec2 visible = line * clamp(1.4 - 3.6 * cellsPerPixel, 0.0, 1.0);
    return max(visible.x, visible.y);
}

// Only the patch that the robot can throw its shadow on looks it up. All of it is reckoned in screen colours: the floor fills most of the picture, and encoding is dear.
void main() {
    vec2 at = worldPosition.xz;
    vec2 outward = (at - m_Centre.xz) / m_Reach;
    float away2 = dot(outward, outward);
    // Looked at along the ground, everything is far.
    vec3 toEye = g_CameraPosition - worldPosition;
    float steepness = toEye.y * inversesqrt(dot(toEye, toEye));
    float fade = clamp(1.06 * (1.0 - away2), 0.0, 1.0);
    fade *= fade * clamp(10.0 * steepness, 0.0, 1.0);
#ifdef IN_SHADOW
    float lit = keyVisibility(worldPosition, vec3(0.0, 1.0, 0.0), 5.0);
#else
    float lit = 1.0;
#endif
    vec2 metresPerPixel = max(fwidth(at), vec2(1e-6));
    float lines = max(0.42 * grid(4.0 * at, 4.0 * metresPerPixel, 1.0), grid(at, metresPerPixel, 1.3));
    vec3 ground = m_FloorColor.rgb * (0.90 + 0.24 / (1.0 + 12.0 * away2));
    ground = mix(ground, m_LineColor.rgb, lines * 0.5) * (0.58 + 0.42 * lit);
    vec3 behind = backdrop(gl_FragCoord.y * g_ResolutionInverse.y);
    pixel = vec4(dithered(mix(behind, ground, fade)), 1.0);
}
