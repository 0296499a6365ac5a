package dev.winnow.report.internal.contents;

import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Citation;
import dev.winnow.model.result.CriterionScore;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Finding;
import dev.winnow.model.result.Question;
import dev.winnow.model.result.Undetermined;
import dev.winnow.model.value.Evidence;
import dev.winnow.model.vocabulary.FactName;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.QuestionStake;
import dev.winnow.report.i18n.QuestionWords;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.contents.PairDetails.AskedFact;
import dev.winnow.report.internal.contents.PairDetails.Besides;
import dev.winnow.report.internal.contents.PairDetails.HeldRule;
import dev.winnow.report.internal.contents.PairDetails.OpenRule;
import dev.winnow.report.internal.contents.PairDetails.ReadValue;
import dev.winnow.report.internal.contents.PairDetails.ScoredCriterion;
import dev.winnow.report.internal.contents.PairDetails.Stake;
import dev.winnow.report.internal.document.Block;
import dev.winnow.report.internal.document.Section;
import dev.winnow.report.internal.sentences.BaseCaseText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** Words the reasons for assessments for a page. */
public final class PairContents {

    private final Wording words;
    private final FactWords facts;
    private final QuestionWords asks;
    private final BaseCaseText assumed;
    private final Function<Explanation, List<Section>> besides;

    /** @param besides further sections of a candidate, after the base case */
    public PairContents(Wording words, FactWords facts, Function<Explanation, List<Section>> besides) {
        this.words = words;
        this.facts = facts;
        this.asks = new QuestionWords(words, facts.names());
        this.assumed = new BaseCaseText(words, facts);
        this.besides = besides;
    }

    public PairDetails of(Explanation one) {
        return new PairDetails(
                one.criteria().stream().map(PairContents::criterion).toList(),
                one.findings().stream().map(this::held).toList(),
                one.undetermined().stream().map(this::open).toList(),
                stakes(one),
                Stream.concat(Stream.of(assumed.section(one)), besides.apply(one).stream())
                        .filter(section -> !section.isEmpty())
                        .map(section -> new Besides(section.id(), section.heading(), lines(section)))
                        .toList());
    }

    private static ScoredCriterion criterion(CriterionScore one) {
        return new ScoredCriterion(
                one.id(),
                one.title(),
                one.side(),
                one.weight(),
                one.span().low(),
                one.span().high());
    }

    private HeldRule held(Finding one) {
        return new HeldRule(
                one.rule(),
                one.title(),
                one.criterion(),
                one.effect(),
                one.reason(),
                facts.source(one.source()),
                one.effect().hasPoints() ? one.points() : BigDecimal.ZERO,
                one.share(),
                one.contribution(),
                one.also(),
                one.evidence().stream().map(this::read).toList());
    }

    private ReadValue read(Citation citation) {
        Evidence evidence = citation.evidence();
        String source = citation.universeSource();
        String url = source == null ? null : facts.names().sourceUrl(source);
        return new ReadValue(
                facts.read(citation),
                evidence.source() == null ? null : facts.source(evidence.source()),
                Objects.toString(evidence.asOf(), null),
                evidence.hindsight(),
                evidence.note(),
                source == null ? null : facts.names().sourceTitle(source, words.language()),
                url != null && FactWords.isWebAddress(url) ? url : null);
    }

    private OpenRule open(Undetermined one) {
        return new OpenRule(
                one.rule(),
                one.title(),
                one.criterion(),
                one.effect(),
                one.points(),
                one.contribution(),
                one.missing().stream().map(facts::words).toList());
    }

    /** Groups adjacent questions with the same stake. */
    private List<Stake> stakes(Explanation one) {
        List<Stake> stakes = new ArrayList<>();
        List<AskedFact> group = new ArrayList<>();
        Question last = null;
        for (Question question : one.questions()) {
            if (last != null && !isSameStake(last, question)) {
                stakes.add(stake(last, group));
                group = new ArrayList<>();
            }
            group.add(asked(question, one.assessment()));
            last = question;
        }
        if (last != null) {
            stakes.add(stake(last, group));
        }
        return stakes;
    }

    private static boolean isSameStake(Question one, Question other) {
        return one.points().compareTo(other.points()) == 0
                && QuestionStake.stops(one).equals(QuestionStake.stops(other));
    }

    private static Stake stake(Question one, List<AskedFact> group) {
        return new Stake(one.points(), QuestionStake.stops(one), List.copyOf(group));
    }

    private AskedFact asked(Question question, Assessment of) {
        boolean ofCity = FactName.of(question.fact()).isOfCity();
        return new AskedFact(
                question.fact(),
                ofCity ? of.city() : of.project(),
                asks.ask(question.fact()),
                asks.effort(question.fact()));
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
}
