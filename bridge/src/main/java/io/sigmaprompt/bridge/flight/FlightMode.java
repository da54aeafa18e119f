package io.sigmaprompt.bridge.flight;

/** The names of PX4's navigation states (vehicle_status.msg, NAVIGATION_STATE_…). */
final class FlightMode {
    private static final String[] NAMES = {
        "MANUAL",
        "ALTCTL",
        "POSCTL",
        "AUTO_MISSION",
        "AUTO_LOITER",
        "AUTO_RTL",
        "",
        "",
        "",
        "",
        "ACRO",
        "",
        "DESCEND",
        "TERMINATION",
        "OFFBOARD",
        "STAB",
        "RATTITUDE",
        "AUTO_TAKEOFF",
        "AUTO_LAND",
        "AUTO_FOLLOW_TARGET",
        "AUTO_PRECLAND",
        "ORBIT",
        "AUTO_VTOL_TAKEOFF"
    };

    private FlightMode() {}

    static String of(long state) {
        boolean known = state >= 0 && state < NAMES.length && !NAMES[(int) state].isEmpty();
        return known ? NAMES[(int) state] : "navigation state " + state;
    }
}
