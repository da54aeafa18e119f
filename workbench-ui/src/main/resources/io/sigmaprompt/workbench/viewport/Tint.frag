uniform vec4 m_Color;
out vec4 pixel;

void main() {
    pixel = m_Color;
}
