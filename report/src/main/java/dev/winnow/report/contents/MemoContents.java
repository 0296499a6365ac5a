package dev.winnow.report.contents;

import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.CriterionScore;
import dev.winnow.model.result.Effect.Bearing;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Finding;
import dev.winnow.model.result.Names;
import dev.winnow.model.result.Question;
import dev.winnow.model.result.Screening;
import dev.winnow.model.result.Side;
import dev.winnow.model.result.Undetermined;
import dev.winnow.model.source.Language;
import dev.winnow.model.value.ScoreInterval;
import dev.winnow.report.document.Block;
import dev.winnow.report.document.Block.Item;
import dev.winnow.report.document.Block.Items;
import dev.winnow.report.document.Block.Mark;
import dev.winnow.report.document.Block.Paragraph;
import dev.winnow.report.document.Block.Weight;
import dev.winnow.report.document.Cell;
import dev.winnow.report.document.Document;
import dev.winnow.report.document.Section;
import dev.winnow.report.document.Table;
import dev.winnow.report.document.Table.Column;
import dev.winnow.report.document.Table.Kind;
import dev.winnow.report.document.Table.Row;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.Numbers;
import dev.winnow.report.i18n.QuestionStake;
import dev.winnow.report.i18n.QuestionWords;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.text.AssessmentSummary;
import dev.winnow.report.text.BaseCaseText;
import dev.winnow.report.text.PossibleText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The document of {@code explain}: a memo on one project in one city for a committee, with the verdict and its reasons, what
 * is unknown, the questions to ask, and the sources.
 */
public final class MemoContents {

    /** How many further reasons of a finding, or rows of a list, are told. */
    private static final int FEW = 3;

    private final Screening screening;
    private final Explanation explanation;
    private final Assessment one;
    private final Wording wording;
    private final FactWords factWords;
    private final QuestionWords asked;
    private final SourceList sources;

    private MemoContents(Screening screening, Explanation explanation, Wording wording, FactWords factWords) {
        this.screening = screening;
        this.explanation = explanation;
        this.one = explanation.assessment();
        this.wording = wording;
        this.factWords = factWords;
        this.asked = new QuestionWords(wording, screening.names());
        this.sources = new SourceList(wording, factWords);
    }

    /**
     * The memo.
     *
     * @param screening the whole screening, among which ranks are counted
     * @param factWords gives facts such as {@code project.fundingNeed} in words
     * @param more further sections, after the scores
     */
    public static Document of(
            Screening screening,
            Explanation explanation,
            Wording wording,
            FactWords factWords,
            List<dev.winnow.report.text.Section> more) {
        return new MemoContents(screening, explanation, wording, factWords).document(more);
    }

    private Document document(List<dev.winnow.report.text.Section> more) {
        List<Section> sections = new ArrayList<>();
        sections.add(stops());
        sections.add(why());
        sections.add(new Section("besides", say("memo.besides"), List.of(besides())));
        sections.add(unknown());
        sections.add(questions("project", question -> question.fact().startsWith("project.")));
        sections.add(questions("city", question -> !question.fact().startsWith("project.")));
        dev.winnow.report.text.Section base = new BaseCaseText(wording, factWords).section(explanation);
        if (base != null) {
            sections.add(section("base", base));
        }
        sections.add(new Section("scores", say("memo.scores"), List.of(scores())));
        more.forEach(other -> sections.add(section("more-" + sections.size(), other)));
        sections.add(new Section(
                "sources",
                say("memo.sources"),
                List.of(new Items(
                        Mark.NUMBER, sources.all().stream().map(Item::new).toList(), ""))));
        return new Document(
                say("memo.title", one.projectName(), one.cityName()),
                say("memo.title", one.projectName(), one.cityName()),
                advice(),
                sections,
                List.of(say("sheet.about.modeller")),
                Origins.of(
                        screening.pack(),
                        screening.universe(),
                        one.asOf(),
                        one.illustrative() ? say("memo.invented") : "",
                        wording),
                List.of(),
                null);
    }

    private String say(String key, Object... values) {
        return wording.say(key, values);
    }

