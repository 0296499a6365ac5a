package dev.winnow.papers.paper;

import dev.winnow.analysis.insight.Insight;
import dev.winnow.analysis.internal.paths.DecisionPath;
import dev.winnow.analysis.internal.paths.DecisionPaths;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Citation;
import dev.winnow.model.result.Condition;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Question;
import dev.winnow.model.result.Screening;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.source.Language;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.ScoreInterval;
import dev.winnow.model.value.Unit;
import dev.winnow.model.vocabulary.Vocabulary;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.Numbers;
import dev.winnow.report.i18n.QuestionWords;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.contents.Budget;
import dev.winnow.report.internal.contents.MemoContents;
import dev.winnow.report.internal.contents.PairAdditions;
import dev.winnow.report.internal.document.Block;
import dev.winnow.report.internal.document.Block.Item;
import dev.winnow.report.internal.document.Block.Items;
import dev.winnow.report.internal.document.Block.KeyFact;
import dev.winnow.report.internal.document.Block.KeyFacts;
import dev.winnow.report.internal.document.Block.Mark;
import dev.winnow.report.internal.document.Block.Paragraph;
import dev.winnow.report.internal.document.Block.Weight;
import dev.winnow.report.internal.document.Document;
import dev.winnow.report.internal.document.Document.Provenance;
import dev.winnow.report.internal.document.Section;
import dev.winnow.report.internal.document.Tone;
import dev.winnow.report.internal.layout.Columns;
import dev.winnow.report.internal.sentences.Cells;
import dev.winnow.report.internal.sentences.WaysText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The document of {@code paper}: what a committee needs to decide on one project in one city, on two pages. Lists are
 * short, and count their remaining entries; the memo of {@code explain} has them all.
 */
public final class PaperContents {

    /** Maximum number of reasons that carry the recommendation. */
    private static final int CARRYING = 5;

    /** Maximum number of reasons against the recommendation. */
    private static final int OPPOSING = 3;

    /** Maximum number of answers that are said to be enough. */
    private static final int LONGEST_PATH = 6;

    private final ScreeningResult result;
    private final Insight insight;
    private final Explanation explanation;
    private final Assessment one;
    private final Wording wording;
    private final FactWords facts;
    private final QuestionWords asked;
    private final Map<String, List<Citation>> stated = new LinkedHashMap<>();
    private final PairAdditions additions;
    private final List<UndocumentedFact> undocumented;
    private final PaperSources sources;
    private final PaperAdvice advice;
    private final PaperReasons reasons;

    private PaperContents(
            ScreeningResult result,
            Insight insight,
            PairAdditions additions,
            Explanation explanation,
            Wording wording) {
        this.result = result;
        this.insight = insight;
        this.explanation = explanation;
        this.one = explanation.assessment();
        this.wording = wording;
        this.facts = new FactWords(wording, result.asked().names());
        this.asked = new QuestionWords(wording, result.asked().names());
        this.additions = additions;
        Set<String> documented = additions.facts(one);
        this.undocumented = UndocumentedFact.of(result.session(), one).stream()
                .filter(fact -> !documented.contains(fact.fact()))
                .toList();
        this.sources = new PaperSources(wording, facts, additions);
        this.advice = new PaperAdvice(wording);
        for (Citation citation : result.session().statements(one)) {
            String fact = Vocabulary.PROJECT + "." + citation.property();
            stated.computeIfAbsent(fact, any -> new ArrayList<>())
                    .add(new Citation(fact, citation.figure(), citation.value(), citation.evidence()));
        }
        this.reasons = new PaperReasons(explanation, result.pack(), stated, undocumented, sources, wording);
    }

    /**
     * Returns the paper.
     *
     * @param result the screening in which the candidate is ranked
     * @param additions the further sections and sources
     * @param explanation the candidate with its reasons and critical assumptions
     * @param budget the budget to compare its cost with; null if there is none
     * @param earlier the recorded screening to compare with; null if there is none
     */
    public static Document of(
            ScreeningResult result,
            Insight insight,
            PairAdditions additions,
            Explanation explanation,
            @Nullable Budget budget,
            @Nullable EarlierRecord earlier,
            Wording wording) {
        return new PaperContents(result, insight, additions, explanation, wording).document(budget, earlier);
    }

    /** Returns a paper that contains the memo of {@code explain} as its annex, for forms that show one document. */
    public static Document withAnnex(Document paper, Document memo, Wording wording) {
        List<Section> sections = new ArrayList<>(paper.sections());
        sections.add(new Section(
                "annex",
                wording.sentence("Annex: all findings and questions"),
                memo.sections().stream()
                        .map(one -> new Section("annex-" + one.id(), one.heading(), one.blocks()))
                        .map(Block.class::cast)
                        .toList()));
        return new Document(paper.name(), paper.title(), paper.lead(), sections, paper.remarks(), paper.provenance());
    }

