package dev.winnow.report.html;

import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Side;
import dev.winnow.report.internal.contents.PairContents;
import dev.winnow.report.internal.contents.PairDetails;
import dev.winnow.report.internal.contents.PairDetails.AskedFact;
import dev.winnow.report.internal.contents.PairDetails.HeldRule;
import dev.winnow.report.internal.contents.PairDetails.OpenRule;
import dev.winnow.report.internal.contents.PairDetails.ReadValue;
import dev.winnow.report.internal.contents.PairDetails.ScoredCriterion;
import dev.winnow.report.internal.contents.PairDetails.Stake;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the details of the candidates of a page, a line for each pair, which is read when the pair is opened. Repeated values are written once.
 */
final class EmbeddedAssessments {

    private static final int NOTHING = -1;

    private final List<Explanation> all;
    private final PairContents contents;
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

    EmbeddedAssessments(List<Explanation> all, PairContents contents) {
        this.all = List.copyOf(all);
        this.contents = contents;
        all.stream()
                .flatMap(one -> one.criteria().stream())
                .forEach(one -> headings.of(new Heading(one.id(), one.title(), one.side(), one.weight())));
    }

    /** Writes the criteria, without scores, as the next value. */
    void criteria(PageJson json) throws IOException {
        json.list(
                headings.all(),
                one -> json.array(row -> row.text(one.id())
                        .text(one.title())
                        .number(Constants.place(one.side()))
                        .number(one.weight())));
    }

    /** Returns one line per pair, then a line of the texts and values that they refer to. */
    byte[] details() {
        return PageJson.of(json -> {
            for (Explanation one : all) {
                pair(json, contents.of(one));
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
    private void pair(PageJson json, PairDetails one) throws IOException {
        json.array(row -> {
            row.list(
                    one.criteria(),
                    score -> row.number(headings.of(heading(score)))
                            .number(score.low())
                            .number(score.high()));
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
            row.list(one.questions(), stake -> questions(row, stake));
            row.list(
                    one.besides(),
                    section -> row.array(said -> said.number(texts.of(section.title()))
                            .list(section.lines(), line -> said.number(texts.of(line)))));
        });
    }

    /** Writes a stake, then its questions as the numbers of the sentence and of who knows. */
    private void questions(PageJson json, Stake stake) throws IOException {
        json.array(row -> row.number(stake.points()).number(Constants.bits(stake.stops())));
        for (AskedFact one : stake.facts()) {
            json.number(texts.of(one.ask())).number(texts.of(one.effort()));
        }
    }

    private static Heading heading(ScoredCriterion score) {
        return new Heading(score.id(), score.title(), score.side(), score.weight());
    }

    private Held held(HeldRule one) {
        return new Held(
                List.of(
                        texts.of(one.rule()),
                        texts.of(one.title()),
                        texts.of(one.criterion()),
                        Constants.place(one.effect()),
                        texts.of(one.reason()),
                        texts.of(one.source())),
                one.points(),
                one.also().stream().map(texts::of).toList(),
                one.evidence().stream().map(this::citation).toList());
    }

    private int citation(ReadValue one) {
        return citations.of(List.of(
                texts.of(one.what()),
                optional(one.source()),
                optional(one.day()),
                one.hindsight() ? 1 : 0,
                optional(one.note()),
                optional(one.title()),
                optional(one.url())));
    }

    private int optional(@Nullable String text) {
        return text == null ? NOTHING : texts.of(text);
    }

    private Open open(OpenRule one) {
        return new Open(
                List.of(
                        texts.of(one.rule()),
                        texts.of(one.title()),
                        texts.of(one.criterion()),
                        Constants.place(one.effect())),
                one.missing().stream().map(texts::of).toList());
    }
}
