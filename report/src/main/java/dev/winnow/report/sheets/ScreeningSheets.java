package dev.winnow.report.sheets;

import dev.winnow.analysis.insight.Insight;
import dev.winnow.analysis.weights.CandidateRobustness;
import dev.winnow.analysis.weights.CandidateRobustness.Acceptability;
import dev.winnow.analysis.weights.WeightInterval;
import dev.winnow.engine.RulePack;
import dev.winnow.language.pack.Criterion;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.BaseCase;
import dev.winnow.model.result.Citation;
import dev.winnow.model.result.Condition;
import dev.winnow.model.result.CriterionScore;
import dev.winnow.model.result.Finding;
import dev.winnow.model.result.Names;
import dev.winnow.model.result.Question;
import dev.winnow.model.result.Screening;
import dev.winnow.model.result.Side;
import dev.winnow.model.result.Undetermined;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.ScoreInterval;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.QuestionStake;
import dev.winnow.report.i18n.QuestionWords;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.sheets.SheetTable.Look;
import dev.winnow.report.text.AssessmentSummary;
import dev.winnow.report.text.BaseCaseText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the sheets of a screening. */
final class ScreeningSheets {

    private record Scored(Assessment one, CriterionScore score) {}

    private record Held(Assessment one, CandidateRobustness standing) {}

    private record Interval(Assessment one, WeightInterval weight) {}

    private record Found(Assessment one, Finding finding) {}

    private record Read(Assessment one, Finding finding, Citation citation) {}

    private record Open(Assessment one, Undetermined rule) {}

    private record Asked(Assessment one, int place, Question question) {}

    private final Screening screening;
    private final RulePack pack;
    private final Wording wording;
    private final FactWords factWords;
    private final QuestionWords asked;
    private final Insight insight;

    private ScreeningSheets(Screening screening, RulePack pack, Wording wording, FactWords factWords, Insight insight) {
        this.screening = screening;
        this.pack = pack;
        this.wording = wording;
        this.factWords = factWords;
        this.asked = new QuestionWords(wording, factWords.names());
        this.insight = insight;
    }

    static Sheets of(Screening screening, RulePack pack, Wording wording, FactWords factWords, Insight insight) {
        ScreeningSheets sheets = new ScreeningSheets(screening, pack, wording, factWords, insight);
        return new Sheets(
                wording,
                wording.say("sheet.title.screening", screening.universe().name()),
                sheets.table(),
                List.of(
                        sheets.ranking(),
                        sheets.criterionScores(),
                        sheets.findings(),
                        sheets.figures(),
                        sheets.undetermined(),
                        sheets.questions(),
                        sheets.sure(),
                        sheets.weights(),
                        AboutSheet.limits(pack, wording),
                        sheets.about()));
    }

    /** For programs: the members of the contract, in its order, and what people call things at the end. */
    private SheetTable<?> table() {
        SheetTable<Assessment> sheet = new SheetTable<>("ranking", screening.assessments())
                .text("project", 16, Assessment::project)
                .text("city", 16, Assessment::city)
                .day("asOf", Assessment::asOf)
                .text("verdict", 14, Assessment::verdict)
                .text("because", 14, Assessment::because)
                .count("rank", Assessment::rank);
        scores(sheet);
        sheet.text("district", 14, Assessment::district).text("chainActions", 14, Assessment::chainActions);
        criteria(sheet);
        sheet.text(
                        "questions",
                        30,
                        one -> one.questions().stream().map(Question::fact).toList())
                .text("projectName", 30, Assessment::projectName)
                .text("cityName", 16, Assessment::cityName)
                .text("illustrative", 10, Assessment::illustrative)
                .text("possible", 22, one -> List.copyOf(one.possible()))
                .text(
                        "conditions",
                        30,
                        one -> one.conditions().stream().map(Condition::rule).toList())
                .prose("reason", AssessmentSummary::reason)
                .prose("openKnockOut", AssessmentSummary::openKnockOut);
        base(sheet);
        return AboutSheet.editions(sheet, "", one -> screening.pack(), one -> screening.universe());
    }