    private List<Block> advice() {
        return List.of(
                new Paragraph(
                        say("memo.verdict", say("verdict." + one.verdict()), say("because." + one.because())),
                        Weight.STRONG),
                new Paragraph(together(
                        wording,
                        PossibleText.of(one, wording),
                        score(one, wording),
                        say("memo.rank", one.rank(), rivals(), one.cityName(), wording.day(one.asOf())))));
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

    private Section stops() {
        List<Item> items = new ArrayList<>();
        findings(Bearing.VERDICT).forEach(stop -> items.add(finding(say("effect." + stop.effect()), stop)));
        PossibleText.openStops(explanation)
                .forEach(stop ->
                        items.add(new Item(say("stops.open." + stop.effect()), unstopped(stop.title()), List.of())));
        return new Section(
                "stops",
                say(explanation.conditions().isEmpty() ? "memo.stops" : "stops.conditions"),
                List.of(new Items(Mark.DOT, items, "")));
    }

    private Section why() {
        List<Finding> counted = findings(Bearing.SCORE);
        List<Block> blocks = new ArrayList<>();
        for (CriterionScore criterion : explanation.criteria()) {
            List<Item> items = counted.stream()
                    .filter(finding -> finding.criterion().equals(criterion.id()))
                    .map(finding -> finding(signed(finding), finding))
                    .toList();
            if (!items.isEmpty()) {
                blocks.add(new Paragraph(
                        say("memo.pair", criterion.title(), say("memo.of.side", say("side." + criterion.side()))),
                        Weight.STRONG));
                blocks.add(new Items(Mark.DOT, items, ""));
            }
        }
        if (blocks.isEmpty()) {
            blocks.add(new Paragraph(say("memo.nothing")));
        }
        return new Section("why", say("memo.why"), blocks);
    }

    static String signed(Finding finding) {
        String number = Numbers.near(finding.contribution(), 2);
        return finding.contribution().signum() > 0 ? "+" + number : number.replace('-', '−');
    }

    private Item finding(String label, Finding finding) {
        List<String> below = new ArrayList<>();
        finding.evidence()
                .forEach(citation -> below.add(factWords.read(citation)
                        + sources.cite(citation.evidence())
                        + (citation.evidence().hindsight() ? say("memo.hindsight") : "")));
        finding.also().stream().limit(FEW).forEach(also -> below.add(say("memo.also", also)));
        int more = finding.also().size() - FEW;
        if (more > 0) {
            below.add(say("memo.more", more));
        }
        return new Item(
                label,
                wording.sentence(
                        "%s. %s (rule `%s`, %s)",
                        unstopped(finding.title()),
                        finding.reason(),
                        finding.rule(),
                        factWords.source(finding.source())),
                below);
    }

    private static String unstopped(String title) {
        return title.endsWith(".") || title.endsWith("。") ? title.substring(0, title.length() - 1) : title;
    }

    private Items besides() {
        List<Item> items = new ArrayList<>();
        if (!one.chainActions().isEmpty()) {
            items.add(new Item(say("memo.chain", Cells.spoken(one.chainActions(), wording))));
        }
        if (one.district() != null) {
            items.add(new Item(say("memo.district", Names.inLanguage(wording.language(), one.district()))));
        }
        findings(Bearing.NOTHING).forEach(note -> items.add(finding(say("effect." + note.effect()), note)));
        return new Items(Mark.DOT, items, "");
    }

    private Section unknown() {
        List<String> lines = new ArrayList<>();
        for (Undetermined open : explanation.undetermined()) {
            String criterion = AssessmentSummary.criterion(explanation, open.criterion());
            String stake = open.effect().hasPoints()
                    ? say("memo.stake.points", Numbers.near(open.points(), 2), criterion)
                    : open.effect().limits() ? say("memo.stake.cap", criterion) : say("effect." + open.effect());
            String missing = open.missing().stream()
                    .collect(Collectors.groupingBy(factWords::group, LinkedHashMap::new, Collectors.toList()))
                    .values()
                    .stream()
                    .map(kind -> factWords.together(kind, FEW))
                    .collect(Collectors.joining(wording.sentence("; ")));
            lines.add(say("memo.open", unstopped(open.title()), stake, missing));
        }
        return new Section(
                "unknown",
                say("memo.unknown"),
                List.of(lines.isEmpty() ? new Paragraph(say("memo.unknown.nothing")) : Items.of(lines)));
    }

    private Section questions(String whom, Predicate<Question> whose) {
        List<Question> those = explanation.questions().stream().filter(whose).toList();
        return new Section(
                "ask-" + whom,
                say("memo.ask." + whom),
                List.of(new Items(
                        Mark.NUMBER,
                        alike(those, factWords).stream()
                                .map(alike -> new Item(question(alike, one, wording, asked)))
                                .toList(),
                        "")));
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
                asked.ask(facts, one.project(), one.city()),
                asked.effort(first.fact()),
                QuestionStake.of(first, alike.size() > 1, wording));
    }

    private Table scores() {
        List<Column> columns = List.of(
                new Column(say("memo.criterion"), Kind.TEXT),
                new Column(say("memo.weight"), Kind.AMOUNT),
                new Column(say("memo.least"), Kind.SCORE),
                new Column(say("memo.most"), Kind.SCORE));
        List<Row> rows = new ArrayList<>();
        for (Side side : List.of(Side.CITY, Side.PROJECT)) {
            String group = say("memo.gains", say("side." + side));
            rows.add(row(group, "", "", Objects.requireNonNull(one.sides().get(side))));
            explanation.criteria().stream()
                    .filter(criterion -> criterion.side() == side)
                    .forEach(criterion -> rows.add(
                            row(group, criterion.title(), Numbers.near(criterion.weight(), 2), criterion.span())));
        }
        return new Table("criteria", "", columns, rows);
    }

    private static Row row(String group, String label, String weight, ScoreInterval span) {
        return new Row(
                group,
                List.of(
                        new Cell.Text(label),
                        new Cell.Text(weight),
                        new Cell.Text(Numbers.down(span.low(), 2)),
                        new Cell.Text(Numbers.down(span.high(), 2))));
    }

    private static Section section(String id, dev.winnow.report.text.Section other) {
        return new Section(
                id,
                other.heading(),
                List.of(new Items(
                        Mark.DOT, other.lines().stream().map(Item::new).toList(), "")));
    }

    private List<Finding> findings(Bearing bearing) {
        return explanation.findings().stream()
                .filter(finding -> finding.effect().bearing() == bearing)
                .toList();
    }
}
