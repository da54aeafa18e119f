package io.sigmaprompt.headless.report;

import io.sigmaprompt.scenarios.run.ExpectationResult;
import io.sigmaprompt.scenarios.run.RunResult;
import io.sigmaprompt.scenarios.run.Verdict;
import io.sigmaprompt.scenarios.suite.SuiteCase;
import io.sigmaprompt.scenarios.suite.SuiteResult;
import io.sigmaprompt.scenarios.temporal.Judgement;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Results in the JUnit XML that build servers read (the xunit plugin's {@code jenkins-junit.xsd}): a test suite for each
 * scenario, a test case for each expectation, and one for running to the end.
 */
public final class JunitXml {
    private static final String RUNS = "runs to its end";

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    private JunitXml() throws XMLStreamException {
        xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    }

    /** The results of one run. */
    public static String of(RunResult result) {
        return write(result.scenario(), List.of(new Case(result.scenario(), result, null)));
    }

    /** The results of a suite. */
    public static String of(SuiteResult suite) {
        return write(
                String.valueOf(suite.folder().getFileName()),
                suite.cases().stream().map(JunitXml::caseOf).toList());
    }

    private static Case caseOf(SuiteCase each) {
        RunResult result = each.result();
        String name = result == null ? String.valueOf(each.file().getFileName()) : result.scenario();
        return new Case(name, result, each.error());
    }

    private record Case(
            String name,
            @org.jspecify.annotations.Nullable RunResult result,
            @org.jspecify.annotations.Nullable String error) {
        long tests() {
            return 1L + (result == null ? 0 : result.expectations().size());
        }

        long failures() {
            return result == null
                    ? 0
                    : result.expectations().stream()
                            .filter(each -> each.judgement() == Judgement.FAILED)
                            .count();
        }

        long skipped() {
            return result == null
                    ? 0
                    : result.expectations().stream()
                            .filter(each -> each.judgement() == Judgement.NOT_REACHED)
                            .count();
        }

        boolean errored() {
            return error != null
                    || result == null
                    || result.verdict() == Verdict.BROKEN
                    || result.verdict() == Verdict.INTERRUPTED;
        }

        double seconds() {
            return result == null ? 0 : result.wallSeconds();
        }
    }

    private static String write(String name, List<Case> cases) {
        try {
            JunitXml document = new JunitXml();
            document.document(name, cases);
            return document.text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a string can always be written to", e);
        }
    }

    private void document(String name, List<Case> cases) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuites");
        attribute("name", name);
        counts(cases);
        for (Case each : cases) {
            xml.writeCharacters("\n  ");
            xml.writeStartElement("testsuite");
            attribute("name", each.name);
            counts(List.of(each));
            attribute("skipped", Long.toString(each.skipped()));
            suite(each);
            xml.writeCharacters("\n  ");
            xml.writeEndElement();
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeCharacters("\n");
        xml.writeEndDocument();
    }

    private void counts(List<Case> cases) throws XMLStreamException {
        attribute("tests", Long.toString(cases.stream().mapToLong(Case::tests).sum()));
        attribute(
                "failures",
                Long.toString(cases.stream().mapToLong(Case::failures).sum()));
        attribute("errors", Long.toString(cases.stream().filter(Case::errored).count()));
        attribute("time", seconds(cases.stream().mapToDouble(Case::seconds).sum()));
    }

    private void suite(Case each) throws XMLStreamException {
        start(RUNS, each.name, each.seconds());
        if (each.errored()) {
            RunResult result = each.result;
            String why = each.error != null ? each.error : result == null ? "it did not run" : result.reason();
            problem("error", result == null ? "NOT_RUN" : result.verdict().name(), why);
        }
        xml.writeEndElement();
        if (each.result == null) {
            return;
        }
        for (ExpectationResult expectation : each.result.expectations()) {
            boolean named = !expectation.name().equals(expectation.text());
            start((named ? expectation.name() + ": " : "") + expectation.text(), each.name, 0);
            switch (expectation.judgement()) {
                case FAILED -> problem("failure", "expectation", expectation.explanation());
                case NOT_REACHED -> problem("skipped", "not reached", expectation.explanation());
                case HELD -> {
                    // Nothing to add.
                }
            }
            xml.writeEndElement();
        }
    }

    private void start(String name, String suite, double seconds) throws XMLStreamException {
        xml.writeCharacters("\n    ");
        xml.writeStartElement("testcase");
        attribute("classname", suite);
        attribute("name", name);
        attribute("time", seconds(seconds));
    }

    private void problem(String element, String type, String why) throws XMLStreamException {
        xml.writeStartElement(element);
        attribute("type", type);
        attribute("message", why);
        xml.writeCharacters(clean(why));
        xml.writeEndElement();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, clean(value));
    }

    private static String seconds(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    /** Without the characters that XML 1.0 knows no way to write (section 2.2). */
    private static String clean(String words) {
        return words.codePoints()
                .filter(c -> c == 0x9
                        || c == 0xA
                        || c == 0xD
                        || (c >= 0x20 && c <= 0xD7FF)
                        || (c >= 0xE000 && c != 0xFFFE && c != 0xFFFF))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
