package io.sigmaprompt.physics.sensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.sensor.camera.CameraIntrinsics;
import io.sigmaprompt.physics.sensor.force.ContactThreshold;
import io.sigmaprompt.physics.sensor.motion.DifferentialDrive;
import io.sigmaprompt.physics.sensor.motion.EncoderErrors;
import io.sigmaprompt.physics.sensor.motion.EncoderErrors.VelocitySource;
import io.sigmaprompt.physics.sensor.motion.GnssErrors;
import io.sigmaprompt.physics.sensor.motion.OdometryErrors;
import io.sigmaprompt.physics.sensor.range.RangeErrors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What no sensor can be is refused, with the place, the problem and how to mend it. */
class ParameterTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;
    private static final Vec3 ZERO = Vec3.ZERO;
    private static final Vec3 WRONG = new Vec3(0, Double.NaN, 0);

    private static Arguments refused(String place, Executable parameters) {
        return Arguments.of(place, parameters);
    }

    private static TriadErrors triad(double noise, double walk, Vec3 bias, double turnOn, Vec3 scale, Vec3 turn) {
        return new TriadErrors(noise, walk, bias, turnOn, scale, turn, 1, 0);
    }

    static Stream<Arguments> impossible() {
        return Stream.of(
                refused("noise density", () -> triad(-1, 0, ZERO, 0, ZERO, ZERO)),
                refused("noise density", () -> triad(Double.NaN, 0, ZERO, 0, ZERO, ZERO)),
                refused("bias walk", () -> triad(0, INFINITY, ZERO, 0, ZERO, ZERO)),
                refused("bias, y", () -> triad(0, 0, WRONG, 0, ZERO, ZERO)),
                refused("turn-on bias", () -> triad(0, 0, ZERO, -1, ZERO, ZERO)),
                refused("scale error, x", () -> triad(0, 0, ZERO, 0, new Vec3(-1, 0, 0), ZERO)),
                refused("misalignment, y", () -> triad(0, 0, ZERO, 0, ZERO, WRONG)),
                refused("range", () -> TriadErrors.NONE.converted(0, 0)),
                refused("resolution", () -> TriadErrors.NONE.converted(1, -1)),
                refused("resolution", () -> TriadErrors.NONE.converted(1, 2)),
                refused("rate", () -> TriadErrors.ofDeviation(1, 0)),
                refused("resolution", () -> new EncoderErrors(-1, 0, 0, 0, VelocitySource.MEASURED)),
                refused("offset", () -> new EncoderErrors(0, INFINITY, 0, 0, VelocitySource.MEASURED)),
                refused("noise", () -> new EncoderErrors(0, 0, -1, 0, VelocitySource.MEASURED)),
                refused("velocity noise", () -> new EncoderErrors(0, 0, 0, -1, VelocitySource.MEASURED)),
                refused("counts", () -> EncoderErrors.ofCounts(0)),
                refused("press", () -> new ContactThreshold(-1, 0, 0, 1)),
                refused("thresholds", () -> new ContactThreshold(1, 2, 0, 5)),
                refused("thresholds", () -> new ContactThreshold(5, 2, 0, 5)),
                refused("range", () -> new ContactThreshold(0, 0, 0, Double.NaN)),
                refused("correlation time", () -> new GnssErrors(0, 0, 0, 0, 0, 0, 0, 1)),
                refused("vertical noise", () -> new GnssErrors(0, -1, 0, 0, 1, 0, 0, 1)),
                refused("outage rate", () -> new GnssErrors(0, 0, 0, 0, 1, 0, -1, 1)),
                refused("outage duration", () -> new GnssErrors(0, 0, 0, 0, 1, 0, 0, 0)),
                refused("slip", () -> new OdometryErrors(0, 0, 0, 1, 0, 0, 0)),
                refused("distance scale", () -> new OdometryErrors(-2, 0, 0, 0, 0, 0, 0)),
                refused("pull", () -> new OdometryErrors(0, 0, Double.NaN, 0, 0, 0, 0)),
                refused("left radius", () -> new DifferentialDrive(0, 1, 0, 1, 1)),
                refused("right wheel", () -> new DifferentialDrive(0, -1, 1, 1, 1)),
                refused("track", () -> new DifferentialDrive(0, 1, 1, 1, 0)),
                refused("greatest range", () -> RangeErrors.between(2, 1)),
                refused("greatest range", () -> RangeErrors.between(2, INFINITY)),
                refused("loss", () -> new RangeErrors(0, 1, 0, 0, 0, 2)),
                refused("link", () -> Mount.on(-2)),
                refused("rotation", () -> new Mount(0, new Pose(0, 0, 0, 0, 0, 0, 0))),
                refused("x", () -> new Mount(0, new Pose(INFINITY, 0, 0, 0, 0, 0, 1))),
                refused("width", () -> new CameraIntrinsics(0, 1, 1, 1, 1, 1, 1, 2)),
                refused("height", () -> new CameraIntrinsics(1, 1 << 20, 1, 1, 1, 1, 1, 2)),
                refused("fx", () -> new CameraIntrinsics(1, 1, 0, 1, 1, 1, 1, 2)),
                refused("cy", () -> new CameraIntrinsics(1, 1, 1, 1, 1, Double.NaN, 1, 2)),
                refused("depths", () -> new CameraIntrinsics(1, 1, 1, 1, 1, 1, 2, 1)),
                refused("field of view", () -> CameraIntrinsics.ofFieldOfView(1, 1, 4, 1, 2)));
    }

    @ParameterizedTest(name = "{0} ({index})")
    @MethodSource("impossible")
    void whatIsImpossibleIsRefused(String place, Executable parameters) {
        BadInputException refused = assertThrows(BadInputException.class, parameters);
        assertTrue(refused.place().contains(place), refused.getMessage());
        assertTrue(refused.problem().contains("expected") && refused.problem().contains("found"), refused.problem());
        assertTrue(refused.remedy().endsWith("."), refused.remedy());
    }

    @Test
    void aFieldOfViewFillsThePicture() {
        CameraIntrinsics camera = CameraIntrinsics.ofFieldOfView(640, 480, Math.PI / 2, 0.1, 100);
        assertEquals(240, camera.fy(), 1e-9, "at 45° the upper edge is as far from the middle as the focal length");
        assertEquals(camera.fx(), camera.fy());
        assertEquals(320, camera.cx());
        assertEquals(240, camera.cy());
    }

    @Test
    void noiseOfAMeasurementIsADensityTimesTheRootOfTheRate() {
        assertEquals(0.01, TriadErrors.ofDeviation(0.1, 100).noiseDensity(), 1e-15);
    }
}
