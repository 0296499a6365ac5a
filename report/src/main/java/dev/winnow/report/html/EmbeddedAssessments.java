package dev.winnow.report.html;

import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Citation;
import dev.winnow.model.result.CriterionScore;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Finding;
import dev.winnow.model.result.Question;
import dev.winnow.model.result.Side;
import dev.winnow.model.result.Undetermined;
import dev.winnow.model.value.Evidence;
import dev.winnow.model.value.ScoreInterval;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.QuestionStake;
import dev.winnow.report.i18n.QuestionWords;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.document.Block;
import dev.winnow.report.internal.document.Section;
import dev.winnow.report.internal.sentences.BaseCaseText;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the assessments of a page. The columns of the list are read when the page opens; the details of each pair are
 * a line of their own, read when the pair is opened. Repeated values are written once.
 */
final class EmbeddedAssessments {

    private static final int NOTHING = -1;

    private final List<Explanation> all;
    private final Wording words;
    private final FactWords facts;
    private final QuestionWords asks;
    private final ToIntFunction<Assessment> rivals;
    private final Function<Explanation, List<Section>> besides;
    private final BaseCaseText assumed;
    private final ValueNumbering<Heading> headings = new ValueNumbering<>();
    private final ValueNumbering<String> texts = new ValueNumbering<>();
    private final ValueNumbering<List<Integer>> citations = new ValueNumbering<>();
    private final ValueNumbering<Held> held = new ValueNumbering<>();
    private final ValueNumbering<Open> open = new ValueNumbering<>();

    /** A criterion without a pair's score. */
    private record Heading(String id, String title, Side side, BigDecimal weight) {}

    /** A finding without its contribution to a pair. Texts and citations are numbers of the shared lists. */
    private record Held(List<Integer> words, BigDecimal points, List<Integer> also, List<Integer> evidence) {}

    /** An undetermined rule without its stake. Texts are numbers of the shared list. */
    private record Open(List<Integer> words, List<Integer> missing) {}

    EmbeddedAssessments(PageContent matter, Wording words, FactWords facts, QuestionWords asks) {
        this.all = List.copyOf(matter.pairs());
        this.words = words;
        this.facts = facts;
        this.asks = asks;
        this.rivals = matter.rivals();
        this.besides = matter.besides();
        this.assumed = new BaseCaseText(words, facts);
        all.forEach(one -> one.criteria().forEach(score -> headings.of(heading(score))));
    }

    /** Writes the columns into the current object. */
    void columns(PageJson json) throws IOException {
        ValueNumbering<List<Object>> projects = new ValueNumbering<>();
        ValueNumbering<List<String>> cities = new ValueNumbering<>();
        ValueNumbering<String> days = new ValueNumbering<>();
        ValueNumbering<String> districts = new ValueNumbering<>();
        ValueNumbering<String> asked = new ValueNumbering<>();
        column(
                json,
                "project",
                one -> projects.of(List.of(one.project(), one.projectName(), one.illustrative() ? 1 : 0)));
        column(json, "city", one -> cities.of(List.of(one.city(), one.cityName())));
        column(json, "day", one -> days.of(one.asOf().toString()));
        column(json, "verdict", one -> place(one.verdict()));
        column(json, "because", one -> place(one.because()));
        column(json, "possible", one -> bits(one.possible()));
        column(json, "binds", one -> place(one.binds()));
        column(json, "rank", Assessment::rank);
        column(json, "tied", one -> one.tied() ? 1 : 0);
        column(json, "rivals", rivals::applyAsInt);
        column(json, "district", one -> one.district() == null ? NOTHING : districts.of(words.name(one.district())));
        column(json, "actions", one -> bits(one.chainActions()));
        json.name("first")
                .list(
                        all,
                        one -> json.number(
                                one.questions().isEmpty()
                                        ? NOTHING
                                        : asked.of(
                                                asks.ask(one.questions().get(0).fact()))));
        exact(json, "known", Assessment::known);
        exact(json, "low", one -> one.score().low());
        exact(json, "high", one -> one.score().high());
        exact(json, "cityLow", one -> side(one, Side.CITY).low());
        exact(json, "cityHigh", one -> side(one, Side.CITY).high());
        exact(json, "projectLow", one -> side(one, Side.PROJECT).low());
        exact(json, "projectHigh", one -> side(one, Side.PROJECT).high());
        json.name("projects")
                .list(
                        projects.all(),
                        one -> json.array(row -> row.text(String.valueOf(one.get(0)))
                                .text(String.valueOf(one.get(1)))
                                .number(one.get(2).equals(1) ? 1 : 0)));
        json.name("cities").list(cities.all(), one -> json.list(one, json::text));
        json.name("days").list(days.all(), json::text);
        json.name("districts").list(districts.all(), json::text);
        json.name("asked").list(asked.all(), json::text);
        json.name("criteria")
                .list(
                        headings.all(),
                        one -> json.array(row -> row.text(one.id())
                                .text(one.title())
                                .number(place(one.side()))
                                .number(one.weight())));
    }

    private void column(PageJson json, String name, Function<Assessment, Integer> value) throws IOException {
        json.name(name).list(all, one -> json.number(value.apply(one.assessment())));
    }

    private void exact(PageJson json, String name, Function<Assessment, BigDecimal> value) throws IOException {
        json.name(name).list(all, one -> json.number(value.apply(one.assessment())));
    }

    private static ScoreInterval side(Assessment one, Side side) {
        return Objects.requireNonNull(one.sides().get(side));
    }

    /** Returns the ordinal of a constant; the page has the names. */
    private static int place(Enum<?> one) {
        return Arrays.asList(one.getDeclaringClass().getEnumConstants()).indexOf(one);
    }

