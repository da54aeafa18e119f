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
float grid(vec2 at, float spacing, float width) {
    vec2 cell = at / spacing;
    vec2 perPixel = max(fwidth(cell), vec2(1e-6));
    vec2 line = clamp(width * 0.5 + 0.5 - abs(fract(cell - 0.5) - 0.5) / perPixel, 0.0, 1.0);
    vec2 visible = line * (1.0 - smoothstep(0.12, 0.4, perPixel));
    return max(visible.x, visible.y);
}

void main() {
    float away = distance(worldPosition.xz, m_Centre.xz) / m_Reach;
    vec3 behind = backdrop(gl_FragCoord.y * g_ResolutionInverse.y);
    float fade = 1.0 - smoothstep(0.25, 1.0, away);
    vec3 eye = normalize(g_CameraPosition - worldPosition);
    // Looked at along the ground, everything is far.
    fade *= smoothstep(0.0, 0.10, eye.y);
    float lit = fade > 0.0 ? keyVisibility(worldPosition, vec3(0.0, 1.0, 0.0), 5.0) : 1.0;
    float pool = 0.86 + 0.30 * exp(-5.0 * away * away);
    vec3 ground = m_FloorColor.rgb * pool * mix(0.34, 1.0, lit);
    float lines = max(0.42 * grid(worldPosition.xz, 0.25, 1.0), grid(worldPosition.xz, 1.0, 1.3));
    ground = mix(ground, m_LineColor.rgb * mix(0.6, 1.0, lit), lines * 0.5);
    pixel = vec4(toScreen(mix(behind, ground, fade)), 1.0);
}
