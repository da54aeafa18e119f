#import "io/sigmaprompt/workbench/viewport/Studio.glsllib"

uniform vec3 g_CameraPosition;
uniform vec2 g_ResolutionInverse;
uniform vec4 m_FloorColor;
uniform vec4 m_LineColor;
uniform vec3 m_Centre;
uniform float m_Reach;
uniform vec4 m_ShadowFootprint;
in vec3 worldPosition;
in vec3 worldNormal;
out vec4 pixel;

// How much of this pixel a line of the grid covers; a grid too fine to be told apart fades instead of shimmering.
float grid(vec2 at, float spacing, float width) {
    vec2 cell = at / spacing;
    vec2 perPixel = max(fwidth(cell), vec2(1e-6));
    vec2 line = clamp(width * 0.5 + 0.5 - abs(fract(cell - 0.5) - 0.5) / perPixel, 0.0, 1.0);
    vec2 visible = line * (1.0 - smoothstep(0.12, 0.4, perPixel));
    return max(visible.x, visible.y);
}

// All of it is reckoned in screen colours: the floor fills most of the picture, and encoding is dear.
void main() {
    vec2 outward = (worldPosition.xz - m_Centre.xz) / m_Reach;
    float away2 = dot(outward, outward);
    vec3 behind = backdrop(gl_FragCoord.y * g_ResolutionInverse.y);
    // Looked at along the ground, everything is far.
    vec3 toEye = g_CameraPosition - worldPosition;
    float steepness = toEye.y * inversesqrt(dot(toEye, toEye));
    float fade = (1.0 - smoothstep(0.06, 1.0, away2)) * smoothstep(0.0, 0.10, steepness);
    float lit = 1.0;
    vec2 nearer = m_ShadowFootprint.xy - worldPosition.xz;
    vec2 farther = worldPosition.xz - m_ShadowFootprint.zw;
    if (fade > 0.0 && max(max(nearer.x, nearer.y), max(farther.x, farther.y)) < 0.0) {
        lit = keyVisibility(worldPosition, vec3(0.0, 1.0, 0.0), 5.0);
    }
    float pool = 0.90 + 0.24 / (1.0 + 12.0 * away2);
    vec3 ground = m_FloorColor.rgb * pool;
    float lines = max(0.42 * grid(worldPosition.xz, 0.25, 1.0), grid(worldPosition.xz, 1.0, 1.3));
    ground = mix(ground, m_LineColor.rgb, lines * 0.5) * mix(0.58, 1.0, lit);
    pixel = vec4(dithered(mix(behind, ground, fade)), 1.0);
}
