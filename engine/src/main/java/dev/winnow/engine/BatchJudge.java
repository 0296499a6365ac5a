package dev.winnow.engine;

import dev.winnow.engine.BaseDay.BaseBatch;
import dev.winnow.engine.BaseDay.Group;
import dev.winnow.engine.evaluate.Candidate;
import dev.winnow.engine.evaluate.EvaluationContext;
import dev.winnow.engine.evaluate.Finder;
import dev.winnow.engine.evaluate.Moment;
import dev.winnow.engine.evaluate.RuleOutcome;
import dev.winnow.engine.score.Assessor;
import dev.winnow.model.domain.Project;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.BaseCase;
import dev.winnow.model.result.Undetermined;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Judges a batch of candidates in one city by the rules of a pack: what each rule finds, and the base case beside it. Immutable
 * and thread-safe.
 */
final class BatchJudge {

    private final RulePack pack;
    private final Finder finder;
    private final Assessor assessor;

    /** @param finder finds the matches of the pack's rules */
    BatchJudge(RulePack pack, Finder finder) {
        this.pack = pack;
        this.finder = finder;
        this.assessor = pack.assessor();
    }

    /**
     * Assesses one candidate on its own; its rank is 0.
     *
     * @param context the facts and limits to judge against
     * @param candidate the candidate
     * @return the assessment
     */
    Assessment assess(EvaluationContext context, Project candidate) {
        List<Candidate> batch = List.of(new Candidate(candidate, false));
        Finder.Found found = finder.findLocal(context, batch).get(0);
        List<RuleOutcome> outcomes = assessor.outcomes(own(context, batch).get(0), found);
        return assessor.assess(candidate, false, context, outcomes, found.withMatches(outcomes), undetermined -> null);
    }

    /**
     * Evaluates a batch in a city. Projects that are present there already are evaluated one by one, each without its
     * own presences.
     */
    void evaluate(
            Moment moment,
            CityContext cityContext,
            List<Candidate> batch,
            List<List<RuleOutcome>> own,
            @Nullable BaseBatch assumed,
            @Nullable RecentlyJudged recent,
            Consumer<Evaluation> into) {
        Set<String> present = cityContext.present();
        List<Integer> places = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            Candidate candidate = batch.get(i);
            String id = candidate.project().id();
            if (present.contains(id)) {
                judgeTogether(
                        moment,
                        cityContext.without(id),
                        List.of(candidate),
                        List.of(own.get(i)),
                        assumed,
                        List.of(i),
                        recent,
                        into);
            } else {
                places.add(i);
            }
        }
        if (!places.isEmpty()) {
            judgeTogether(moment, cityContext, at(places, batch), at(places, own), assumed, places, recent, into);
        }
    }

    /** The entries of a list at some places, in order; the list itself where that is all. */
    private static <T> List<T> at(List<Integer> places, List<T> all) {
        return places.size() == all.size() ? all : places.stream().map(all::get).toList();
    }

    /**
     * Evaluates candidates in a city together.
     *
     * @param own the outcomes of each candidate that do not depend on the city, in the order of the batch
     * @param assumed what judges base cases; null if nothing is assumed
     * @param places the places of the candidates in what judges base cases
     * @param recent keeps what came of the groups last read; null if what came of each candidate is kept
     */
    void judgeTogether(
            Moment moment,
            CityContext cityContext,
            List<Candidate> batch,
            List<List<RuleOutcome>> own,
            @Nullable BaseBatch assumed,
            List<Integer> places,
            @Nullable RecentlyJudged recent,
            Consumer<Evaluation> into) {
        EvaluationContext context = cityContext.evaluationContext(pack);
        List<Finder.Found> found = finder.findLocal(context, batch);
        List<List<RuleOutcome>> outcomes = outcomes(own, found);
        Again again = recent == null ? null : new Again(cityContext, batch, own, recent);
        Group base = assumed == null
                ? null
                : assumed.in(cityContext, places, again == null ? () -> outcomes : again::outcomes);
        if (again != null) {
            again.base = base;
        }
        for (int i = 0; i < batch.size(); i++) {
            int place = i;
            Candidate candidate = batch.get(i);
            Evaluation.Judged judged = new Evaluation.Judged(outcomes.get(i), found.get(i), ofBase(base, i));
            into.accept(new Evaluation(
                    pack,
                    moment,
                    cityContext,
                    context,
                    candidate,
                    judged,
                    again == null ? null : () -> again.judged(place)));
        }
    }

    private static @Nullable Function<List<Undetermined>, BaseCase> ofBase(@Nullable Group base, int place) {
        return base == null ? null : undetermined -> base.of(place, undetermined);
    }

    /** Candidates of whom nothing was kept, and who are judged again when they are read: together, as long as that is kept. */
    private final class Again {

        private final CityContext cityContext;
        private final List<Candidate> batch;
        private final List<List<RuleOutcome>> own;
        private final RecentlyJudged recent;
        private final RecentlyJudged.Group<Evaluation.Judged> kept = new RecentlyJudged.Group<>();
        /** Makes base cases, of what is judged here; null if nothing is assumed. */
        private @Nullable Group base;

        Again(CityContext cityContext, List<Candidate> batch, List<List<RuleOutcome>> own, RecentlyJudged recent) {
            this.cityContext = cityContext;
            this.batch = batch;
            this.own = own;
            this.recent = recent;
        }

        /** What each rule finds for each. */
        List<List<RuleOutcome>> outcomes() {
            List<List<RuleOutcome>> outcomes = new ArrayList<>(batch.size());
            for (int i = 0; i < batch.size(); i++) {
                Evaluation.Judged known = kept.get(i);
                if (known == null) {
                    List<Evaluation.Judged> all = judged(0, batch.size());
                    return all.stream().map(Evaluation.Judged::outcomes).toList();
                }
                outcomes.add(known.outcomes());
            }
            return outcomes;
        }

        Evaluation.Judged judged(int place) {
            Evaluation.Judged known = kept.get(place);
            if (known != null) {
                return known;
            }
            if (!kept.isToBeKept()) {
                return judged(place, place + 1).get(0);
            }
            List<Evaluation.Judged> all = judged(0, batch.size());
            recent.keep(kept, all);
            return all.get(place);
        }

        private List<Evaluation.Judged> judged(int from, int to) {
            List<Finder.Found> found = finder.findLocal(cityContext.evaluationContext(pack), batch.subList(from, to));
            List<Evaluation.Judged> judged = new ArrayList<>(to - from);
            for (int i = from; i < to; i++) {
                Finder.Found one = found.get(i - from);
                judged.add(new Evaluation.Judged(assessor.outcomes(own.get(i), one), one, ofBase(base, i)));
            }
            return judged;
        }
    }

    private List<List<RuleOutcome>> outcomes(List<List<RuleOutcome>> own, List<Finder.Found> found) {
        List<List<RuleOutcome>> outcomes = new ArrayList<>(found.size());
        for (int i = 0; i < found.size(); i++) {
            outcomes.add(assessor.outcomes(own.get(i), found.get(i)));
        }
        return outcomes;
    }

    /** The outcomes of each candidate of a batch that do not depend on the city. */
    List<List<RuleOutcome>> own(EvaluationContext context, List<Candidate> batch) {
        List<Finder.Found> all = finder.findOwn(context, batch);
        List<List<RuleOutcome>> own = new ArrayList<>(all.size());
        for (Finder.Found found : all) {
            own.add(List.copyOf(found.withMatches(assessor.outcomes(found))));
        }
        return own;
    }
}
