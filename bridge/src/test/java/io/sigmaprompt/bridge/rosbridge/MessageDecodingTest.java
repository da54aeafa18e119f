package io.sigmaprompt.bridge.rosbridge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sigmaprompt.twin.telemetry.JointReferenceFrame;
import io.sigmaprompt.twin.telemetry.JointStateFrame;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class MessageDecodingTest {
    private static JsonNode message(String text) throws RejectedMessageException {
        return RosJson.read(text).get("msg");
    }

    @Property
    void aJointStateSurvivesEitherSpellingToTheLastBit(
            @ForAll @LongRange(min = 0, max = 4_000_000_000_000_000_000L) long stamp,
            @ForAll @Size(3) double[] position,
            @ForAll RosVersion version)
            throws RejectedMessageException {
        for (int i = 0; i < position.length; i++) {
            position[i] = Double.isFinite(position[i]) ? position[i] : 0;
        }
        JointStateFrame frame =
                new JointStateFrame("arm", stamp, 5, List.of("a", "b", "c"), position, position, new double[0]);
        String text = RosJson.write(JointStateMessage.encode(frame, version, 7));
        JointStateFrame read = JointStateMessage.decode(RosJson.read(text), "arm", 5);
        assertEquals(stamp, read.sourceNanos());
        assertArrayEquals(position, read.position());
        assertArrayEquals(position, read.velocity());
        assertEquals(0, read.effort().length);
    }

    @Test
    void bothSpellingsOfTimeAreRead() throws RejectedMessageException {
        for (String stamp : List.of("{\"sec\":12,\"nanosec\":5}", "{\"secs\":12,\"nsecs\":5}")) {
            JointStateFrame frame =
                    JointStateMessage.decode(message(Messages.jointState(stamp, "[1,2]", "[]", "[]")), "arm", 0);
            assertEquals(12_000_000_005L, frame.sourceNanos());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1,null]|[]|[]|position[1]",
                "[NaN,2]|[]|[]|position[0]",
                "[1,\"NaN\"]|[]|[]|position[1]",
                "[1,Infinity]|[]|[]|position[1]",
                "[1,1e999]|[]|[]|position[1]",
                "[1]|[]|[]|position",
                "[1,2,3]|[]|[]|position",
                "\"1,2\"|[]|[]|position",
                "null|[]|[]|position",
                "[null,null]|[]|[]|position[0]",
                "[1,2]|[1]|[]|velocity",
                "[1,2]|[1,\"fast\"]|[]|velocity[1]",
                "[1,2]|[]|[null,2]|effort[0]",
                "[1,2]|[]|{}|effort"
            })
    void aBadNumberIsNamedByItsField(String position, String velocity, String effort, String field)
            throws RejectedMessageException {
        JsonNode message = message(Messages.jointState(position, velocity, effort));
        RejectedMessageException error =
                assertThrows(RejectedMessageException.class, () -> JointStateMessage.decode(message, "arm", 0));
        assertEquals(field, error.field());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":[\"a\"],\"position\":[1]}|header",
                "{\"header\":{},\"name\":[\"a\"],\"position\":[1]}|header.stamp",
                "{\"header\":{\"stamp\":{\"sec\":1}},\"name\":[\"a\"],\"position\":[1]}|header.stamp.nanosec",
                "{\"header\":{\"stamp\":{\"sec\":\"1\",\"nanosec\":0}},\"name\":[\"a\"]}|header.stamp.sec",
                "{\"header\":{\"stamp\":{\"sec\":1,\"nanosec\":0}},\"position\":[1]}|name",
                "{\"header\":{\"stamp\":{\"sec\":1,\"nanosec\":0}},\"name\":[],\"position\":[]}|name",
                "{\"header\":{\"stamp\":{\"sec\":1,\"nanosec\":0}},\"name\":[7],\"position\":[1]}|name[0]",
                "{\"header\":{\"stamp\":{\"sec\":1,\"nanosec\":0}},\"name\":[\"a\",\"a\"],\"position\":[1,1]}|name[1]",
                "{\"header\":{\"stamp\":{\"sec\":1,\"nanosec\":0}},\"name\":[\"a\"]}|position",
                "[1,2]|msg"
            })
    void aMissingFieldIsNamed(String text, String field) throws RejectedMessageException {
        JsonNode message = message(Messages.publish("/joint_states", text));
        RejectedMessageException error =
                assertThrows(RejectedMessageException.class, () -> JointStateMessage.decode(message, "arm", 0));
        assertEquals(field, error.field());
    }

    @Test
    void anInterfaceThatTheHardwareDoesNotHaveIsAbsent() throws RejectedMessageException {
        JointStateFrame frame = JointStateMessage.decode(
                message(Messages.jointState("[1,2]", "[null,null]", "[NaN,\"nan\"]")), "arm", 0);
        assertEquals(0, frame.velocity().length);
        assertEquals(0, frame.effort().length);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"reference\":{\"positions\":[4],\"velocities\":[5],\"accelerations\":[]}",
                "\"desired\":{\"positions\":[4],\"velocities\":[5],\"accelerations\":[]}",
                "\"desired\":{\"positions\":[4],\"velocities\":[5]},\"reference\":{\"positions\":[],\"velocities\":[]}",
                "\"desired\":{\"positions\":[9],\"velocities\":[9]},\"reference\":{\"positions\":[4],\"velocities\":[5]}"
            })
    void whatAControllerWasToldIsReadInTheWordsOfEveryRelease(String parts) throws RejectedMessageException {
        JointReferenceFrame frame = ControllerStateMessage.decode(
                RosJson.read("{\"header\":{\"stamp\":{\"secs\":1,\"nsecs\":0}},\"joint_names\":[\"a\"]," + parts + "}"),
                "arm",
                0);
        assertArrayEquals(new double[] {4}, frame.position());
        assertArrayEquals(new double[] {5}, frame.velocity());
        assertEquals(0, frame.acceleration().length);
    }

    @Test
    void aControllerStateWithoutAnyReferenceIsRejected() {
        RejectedMessageException error = assertThrows(
                RejectedMessageException.class,
                () -> ControllerStateMessage.decode(
                        RosJson.read("{\"header\":{\"stamp\":{\"sec\":1,\"nanosec\":0}},\"joint_names\":[\"a\"]}"),
                        "arm",
                        0));
        assertEquals("reference", error.field());
    }

    @Property
    void numbersOfATrajectoryThatIsCutAnywhereAreNeverTakenForGood(@ForAll @DoubleRange(min = 0, max = 1) double at)
            throws RejectedMessageException {
        String whole = "{\"joint_names\":[\"a\"],\"points\":[{\"positions\":[1.5],\"velocities\":[],"
                + "\"accelerations\":[],\"time_from_start\":{\"sec\":1,\"nanosec\":0}}]}";
        assertEquals(
                1, JointTrajectoryMessage.decode(RosJson.read(whole)).points().size());
        String cut = whole.substring(0, (int) (at * (whole.length() - 1)));
        assertThrows(RejectedMessageException.class, () -> JointTrajectoryMessage.decode(RosJson.read(cut)));
    }

    @Test
    void trajectoryTimesMustGrow() throws RejectedMessageException {
        String point = "{\"positions\":[1],\"time_from_start\":{\"sec\":1,\"nanosec\":0}}";
        JsonNode twice = RosJson.read("{\"joint_names\":[\"a\"],\"points\":[" + point + "," + point + "]}");
        RejectedMessageException error =
                assertThrows(RejectedMessageException.class, () -> JointTrajectoryMessage.decode(twice));
        assertEquals("points[1].time_from_start", error.field());
    }
}
