package dev.winnow.report.internal.contents;

import dev.winnow.model.domain.ChainAction;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.CriterionScore;
import dev.winnow.model.result.Effect;
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
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.Numbers;
import dev.winnow.report.i18n.QuestionStake;
import dev.winnow.report.i18n.QuestionWords;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.document.Block;
import dev.winnow.report.internal.document.Block.Item;
import dev.winnow.report.internal.document.Block.Items;
import dev.winnow.report.internal.document.Block.Mark;
import dev.winnow.report.internal.document.Block.Paragraph;
import dev.winnow.report.internal.document.Block.Weight;
import dev.winnow.report.internal.document.Cell;
import dev.winnow.report.internal.document.Document;
import dev.winnow.report.internal.document.Document.Provenance;
import dev.winnow.report.internal.document.Section;
import dev.winnow.report.internal.document.Table;
import dev.winnow.report.internal.document.Table.Column;
import dev.winnow.report.internal.document.Table.Kind;
import dev.winnow.report.internal.document.Table.Row;
import dev.winnow.report.internal.document.Tone;
import dev.winnow.report.internal.layout.Columns;
import dev.winnow.report.internal.sentences.AssessmentSummary;
import dev.winnow.report.internal.sentences.BaseCaseText;
import dev.winnow.report.internal.sentences.Cells;
import dev.winnow.report.internal.sentences.Origins;
import dev.winnow.report.internal.sentences.SourceList;
import dev.winnow.report.internal.sentences.VerdictLine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The document of {@code explain}: a memo on one project in one city, with the verdict, each reason with its points and
 * sources, unknown facts and questions.
 */
public final class MemoContents {

    /** Maximum number of further reasons of a finding, or of rows in a phrase. */
    private static final int FEW = 3;

    private final Screening screening;
    private final Explanation explanation;
    private final Assessment one;
    private final Wording wording;
    private final FactWords factWords;
    private final SourceList sources;

    private MemoContents(Screening screening, Explanation explanation, Wording wording, FactWords factWords) {
        this.screening = screening;
        this.explanation = explanation;
        this.one = explanation.assessment();
        this.wording = wording;
        this.factWords = factWords;
        this.sources = new SourceList(wording, factWords);
    }

    /**
     * Returns the memo.
     *
     * @param screening the whole screening, in which the candidate is ranked
     * @param factWords turns facts such as {@code project.fundingNeed} into words
     * @param more additional sections, before the sources
     */
    public static Document of(
            Screening screening, Explanation explanation, Wording wording, FactWords factWords, List<Section> more) {
        return new MemoContents(screening, explanation, wording, factWords).document(more);
    }

    private Document document(List<Section> more) {
        List<Section> sections = new ArrayList<>(
                List.of(verdict(), stops(), scores(), findings(), besides(), unknown(), questions(), assumed()));
        sections.addAll(more);
        sections.add(new Section("sources", say("memo.sources"), new Items(Mark.DOT, sources.all(), "")));
        String name = say("memo.title", one.projectName(), one.cityName());
        Provenance provenance = provenance(screening, one, wording);
        return new Document(
                name,
                name + " · " + provenance.names(),
                List.of(),
                sections,
                List.of(say("sheet.about.modeller")),
                provenance);
    }

    /** Returns the provenance of a document on one assessment. */
    public static Provenance provenance(Screening screening, Assessment one, Wording wording) {
        return Origins.of(
                screening.pack(),
                screening.universe(),
                screening.names(),
                one.asOf(),
                screening.illustrative() || !one.illustrative()
                        ? Origins.fictitious(screening.illustrative(), wording)
                        : wording.sentence("ILLUSTRATIVE: this project is invented."),
                wording);
    }

    private String say(String key, Object... values) {
        return wording.say(key, values);
    }

    private Section verdict() {
        return new Section(
                "verdict",
                "",
                new Paragraph(
                        say("memo.verdict", say("verdict." + one.verdict()), say("because." + one.because())),
                        Weight.STRONG,
                        Cells.tone(one.verdict())),
                new Paragraph(together(
                        wording,
                        AssessmentSummary.possible(one, wording),
                        score(one, wording),
                        rank(screening, one, wording))));
    }

