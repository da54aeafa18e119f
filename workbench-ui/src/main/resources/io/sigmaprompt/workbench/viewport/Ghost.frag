#import "io/sigmaprompt/workbench/viewport/Studio.glsllib"

uniform vec3 g_CameraPosition;
uniform vec4 m_Tint;
in vec3 worldPosition;
in vec3 worldNormal;
out vec4 pixel;

// A prediction is a shell: seen through where it faces us, drawn at its outline. Where it agrees it stays in the
// background, where it differs it fills, and where nobody can tell there is nothing but the outline. The tint's alpha
// is the divergence from 0 to 1, or -1 where it is not known.
void main() {
    vec3 eye = normalize(g_CameraPosition - worldPosition);
    vec3 normal = normalize(worldNormal);
    normal = dot(normal, eye) < 0.0 ? -normal : normal;
    float outline = pow(1.0 - max(dot(normal, eye), 0.0), 2.2);
    float shade = 0.62 + 0.38 * max(dot(normal, m_KeyDirection), 0.0);
    float divergence = max(m_Tint.a, 0.0);
    float known = step(0.0, m_Tint.a);
    float alpha = mix(mix(0.13, 0.46, divergence) * known, mix(0.62, 0.94, divergence), outline);
    pixel = vec4(toScreen(m_Tint.rgb * (shade + 0.35 * outline)), alpha);
}
