package io.sigmaprompt.workbench.viewport;

import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/**
 * Mouse and keys that move the camera: drag turns, drag with the middle or right button or with Shift moves, the wheel
 * zooms, a double click or F frames the robot; arrows turn, Shift and arrows move, plus and minus zoom.
 */
final class CameraControls {
    private static final double RADIANS_PER_PIXEL = 0.0065;
    private static final double KEY_TURN = Math.toRadians(6);
    private static final double KEY_PIXELS = 24;
    private static final double KEY_ZOOM = 1.12;
    private static final double WHEEL_ZOOM = 0.0016;

    private final Node node;
    private final OrbitCamera camera;
    private final Runnable moved;
    private final Runnable frame;
    private double lastX;
    private double lastY;

    CameraControls(Node node, OrbitCamera camera, Runnable moved, Runnable frame) {
        this.node = node;
        this.camera = camera;
        this.moved = moved;
        this.frame = frame;
    }

    void install() {
        node.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        node.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        node.addEventHandler(ScrollEvent.SCROLL, this::scroll);
        node.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private void press(MouseEvent event) {
        node.requestFocus();
        lastX = event.getX();
        lastY = event.getY();
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            frame.run();
        }
    }

    private void drag(MouseEvent event) {
        double right = event.getX() - lastX;
        double down = event.getY() - lastY;
        lastX = event.getX();
        lastY = event.getY();
        if (event.isPrimaryButtonDown() && !event.isShiftDown()) {
            camera.orbit(-right * RADIANS_PER_PIXEL, down * RADIANS_PER_PIXEL);
        } else {
            camera.pan(right, down, node.getLayoutBounds().getHeight());
        }
        moved.run();
        event.consume();
    }

    private void scroll(ScrollEvent event) {
        camera.zoom(StrictMath.exp(-event.getDeltaY() * WHEEL_ZOOM));
        moved.run();
        event.consume();
    }

    private void key(KeyEvent event) {
        int right =
                switch (event.getCode()) {
                    case LEFT -> -1;
                    case RIGHT -> 1;
                    default -> 0;
                };
        int down =
                switch (event.getCode()) {
                    case UP -> -1;
                    case DOWN -> 1;
                    default -> 0;
                };
        if (right != 0 || down != 0) {
            if (event.isShiftDown()) {
                camera.pan(
                        -right * KEY_PIXELS,
                        -down * KEY_PIXELS,
                        node.getLayoutBounds().getHeight());
            } else {
                camera.orbit(right * KEY_TURN, -down * KEY_TURN);
            }
        } else {
            switch (event.getCode()) {
                case PLUS, ADD, EQUALS -> camera.zoom(1 / KEY_ZOOM);
                case MINUS, SUBTRACT -> camera.zoom(KEY_ZOOM);
                case F, HOME -> frame.run();
                default -> {
                    return;
                }
            }
        }
        moved.run();
        event.consume();
    }
}
