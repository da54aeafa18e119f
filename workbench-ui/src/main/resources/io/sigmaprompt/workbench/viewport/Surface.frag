#import "io/sigmaprompt/workbench/viewport/Studio.glsllib"

uniform vec3 g_CameraPosition;
uniform vec4 m_BaseColor;
uniform float m_Roughness;
in vec3 worldPosition;
in vec3 worldNormal;
out vec4 pixel;

// A studio seen in a polished surface: darker below, a large soft box above, a strip of cool light behind.
vec3 surroundings(vec3 direction, float roughness) {
    vec3 light = mix(m_GroundColor.rgb, m_SkyColor.rgb, smoothstep(-0.4, 0.6, direction.y));
    float spread = mix(0.10, 0.55, roughness);
    light += m_KeyColor.rgb * 1.3 * smoothstep(1.0 - spread - 0.12, 1.0 - spread * 0.3, dot(direction, m_KeyDirection));
    light += m_RimColor.rgb * 0.9 * smoothstep(1.0 - spread - 0.1, 1.0 - spread * 0.4, dot(direction, m_RimDirection));
    return light;
}

void main() {
    vec3 eye = normalize(g_CameraPosition - worldPosition);
    vec3 normal = normalize(worldNormal);
    // Many a mesh from a CAD program has faces turned inside out.
    normal = dot(normal, eye) < 0.0 ? -normal : normal;
    float facing = max(dot(normal, eye), 0.0);

    float lambert = max(dot(normal, m_KeyDirection), 0.0);
    float key = lambert * keyVisibility(worldPosition, normal, 2.2);
    float fill = max(dot(normal, m_RimDirection), 0.0);
    // Near the floor less sky is seen: that is what sets a robot on the ground instead of above it.
    float openness = mix(0.55, 1.0, smoothstep(-0.02, 0.22, worldPosition.y - m_FloorHeight + 0.1 * normal.y));
    vec3 ambient = mix(m_GroundColor.rgb, m_SkyColor.rgb, normal.y * 0.5 + 0.5) * openness;
    vec3 diffuse = m_BaseColor.rgb * (m_KeyColor.rgb * key + m_RimColor.rgb * 0.35 * fill + ambient);

    vec3 halfway = normalize(m_KeyDirection + eye);
    float a = m_Roughness * m_Roughness;
    float nh = max(dot(normal, halfway), 0.0);
    float d = nh * nh * (a * a - 1.0) + 1.0;
    float highlight = min(a * a / (3.14159 * d * d), 12.0) * 0.25 * key;
    float grazing = pow(1.0 - facing, 5.0);
    float mirror = 0.04 + (max(1.0 - m_Roughness, 0.04) - 0.04) * grazing;
    vec3 reflected = surroundings(reflect(-eye, normal), m_Roughness) * mirror * openness;
    // The outline against the dark, in the cool light's colour.
    vec3 rim = m_RimColor.rgb * 0.55 * pow(1.0 - facing, 3.5) * (0.25 + 0.75 * fill) * openness;

    vec3 light = diffuse + m_KeyColor.rgb * 0.06 * highlight + reflected + rim;
    pixel = vec4(toScreen(light), m_BaseColor.a);
}