    private SheetTable<?> ranking() {
        SheetTable<Assessment> sheet = new SheetTable<>("ranking", screening.assessments())
                .count("rank", Assessment::rank)
                .text("projectName", 32, Assessment::projectName)
                .frozen()
                .text("cityName", 16, Assessment::cityName)
                .text("verdict", 14, Assessment::verdict)
                .text("because", 22, Assessment::because)
                .text("possible", 22, one -> List.copyOf(one.possible()));
        scores(sheet)
                .prose("reason", AssessmentSummary::reason)
                .prose("openKnockOut", AssessmentSummary::openKnockOut)
                .prose(
                        "conditions",
                        one -> one.conditions().stream().map(Condition::title).toList())
                .prose(
                        "firstQuestion",
                        one -> one.questions().isEmpty()
                                ? null
                                : factWords.words(one.questions().get(0).fact()));
        base(sheet).prose("base.critical", this::critical);
        sheet.text("district", 16, this::district).text("chainActions", 16, Assessment::chainActions);
        return ids(sheet.day("asOf", Assessment::asOf).text("illustrative", 10, Assessment::illustrative), one -> one);
    }

    private static SheetTable<Assessment> base(SheetTable<Assessment> sheet) {
        return sheet.text(
                        "base.verdict",
                        14,
                        one -> one.base() == null ? null : one.base().verdict())
                .number(
                        "base.low",
                        Look.SCORE,
                        one -> one.base() == null ? null : one.base().score().low())
                .number(
                        "base.high",
                        Look.SCORE,
                        one -> one.base() == null ? null : one.base().score().high());
    }

    private @Nullable List<String> critical(Assessment one) {
        BaseCase base = one.base();
        return base == null || screening.assessments().size() > BaseCaseText.MOST_SEARCHED
                ? null
                : new BaseCaseText(wording, factWords).critical(base);
    }

    private @Nullable String district(Assessment one) {
        return one.district() == null ? null : Names.inLanguage(wording.language(), one.district());
    }

    private static SheetTable<Assessment> scores(SheetTable<Assessment> sheet) {
        return sheet.number("score.low", Look.SCORE, one -> one.score().low())
                .number("score.high", Look.SCORE, one -> one.score().high())
                .text("binds", 10, Assessment::binds)
                .number("known", Look.SHARE, Assessment::known)
                .number(
                        "sides.city.low",
                        Look.SCORE,
                        one -> side(one, Side.CITY).low())
                .number(
                        "sides.city.high",
                        Look.SCORE,
                        one -> side(one, Side.CITY).high())
                .number(
                        "sides.project.low",
                        Look.SCORE,
                        one -> side(one, Side.PROJECT).low())
                .number(
                        "sides.project.high",
                        Look.SCORE,
                        one -> side(one, Side.PROJECT).high());
    }

    private static ScoreInterval side(Assessment one, Side side) {
        return Objects.requireNonNull(one.sides().get(side));
    }

    private void criteria(SheetTable<Assessment> sheet) {
        for (Criterion criterion : pack.criteria()) {
            String name = "criteria." + criterion.id();
            sheet.number(name + ".low", Look.SCORE, one -> span(one, criterion.id(), ScoreInterval::low))
                    .number(name + ".high", Look.SCORE, one -> span(one, criterion.id(), ScoreInterval::high));
        }
    }

    private SheetTable<?> criterionScores() {
        SheetTable<Scored> sheet = candidate(new SheetTable<>("criteria", rows(this::scored)), Scored::one)
                .text("criterion", 26, row -> row.score().title())
                .text("side", 10, row -> row.score().side())
                .number("weight", Look.AMOUNT, row -> row.score().weight())
                .number("criterion.low", Look.SCORE, row -> row.score().span().low())
                .number("criterion.high", Look.SCORE, row -> row.score().span().high());
        return ids(sheet.day("asOf", row -> row.one().asOf()), Scored::one);
    }

    private static @Nullable BigDecimal span(
            Assessment one, String criterion, Function<ScoreInterval, BigDecimal> end) {
        return one.criteria().stream()
                .filter(score -> score.id().equals(criterion))
                .map(score -> end.apply(score.span()))
                .findFirst()
                .orElse(null);
    }

