package io.sigmaprompt.headless.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.scenarios.run.ExpectationResult;
import io.sigmaprompt.scenarios.run.RunResult;
import io.sigmaprompt.scenarios.run.Verdict;
import io.sigmaprompt.scenarios.suite.SuiteCase;
import io.sigmaprompt.scenarios.suite.SuiteResult;
import io.sigmaprompt.scenarios.temporal.Judgement;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class JunitXmlTest {
    private static final Path RUN = Path.of("run");

    @Test
    void aFailedExpectationIsAFailureWithItsExplanation() throws Exception {
        Document document = parse(JunitXml.of(ExampleSession.result(RUN, Verdict.FAILED)));
        Element suite = only(document, "testsuite");
        assertEquals("elbow-friction", suite.getAttribute("name"));
        assertEquals("3", suite.getAttribute("tests"));
        assertEquals("1", suite.getAttribute("failures"));
        assertEquals("0", suite.getAttribute("errors"));
        Element failure = only(document, "failure");
        assertEquals("it reached 0.0213 rad & stayed there", failure.getAttribute("message"));
        assertTrue(((Element) failure.getParentNode()).getAttribute("name").contains("< 0.02 rad"));
    }

    @Test
    void aPassedRunHasNeitherFailureNorError() throws Exception {
        Document document = parse(JunitXml.of(ExampleSession.result(RUN, Verdict.PASSED)));
        assertEquals(0, document.getElementsByTagName("failure").getLength());
        assertEquals(0, document.getElementsByTagName("error").getLength());
        assertEquals(3, document.getElementsByTagName("testcase").getLength());
    }

    @Test
    void aRunThatWasInterruptedOrBrokeIsAnError() throws Exception {
        for (Verdict verdict : List.of(Verdict.INTERRUPTED, Verdict.BROKEN)) {
            Document document = parse(JunitXml.of(ExampleSession.result(RUN, verdict)));
            assertEquals(verdict.name(), only(document, "error").getAttribute("type"));
        }
    }

    @Test
    void aSuiteCountsWhatCouldNotBeRun() throws Exception {
        SuiteResult suite = new SuiteResult(
                Path.of("cells"),
                RUN,
                List.of(
                        new SuiteCase(Path.of("cells/a.yaml"), ExampleSession.result(RUN, Verdict.FAILED), null),
                        new SuiteCase(Path.of("cells/b.yaml"), null, "cells/b.yaml:3:1: 'seeed' is no key")),
                25);
        Document document = parse(JunitXml.of(suite));
        Element all = document.getDocumentElement();
        assertEquals("testsuites", all.getTagName());
        assertEquals("cells", all.getAttribute("name"));
        assertEquals("4", all.getAttribute("tests"));
        assertEquals("1", all.getAttribute("failures"));
        assertEquals("1", all.getAttribute("errors"));
        assertEquals(
                "cells/b.yaml:3:1: 'seeed' is no key", only(document, "error").getAttribute("message"));
    }

    @Test
    void wordsThatXmlCannotHoldAreLeftOutInsteadOfBreakingTheFile() throws Exception {
        RunResult odd = new RunResult(
                "odd \u0000 \u001b[1m \ud83e\udd16",
                Verdict.FAILED,
                "]]> & <",
                List.of(new ExpectationResult("expect/1", "a < b", Judgement.FAILED, 1, "\u0007 rang]]>")),
                "00",
                "",
                RUN,
                1,
                1,
                0,
                List.of(),
                List.of(),
                List.of());
        Document document = parse(JunitXml.of(odd));
        assertEquals("odd  [1m \ud83e\udd16", only(document, "testsuite").getAttribute("name"));
        assertEquals(" rang]]>", only(document, "failure").getTextContent());
    }

    @Test
    void anExpectationThatWasNotReachedIsSkippedAndNoFailure() throws Exception {
        ExpectationResult open = new ExpectationResult(
                "expect/1", "a < b", Judgement.NOT_REACHED, Double.NaN, "the window begins at 10 s");
        RunResult whole = ExampleSession.result(RUN, Verdict.INTERRUPTED);
        RunResult cut = new RunResult(
                whole.scenario(),
                Verdict.INTERRUPTED,
                "stopped at 1.20 s",
                List.of(open),
                whole.traceHash(),
                whole.exactness(),
                RUN,
                1.2,
                1.2,
                0,
                whole.dynamics(),
                List.of(),
                List.of());
        Document document = parse(JunitXml.of(cut));
        assertEquals("the window begins at 10 s", only(document, "skipped").getAttribute("message"));
        assertEquals("1", only(document, "testsuite").getAttribute("skipped"));
        assertEquals("0", only(document, "testsuite").getAttribute("failures"));
        assertEquals(0, document.getElementsByTagName("failure").getLength());
    }

    private static Element only(Document document, String tag) {
        assertEquals(1, document.getElementsByTagName(tag).getLength(), tag);
        return (Element) document.getElementsByTagName(tag).item(0);
    }

    private static Document parse(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }
}