    /** Joins sentences. */
    public static String together(Wording wording, String... sentences) {
        return Stream.of(sentences)
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(wording.language() == Language.EN ? " " : ""));
    }

    /** Returns the score and the share of known facts, in two sentences. */
    static String score(Assessment one, Wording wording) {
        String low = Numbers.low(one.score());
        String high = Numbers.high(one.score());
        String reach = low.equals(high) ? wording.say("memo.score", low) : wording.say("memo.score.open", low, high);
        return together(
                wording,
                wording.say("memo.binds", reach, wording.say("side." + one.binds())),
                wording.say("memo.known", Numbers.percent(one.known(), wording)));
    }

    /** Returns the rank among all candidates of the city in a sentence; empty for a single one. */
    public static String rank(Screening screening, Assessment one, Wording wording) {
        long rivals = screening.assessments().stream()
                .filter(other -> other.city().equals(one.city()) && other.asOf().equals(one.asOf()))
                .count();
        return rivals == 1
                ? ""
                : wording.say(
                        one.tied() ? "memo.rank.tied" : "memo.rank",
                        AssessmentSummary.basis(one, wording),
                        Numbers.ordinal(one.rank(), wording),
                        rivals,
                        one.cityName(),
                        wording.day(one.asOf()));
    }

    private Section stops() {
        List<Item> items = new ArrayList<>();
        findings(Bearing.VERDICT).forEach(stop -> items.add(finding(say("effect." + stop.effect()), Tone.BAD, stop)));
        AssessmentSummary.openStops(explanation)
                .forEach(stop -> items.add(new Item(
                        say("stops.open." + stop.effect()), Columns.withoutFullStop(stop.title()), List.of())));
        return new Section(
                "stops",
                say(explanation.conditions().isEmpty() ? "memo.stops" : "stops.conditions"),
                new Items(Mark.LABEL, items, ""));
    }

    /** Returns the scores of both sides, each heading those of its criteria. */
    private Section scores() {
        List<Column> columns = List.of(
                new Column(say("memo.criterion"), Kind.TEXT),
                new Column(say("memo.weight"), Kind.AMOUNT),
                new Column(say("memo.points"), Kind.SCORE));
        List<Row> rows = new ArrayList<>();
        for (Side side : List.of(Side.CITY, Side.PROJECT)) {
            String group = say("memo.gains", say("side." + side));
            rows.add(row(group, group, "", Objects.requireNonNull(one.sides().get(side))));
            explanation.criteria().stream()
                    .filter(criterion -> criterion.side() == side)
                    .forEach(criterion -> rows.add(
                            row(group, criterion.title(), Numbers.points(criterion.weight()), criterion.span())));
        }
        return new Section("scores", say("memo.scores"), new Table("criteria", "", columns, rows));
    }

    private static Row row(String group, String label, String weight, ScoreInterval span) {
        return new Row(
                group, List.of(new Cell.Text(label), new Cell.Text(weight), new Cell.Bar(span, Numbers.range(span))));
    }

    private Section findings() {
        List<Finding> counted = findings(Bearing.SCORE);
        if (counted.isEmpty()) {
            return new Section("why", wording.sentence("Certain findings"), new Paragraph(say("memo.nothing")));
        }
        List<Block> blocks = new ArrayList<>();
        for (CriterionScore criterion : explanation.criteria()) {
            List<Item> items = counted.stream()
                    .filter(finding -> finding.criterion().equals(criterion.id()))
                    .map(finding -> finding(signed(finding), tone(finding), finding))
                    .toList();
            if (!items.isEmpty()) {
                blocks.add(new Paragraph(criterion.title(), Weight.STRONG));
                blocks.add(new Items(Mark.LABEL, items, ""));
            }
        }
        return new Section("why", wording.sentence("Certain findings, and the points they add"), blocks);
    }

    static String signed(Finding finding) {
        String number = Numbers.points(finding.contribution());
        return finding.contribution().signum() > 0 ? "+" + number : number.replace('-', '−');
    }

    private static Tone tone(Finding finding) {
        int sign = finding.contribution().signum();
        return sign > 0 ? Tone.GOOD : sign < 0 ? Tone.BAD : Tone.NONE;
    }

    private Item finding(String label, Tone tone, Finding finding) {
        List<String> below = new ArrayList<>();
        finding.evidence().forEach(citation -> below.add(factWords.read(citation) + sources.cite(citation)));
        finding.also().stream().limit(FEW).forEach(also -> below.add(wording.sentence("also ") + also));
        int more = finding.also().size() - FEW;
        if (more > 0) {
            below.add(wording.sentence("and %s more like these", more));
        }
        return new Item(
                label,
                tone,
                wording.sentence(
                        "%s. %s (rule `%s`, %s)",
                        Columns.withoutFullStop(finding.title()),
                        finding.reason(),
                        finding.rule(),
                        factWords.source(finding.source())),
                below);
    }

    private Section besides() {
        List<Item> items = new ArrayList<>();
        String chain = chain(one, wording);
        if (!chain.isEmpty()) {
            items.add(new Item(wording.sentence("chain"), chain, List.of()));
        }
        if (one.district() != null) {
            int rules = VerdictLine.advice(explanation).size();
            String district = Names.inLanguage(wording.language(), one.district());
            items.add(new Item(
                    wording.sentence("district"),
                    rules > 1
                            ? wording.sentence(
                                    "%s; of %s rules that advise one, the first by id decides", district, rules)
                            : district,
                    List.of()));
        }
        findings(Bearing.NOTHING).stream()
                .filter(note -> note.effect() != Effect.SUGGEST || one.district() != null)
                .forEach(note -> items.add(finding(
                        wording.sentence(note.effect() == Effect.SUGGEST ? "advice" : "note"), Tone.NONE, note)));
        return new Section("besides", say("memo.besides"), new Items(Mark.LABEL, items, ""));
    }

    /** Returns the effect of the project on the chain of the city in a sentence; empty if it has none. */
    public static String chain(Assessment one, Wording wording) {
        return one.chainActions().isEmpty()
                ? ""
                : wording.sentence(
                        "The project would %s the city’s chain.",
                        one.chainActions().stream()
                                .map(ChainAction::words)
                                .map(wording::sentence)
                                .collect(Collectors.joining(wording.sentence(" and "))));
    }

    private Section unknown() {
        List<Item> items = explanation.undetermined().stream()
                .map(open -> new Item(
                        wording.sentence("%s (%s)", Columns.withoutFullStop(open.title()), stake(open)),
                        List.of(wording.sentence(
                                "unknown: %s",
                                FactWords.grouped(open.missing()).stream()
                                        .map(group -> factWords.together(group, FEW))
                                        .collect(Collectors.joining(wording.sentence("; ")))))))
                .toList();
        return new Section(
                "unknown", wording.sentence("Open rules, and what depends on them"), new Items(Mark.NONE, items, ""));
    }

    /** Returns what depends on an undetermined rule. */
    private String stake(Undetermined open) {
        String criterion = AssessmentSummary.criterion(explanation, open.criterion());
        if (open.effect().hasPoints()) {
            String number = Numbers.points(open.points());
            return number.equals("1")
                    ? wording.sentence("1 point of %s", criterion)
                    : wording.sentence("%s points of %s", number, criterion);
        }
        if (!open.effect().limits()) {
            return wording.sentence("a %s", wording.say("effect." + open.effect()));
        }
        String cap = wording.sentence("a cap on %s", criterion);
        return open.contribution().signum() == 0
                ? cap
                : cap + wording.sentence(", ") + Numbers.points(open.contribution());
    }

    private Section questions() {
        QuestionWords asked = new QuestionWords(wording, screening.names());
        List<Item> items = alike(explanation.questions()).stream()
                .map(alike -> new Item(question(alike, one, wording, asked)))
                .toList();
        return new Section(
                "questions", wording.sentence("Questions, most important first"), new Items(Mark.BOX, items, ""));
    }

    private Section assumed() {
        return new BaseCaseText(wording, factWords).section(explanation);
    }

    /** Groups questions that have the same stake and differ only in the row they ask about. */
    public static Collection<List<Question>> alike(List<Question> questions) {
        return questions.stream()
                .collect(Collectors.groupingBy(
                        one -> QuestionStake.key(one) + " " + FactWords.kindOf(one.fact()),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values();
    }

    /** Returns a question, with who knows and its stake. */
    static String question(List<Question> alike, Assessment one, Wording wording, QuestionWords asked) {
        Question first = alike.get(0);
        List<String> facts = alike.stream().map(Question::fact).toList();
        return wording.say(
                "memo.question",
                asked.ask(facts, one.project(), one.city()),
                asked.effort(first.fact()),
                QuestionStake.of(first, alike.size() > 1, wording));
    }

    private List<Finding> findings(Bearing bearing) {
        return explanation.findings().stream()
                .filter(finding -> finding.effect().bearing() == bearing)
                .toList();
    }
}