    private Document document(@Nullable Budget budget, @Nullable EarlierRecord earlier) {
        Screening screening = result.whole();
        String name = wording.sentence("Decision paper: %s in %s", one.projectName(), one.cityName());
        Provenance provenance = MemoContents.provenance(screening, one, wording);
        List<Section> sections = new ArrayList<>(List.of(
                new Section("asked", wording.sentence("Request to the committee"), new Paragraph(advice.request(one))),
                recommendation()));
        sections.addAll(reasons());
        sections.add(
                new PaperAssumptions(result, explanation, insight, undocumented, facts, advice, wording).section());
        additions.paper(one, advice::of, wording).forEach(section -> sections.add(shortened(section)));
        sections.add(cost(budget));
        sections.add(new PaperChanges(explanation, reasons, advice, wording).section(earlier));
        sections.add(new Section("sources", wording.sentence("Sources"), new Items(Mark.LABEL, sources.all(), "")));
        return new Document(
                name,
                name + " · " + provenance.names(),
                List.of(),
                sections,
                List.of(wording.say("sheet.about.modeller")),
                provenance);
    }

    private Section recommendation() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(
                advice.headline(one, reversing(true), reversing(false)), Weight.STRONG, Cells.tone(one.verdict())));
        blocks.add(new Paragraph(standing()));
        if (one.verdict() == Verdict.RECOMMEND) {
            conditions(blocks);
        } else if (!one.isSettled()) {
            questions(blocks);
        }
        return new Section("recommendation", wording.sentence("Recommendation"), blocks);
    }

    /** Returns the facts without a document that may each change the advice, in words. */
    private List<String> reversing(boolean ofOwner) {
        return undocumented.stream()
                .filter(fact -> fact.ofOwner() == ofOwner && fact.otherwise() != null)
                .map(fact -> PaperAssumptions.named(facts, wording, List.of(fact.fact())))
                .toList();
    }

    /** Returns score, rank and known share in a few sentences. */
    private String standing() {
        String needed = Numbers.points(result.pack().recommendFrom());
        return MemoContents.together(
                wording,
                wording.sentence("It scores %s; a recommendation needs %s.", points(one.score()), needed),
                MemoContents.rank(result.whole(), one, wording),
                wording.say("memo.known", Numbers.percent(one.known(), wording)));
    }

    private String points(ScoreInterval score) {
        String low = Numbers.low(score);
        String high = Numbers.high(score);
        return low.equals(high)
                ? wording.sentence("%s of 100 points", low)
                : wording.sentence(
                        "%s of 100 points, and %s if every open question is answered in its favour", low, high);
    }

    /** Adds the conditions of a recommendation: the questions, and the finding with which it falls. */
    private void conditions(List<Block> blocks) {
        List<Item> items = new ArrayList<>();
        for (Condition condition : explanation.conditions()) {
            List<List<String>> groups = FactWords.grouped(condition.missing());
            String questions = groups.stream()
                    .limit(PaperAdvice.FEW)
                    .map(group -> question(group))
                    .collect(Collectors.joining(wording.language() == Language.EN ? " " : ""));
            items.add(new Item(
                    questions,
                    List.of(wording.sentence(
                            "The recommendation falls if this proves true: %s",
                            Columns.withoutFullStop(condition.title())))));
        }
        if (!items.isEmpty()) {
            blocks.add(new Paragraph(wording.sentence("To be answered before the decision takes effect:")));
            blocks.add(new Items(Mark.NUMBER, advice.limited(items), ""));
        }
    }

    /** Adds the questions to answer first: the fewest that bring a recommendation or, if unknown, the first ones. */
    private void questions(List<Block> blocks) {
        DecisionPath path = DecisionPaths.toRecommend(result.session(), explanation);
        if (path != null && path.answers().size() <= LONGEST_PATH) {
            blocks.add(new Paragraph(wording.sentence("These answers would be enough to recommend it:")));
            WaysText ways = new WaysText(wording, result.asked().names());
            blocks.add(new Items(
                    Mark.NUMBER,
                    path.answers().stream()
                            .map(answer -> new Item(
                                    wording.sentence("%s (%s)", ways.answer(one, answer), asked.effort(answer.fact()))))
                            .toList(),
                    ""));
            return;
        }
        List<Item> items = MemoContents.alike(explanation.questions()).stream()
                .map(alike ->
                        new Item(question(alike.stream().map(Question::fact).toList())))
                .toList();
        blocks.add(new Paragraph(wording.sentence("The answers that matter most:")));
        blocks.add(new Items(Mark.NUMBER, advice.limited(items), ""));
    }

    /** Returns one question about facts that differ only in their row, with its addressee and the days it takes. */
    private String question(List<String> group) {
        int more = group.size() - PaperAdvice.FEW;
        String effort = asked.effort(group.get(0));
        return more <= 0
                ? wording.sentence("%s (%s)", asked.ask(group, one.project(), one.city()), effort)
                : wording.sentence(
                        "%s (%s more like these; %s)",
                        asked.ask(group.subList(0, PaperAdvice.FEW), one.project(), one.city()), more, effort);
    }

    /** Returns the reasons that carry the advice and then the others; sources are numbered in this order. */
    private List<Section> reasons() {
        return one.verdict() == Verdict.DECLINE
                ? List.of(against(wording.sentence("Reasons to decline it"), CARRYING), favour(OPPOSING))
                : List.of(favour(CARRYING), against(wording.sentence("Reasons against it"), OPPOSING));
    }

    private Section favour(int most) {
        return listed(
                "for",
                wording.sentence("Reasons for it"),
                reasons.strengths(most),
                wording.sentence("Nothing is shown in its favour yet."));
    }

    private Section against(String heading, int most) {
        return listed(
                "against",
                heading,
                reasons.weaknesses(insight.obstacles(one), most),
                wording.sentence("The rules find nothing against it."));
    }

    private static Section listed(String id, String heading, List<String> reasons, String none) {
        return new Section(
                id,
                heading,
                reasons.isEmpty()
                        ? new Paragraph(none)
                        : new Items(Mark.NUMBER, reasons.stream().map(Item::new).toList(), ""));
    }

    /** Returns a section with the first entries of each list. */
    private Section shortened(Section section) {
        return section.with(section.blocks().stream()
                .map(block -> block instanceof Items list
                        ? new Items(list.mark(), advice.limited(list.items()), list.more())
                        : block)
                .toList());
    }

    private Section cost(@Nullable Budget budget) {
        Vocabulary vocabulary = result.session().universe().vocabulary();
        List<KeyFact> amounts = new ArrayList<>();
        stated.forEach((fact, statements) -> {
            Citation last = statements.get(statements.size() - 1);
            if (last.figure() != null && last.figure().unit().isMoney() && amounts.size() < PaperAdvice.MOST) {
                String property = fact.substring(fact.indexOf('.') + 1);
                String source = last.universeSource();
                String remark = facts.remark(last.evidence());
                amounts.add(new KeyFact(
                        vocabulary.words(Vocabulary.PROJECT, property, wording.language()),
                        last.figure().write(wording.language())
                                + (remark == null ? "" : wording.sentence(" (%s)", remark))
                                + sources.cite(source == null ? List.of() : List.of(source))));
            }
        });
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                amounts.isEmpty() ? new Paragraph(wording.sentence("No amount is known yet.")) : new KeyFacts(amounts));
        if (budget != null) {
            blocks.add(new Paragraph(budget(budget)));
        }
        blocks.add(new Paragraph(MemoContents.chain(one, wording)));
        List<Item> others = companions();
        if (!others.isEmpty()) {
            blocks.add(new Paragraph(wording.sentence("If another candidate comes to the city first:")));
            blocks.add(new Items(Mark.LABEL, others, ""));
        }
        return new Section("cost", wording.sentence("Cost and synergies"), blocks);
    }

    /** Returns the part of a budget that the project takes. */
    private String budget(Budget budget) {
        Unit money = result.session().universe().money();
        String whole = money.write(budget.amount(), wording.language());
        String of = budget.ofCity()
                ? wording.sentence("The budget of the plan for %s is %s.", one.cityName(), whole)
                : wording.sentence("The budget of the plan is %s.", whole);
        List<Citation> costs = stated.getOrDefault(Vocabulary.PROJECT + "." + budget.cost(), List.of());
        Figure cost = costs.isEmpty() ? null : costs.get(costs.size() - 1).figure();
        String called =
                result.session().universe().vocabulary().words(Vocabulary.PROJECT, budget.cost(), wording.language());
        return MemoContents.together(
                wording,
                of,
                cost == null || budget.amount().isZero()
                        ? wording.sentence("The project’s %s is unknown.", called)
                        : wording.sentence("The project’s %s is %s of it.", called, share(cost, budget.amount())));
    }

    private String share(Figure cost, Amount whole) {
        String low = percent(cost.low(), whole);
        if (cost.high().isUnbounded()) {
            return wording.say("ways.least", low);
        }
        String high = percent(cost.high(), whole);
        return low.equals(high) ? low : wording.say("ways.between", low, high);
    }

    private String percent(Amount part, Amount whole) {
        return Numbers.percent(part.over(whole).decimal(), wording);
    }

    /** Returns the open candidates whose landing would raise the score most, and those that would lower it most. */
    private List<Item> companions() {
        List<Companion> all = Companion.of(result.session(), one).stream()
                .filter(other -> other.gain().abs().compareTo(BigDecimal.ONE) >= 0)
                .toList();
        List<Companion> raising = all.stream()
                .filter(other -> other.gain().signum() > 0)
                .limit(OPPOSING)
                .toList();
        List<Companion> lowering = all.stream()
                .filter(other -> other.gain().signum() < 0)
                .sorted(Comparator.comparing(Companion::gain).thenComparing(Companion::project))
                .limit(PaperAdvice.FEW)
                .toList();
        return Stream.concat(
                        raising.stream().map(other -> companion(wording.sentence("stronger"), Tone.GOOD, other)),
                        lowering.stream().map(other -> companion(wording.sentence("weaker"), Tone.BAD, other)))
                .toList();
    }

    private Item companion(String label, Tone tone, Companion other) {
        return new Item(
                label,
                tone,
                wording.sentence(
                        "%s: %s points instead of %s",
                        facts.named("projects", other.project()),
                        Numbers.range(other.score()),
                        Numbers.range(one.score())),
                List.of());
    }
}
