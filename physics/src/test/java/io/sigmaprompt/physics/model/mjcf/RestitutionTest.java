package io.sigmaprompt.physics.model.mjcf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.Link;
import io.sigmaprompt.physics.model.Shape;
import io.sigmaprompt.physics.model.mechanism.RobotReading;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestitutionTest {
    private static final String BALLS = """
            <worldbody><geom name="floor" type="plane" size="1 1 1" friction="0.2"/>
            <body><freejoint/><geom name="ball" size="0.1"/><geom size="0.1"/></body></worldbody>
            """;

    @TempDir
    private Path folder;

    private SceneText text;

    @BeforeEach
    void write() {
        text = new SceneText(folder);
    }

    @Test
    void oneNumberHoldsForAllGeomsOfTheFileButForThoseThatHaveTheirOwn() {
        RobotReading reading = text.read("<custom><numeric name='restitution:ball' data='1'/></custom>" + BALLS
                + "<custom><numeric name='restitution' data='0.8'/></custom>");
        assertEquals(List.of(0.8, 1.0, 0.8), restitutions(reading));
        assertEquals(List.of(), reading.warnings());
        Shape floor = reading.model().links().getFirst().collisions().getFirst();
        assertEquals(0.2, floor.surface().sliding());
        assertEquals("floor", floor.name());
    }

    @Test
    void nothingBouncesWhereNothingIsSaid() {
        assertEquals(List.of(0.0, 0.0, 0.0), restitutions(text.read(BALLS)));
    }

    @Test
    void otherNumbersMeanNothingHereAndAreNamed() {
        RobotReading reading = text.read("<custom>\n<numeric name='gain' data='1 2' size='3'/><text name='t' data='x'/>"
                + "<tuple name='u'><element objtype='body' objname='b'/></tuple></custom>" + BALLS);
        assertEquals(1, reading.warnings().size());
        String warning = reading.warnings().getFirst().message();
        for (String word : List.of("<numeric> (line 3)", "<text> (line 3)", "<tuple> (line 3)")) {
            assertTrue(warning.contains(word), warning);
        }
    }

    /** Each line: what stands in {@code <custom>}, and what the message must say. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <numeric name='restitution' data='1.01'/>                   | the restitution is 1.01
            <numeric name='restitution' data='-0.1'/>                   | from 0 (does not bounce) to 1
            <numeric name='restitution' data='nan'/>                    | no finite decimal number
            <numeric name='restitution' data='0.1 0.2'/>                | needs 1 number, found 2
            <numeric name='restitution'/>                               | needs 1 number, found 0
            <numeric name='restitution:bal' data='0.1'/>                | did you mean 'ball'
            <numeric name='restitution:' data='0.1'/>                   | but there is none
            <numeric name='restitution' data='0' sise='1'/>             | did you mean 'size'
            <nummeric name='restitution' data='0'/>                     | did you mean 'numeric'
            """)
    void badOnesAreToldWithTheirLine(String inside, String message) {
        text.fails("<custom>\n" + inside + "</custom>" + BALLS, 3, message);
    }

    @Test
    void oneGeomIsNotToldTwice() {
        String ball = "\n<numeric name='restitution:ball' data='0.1'/>";
        text.fails("<custom>" + ball + ball + "</custom>" + BALLS, 4, "defined twice", "restitution:ball");
    }

    private static List<Double> restitutions(RobotReading reading) {
        return reading.model().links().stream()
                .map(Link::collisions)
                .flatMap(List::stream)
                .map(shape -> shape.surface().restitution())
                .toList();
    }
}
