package io.sigmaprompt.physics.sensor;

/** What another world was at one instant, told without allocation, while time goes on. */
final class FrozenWorld implements SensedWorld {
    double time;
    private final SensedWorld world;
    private final double[] gravity = new double[3];
    private final double[] pose = new double[12];
    private final double[] velocity = new double[6];
    private final double[] acceleration = new double[6];

    FrozenWorld(SensedWorld world) {
        this.world = world;
        time = world.time();
        world.gravity(gravity);
        world.linkPose(0, pose);
        world.linkVelocity(0, velocity);
        world.linkAcceleration(0, acceleration);
    }

    @Override
    public double time() {
        return time;
    }

    @Override
    public void gravity(double[] out) {
        System.arraycopy(gravity, 0, out, 0, 3);
    }

    @Override
    public void linkPose(int link, double[] out) {
        System.arraycopy(pose, 0, out, 0, 12);
    }

    @Override
    public void linkVelocity(int link, double[] out) {
        System.arraycopy(velocity, 0, out, 0, 6);
    }

    @Override
    public void linkAcceleration(int link, double[] out) {
        System.arraycopy(acceleration, 0, out, 0, 6);
    }

    @Override
    public double jointPosition(int joint) {
        return world.jointPosition(joint) + 0.1 * time;
    }

    @Override
    public double jointVelocity(int joint) {
        return world.jointVelocity(joint);
    }

    @Override
    public double jointEffort(int joint) {
        return world.jointEffort(joint);
    }

    @Override
    public void parentWrench(int link, double[] out) {
        world.parentWrench(link, out);
    }

    @Override
    public void contactWrench(int link, double[] out) {
        world.contactWrench(link, out);
    }

    @Override
    public int contactCount(int link) {
        return world.contactCount(link);
    }

    @Override
    public double linkNormalForce(int link) {
        return world.linkNormalForce(link);
    }

    @Override
    public double colliderNormalForce(int collider) {
        return world.colliderNormalForce(collider);
    }

    @Override
    public double castRay(double[] origin, double[] direction, double maxDistance, int ignoredLink) {
        return world.castRay(origin, direction, maxDistance, ignoredLink);
    }
}
