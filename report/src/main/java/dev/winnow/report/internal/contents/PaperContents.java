package dev.winnow.report.internal.contents;

import dev.winnow.analysis.insight.Insight;
import dev.winnow.analysis.internal.paths.DecisionPath;
import dev.winnow.analysis.internal.paths.DecisionPaths;
import dev.winnow.analysis.internal.portfolio.Companion;
import dev.winnow.analysis.internal.reversal.UndocumentedFact;
import dev.winnow.analysis.weights.CandidateRobustness.Acceptability;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.model.domain.ChainAction;
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
import dev.winnow.model.result.VerdictReason;
import dev.winnow.model.source.Language;
import dev.winnow.model.value.ScoreInterval;
import dev.winnow.model.vocabulary.Vocabulary;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.Numbers;
import dev.winnow.report.i18n.QuestionWords;
import dev.winnow.report.i18n.Wording;
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
import dev.winnow.report.internal.sentences.BaseCaseText;
import dev.winnow.report.internal.sentences.BaseCaseText.Alike;
import dev.winnow.report.internal.sentences.Cells;
import dev.winnow.report.internal.sentences.Origins;
import dev.winnow.report.internal.sentences.WaysText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** Maximum number of entries of the other lists. */
    private static final int MOST = 6;

    /** Maximum number of rows named in a phrase. */
    private static final int FEW = 2;

    /** Maximum width of a recorded reason, in columns; the record has longer ones. */
    private static final int LONGEST = 240;

    private final ScreeningResult result;
    private final Insight insight;
    private final Explanation explanation;
    private final Assessment one;
    private final Wording wording;
    private final FactWords facts;
    private final QuestionWords asked;
    private final Map<String, List<Citation>> stated = new LinkedHashMap<>();
    private final List<UndocumentedFact> undocumented;
    private final PaperSources sources;
    private final PaperReasons reasons;

    private PaperContents(ScreeningResult result, Insight insight, Explanation explanation, Wording wording) {
        this.result = result;
        this.insight = insight;
        this.explanation = explanation;
        this.one = explanation.assessment();
        this.wording = wording;
        this.facts = new FactWords(wording, result.asked().names());
        this.asked = new QuestionWords(wording, result.asked().names());
        this.undocumented = UndocumentedFact.of(result.session(), one);
        this.sources = new PaperSources(wording, facts);
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
     * @param explanation the candidate with its reasons and critical assumptions
     * @param earlier the recorded screening to compare with; null if there is none
     */
    public static Document of(
            ScreeningResult result,
            Insight insight,
            Explanation explanation,
            @Nullable EarlierScreening earlier,
            Wording wording) {
        return new PaperContents(result, insight, explanation, wording).document(earlier);
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
        return new Document(
                paper.name(),
                paper.title(),
                paper.lead(),
                sections,
                paper.remarks(),
                paper.provenance(),
                List.of(),
                null);
    }

    private Document document(@Nullable EarlierScreening earlier) {
        Screening screening = result.whole();
        String name = wording.sentence("Decision paper: %s in %s", one.projectName(), one.cityName());
        Provenance provenance = Origins.of(
                screening.pack(),
                screening.universe(),
                one.asOf(),
                screening.illustrative() || !one.illustrative()
                        ? Origins.fictitious(screening.illustrative(), wording)
                        : wording.sentence("ILLUSTRATIVE: this project is invented."),
                wording);
        List<Section> sections = new ArrayList<>(List.of(asked(), recommendation()));
        sections.addAll(reasons());
        sections.addAll(List.of(assumed(), cost(), since(earlier)));
        sections.add(section("sources", wording.sentence("Sources"), new Items(Mark.LABEL, sources.all(), "")));
        return new Document(
                name,
                name + " · " + provenance.names(),
                List.of(),
                sections,
                List.of(wording.say("sheet.about.modeller")),
                provenance,
                List.of(),
                null);
    }

    private static Section section(String id, String heading, Block... blocks) {
        return new Section(id, heading, List.of(blocks));
    }

    private Section asked() {
        String project = one.projectName();
        String city = one.cityName();
        String text = switch (one.because()) {
            case CLEAR -> wording.sentence("The committee is asked to agree that %s is pursued in %s.", project, city);
            case ON_CONDITION ->
                wording.sentence(
                        "The committee is asked to agree that %s is pursued in %s, on the conditions below.",
                        project, city);
            case KNOCK_OUT, TOO_LOW -> wording.sentence("The committee is asked to decline %s in %s.", project, city);
            case RED_FLAG ->
                wording.sentence(
                        "The committee is asked to judge the warnings below. Until then, %s in %s waits.",
                        project, city);
            case KNOCK_OUT_OPEN, FACTS_MISSING ->
                wording.sentence(
                        "The committee is asked to decide on %s in %s once the questions below are answered.",
                        project, city);
            case BETWEEN ->
                wording.sentence("The committee is asked to decide on %s in %s by its own judgement.", project, city);
        };
        return section("asked", wording.sentence("Request to the committee"), new Paragraph(text));
    }

    private Section recommendation() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(
                wording.sentence(
                        "%s. %s",
                        one.because() == VerdictReason.BETWEEN
                                ? wording.sentence("The rules give no advice")
                                : advice(one.verdict(), true),
                        because()),
                Weight.STRONG,
                Cells.tone(one.verdict())));
        blocks.add(new Paragraph(standing()));
        if (one.verdict() == Verdict.RECOMMEND) {
            conditions(blocks);
        } else if (!one.isSettled()) {
            questions(blocks);
        }
        return new Section("recommendation", wording.sentence("Recommendation"), blocks);
    }

    /** Returns the advice of a verdict in plain words. */
    private String advice(Verdict verdict, boolean first) {
        return switch (verdict) {
            case RECOMMEND -> first ? wording.sentence("Pursue it") : wording.sentence("pursue it");
            case HOLD -> first ? wording.sentence("Find out first") : wording.sentence("find out before deciding");
            case DECLINE -> first ? wording.sentence("Decline it") : wording.sentence("decline it");
        };
    }

    private String because() {
        return switch (one.because()) {
            case CLEAR -> wording.sentence("The known facts are enough, and no open question can change that.");
            case ON_CONDITION ->
                wording.sentence("The known facts are enough, unless one of the concerns below proves true.");
            case KNOCK_OUT -> wording.sentence("One finding rules it out, no matter how much speaks for it.");
            case TOO_LOW -> wording.sentence("Its score is too low, even with the best answers to all open questions.");
            case RED_FLAG -> wording.sentence("Warnings stand that people must judge.");
            case KNOCK_OUT_OPEN -> wording.sentence("An open question may still rule it out.");
            case FACTS_MISSING -> wording.sentence("The recommendation depends on answers that are missing.");
            case BETWEEN ->
                wording.sentence(
                        "It is too weak to be recommended and too strong to be declined, and no open question changes"
                                + " that.");
        };
    }

    /** Returns score, rank and known share in a few sentences. */
    private String standing() {
        String needed = Numbers.near(result.pack().recommendFrom(), 0);
        long rivals = result.whole().assessments().stream()
                .filter(other -> other.city().equals(one.city()) && other.asOf().equals(one.asOf()))
                .count();
        return MemoContents.together(
                wording,
                wording.sentence("It scores %s; a recommendation needs %s.", points(one.score()), needed),
                wording.say(
                        one.tied() ? "memo.rank.tied" : "memo.rank",
                        one.rank(),
                        rivals,
                        one.cityName(),
                        wording.day(one.asOf())),
                wording.say("memo.known", Numbers.percent(one.known(), wording)));
    }

    private String points(ScoreInterval score) {
        String low = Numbers.down(score.low(), 0);
        String high = Numbers.down(score.high(), 0);
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
                    .limit(FEW)
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
            blocks.add(new Items(Mark.NUMBER, limited(items), ""));
        }
    }

    /** Adds the questions to answer first: the fewest that bring a recommendation or, if unknown, the first ones. */
    private void questions(List<Block> blocks) {
        DecisionPath path = DecisionPaths.toRecommend(result.session(), explanation);
        if (path != null && path.answers().size() <= MOST) {
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
        blocks.add(new Items(Mark.NUMBER, limited(items), ""));
    }

    /** Returns one question about facts that differ only in their row, with its addressee and the days it takes. */
    private String question(List<String> group) {
        String question = asked.ask(group.size() <= FEW ? group : group.subList(0, FEW), one.project(), one.city());
        return wording.sentence("%s (%s)", question, asked.effort(group.get(0)));
    }

    private List<Item> limited(List<Item> items) {
        if (items.size() <= MOST) {
            return items;
        }
        List<Item> some = new ArrayList<>(items.subList(0, MOST - 1));
        some.add(new Item(wording.sentence("and %s more in the memo", items.size() - MOST + 1)));
        return some;
    }

    private List<Section> reasons() {
        boolean decline = one.verdict() == Verdict.DECLINE;
        Section against = listed(
                "against",
                decline ? wording.sentence("Reasons to decline it") : wording.sentence("Reasons against it"),
                reasons.weaknesses(insight.obstacles(one), decline ? CARRYING : OPPOSING),
                wording.sentence("The rules find nothing against it."));
        Section favour = listed(
                "for",
                wording.sentence("Reasons for it"),
                reasons.strengths(decline ? OPPOSING : CARRYING),
                wording.sentence("Nothing is shown in its favour yet."));
        return decline ? List.of(against, favour) : List.of(favour, against);
    }

    private static Section listed(String id, String heading, List<String> reasons, String none) {
        return section(
                id,
                heading,
                reasons.isEmpty()
                        ? new Paragraph(none)
                        : new Items(Mark.NUMBER, reasons.stream().map(Item::new).toList(), ""));
    }

    private Section assumed() {
        List<Item> items = new ArrayList<>();
        List<UndocumentedFact> critical =
                undocumented.stream().filter(fact -> fact.otherwise() != null).toList();
        for (UndocumentedFact fact : critical) {
            items.add(new Item(
                    fact.ofOwner() ? wording.sentence("owner’s word") : wording.sentence("no document"),
                    Tone.BAD,
                    otherwise(statement(fact.statement(), fact.fact()), fact.otherwise()),
                    List.of()));
        }
        List<Block> blocks = new ArrayList<>();
        BaseCase base = one.base();
        boolean relies = one.verdict() == Verdict.RECOMMEND;
        List<Alike> alike = base == null || (!relies && base.verdict() == one.verdict())
                ? List.of()
                : BaseCaseText.alike(explanation).stream()
                        .filter(assumed -> assumed.otherwise() != null)
                        .toList();
        if (base != null && !alike.isEmpty()) {
            blocks.add(new Paragraph(
                    relies
                            ? wording.sentence(
                                    "Until its conditions are met, the recommendation relies on assumptions.")
                            : wording.sentence(
                                    "The advice above assumes nothing. With these assumptions it would be: %s.",
                                    advice(base.verdict(), false))));
        }
        for (Alike assumed : alike) {
            items.add(new Item(
                    wording.sentence("assumed"),
                    Tone.CAUTION,
                    otherwise(
                            wording.sentence("%s: %s (%s)", named(assumed.facts()), assumed.value(), assumed.reason()),
                            assumed.otherwise()),
                    List.of()));
        }
        blocks.add(new Items(Mark.LABEL, limited(items), ""));
        int harmless = undocumented.size() - critical.size();
        if (harmless > 0) {
            blocks.add(new Paragraph(wording.sentence(
                    "Further facts without a document: %s. The advice stays the same without any one of them.",
                    harmless)));
        }
        if (items.isEmpty() && harmless == 0) {
            blocks.add(new Paragraph(wording.sentence("Nothing is assumed: unknown facts are left unknown.")));
        }
        Acceptability fared = insight.standing(one).acceptability();
        if (fared != null) {
            blocks.add(new Paragraph(wording.sentence(
                    "If the criteria are weighted otherwise, the advice stays the same in %s of the cases.",
                    Numbers.percent(fared.verdict().share(), wording))));
        }
        return new Section("assumed", wording.sentence("Assumptions, and the advice without them"), blocks);
    }

    private String otherwise(String assumed, @Nullable Verdict otherwise) {
        return wording.sentence(
                "%s. If it is not so, the advice may become: %s.",
                assumed, advice(Objects.requireNonNull(otherwise), false));
    }

    /** Returns facts in words, without the conjunction of a yes or no in English. */
    private String named(List<String> some) {
        String named = facts.together(some, FEW);
        return wording.language() == Language.EN ? named.replaceFirst("^whether ", "") : named;
    }

    /** Returns a statement with its origin: {@code the project has its funding secured: yes (a letter, 2026-02-01)}. */
    private String statement(Citation citation, String fact) {
        String value = citation.value();
        Citation said = new Citation(
                fact,
                citation.figure(),
                value.equals("true") ? wording.say("ways.yes") : value.equals("false") ? wording.say("ways.no") : value,
                citation.evidence());
        List<String> origin = new ArrayList<>();
        if (said.evidence().source() != null) {
            origin.add(facts.source(said.evidence().source()));
        }
        if (said.evidence().asOf() != null) {
            origin.add(wording.day(said.evidence().asOf()));
        }
        String read = facts.read(said);
        return origin.isEmpty() ? read : read + wording.sentence(" (%s)", wording.list(origin));
    }

    private Section cost() {
        Vocabulary vocabulary = result.session().universe().vocabulary();
        List<KeyFact> amounts = new ArrayList<>();
        stated.forEach((fact, statements) -> {
            Citation last = statements.get(statements.size() - 1);
            if (last.figure() != null && last.figure().unit().isMoney() && amounts.size() < MOST) {
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
        if (!one.chainActions().isEmpty()) {
            String actions = one.chainActions().stream()
                    .map(ChainAction::words)
                    .map(wording::sentence)
                    .collect(Collectors.joining(wording.sentence(" and ")));
            blocks.add(new Paragraph(wording.sentence("The project would %s the city’s chain.", actions)));
        }
        List<Item> others = companions();
        if (!others.isEmpty()) {
            blocks.add(new Paragraph(wording.sentence("If another candidate comes to the city first:")));
            blocks.add(new Items(Mark.LABEL, others, ""));
        }
        return new Section("cost", wording.sentence("Cost and synergies"), blocks);
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
                .limit(FEW)
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
                        Numbers.range(other.score(), 0),
                        Numbers.range(one.score(), 0)),
                List.of());
    }

    private Section since(@Nullable EarlierScreening earlier) {
        if (earlier == null) {
            return section("since", "");
        }
        List<Block> blocks = new ArrayList<>();
        Assessment before = earlier.explanation().assessment();
        blocks.add(new Paragraph(wording.sentence(
                "Then: %s, with %s points. Now: %s, with %s points.",
                advice(before.verdict(), false),
                Numbers.range(before.score(), 0),
                advice(one.verdict(), false),
                Numbers.range(one.score(), 0))));
        EarlierScreening.Decision decision = earlier.decision();
        if (decision != null) {
            String decided = wording.sentence(
                    "Decided on %s by %s: %s.",
                    wording.day(decision.day()), decision.by(), advice(decision.decided(), false));
            blocks.add(new Paragraph(
                    Columns.width(decision.reason()) > LONGEST
                            ? decided
                            : MemoContents.together(wording, decided, decision.reason())));
        }
        List<Item> changes = changes(earlier.explanation());
        blocks.add(
                changes.isEmpty()
                        ? new Paragraph(wording.sentence("No finding has changed since."))
                        : new Items(Mark.LABEL, limited(changes), ""));
        return new Section(
                "since",
                wording.sentence("Changes since record %s of %s", earlier.number(), wording.day(earlier.day())),
                blocks);
    }

    /** Returns the rules that hold now and did not, those that held and do not, and those answered in the negative. */
    private List<Item> changes(Explanation before) {
        Map<String, Finding> held = byRule(before.findings());
        Map<String, Finding> holds = byRule(explanation.findings());
        Collection<String> open =
                explanation.undetermined().stream().map(Undetermined::rule).toList();
        List<Item> items = new ArrayList<>();
        holds.forEach((rule, finding) -> {
            Finding was = held.get(rule);
            if (was == null) {
                items.add(new Item(wording.sentence("now true"), reasons.found(finding), List.of()));
            } else if (was.contribution().compareTo(finding.contribution()) != 0) {
                boolean more = was.contribution().compareTo(finding.contribution()) < 0;
                items.add(new Item(
                        more ? wording.sentence("counts more") : wording.sentence("counts less"),
                        reasons.found(finding),
                        List.of()));
            }
        });
        held.forEach((rule, finding) -> {
            if (!holds.containsKey(rule)) {
                items.add(new Item(
                        open.contains(rule) ? wording.sentence("open again") : wording.sentence("no longer true"),
                        Columns.withoutFullStop(finding.title()),
                        List.of()));
            }
        });
        for (Undetermined was : before.undetermined()) {
            if (!holds.containsKey(was.rule()) && !open.contains(was.rule())) {
                items.add(new Item(
                        wording.sentence("turned out false"), Columns.withoutFullStop(was.title()), List.of()));
            }
        }
        return items;
    }

    private static Map<String, Finding> byRule(List<Finding> findings) {
        Map<String, Finding> byRule = new LinkedHashMap<>();
        findings.forEach(finding -> byRule.put(finding.rule(), finding));
        return byRule;
    }
}
