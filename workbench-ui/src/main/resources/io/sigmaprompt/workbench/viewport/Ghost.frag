#import "io/sigmaprompt/workbench/viewport/Studio.glsllib"

uniform vec3 g_CameraPosition;
uniform vec4 m_AgreeColor;
uniform vec4 m_DifferColor;
uniform float m_Divergence;
in vec3 worldPosition;
in vec3 worldNormal;
out vec4 pixel;

// A prediction is a shell: seen through where it faces us, drawn at its outline. Where it agrees it stays in the
// background, where it differs it fills.
void main() {
    vec3 eye = normalize(g_CameraPosition - worldPosition);
    vec3 normal = normalize(worldNormal);
    normal = dot(normal, eye) < 0.0 ? -normal : normal;
    float outline = pow(1.0 - max(dot(normal, eye), 0.0), 2.2);
    float shade = 0.62 + 0.38 * max(dot(normal, m_KeyDirection), 0.0);
    vec3 tint = mix(m_AgreeColor.rgb, m_DifferColor.rgb, m_Divergence);
    float alpha = mix(mix(0.13, 0.40, m_Divergence), mix(0.62, 0.92, m_Divergence), outline);
    pixel = vec4(toScreen(tint * (shade + 0.35 * outline)), alpha);
}
