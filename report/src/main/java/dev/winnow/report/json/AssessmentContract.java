package dev.winnow.report.json;

import dev.winnow.analysis.insight.Insight;
import dev.winnow.analysis.internal.paths.DecisionPath;
import dev.winnow.analysis.internal.paths.DecisionPaths;
import dev.winnow.analysis.internal.reversal.Reversal;
import dev.winnow.analysis.weights.CandidateRobustness;
import dev.winnow.analysis.weights.CandidateRobustness.Acceptability;
import dev.winnow.analysis.weights.WeightInterval;
import dev.winnow.language.RuleSummary;
import dev.winnow.model.result.BaseCase;
import dev.winnow.model.result.CriterionScore;
import dev.winnow.model.result.Effect;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Names;
import dev.winnow.model.result.Side;
import dev.winnow.model.source.Language;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.ScoreInterval;
import dev.winnow.model.vocabulary.FactName;
import dev.winnow.model.vocabulary.FactQuestion;
import dev.winnow.report.i18n.QuestionWords;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.json.ScreeningDocument.Answer;
import dev.winnow.report.json.ScreeningDocument.Assessment;
import dev.winnow.report.json.ScreeningDocument.Base;
import dev.winnow.report.json.ScreeningDocument.Change;
import dev.winnow.report.json.ScreeningDocument.Citation;
import dev.winnow.report.json.ScreeningDocument.Clearing;
import dev.winnow.report.json.ScreeningDocument.Converted;
import dev.winnow.report.json.ScreeningDocument.Criterion;
import dev.winnow.report.json.ScreeningDocument.Finding;
import dev.winnow.report.json.ScreeningDocument.Gap;
import dev.winnow.report.json.ScreeningDocument.Measure;
import dev.winnow.report.json.ScreeningDocument.Obstacle;
import dev.winnow.report.json.ScreeningDocument.Question;
import dev.winnow.report.json.ScreeningDocument.Ranking;
import dev.winnow.report.json.ScreeningDocument.Sides;
import dev.winnow.report.json.ScreeningDocument.Step;
import dev.winnow.report.json.ScreeningDocument.Sure;
import dev.winnow.report.json.ScreeningDocument.Undetermined;
import dev.winnow.report.json.ScreeningDocument.Way;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Converts the assessments of one screening to records of its JSON contract. Not thread-safe. */
final class AssessmentContract {

    /** Bound on the questions and sources kept: each city adds its own. */
    private static final int MAX_KEPT = 2_000;

    private final Names names;
    private final @Nullable Insight insight;
    private final Function<dev.winnow.model.result.Assessment, @Nullable Sure> standings;
    private final ContractAdditions additions;
    private final Language language;
    private final Fields fields;
    private final QuestionWords words;
    private final Map<String, QuestionTemplate> templates = new HashMap<>();
    private final Map<String, Source> sources = new HashMap<>();
    private final IdentityHashMap<Set<Effect>, List<Effect>> effects =
            new IdentityHashMap<>(); // questions share their sets

    /** Title and address of a cited source; null where the universe gives none. */
    private record Source(@Nullable String title, @Nullable String url) {

        static final Source NONE = new Source(null, null);
    }

    /**
     * @param insight analyses of the screening; null for none
     * @param standings returns the robustness of an assessment; null if it was not computed
     * @param additions the additions of further sources
     * @param wording the language of questions and titles of sources
     * @param fields the fields to compute; the others are empty
     */
    AssessmentContract(
            Names names,
            @Nullable Insight insight,
            ContractAdditions additions,
            Function<dev.winnow.model.result.Assessment, @Nullable Sure> standings,
            Wording wording,
            Fields fields) {
        this.names = names;
        this.insight = insight;
        this.additions = additions;
        this.standings = standings;
        this.language = wording.language();
        this.fields = fields;
        this.words = new QuestionWords(wording, names);
    }

