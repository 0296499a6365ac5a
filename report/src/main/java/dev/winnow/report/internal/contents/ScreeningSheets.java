package dev.winnow.report.internal.contents;

import dev.winnow.analysis.insight.Insight;
import dev.winnow.analysis.internal.overview.Overview;
import dev.winnow.analysis.internal.questions.OpenQuestion;
import dev.winnow.analysis.internal.questions.QuestionList;
import dev.winnow.analysis.weights.CandidateRobustness;
import dev.winnow.analysis.weights.CandidateRobustness.Acceptability;
import dev.winnow.analysis.weights.WeightInterval;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.engine.ScreeningSession;
import dev.winnow.language.Criterion;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.BaseCase;
import dev.winnow.model.result.Citation;
import dev.winnow.model.result.Condition;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Finding;
import dev.winnow.model.result.Question;
import dev.winnow.model.result.Screening;
import dev.winnow.model.result.Undetermined;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.source.Language;
import dev.winnow.model.value.Evidence;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.ScoreInterval;
import dev.winnow.model.vocabulary.FactName;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.QuestionStake;
import dev.winnow.report.i18n.QuestionWords;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.document.Table.Kind;
import dev.winnow.report.internal.sentences.AssessmentSummary;
import dev.winnow.report.internal.sentences.BaseCaseText;
import dev.winnow.report.internal.sentences.Cells;
import dev.winnow.report.internal.sentences.Editions;
import dev.winnow.report.internal.sentences.FirstQuestions;
import dev.winnow.report.internal.sentences.OverviewWords;
import dev.winnow.report.internal.sentences.VerdictLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Builds the sheets of a screening, one per question of its readers: ranking, scores, robustness, reasons, questions,
 * assumptions, evidence. The first two contain every candidate, the others those that {@link Listing#detailed} selects.
 */
final class ScreeningSheets {

    /** Maximum number of printed rows of a ranking, about ten pages. */
    private static final int MOST_PRINTED = 400;

    /** Maximum number of candidates named in a cell. */
    private static final int MOST_NAMED = 6;

    private static final int MOST_ROWS_NAMED = 3;

    private record Held(Explanation explained, CandidateRobustness standing) {

        Assessment one() {
            return explained.assessment();
        }
    }

    private record Found(Explanation explained, Finding finding) {

        Assessment one() {
            return explained.assessment();
        }
    }

    /** A value that a rule read, and the project or city it belongs to. */
    private record Read(String of, Citation citation) {}

    /** The rules and candidates that depend on a value. */
    private record Readers(Set<String> rules, Set<String> candidates) {}

    private record Asked(int place, OpenQuestion question, Set<String> rules) {}

    /** An assumption; {@link Assuming} has the candidates that depend on it. */
    private record Assumption(String fact, String value, String reason) {}

    private record Assuming(List<Assessment> candidates, List<String> critical) {}

    private final ScreeningSession session;
    private final Screening screening;
    /** The candidates described in full, with their critical assumptions. */
    private final List<Explanation> detailed;

    private final Overview overview;
    private final Listing listing;
    private final RulePack pack;
    private final Wording wording;
    private final FactWords factWords;
    private final QuestionWords asked;
    private final OverviewWords words;
    private final Insight insight;
    private final boolean oneCity;

    private ScreeningSheets(
            ScreeningResult result, Overview overview, Wording wording, FactWords factWords, Insight insight) {
        this.session = result.session();
        this.screening = result.asked();
        this.overview = overview;
        this.listing = Listing.of(screening, overview);
        this.detailed = session.explanationsWithCritical(listing.detailed()).toList();
        this.pack = result.pack();
        this.wording = wording;
        this.factWords = factWords;
        this.asked = new QuestionWords(wording, factWords.names());
        this.words = new OverviewWords(wording, factWords.names());
        this.insight = insight;
        this.oneCity =
                listing.detailed().stream().map(Assessment::city).distinct().count() < 2;
    }

    static List<TableBuilder<?>> of(
            ScreeningResult result,
            Overview overview,
            Wording wording,
            FactWords factWords,
            Insight insight,
            PairAdditions additions) {
        ScreeningSheets sheets = new ScreeningSheets(result, overview, wording, factWords, insight);
        List<TableBuilder<?>> all = new ArrayList<>(
                List.of(sheets.ranking(), sheets.scores(), sheets.sure(), sheets.findings(), sheets.questions()));
        if (sheets.listing.assumes()) {
            all.add(sheets.assumptions());
        }
        all.addAll(additions.sheets(result.asked(), wording));
        all.addAll(List.of(
                sheets.figures(),
                AboutSheet.limits(result.pack(), wording).line(sheets.answers("limits")),
                sheets.about()));
        return all;
    }

    private TableBuilder<?> ranking() {
        TableBuilder<Explanation> sheet = this.<Explanation>candidate(
                new TableBuilder<Explanation>(wording, "ranking", this::all)
                        .line(Editions.whole(screening, wording))
                        .line(screening.illustrative() ? wording.sentence(Editions.INVENTED) : "")
                        .line(summary())
                        .line(order())
                        .ruledBy(
                                listing.bestFirst()
                                        ? one -> ""
                                        : one -> one.assessment().city())
                        .printedRows(Math.min(MOST_PRINTED, listing.informative()))
                        .with("rank", Kind.PLACE, 6, one -> one.assessment().rank())
                        .text("tied", 6, one -> one.assessment().tied()),
                Explanation::assessment);
        if (listing.assumes()) {
            sheet.text("base.verdict", 13, one -> ScreeningTable.base(one, BaseCase::verdict));
        }
        sheet.with("score.low", Kind.SCORE, 8, one -> one.assessment().score().low())
                .with(
                        "score.high",
                        Kind.SCORE,
                        8,
                        one -> one.assessment().score().high())
                .with("known", Kind.SHARE, 8, one -> one.assessment().known())
                .prose("why", 42, one -> VerdictLine.of(one, wording).whole())
                .prose("askFirst", 50, this::first);
        if (listing.districts()) {
            sheet.prose("district", 16, one -> {
                String district = one.assessment().district();
                return district == null ? null : wording.name(district);
            });
        }
        sheet.printedSoFar()
                .text("because", 22, one -> one.assessment().because())
                .text("possible", 22, one -> List.copyOf(one.assessment().possible()))
                .prose("openKnockOut", AssessmentSummary::openKnockOut)
                .prose(
                        "conditions",
                        60,
                        one -> one.conditions().stream().map(Condition::title).toList())
                .text("chainActions", 16, one -> one.assessment().chainActions());
        if (listing.assumes()) {
            sheet.with(
                            "base.score.low",
                            Kind.SCORE,
                            12,
                            one -> ScreeningTable.base(one, base -> base.score().low()))
                    .with(
                            "base.score.high",
                            Kind.SCORE,
                            12,
                            one -> ScreeningTable.base(one, base -> base.score().high()));
        }
        return ids(sheet.text("illustrative", 10, one -> one.assessment().illustrative()), Explanation::assessment);
    }

    /** Returns all candidates, explained while they are written. */
    private Iterator<Explanation> all() {
        return session.explanations(listing.all()).iterator();
    }

    private @Nullable String first(Explanation one) {
        Question question = FirstQuestions.of(one);
        return question == null ? null : words.question(one.assessment(), question, true);
    }

    /** Returns a remark on the order of rows; empty if they have one ranking. */
    private String order() {
        boolean alone = overview.blocks().size() + overview.folded().size() < 2;
        String order = alone ? "" : wording.say(listing.bestFirst() ? "sheet.order.best" : "sheet.order");
        return overview.folded().isEmpty() ? order : sentences(order, wording.say("sheet.order.below"));
    }

    /** Returns the result of the screening, and the cities without known facts. */
    private String summary() {
        if (screening.assessments().isEmpty()) {
            return wording.sentence("Nothing to screen: there is no candidate, or no city.");
        }
        return sentences(words.finding(overview), words.folded(overview));
    }

    /** Joins two sentences, or returns the other if one is empty; Chinese puts no blank between them. */
    private String sentences(String one, String other) {
        return one.isEmpty() || other.isEmpty() || wording.language() == Language.ZH ? one + other : one + " " + other;
    }

    private TableBuilder<?> scores() {
        TableBuilder<Explanation> sheet = this.<Explanation>candidate(
                new TableBuilder<Explanation>(wording, "scores", this::all)
                        .line(answers("scores"))
                        .printedRows(Math.min(MOST_PRINTED, listing.informative()))
                        .with("rank", Kind.PLACE, 6, one -> one.assessment().rank()),
                Explanation::assessment);
        ScreeningTable.sides(ScreeningTable.score(sheet));
        for (Criterion criterion : pack.criteria()) {
            String name = "criteria." + criterion.id();
            String title = criterion.title();
            sheet.headed(
                            name + ".low",
                            wording.say("sheet.criterion.low", title),
                            Kind.SCORE,
                            one -> ScreeningTable.span(one, criterion.id(), ScoreInterval::low))
                    .headed(
                            name + ".high",
                            wording.say("sheet.criterion.high", title),
                            Kind.SCORE,
                            one -> ScreeningTable.span(one, criterion.id(), ScoreInterval::high));
        }
        return ids(sheet.printedSoFar(), Explanation::assessment);
    }

    /** Adds the columns with the names of a candidate. */
    private <T> TableBuilder<T> candidate(TableBuilder<T> sheet, Function<T, Assessment> of) {
        return sheet.prose("projectName", 25, row -> wording.name(of.apply(row).projectName()))
                .frozen()
                .prose("cityName", 16, row -> wording.name(of.apply(row).cityName()))
                .text("verdict", 13, row -> of.apply(row).verdict());
    }

    /** Adds the columns with the ids of a candidate, for look-ups; they are not printed. */
    private static <T> TableBuilder<T> ids(TableBuilder<T> sheet, Function<T, Assessment> of) {
        return sheet.day("asOf", row -> of.apply(row).asOf())
                .text("project", 16, row -> of.apply(row).project())
                .text("city", 14, row -> of.apply(row).city());
    }

    /** Returns a sheet of the candidates described in full, with a remark if there are others. */
    private <T> TableBuilder<T> detailed(String name, Iterable<T> rows) {
        return new TableBuilder<>(wording, name, rows).line(answers(name)).line(isWhole() ? "" : left());
    }

    private boolean isWhole() {
        return listing.detailed().size() == listing.all().size();
    }

    /** Returns the reader's question that a sheet answers. */
    private String answers(String sheet) {
        return wording.say("sheet.answers." + sheet, "winnow ask -o questions.xlsx");
    }

    /** Returns the remark on the candidates left out, and the commands that describe them. */
    private String left() {
        return wording.say(
                "sheet.left",
                listing.detailed().size(),
                listing.all().size(),
                "winnow explain PROJECT CITY",
                "--city",
                "-f json");
    }

    private TableBuilder<?> sure() {
        TableBuilder<Held> sheet = candidate(
                        detailed("sure", rows(one -> Stream.of(new Held(one, insight.standing(one.assessment()))))),
                        Held::one)
                .text("sure.robust", 10, row -> row.standing().isRobust())
                .text(
                        "sure.dependsOn",
                        26,
                        row -> weight(row, weight -> AssessmentSummary.criterion(row.explained(), weight.criterion())))
                .number("sure.weights.weight", Kind.AMOUNT, row -> weight(row, WeightInterval::weight))
                .number("sure.weights.from", Kind.AMOUNT, row -> weight(row, WeightInterval::from))
                .number("sure.weights.to", Kind.AMOUNT, row -> weight(row, WeightInterval::to))
                .text("sure.weights.below", 13, row -> weight(row, weight -> verdict(weight.below())))
                .text("sure.weights.above", 13, row -> weight(row, weight -> verdict(weight.above())))
                .number(
                        "sure.verdict.share",
                        Kind.PORTION,
                        row -> fared(row, fared -> fared.verdict().share()))
                .number(
                        "sure.first.share",
                        Kind.PORTION,
                        row -> fared(row, fared -> fared.first().share()))
                .with("sure.best", Kind.TEXT, 10, row -> fared(row, Acceptability::best))
                .with("sure.worst", Kind.TEXT, 10, row -> fared(row, Acceptability::worst))
                .printedSoFar()
                .number(
                        "sure.verdict.error",
                        Kind.PORTION,
                        row -> fared(row, fared -> fared.verdict().error()))
                .number(
                        "sure.first.error",
                        Kind.PORTION,
                        row -> fared(row, fared -> fared.first().error()));
        return ids(sheet, Held::one);
    }

    /** Returns a value of the weight on which a verdict depends most; null if no single weight changes the verdict. */
    private static <V> @Nullable V weight(Held row, Function<WeightInterval, @Nullable V> of) {
        WeightInterval weight = row.standing().dependsOn().orElse(null);
        return weight == null ? null : of.apply(weight);
    }

    private static <N> @Nullable N fared(Held row, Function<Acceptability, N> of) {
        Acceptability fared = row.standing().acceptability();
        return fared == null ? null : of.apply(fared);
    }

    private static @Nullable Verdict verdict(@Nullable String name) {
        return name == null ? null : Verdict.valueOf(name);
    }

    private TableBuilder<?> findings() {
        TableBuilder<Found> sheet = candidate(
                        detailed(
                                "findings",
                                rows(one -> one.findings().stream().map(finding -> new Found(one, finding)))),
                        Found::one)
                .text(
                        "criterion",
                        22,
                        row -> AssessmentSummary.criterion(
                                row.explained(), row.finding().criterion()))
                .text("effect", 12, row -> row.finding().effect())
                .prose("reason", 60, row -> row.finding().reason())
                .number("contribution", Kind.POINTS, row -> row.finding().contribution())
                .prose("title", 50, row -> row.finding().title())
                .prose("source", 30, row -> factWords.source(row.finding().source()))
                .printedSoFar()
                .number("points", Kind.AMOUNT, row -> award(row.finding(), Finding::points))
                .number("share", Kind.SHARE, row -> award(row.finding(), Finding::share))
                .text("rule", 30, row -> row.finding().rule());
        return ids(sheet, Found::one);
    }

    private static @Nullable BigDecimal award(Finding finding, Function<Finding, BigDecimal> number) {
        return finding.effect().hasPoints() ? number.apply(finding) : null;
    }

    private TableBuilder<?> questions() {
        return detailed("questions", () -> open().iterator())
                .with("place", Kind.PLACE, 6, Asked::place)
                .text("who", 16, row -> asked.who(row.question().how()))
                .prose(
                        "about",
                        24,
                        row -> about(row.question().fact(), row.question().id()))
                .prose("ask", 56, row -> ask(row.question()))
                .frozen()
                .text("decides", 16, row -> QuestionStake.stops(row.question().stake()))
                .number("points", Kind.SCORE, row -> row.question().stake().points())
                .count("days", row -> row.question().how().days())
                .prose("forWhom", 40, row -> named(row.question().candidates()))
                .prose("waiting", 50, row -> List.copyOf(row.rules()))
                .printedSoFar()
                .text("fact", 40, row -> row.question().fact())
                .text("subject", 18, row -> row.question().id());
    }

    private List<Asked> open() {
        List<OpenQuestion> questions = QuestionList.of(
                        detailed.stream(), factWords.names().vocabulary(), List.of())
                .all();
        Map<String, Set<String>> waiting = new TreeMap<>();
        for (Explanation explained : detailed) {
            Assessment one = explained.assessment();
            for (Undetermined rule : explained.undetermined()) {
                for (String fact : rule.missing()) {
                    String id = FactName.of(fact).isOfProject() ? one.project() : one.city();
                    waiting.computeIfAbsent(id + " " + fact, any -> new LinkedHashSet<>())
                            .add(rule.title());
                }
            }
        }
        return IntStream.range(0, questions.size())
                .mapToObj(i -> {
                    OpenQuestion question = questions.get(i);
                    return new Asked(
                            i + 1, question, waiting.getOrDefault(question.id() + " " + question.fact(), Set.of()));
                })
                .toList();
    }

    private String ask(OpenQuestion question) {
        Assessment first = question.candidates().get(0);
        return asked.ask(question.fact(), first.project(), first.city());
    }

    /** Returns the name of the project or city that a fact belongs to. */
    private String about(String fact, String id) {
        return factWords.named(FactName.of(fact).isOfProject() ? "projects" : "cities", id);
    }

    /** Returns the names of the first candidates, and the number of the others. */
    private String named(List<Assessment> candidates) {
        return wording.list(candidates.stream().map(this::named).distinct().toList(), MOST_NAMED);
    }

    private String named(Assessment one) {
        String project = words.shortly(one.projectName());
        return oneCity ? project : wording.sentence("%s, %s", project, words.shortly(one.cityName()));
    }

    private TableBuilder<?> assumptions() {
        return detailed("assumptions", () -> assumed().entrySet().iterator())
                .prose("fact", 50, row -> row.getKey().fact())
                .text("value", 24, row -> row.getKey().value())
                .prose("reason", 60, row -> row.getKey().reason())
                .count("assumedOf", row -> row.getValue().candidates().size())
                .prose("critical", 50, row -> wording.list(row.getValue().critical(), MOST_NAMED));
    }

    /** Returns the assumptions of all candidates, those with most dependent verdicts first. */
    private Map<Assumption, Assuming> assumed() {
        Map<Assumption, Assuming> assumed = new LinkedHashMap<>();
        for (Explanation explained : detailed) {
            Assessment one = explained.assessment();
            for (BaseCaseText.Alike alike : BaseCaseText.alike(explained)) {
                Assuming of = assumed.computeIfAbsent(
                        new Assumption(
                                factWords.together(alike.facts(), MOST_ROWS_NAMED), alike.value(), alike.reason()),
                        any -> new Assuming(new ArrayList<>(), new ArrayList<>()));
                of.candidates().add(one);
                if (alike.otherwise() != null) {
                    of.critical()
                            .add(wording.say(
                                    "sheet.otherwise", named(one), wording.say("verdict." + alike.otherwise())));
                }
            }
        }
        return assumed.entrySet().stream()
                .sorted(Map.Entry.comparingByValue((one, other) ->
                        Integer.compare(other.critical().size(), one.critical().size())))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
    }

    private @Nullable String remark(Evidence evidence) {
        return evidence.conversion() == null ? evidence.note() : factWords.remark(evidence);
    }

    private TableBuilder<?> figures() {
        return detailed("figures", () -> read().entrySet().iterator())
                .prose(
                        "about",
                        24,
                        row -> about(
                                row.getKey().citation().property(), row.getKey().of()))
                .prose(
                        "factName",
                        44,
                        row -> factWords.words(row.getKey().citation().property()))
                .frozen()
                .text("value", 26, row -> wording.value(row.getKey().citation()))
                .prose(
                        "source",
                        40,
                        row -> source(row.getKey().citation().evidence().source()))
                .day("asOf", row -> row.getKey().citation().evidence().asOf())
                .prose("note", 40, row -> remark(row.getKey().citation().evidence()))
                .prose(
                        "forWhom",
                        40,
                        row -> wording.list(List.copyOf(row.getValue().candidates()), MOST_NAMED))
                .printedSoFar()
                .prose("title", 40, row -> title(row.getKey().citation()))
                .prose("url", 40, row -> url(row.getKey().citation()))
                .number(
                        "low",
                        Kind.AMOUNT,
                        row -> Cells.low(row.getKey().citation().figure()))
                .number(
                        "high",
                        Kind.AMOUNT,
                        row -> Cells.high(row.getKey().citation().figure()))
                .text("unit", 12, row -> unit(row.getKey().citation().figure()))
                .text("hindsight", 10, row -> row.getKey().citation().evidence().hindsight())
                .text("property", 40, row -> row.getKey().citation().property())
                .text("rules", 40, row -> List.copyOf(row.getValue().rules()))
                .text("subject", 18, row -> row.getKey().of());
    }

    /** Returns each value that a finding depends on, with all its readers. */
    private Map<Read, Readers> read() {
        Map<Read, Readers> read = new LinkedHashMap<>();
        for (Explanation explained : detailed) {
            Assessment one = explained.assessment();
            for (Finding finding : explained.findings()) {
                for (Citation citation : finding.evidence()) {
                    String of = FactName.of(citation.property()).isOfProject() ? one.project() : one.city();
                    Readers readers = read.computeIfAbsent(
                            new Read(of, citation), any -> new Readers(new LinkedHashSet<>(), new LinkedHashSet<>()));
                    readers.rules().add(finding.rule());
                    readers.candidates().add(named(one));
                }
            }
        }
        return read;
    }

    private @Nullable String source(@Nullable String source) {
        return source == null ? null : factWords.source(source);
    }

    private @Nullable String title(Citation citation) {
        String source = citation.universeSource();
        return source == null ? null : factWords.names().sourceTitle(source, wording.language());
    }

    private @Nullable String url(Citation citation) {
        String source = citation.universeSource();
        return source == null ? null : factWords.names().sourceUrl(source);
    }

    private @Nullable String unit(@Nullable Figure figure) {
        return figure == null ? null : wording.unit(figure.unit());
    }

    private TableBuilder<?> about() {
        AboutSheet about = new AboutSheet(wording, screening.names());
        for (String sheet : Stream.of(
                        "ranking", "scores", "sure", "findings", "questions", "assumptions", "figures", "limits")
                .filter(name -> listing.assumes() || !name.equals("assumptions"))
                .toList()) {
            about.labelled(wording.say("sheet." + sheet), answers(sheet));
        }
        if (!isWhole()) {
            about.line("left", left());
        }
        for (Verdict verdict : Verdict.values()) {
            about.labelled(wording.say("verdict." + verdict), wording.say("sheet.means." + verdict));
        }
        about.line("ends", wording.say("sheet.means.ends")).line("known", wording.say("sheet.means.known"));
        if (listing.assumes()) {
            about.line("base", wording.say("sheet.means.base"));
        }
        return about.illustrative(screening.illustrative())
                .edition("universe", screening.universe())
                .edition("pack", screening.pack())
                .days(listing.days())
                .thresholds(pack)
                .sheet("reading");
    }

    private <T> Iterable<T> rows(Function<Explanation, Stream<T>> of) {
        return () -> detailed.stream().flatMap(of).iterator();
    }
}
