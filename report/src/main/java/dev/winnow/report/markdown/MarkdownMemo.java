package dev.winnow.report.markdown;

import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.CriterionScore;
import dev.winnow.model.result.Effect.Bearing;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Finding;
import dev.winnow.model.result.Names;
import dev.winnow.model.result.Question;
import dev.winnow.model.result.Screening;
import dev.winnow.model.result.Screening.Edition;
import dev.winnow.model.result.Side;
import dev.winnow.model.result.Undetermined;
import dev.winnow.model.source.Language;
import dev.winnow.model.value.ScoreInterval;
import dev.winnow.report.contents.Cells;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.Numbers;
import dev.winnow.report.i18n.QuestionStake;
import dev.winnow.report.i18n.QuestionWords;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.text.AssessmentSummary;
import dev.winnow.report.text.BaseCaseText;
import dev.winnow.report.text.PossibleText;
import dev.winnow.report.text.Section;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Writes a memo on one project in one city as Markdown for a committee: the verdict and its reasons, what is unknown,
 * the questions to ask, and the sources.
 */
public final class MarkdownMemo {

    /** How many further reasons of a finding, or rows of a list, are told. */
    private static final int FEW = 3;

    private final Screening screening;
    private final Explanation explanation;
    private final Assessment one;
    private final Wording wording;
    private final FactWords factWords;
    private final QuestionWords asked;
    private final SourceList sources;
    private final MarkdownText text = new MarkdownText();

    private MarkdownMemo(Screening screening, Explanation explanation, Wording wording, FactWords factWords) {
        this.screening = screening;
        this.explanation = explanation;
        this.one = explanation.assessment();
        this.wording = wording;
        this.factWords = factWords;
        this.asked = new QuestionWords(wording, screening.names());
        this.sources = new SourceList(wording, factWords);
    }

    /**
     * The memo, each line ended.
     *
     * @param screening the whole screening, among which ranks are counted
     * @param factWords gives facts such as {@code project.fundingNeed} in words
     * @param more further sections, after the scores
     */
    public static String of(
            Screening screening, Explanation explanation, Wording wording, FactWords factWords, List<Section> more) {
        MarkdownMemo memo = new MarkdownMemo(screening, explanation, wording, factWords);
        memo.advice();
        memo.stops();
        memo.why();
        memo.besides();
        memo.unknown();
        memo.questions("memo.ask.project", question -> question.fact().startsWith("project."));
        memo.questions("memo.ask.city", question -> !question.fact().startsWith("project."));
        Section base = new BaseCaseText(wording, factWords).section(explanation);
        if (base != null) {
            memo.section(base);
        }
        memo.scores();
        more.forEach(memo::section);
        memo.sources();
        foot(screening.pack(), screening.universe(), wording, memo.text);
        return memo.text.toString();
    }

    private String say(String key, Object... values) {
        return wording.say(key, values);
    }

    private static String escaped(String text) {
        return MarkdownText.escaped(text);
    }

    private void advice() {
        text.heading(1, say("memo.title", escaped(one.projectName()), escaped(one.cityName())));
        if (one.illustrative()) {
            text.paragraph("**" + say("memo.invented") + "**");
        }
        String verdict =
                "**" + say("memo.verdict", say("verdict." + one.verdict()), say("because." + one.because())) + "**";
        String rank = say("memo.rank", one.rank(), rivals(), escaped(one.cityName()), wording.day(one.asOf()));
        text.paragraph(together(wording, verdict, PossibleText.of(one, wording), score(one, wording), rank));
    }

    /** Sentences one after the other. */
    static String together(Wording wording, String... sentences) {
        return String.join(wording.language() == Language.EN ? " " : "", sentences);
    }

    /** What it scores and how much is known, in two sentences. */
    static String score(Assessment one, Wording wording) {
        String low = Numbers.down(one.score().low(), 2);
        String high = Numbers.down(one.score().high(), 2);
        String reach = low.equals(high) ? wording.say("memo.score", low) : wording.say("memo.score.open", low, high);
        return together(
                wording,
                wording.say("memo.binds", reach, wording.say("side." + one.binds())),
                wording.say("memo.known", percent(one.known(), wording)));
    }

