uniform mat4 g_WorldViewProjectionMatrix;
uniform mat4 g_WorldMatrix;
in vec3 inPosition;
in vec3 inNormal;
out vec3 worldPosition;
out vec3 worldNormal;
invariant gl_Position;

void main() {
    worldPosition = (g_WorldMatrix * vec4(inPosition, 1.0)).xyz;
    worldNormal = mat3(g_WorldMatrix) * inNormal;
    gl_Position = g_WorldViewProjectionMatrix * vec4(inPosition, 1.0);
}
