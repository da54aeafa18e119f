package io.sigmaprompt.physics.dynamics;

import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** The generic dynamics seen as robot dynamics, method by method of the same name. */
public final class TestDynamics {
    private TestDynamics() {}

    public static RobotDynamics of(RobotModel model) {
        return of(model, Gravity.STANDARD);
    }

    public static RobotDynamics of(RobotModel model, Vec3 gravity) {
        GenericDynamics generic = new GenericDynamics(model, gravity);
        return (RobotDynamics) Proxy.newProxyInstance(
                RobotDynamics.class.getClassLoader(), new Class<?>[] {RobotDynamics.class}, (proxy, method, given) -> {
                    try {
                        return GenericDynamics.class
                                .getMethod(method.getName(), method.getParameterTypes())
                                .invoke(generic, given);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