    /** {@code 81 %}, rounded down. */
    static String percent(BigDecimal share, Wording wording) {
        return wording.say("memo.percent", Numbers.down(share.movePointRight(2), 0));
    }

    private long rivals() {
        return screening.assessments().stream()
                .filter(other -> other.city().equals(one.city()) && other.asOf().equals(one.asOf()))
                .count();
    }

    private void stops() {
        List<Finding> stops = findings(Bearing.VERDICT);
        List<Undetermined> open = PossibleText.openStops(explanation);
        if (!stops.isEmpty() || !open.isEmpty()) {
            text.heading(2, say(explanation.conditions().isEmpty() ? "memo.stops" : "stops.conditions"));
            stops.forEach(stop -> finding("**" + say("effect." + stop.effect()) + "**", stop));
            open.forEach(stop -> text.line("- "
                    + say(
                            "memo.pair",
                            "**" + say("stops.open." + stop.effect()) + "**",
                            escaped(unstopped(stop.title())))));
            text.line("");
        }
    }

    private void why() {
        text.heading(2, say("memo.why"));
        List<Finding> counted = findings(Bearing.SCORE);
        if (counted.isEmpty()) {
            text.paragraph(say("memo.nothing"));
            return;
        }
        for (CriterionScore criterion : explanation.criteria()) {
            List<Finding> group = counted.stream()
                    .filter(finding -> finding.criterion().equals(criterion.id()))
                    .toList();
            if (!group.isEmpty()) {
                text.paragraph(say(
                        "memo.pair",
                        "**" + escaped(criterion.title()) + "**",
                        say("memo.of.side", say("side." + criterion.side()))));
                group.forEach(finding -> finding("**" + signed(finding) + "**", finding));
                text.line("");
            }
        }
    }

    static String signed(Finding finding) {
        String number = Numbers.near(finding.contribution(), 2);
        return finding.contribution().signum() > 0 ? "+" + number : number.replace('-', '−');
    }

    private void finding(String label, Finding finding) {
        text.line("- "
                + say(
                        "memo.finding",
                        label,
                        escaped(unstopped(finding.title())),
                        escaped(finding.reason()),
                        "`" + finding.rule() + "`",
                        escaped(factWords.source(finding.source()))));
        finding.evidence()
                .forEach(citation -> text.line("  - "
                        + escaped(factWords.read(citation))
                        + sources.cite(citation.evidence())
                        + (citation.evidence().hindsight() ? say("memo.hindsight") : "")));
        finding.also().stream().limit(FEW).forEach(also -> text.line("  - " + say("memo.also", escaped(also))));
        int more = finding.also().size() - FEW;
        if (more > 0) {
            text.line("  - " + say("memo.more", more));
        }
    }

    private static String unstopped(String title) {
        return title.endsWith(".") || title.endsWith("。") ? title.substring(0, title.length() - 1) : title;
    }

    private void besides() {
        List<Finding> notes = findings(Bearing.NOTHING);
        if (notes.isEmpty() && one.chainActions().isEmpty() && one.district() == null) {
            return;
        }
        text.heading(2, say("memo.besides"));
        if (!one.chainActions().isEmpty()) {
            text.line("- " + say("memo.chain", Cells.spoken(one.chainActions(), wording)));
        }
        if (one.district() != null) {
            text.line("- " + say("memo.district", escaped(Names.inLanguage(wording.language(), one.district()))));
        }
        notes.forEach(note -> finding("**" + say("effect." + note.effect()) + "**", note));
        text.line("");
    }