    /** Who it is about, for people. */
    private static <T> SheetTable<T> candidate(SheetTable<T> sheet, Function<T, Assessment> of) {
        return sheet.text("projectName", 28, row -> of.apply(row).projectName())
                .frozen()
                .text("cityName", 16, row -> of.apply(row).cityName())
                .text("verdict", 14, row -> of.apply(row).verdict());
    }

    /** Who it is about, to look it up on another sheet. */
    private static <T> SheetTable<T> ids(SheetTable<T> sheet, Function<T, Assessment> of) {
        return sheet.text("project", 16, row -> of.apply(row).project())
                .text("city", 14, row -> of.apply(row).city());
    }

    private SheetTable<?> findings() {
        SheetTable<Found> sheet = candidate(new SheetTable<>("findings", rows(this::found)), Found::one)
                .text(
                        "criterion",
                        22,
                        row -> AssessmentSummary.criterion(
                                row.one(), row.finding().criterion()))
                .text("effect", 12, row -> row.finding().effect())
                .prose("title", row -> row.finding().title())
                .prose("reason", row -> row.finding().reason())
                .number("contribution", Look.POINTS, row -> row.finding().contribution())
                .number("points", Look.AMOUNT, row -> award(row.finding(), Finding::points))
                .number("share", Look.SHARE, row -> award(row.finding(), Finding::share))
                .text("source", 30, row -> factWords.source(row.finding().source()))
                .text("rule", 30, row -> row.finding().rule());
        return ids(sheet.day("asOf", row -> row.one().asOf()), Found::one);
    }

    private static @Nullable BigDecimal award(Finding finding, Function<Finding, BigDecimal> number) {
        return finding.effect().hasPoints() ? number.apply(finding) : null;
    }

    private SheetTable<?> figures() {
        SheetTable<Read> sheet = candidate(new SheetTable<>("figures", rows(this::read)), Read::one)
                .text("fact", 36, row -> factWords.words(row.citation().property()))
                .text("written", 26, row -> wording.value(row.citation()))
                .number("low", Look.AMOUNT, row -> FigureEnds.low(row.citation().figure()))
                .number(
                        "high",
                        Look.AMOUNT,
                        row -> FigureEnds.high(row.citation().figure()))
                .text("unit", 12, row -> unit(row.citation().figure()))
                .text("source", 40, row -> source(row.citation().evidence().source()))
                .day("since", row -> row.citation().evidence().asOf())
                .text("hindsight", 10, row -> row.citation().evidence().hindsight())
                .prose("note", row -> row.citation().evidence().note())
                .text("property", 40, row -> row.citation().property())
                .text("rule", 30, row -> row.finding().rule());
        return ids(sheet.day("asOf", row -> row.one().asOf()), Read::one);
    }

    private @Nullable String source(@Nullable String source) {
        return source == null ? null : factWords.source(source);
    }

    private @Nullable String unit(@Nullable Figure figure) {
        return figure == null ? null : wording.unit(figure.unit());
    }

    private SheetTable<?> undetermined() {
        SheetTable<Open> sheet = candidate(new SheetTable<>("undetermined", rows(this::open)), Open::one)
                .text(
                        "criterion",
                        22,
                        row -> AssessmentSummary.criterion(row.one(), row.rule().criterion()))
                .text("effect", 12, row -> row.rule().effect())
                .prose("title", row -> row.rule().title())
                .prose(
                        "missing",
                        row -> row.rule().missing().stream()
                                .map(factWords::words)
                                .toList())
                .number(
                        "openPoints",
                        Look.AMOUNT,
                        row -> row.rule().effect().hasPoints() ? row.rule().points() : null)
                .number("contribution", Look.POINTS, row -> row.rule().contribution())
                .text("rule", 30, row -> row.rule().rule());
        return ids(sheet.day("asOf", row -> row.one().asOf()), Open::one);
    }

    private SheetTable<?> questions() {
        SheetTable<Asked> sheet = candidate(new SheetTable<>("questions", rows(this::asked)), Asked::one)
                .count("place", Asked::place)
                .prose(
                        "question",
                        row -> asked.ask(
                                row.question().fact(),
                                row.one().project(),
                                row.one().city()))
                .text("who", 16, row -> asked.who(row.question().fact()))
                .count("days", row -> asked.of(row.question().fact()).days())
                .text("decides", 20, row -> QuestionStake.stops(row.question()))
                .number("stake", Look.AMOUNT, row -> row.question().points())
                .text("property", 40, row -> row.question().fact());
        return ids(sheet.day("asOf", row -> row.one().asOf()), Asked::one);
    }

