package dev.winnow.ruletools.testing;

import dev.winnow.engine.explain.CaseResult;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.layout.Colours;
import dev.winnow.report.internal.text.StepList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the results of cases as JUnit XML, which build servers read: a suite per criterion, a test case per case. */
public final class JUnitXml {

    private final StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private final TestReport report;

    private final Wording wording;

    private JUnitXml(TestReport report, Wording wording) {
        this.report = report;
        this.wording = wording;
    }

    /** Returns the document, without times: the same results give the same bytes. */
    public static String of(TestReport report, Wording wording) {
        return new JUnitXml(report, wording).document();
    }

    private String document() {
        Map<String, List<CaseResult>> suites = report.run().results().stream()
                .collect(Collectors.groupingBy(
                        result -> report.criterion(result.rule()), LinkedHashMap::new, Collectors.toList()));
        open("", "testsuites", report.pack().name(), report.run().results());
        suites.forEach(this::suite);
        return xml.append("</testsuites>\n").toString();
    }

    private void suite(String criterion, List<CaseResult> results) {
        open("  ", "testsuite", criterion, results);
        results.forEach(result -> test(criterion, result));
        xml.append("  </testsuite>\n");
    }

    private void open(String indent, String element, String name, List<CaseResult> results) {
        long failed = results.stream().filter(result -> !result.passed()).count();
        xml.append(indent).append('<').append(element);
        attribute("name", name);
        attribute("tests", String.valueOf(results.size()));
        attribute("failures", String.valueOf(failed));
        attribute("errors", "0");
        xml.append(">\n");
    }

    private void test(String criterion, CaseResult result) {
        xml.append("    <testcase");
        attribute("classname", report.pack().name() + "." + criterion + "." + result.rule());
        attribute("name", result.sentence());
        attribute("file", result.place().file());
        attribute("line", String.valueOf(result.place().line()));
        if (result.passed()) {
            xml.append("/>\n");
            return;
        }
        xml.append(">\n      <failure");
        attribute(
                "message",
                wording.sentence("expected: %s; actual: %s", outcome(result.expected()), outcome(result.actual())));
        xml.append('>');
        xml.append(escaped(
                wording.sentence("at %s", result.place()) + "\n" + StepList.of(result.steps(), Colours.OFF, wording)));
        xml.append("</failure>\n    </testcase>\n");
    }

    private String outcome(String words) {
        return wording.sentence(words);
    }

    private void attribute(String name, String value) {
        xml.append(' ')
                .append(name)
                .append("=\"")
                .append(escaped(value.replace('\n', ' ')))
                .append('"');
    }

    /** Characters that XML 1.0 cannot represent are replaced. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(isAllowed(character) ? character : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    private static boolean isAllowed(int character) {
        return character == '\t'
                || character == '\n'
                || (character >= 0x20 && character <= 0xD7FF && (character < 0x7F || character > 0x9F))
                || (character >= 0xE000 && character <= 0xFFFD)
                || (character >= 0x10000 && character <= 0x10FFFF);
    }
}