    private static int bits(Collection<? extends Enum<?>> constants) {
        return constants.stream().mapToInt(one -> 1 << place(one)).sum();
    }

    /** Returns one line per pair, then a line of the texts and values that they refer to. */
    byte[] details() {
        return PageJson.of(json -> {
            for (Explanation one : all) {
                pair(json, one);
                json.line();
            }
            json.object(references -> {
                references.name("held").list(held.all(), one -> held(json, one));
                references
                        .name("open")
                        .list(
                                open.all(),
                                one -> json.array(row -> {
                                    numbers(row, one.words());
                                    row.list(one.missing(), row::number);
                                }));
                references.name("citations").list(citations.all(), one -> json.list(one, json::number));
                references.name("texts").list(texts.all(), json::text);
            });
        });
    }

    private void held(PageJson json, Held one) throws IOException {
        json.array(row -> {
            numbers(row, one.words());
            row.number(one.points());
            row.list(one.also(), row::number);
            row.list(one.evidence(), row::number);
        });
    }

    private static void numbers(PageJson json, List<Integer> numbers) throws IOException {
        for (int number : numbers) {
            json.number(number);
        }
    }

    /**
     * Writes the scores of criteria, findings, undetermined rules, questions grouped by stake, and further sections.
     */
    private void pair(PageJson json, Explanation one) throws IOException {
        json.array(row -> {
            row.list(
                    one.criteria(),
                    score -> row.number(headings.of(heading(score))).span(score.span()));
            row.list(
                    one.findings(),
                    finding -> row.number(held.of(held(finding)))
                            .number(finding.share())
                            .number(finding.contribution()));
            row.list(
                    one.undetermined(),
                    open -> row.number(this.open.of(open(open)))
                            .number(open.points())
                            .number(open.contribution()));
            row.list(one.questions(), new QuestionWriter(row)::question);
            row.list(
                    besides(one),
                    section -> row.array(said -> said.number(texts.of(section.heading()))
                            .list(lines(section), line -> said.number(texts.of(line)))));
        });
    }

    /** Returns the base case, then the additional sections. */
    private List<Section> besides(Explanation one) {
        return Stream.concat(Stream.of(assumed.section(one)), besides.apply(one).stream())
                .filter(section -> !section.isEmpty())
                .toList();
    }

    /** Returns the paragraphs and items of a section, one per line. */
    private List<String> lines(Section section) {
        List<String> lines = new ArrayList<>();
        for (Block block : section.blocks()) {
            if (block instanceof Block.Paragraph paragraph && !paragraph.isEmpty()) {
                lines.add(paragraph.text());
            } else if (block instanceof Block.Items items) {
                items.items().forEach(item -> lines.add(line(item)));
            }
        }
        return lines;
    }

    private String line(Block.Item item) {
        String text = item.label().isEmpty() ? item.text() : words.say("memo.figure", item.label(), item.text());
        return String.join(" ", text, String.join(words.sentence("; "), item.below()))
                .strip();
    }

    private static Heading heading(CriterionScore score) {
        return new Heading(score.id(), score.title(), score.side(), score.weight());
    }

    private Held held(Finding finding) {
        return new Held(
                List.of(
                        texts.of(finding.rule()),
                        texts.of(finding.title()),
                        texts.of(finding.criterion()),
                        place(finding.effect()),
                        texts.of(finding.reason()),
                        texts.of(facts.source(finding.source()))),
                finding.effect().hasPoints() ? finding.points() : BigDecimal.ZERO,
                finding.also().stream().map(texts::of).toList(),
                finding.evidence().stream().map(this::citation).toList());
    }

    private int citation(Citation citation) {
        Evidence evidence = citation.evidence();
        String source = citation.universeSource();
        String url = source == null ? null : facts.names().sourceUrl(source);
        return citations.of(List.of(
                texts.of(facts.read(citation)),
                evidence.source() == null ? NOTHING : texts.of(facts.source(evidence.source())),
                optional(Objects.toString(evidence.asOf(), null)),
                evidence.hindsight() ? 1 : 0,
                optional(evidence.note()),
                optional(source == null ? null : facts.names().sourceTitle(source, words.language())),
                optional(url != null && FactWords.isWebAddress(url) ? url : null)));
    }

    private int optional(@Nullable String text) {
        return text == null ? NOTHING : texts.of(text);
    }

    private Open open(Undetermined one) {
        return new Open(
                List.of(texts.of(one.rule()), texts.of(one.title()), texts.of(one.criterion()), place(one.effect())),
                one.missing().stream().map(this::asked).toList());
    }

    private int asked(String fact) {
        return texts.of(facts.words(fact));
    }

    /** Returns the effects that depend on a question and bear on the verdict, as bits by ordinal. */
    private static int decides(Question question) {
        return bits(QuestionStake.stops(question));
    }

    /** Writes questions, with the stake of each only where it differs from that of the previous one. */
    private final class QuestionWriter {

        private final PageJson json;
        private @Nullable Question last;

        QuestionWriter(PageJson json) {
            this.json = json;
        }

        /**
         * Writes a question as the numbers of its sentence and of who knows, preceded by a list of points and decided
         * effects where these change.
         */
        void question(Question question) throws IOException {
            Question before = last;
            if (before == null
                    || before.points().compareTo(question.points()) != 0
                    || decides(before) != decides(question)) {
                json.array(stake -> stake.number(question.points()).number(decides(question)));
            }
            last = question;
            json.number(texts.of(asks.ask(question.fact()))).number(texts.of(asks.effort(question.fact())));
        }
    }
}