    private SheetTable<?> sure() {
        SheetTable<Held> sheet = candidate(
                        new SheetTable<>("sure", rows(one -> Stream.of(new Held(one, insight.standing(one))))),
                        Held::one)
                .text("sure.robust", 10, row -> row.standing().isRobust())
                .text(
                        "sure.dependsOn",
                        24,
                        row -> row.standing().isRobust()
                                ? null
                                : row.standing()
                                        .dependsOn()
                                        .map(WeightInterval::criterion)
                                        .map(id -> AssessmentSummary.criterion(row.one(), id))
                                        .orElse(null))
                .number(
                        "sure.verdict.share",
                        Look.PORTION,
                        row -> fared(row, fared -> fared.verdict().share()))
                .number(
                        "sure.verdict.error",
                        Look.PORTION,
                        row -> fared(row, fared -> fared.verdict().error()))
                .number(
                        "sure.first.share",
                        Look.PORTION,
                        row -> fared(row, fared -> fared.first().share()))
                .number(
                        "sure.first.error",
                        Look.PORTION,
                        row -> fared(row, fared -> fared.first().error()))
                .with("sure.best", Look.PLAIN, 10, row -> fared(row, Acceptability::best))
                .with("sure.worst", Look.PLAIN, 10, row -> fared(row, Acceptability::worst));
        return ids(sheet.day("asOf", row -> row.one().asOf()), Held::one);
    }

    private static <N> @Nullable N fared(Held row, Function<Acceptability, N> of) {
        Acceptability fared = row.standing().acceptability();
        return fared == null ? null : of.apply(fared);
    }

    private SheetTable<?> weights() {
        SheetTable<Interval> sheet = candidate(new SheetTable<>("weights", rows(this::intervals)), Interval::one)
                .text(
                        "criterion",
                        26,
                        row -> AssessmentSummary.criterion(
                                row.one(), row.weight().criterion()))
                .number("weight", Look.AMOUNT, row -> row.weight().weight())
                .number("weight.from", Look.AMOUNT, row -> row.weight().from())
                .number("weight.to", Look.AMOUNT, row -> row.weight().to())
                .text("weight.below", 16, row -> verdict(row.weight().below()))
                .text("weight.above", 16, row -> verdict(row.weight().above()))
                .number("weight.least", Look.AMOUNT, row -> row.weight().least())
                .number("weight.most", Look.AMOUNT, row -> row.weight().most());
        return ids(sheet.day("asOf", row -> row.one().asOf()), Interval::one);
    }

    private static @Nullable Verdict verdict(@Nullable String name) {
        return name == null ? null : Verdict.valueOf(name);
    }

    private SheetTable<?> about() {
        return new AboutSheet(wording)
                .illustrative(screening.illustrative())
                .edition("universe", screening.universe())
                .edition("pack", screening.pack())
                .days(screening.assessments().stream().map(Assessment::asOf).toList())
                .thresholds(pack)
                .sheet();
    }

    private <T> Iterable<T> rows(Function<Assessment, Stream<T>> of) {
        return () -> screening.assessments().stream().flatMap(of).iterator();
    }

    private Stream<Scored> scored(Assessment one) {
        return one.criteria().stream().map(score -> new Scored(one, score));
    }

    private Stream<Interval> intervals(Assessment one) {
        return insight.standing(one).weights().stream().map(weight -> new Interval(one, weight));
    }

    private Stream<Found> found(Assessment one) {
        return one.findings().stream().map(finding -> new Found(one, finding));
    }

    private Stream<Read> read(Assessment one) {
        return one.findings().stream()
                .flatMap(finding -> finding.evidence().stream().map(citation -> new Read(one, finding, citation)));
    }

    private Stream<Open> open(Assessment one) {
        return one.undetermined().stream().map(rule -> new Open(one, rule));
    }

    private Stream<Asked> asked(Assessment one) {
        return IntStream.range(0, one.questions().size())
                .mapToObj(i -> new Asked(one, i + 1, one.questions().get(i)));
    }
}
