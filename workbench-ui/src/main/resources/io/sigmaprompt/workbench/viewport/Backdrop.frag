#import "io/sigmaprompt/workbench/viewport/Studio.glsllib"

uniform vec2 g_ResolutionInverse;
out vec4 pixel;

void main() {
    pixel = vec4(dithered(backdrop(gl_FragCoord.y * g_ResolutionInverse.y)), 1.0);
}