    Assessment assessment(Explanation pair) {
        dev.winnow.model.result.Assessment one = pair.assessment();
        Insight explained = insight != null && insight.isExplained() ? insight : null;
        DecisionPaths ways = explained == null || !fields.hasWays() ? null : explained.ways(pair);
        return new Assessment(
                one.project(),
                one.city(),
                one.asOf(),
                one.verdict(),
                one.because(),
                one.rank() > 0 ? one.rank() : null,
                one.score(),
                one.binds(),
                one.known(),
                sides(one.sides()),
                one.district(),
                one.chainActions(),
                Contract.list(pair.criteria(), AssessmentContract::criterion),
                fields.has("findings") ? Contract.list(pair.findings(), this::finding) : List.of(),
                fields.has("undetermined")
                        ? Contract.list(pair.undetermined(), AssessmentContract::undetermined)
                        : List.of(),
                List.copyOf(one.possible()),
                pair.conditions(),
                fields.has("questions")
                        ? Contract.list(pair.questions(), question -> question(question, one))
                        : List.of(),
                base(pair),
                fields.has("sure") ? standings.apply(one) : null,
                explained == null || !fields.has("whyNot")
                        ? null
                        : Contract.list(explained.obstacles(one), AssessmentContract::obstacle),
                explained == null || !fields.has("changes")
                        ? null
                        : Contract.list(explained.reversals(one), AssessmentContract::change),
                ways == null ? null : Contract.list(ways.all(), AssessmentContract::way),
                ways == null ? null : Contract.list(ways.clearings(), AssessmentContract::clearing),
                ways == null ? null : Contract.list(ways.known(), AssessmentContract::way),
                one.tied(),
                ways == null ? null : Contract.list(ways.base(), AssessmentContract::way),
                fields.has("panel") ? additions.panel(one) : null);
    }

    private static Sides sides(Map<Side, ScoreInterval> sides) {
        return new Sides(Objects.requireNonNull(sides.get(Side.CITY)), Objects.requireNonNull(sides.get(Side.PROJECT)));
    }

    private static Criterion criterion(CriterionScore one) {
        return new Criterion(one.id(), one.side(), one.weight(), one.span());
    }

    private Finding finding(dev.winnow.model.result.Finding one) {
        boolean award = one.effect().hasPoints();
        return new Finding(
                one.rule(),
                one.title(),
                one.criterion(),
                one.effect(),
                award ? one.points() : null,
                award ? one.share() : null,
                one.contribution(),
                one.reason(),
                one.source(),
                one.facts(),
                one.also(),
                Contract.list(one.evidence(), this::citation));
    }

    private Citation citation(dev.winnow.model.result.Citation one) {
        Figure figure = one.figure();
        String cited = one.universeSource();
        Source source = cited == null ? Source.NONE : source(cited);
        return new Citation(
                one.property(),
                figure == null ? new Measure(one.value(), null) : Measure.of(figure),
                one.evidence().source(),
                source.title,
                source.url,
                one.evidence().asOf(),
                Converted.of(one.evidence()));
    }

    private Source source(String cited) {
        if (sources.size() > MAX_KEPT) {
            sources.clear();
        }
        return sources.computeIfAbsent(
                cited, unused -> new Source(names.sourceTitle(cited, language), names.sourceUrl(cited)));
    }

    private static Undetermined undetermined(dev.winnow.model.result.Undetermined one) {
        return new Undetermined(
                one.rule(),
                one.criterion(),
                one.effect(),
                one.effect().hasPoints() ? one.points() : null,
                one.contribution(),
                one.missing());
    }

    private static @Nullable Base base(Explanation one) {
        BaseCase base = one.assessment().base();
        return base == null
                ? null
                : new Base(base.verdict(), base.because(), base.score(), one.assumed(), one.critical());
    }

    static Sure sure(CandidateRobustness standing) {
        Acceptability fared = standing.acceptability();
        return new Sure(
                standing.isRobust(),
                nearest(standing.isRobust(), standing.dependsOn()),
                fared == null ? null : fared.verdict(),
                fared == null ? null : fared.first(),
                fared == null ? null : fared.ranked(),
                fared == null ? null : fared.best(),
                fared == null ? null : fared.worst(),
                standing.weights());
    }

