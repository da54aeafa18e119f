package io.sigmaprompt.bridge.rosbridge;

/** Messages as a robot's rosbridge would write them. */
final class Messages {
    private Messages() {}

    static String publish(String topic, String message) {
        return "{\"op\":\"publish\",\"topic\":\"" + topic + "\",\"msg\":" + message + "}";
    }

    static String jointState(String position, String velocity, String effort) {
        return jointState("{\"sec\":12,\"nanosec\":345000000}", position, velocity, effort);
    }

    static String jointState(String stamp, String position, String velocity, String effort) {
        return publish(
                "/joint_states",
                "{\"header\":{\"stamp\":" + stamp + ",\"frame_id\":\"\"},\"name\":[\"a\",\"b\"],\"position\":"
                        + position + ",\"velocity\":" + velocity + ",\"effort\":" + effort + "}");
    }

    static String good() {
        return jointState("[0.1,-0.2]", "[1,2]", "[3,4]");
    }
}