    private void unknown() {
        text.heading(2, say("memo.unknown"));
        if (explanation.undetermined().isEmpty()) {
            text.paragraph(say("memo.unknown.nothing"));
            return;
        }
        for (Undetermined open : explanation.undetermined()) {
            String criterion = escaped(AssessmentSummary.criterion(explanation, open.criterion()));
            String stake = open.effect().hasPoints()
                    ? say("memo.stake.points", Numbers.near(open.points(), 2), criterion)
                    : open.effect().limits() ? say("memo.stake.cap", criterion) : say("effect." + open.effect());
            String missing = open.missing().stream()
                    .collect(Collectors.groupingBy(factWords::group, LinkedHashMap::new, Collectors.toList()))
                    .values()
                    .stream()
                    .map(kind -> factWords.together(kind, FEW))
                    .collect(Collectors.joining(wording.language() == Language.EN ? "; " : "；"));
            text.line("- " + say("memo.open", escaped(unstopped(open.title())), stake, escaped(missing)));
        }
        text.line("");
    }

    private void questions(String heading, Predicate<Question> whose) {
        List<Question> asked = explanation.questions().stream().filter(whose).toList();
        if (asked.isEmpty()) {
            return;
        }
        text.heading(2, say(heading));
        int place = 1;
        for (List<Question> alike : alike(asked, factWords)) {
            text.line(place + ". " + question(alike, one, wording, this.asked));
            place++;
        }
        text.line("");
    }

    /** Questions in groups of those on which as much hangs and which differ only in the row they are of. */
    static Collection<List<Question>> alike(List<Question> questions, FactWords factWords) {
        return questions.stream()
                .collect(Collectors.groupingBy(
                        one -> QuestionStake.key(one) + " " + factWords.group(one.fact()),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values();
    }

    /** What is asked of whom, and what hangs on it. */
    static String question(List<Question> alike, Assessment one, Wording wording, QuestionWords asked) {
        Question first = alike.get(0);
        List<String> facts = alike.stream().map(Question::fact).toList();
        return wording.say(
                "memo.question",
                escaped(asked.ask(facts, one.project(), one.city())),
                escaped(asked.effort(first.fact())),
                QuestionStake.of(first, alike.size() > 1, wording));
    }

    private void scores() {
        text.heading(2, say("memo.scores"));
        text.head(List.of(say("memo.criterion"), say("memo.weight"), say("memo.least"), say("memo.most")), "-nnn");
        for (Side side : List.of(Side.CITY, Side.PROJECT)) {
            row(
                    "**" + say("memo.gains", say("side." + side)) + "**",
                    "",
                    Objects.requireNonNull(one.sides().get(side)));
            explanation.criteria().stream()
                    .filter(criterion -> criterion.side() == side)
                    .forEach(criterion ->
                            row(escaped(criterion.title()), Numbers.near(criterion.weight(), 2), criterion.span()));
        }
        text.line("");
    }

    private void row(String label, String weight, ScoreInterval span) {
        text.row(List.of(label, weight, Numbers.down(span.low(), 2), Numbers.down(span.high(), 2)));
    }

    private void section(Section section) {
        text.heading(2, section.heading());
        section.lines().forEach(line -> text.line("- " + escaped(line)));
        text.line("");
    }

    private void sources() {
        if (sources.all().isEmpty()) {
            return;
        }
        text.heading(2, say("memo.sources"));
        int place = 1;
        for (String source : sources.all()) {
            text.line(place + ". " + escaped(source));
            place++;
        }
        text.line("");
    }

    /** The editions that a text rests on, and whose the weights are. */
    static void foot(Edition pack, Edition universe, Wording wording, MarkdownText text) {
        text.heading(2, wording.say("memo.versions"));
        text.line("- " + wording.say("memo.pack", edition(pack, wording)));
        text.line("- " + wording.say("memo.universe", edition(universe, wording)));
        text.line("- " + wording.say("sheet.about.modeller"));
    }

    private static String edition(Edition edition, Wording wording) {
        String name = (escaped(edition.name()) + " " + escaped(edition.version())).strip();
        return wording.say("memo.pair", name, "`" + edition.digest() + "`");
    }

    private List<Finding> findings(Bearing bearing) {
        return explanation.findings().stream()
                .filter(finding -> finding.effect().bearing() == bearing)
                .toList();
    }
}