    private static @Nullable String nearest(boolean robust, Optional<WeightInterval> interval) {
        return robust ? null : interval.map(WeightInterval::criterion).orElse(null);
    }

    static Ranking ranking(dev.winnow.analysis.weights.Ranking one) {
        return new Ranking(
                one.city(),
                one.asOf(),
                one.first().project(),
                one.isRobust(),
                nearest(one.isRobust(), one.dependsOn()),
                one.samples(),
                one.seed(),
                one.weights(),
                one.tied());
    }

    private static Obstacle obstacle(dev.winnow.engine.explain.Obstacle one) {
        RuleSummary rule = one.rule();
        return new Obstacle(
                rule.id(),
                rule.title(),
                rule.criterion(),
                rule.effect(),
                rule.effect().hasPoints() ? rule.points() : null,
                one.worth(),
                one.kind(),
                one.place().file(),
                one.place().line(),
                one.place().column(),
                one.constraint(),
                one.type(),
                one.row(),
                one.rows(),
                one.values(),
                one.gap() == null ? null : gap(one.gap()));
    }

    private static Gap gap(dev.winnow.engine.explain.Obstacle.Gap one) {
        return new Gap(
                Measure.of(one.found()),
                one.sign(),
                Measure.of(one.needed()),
                Contract.finite(one.distance().low()),
                one.found().unit().id(),
                one.limit());
    }

    static Change change(Reversal one) {
        return new Change(
                one.to(),
                one.size(),
                Contract.list(one.steps(), AssessmentContract::step),
                one.halfway(),
                one.after().score());
    }

    private static Step step(Reversal.Step one) {
        return new Step(
                one.figure().figure(),
                one.figure().why(),
                one.now() == null ? null : Measure.of(one.now()),
                Measure.of(one.then()),
                one.half() == null ? null : Measure.of(one.half()),
                one.then().unit().id(),
                one.change(),
                one.strict());
    }

    private static Way way(DecisionPath one) {
        return new Way(one.to(), one.fewest(), Contract.list(one.answers(), AssessmentContract::answer));
    }

    private static Answer answer(DecisionPath.SupposedAnswer one) {
        Object value = one.value();
        return new Answer(one.fact(), value instanceof Figure figure ? Measure.of(figure) : new Measure(value, null));
    }

    private static Clearing clearing(DecisionPaths.Clearing one) {
        return new Clearing(one.rule(), one.title(), Contract.list(one.answers(), AssessmentContract::answer));
    }

    private Question question(dev.winnow.model.result.Question question, dev.winnow.model.result.Assessment of) {
        if (templates.size() > MAX_KEPT) {
            templates.clear();
        }
        QuestionTemplate template = templates.get(question.fact());
        if (template == null) {
            template = new QuestionTemplate(question.fact());
            templates.put(question.fact(), template);
        }
        return new Question(
                question.fact(),
                question.points(),
                effects.computeIfAbsent(question.decides(), List::copyOf),
                template.text(of),
                template.who,
                template.days);
    }

    /** The question about one fact, asked of many candidates. */
    private final class QuestionTemplate {

        private final String fact;
        private final FactName name;
        private final FactQuestion question;
        private final String who;
        private final int days;

        /** Text before and after each mention of the project; null unless the project's name is all that varies. */
        private final @Nullable List<String> around;

        /** The city of the last question about a fact of a city, and that question. */
        private String city = "";

        private String text = "";

        QuestionTemplate(String fact) {
            this.fact = fact;
            this.name = FactName.of(fact);
            this.question = names.vocabulary().question(name);
            this.who = question.who().inLanguage(Language.EN);
            this.days = question.days();
            this.around = words.aroundTheProject(name, question);
        }

        String text(dev.winnow.model.result.Assessment one) {
            if (around != null) {
                return String.join(names.of("projects", one.project(), language), around);
            }
            if (name.isOfProject()) {
                return words.ask(name, question, fact, one.project(), one.city());
            }
            if (!city.equals(one.city())) { // every project of the city gets the same question
                city = one.city();
                text = words.ask(name, question, fact, one.project(), city);
            }
            return text;
        }
    }
}
