package dev.winnow.engine.internal.join;

import dev.winnow.engine.internal.evaluate.Budget;
import dev.winnow.engine.internal.evaluate.BudgetExceeded;
import dev.winnow.engine.internal.evaluate.Candidate;
import dev.winnow.engine.internal.evaluate.EvaluationContext;
import dev.winnow.engine.internal.evaluate.Finder;
import dev.winnow.engine.internal.evaluate.Match;
import dev.winnow.engine.internal.evaluate.MatchedOutcomes;
import dev.winnow.engine.internal.evaluate.Phase;
import dev.winnow.engine.internal.evaluate.RowLimit;
import dev.winnow.engine.internal.evaluate.RuleOutcome;
import dev.winnow.engine.internal.evaluate.Truth;
import dev.winnow.language.PackException;
import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.model.domain.Project;
import dev.winnow.model.value.Fraction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The join evaluator: computes the outcomes of a pack's rules by nested loops over a city's rows, with the pack's
 * {@link Conditions}. Its results equal those of PHREAK. Thread-safe.
 */
public final class JoinFinder implements Finder {

    private final Conditions conditions;
    private final RowLimit rowLimit;
    /** By rule number. */
    private final RuleWorth[] worths;

    /** By rule number, the rule's place in its phase. */
    private final int[] places;
    /** By rule number. */
    private final Phase[] phases;

    private final PhaseRules own;
    private final PhaseRules local;
    /** By the rule's place in its phase. */
    private final RuleWorth[] ownWorths;

    private final RuleWorth[] localWorths;
    private final JoinPlan plan;
    private final BitSet all = new BitSet();
    /** Owner, in caches, of cities for which few rules are evaluated. */
    private final Object few = new Object();

    /** An evaluator for the rules of a plan. */
    public JoinFinder(JoinPlan plan) {
        this(plan, plan.conditions());
    }

    /** @param conditions the conditions numbered by the plan */
    JoinFinder(JoinPlan plan, Conditions conditions) {
        this.conditions = conditions;
        this.rowLimit =
                new RowLimit(plan.rules().stream().map(JoinRule::checked).toList(), Budget.STANDARD);
        this.plan = plan;
        this.worths = plan.rules().stream().map(RuleWorth::of).toArray(RuleWorth[]::new);
        this.all.set(0, plan.rules().size());
        this.own = PhaseRules.of(plan, Phase.OWN);
        this.local = PhaseRules.of(plan, Phase.LOCAL);
        this.ownWorths = worths(own);
        this.localWorths = worths(local);
        this.places = new int[worths.length];
        this.phases = new Phase[worths.length];
        for (PhaseRules sort : List.of(own, local)) {
            for (int place = 0; place < sort.rules().size(); place++) {
                int number = sort.rules().get(place).number();
                places[number] = place;
                phases[number] = sort.phase();
            }
        }
    }

    private RuleWorth[] worths(PhaseRules sort) {
        return sort.rules().stream().map(rule -> worths[rule.number()]).toArray(RuleWorth[]::new);
    }

    @Override
    public List<Found> findOwn(EvaluationContext context, List<Candidate> batch) {
        return find(own, context, batch);
    }

    @Override
    public List<Found> findLocal(EvaluationContext context, List<Candidate> batch) {
        rowLimit.batch(context, batch.get(0));
        return find(local, context, batch);
    }

    @Override
    public List<Found> findOwn(EvaluationContext context, List<Candidate> batch, List<BitSet> asked) {
        return find(own, context, batch, asked);
    }

    @Override
    public List<Found> findLocal(EvaluationContext context, List<Candidate> batch, List<BitSet> asked) {
        rowLimit.batch(context, batch.get(0));
        return find(local, context, batch, asked);
    }

    private List<Found> find(PhaseRules sort, EvaluationContext context, List<Candidate> batch) {
        return find(sort, context, batch, Collections.nCopies(batch.size(), all));
    }

    private List<Found> find(PhaseRules sort, EvaluationContext context, List<Candidate> batch, List<BitSet> asked) {
        if (sort.rules().isEmpty()) {
            return Collections.nCopies(batch.size(), Found.NOTHING);
        }
        JoinCity city;
        try {
            city = city(sort, context);
        } catch (BudgetExceeded overrun) {
            throw refusal(overrun, batch.get(0), context);
        }
        JoinRun run = new JoinRun(plan, conditions, context.keys(), Budget.STANDARD);
        List<Found> found = new ArrayList<>(batch.size());
        JoinScore score = new JoinScore(conditions, run, city.front(0));
        RuleOutcome[] room = new RuleOutcome[sort.rules().size()];
        for (int i = 0; i < batch.size(); i++) {
            Candidate candidate = batch.get(i);
            if (asked.get(i).isEmpty()) {
                found.add(Found.NOTHING);
                continue;
            }
            try {
                CandidateProfile profile = profile(sort, context, candidate);
                run.select(profile);
                int many = score(sort, score, city, profile, asked.get(i), room);
                found.add(new Scored(Arrays.copyOf(room, many), new CandidateMatches(city, profile)));
            } catch (BudgetExceeded overrun) {
                throw refusal(overrun, candidate, context);
            }
        }
        return found;
    }

    @Override
    public @Nullable RuleOutcome[] findAgain(
            EvaluationContext context, Candidate candidate, @Nullable Project otherwise, int[] rules) {
        @Nullable RuleOutcome[] found = new RuleOutcome[rules.length];
        again(own, context, candidate, otherwise, rules, found);
        again(local, context, candidate, otherwise, rules, found);
        return found;
    }

    /** Computes the outcomes of those rules that belong to a phase; leaves out a rule that exceeds the budget. */
    private void again(
            PhaseRules sort,
            EvaluationContext context,
            Candidate candidate,
            @Nullable Project otherwise,
            int[] rules,
            @Nullable RuleOutcome[] into) {
        int[] asked = new int[rules.length];
        int many = 0;
        for (int rule : rules) {
            if (phases[rule] == sort.phase()) {
                asked[many++] = places[rule];
            }
        }
        if (many == 0) {
            return;
        }
        CandidateProfile profile = profile(sort, context, candidate);
        if (otherwise != null) {
            profile = new CandidateProfile(profile, plan, sort, conditions, otherwise, Arrays.copyOf(asked, many));
        }
        JoinCity city = fewOf(sort, context);
        JoinRun spare = city.takeRunAgain();
        JoinRun run = spare == null ? new JoinRun(plan, conditions, context.keys(), Budget.STANDARD) : spare;
        run.select(profile);
        for (int i = 0; i < rules.length; i++) {
            int rule = rules[i];
            if (phases[rule] == sort.phase()) {
                try {
                    into[i] = again(city.laidOut(places[rule]), run, profile.own(places[rule]), worths[rule]);
                } catch (BudgetExceeded overrun) {
                    into[i] = null; // the caller uses the walker
                }
            }
        }
        city.leaveRunAgain(run);
    }

    private RuleOutcome again(CityMatches front, JoinRun run, Truth own, RuleWorth worth) {
        if (own == Truth.NO || front.best() == Truth.NO) {
            return worth.nothing();
        }
        RuleOutcome outcome = new JoinScore(conditions, run, front).outcome(front, own, worth);
        return outcome == null ? worth.nothing() : outcome;
    }

    /** The city with all fronts evaluated if it is cached, otherwise one for the requested rules. */
    private JoinCity fewOf(PhaseRules sort, EvaluationContext context) {
        JoinCity known = context.kept().find(sort.phase(), conditions, JoinCity.class);
        return known != null
                ? known
                : context.kept()
                        .get(sort.phase(), few, JoinCity.class, () -> JoinCity.ofFew(sort, conditions, context));
    }

    /**
     * Computes the outcomes of the matching rules for the selected candidate.
     *
     * @param asked the numbers of the rules
     * @param into receives the outcomes, from index 0
     * @return the number of outcomes
     */
    private int score(
            PhaseRules sort,
            JoinScore score,
            JoinCity city,
            CandidateProfile profile,
            BitSet asked,
            RuleOutcome[] into) {
        boolean some = !asked.equals(all);
        RuleWorth[] ofSort = sort.phase() == Phase.OWN ? ownWorths : localWorths;
        int many = 0;
        for (int word = 0; word < city.matching().length; word++) {
            for (long left = city.matching()[word] & profile.open()[word]; left != 0; left &= left - 1) {
                int place = word * Long.SIZE + Long.numberOfTrailingZeros(left);
                CityMatches front = city.front(place);
                RuleOutcome outcome = some && !asked.get(front.rule().number())
                        ? null
                        : score.outcome(front, profile.own(place), ofSort[place]);
                if (outcome != null) {
                    into[many++] = outcome;
                }
            }
        }
        return many;
    }

    /** The outcomes of the matching rules. */
    private static final class Scored implements Found {

        private final RuleOutcome[] scored;
        private final RuleOutcome.Later later;

        Scored(RuleOutcome[] scored, RuleOutcome.Later later) {
            this.scored = scored;
            this.later = later;
        }

        @Override
        public void putInto(RuleOutcome[] outcomes, List<Fraction> points) {
            for (RuleOutcome outcome : scored) {
                outcomes[outcome.number()] = outcome;
            }
        }

        @Override
        public MatchedOutcomes withMatches(List<RuleOutcome> outcomes) {
            return MatchedOutcomes.of(outcomes, later);
        }
    }

    private JoinCity city(PhaseRules sort, EvaluationContext context) {
        JoinCity known = context.kept().find(sort.phase(), conditions, JoinCity.class);
        return known != null
                ? known
                : context.kept()
                        .get(
                                sort.phase(),
                                conditions,
                                JoinCity.class,
                                () -> new JoinCity(sort, conditions, context, whole(sort, context)));
    }

    /**
     * The evaluated city with all presences, if the context leaves some out; null if it does not, or if that city
     * exceeds the budget.
     */
    private @Nullable JoinCity whole(PhaseRules sort, EvaluationContext context) {
        EvaluationContext whole = context.whole();
        if (whole == null) {
            return null;
        }
        try {
            return city(sort, whole);
        } catch (BudgetExceeded overrun) {
            return null;
        }
    }

    private CandidateProfile profile(PhaseRules sort, EvaluationContext context, Candidate candidate) {
        CandidateProfile known = candidate.kept().find(sort.phase(), conditions, CandidateProfile.class);
        return known != null
                ? known
                : candidate
                        .kept()
                        .get(
                                sort.phase(),
                                conditions,
                                CandidateProfile.class,
                                () -> new CandidateProfile(
                                        plan,
                                        sort,
                                        conditions,
                                        candidate.project(),
                                        sort.milestones().isEmpty()
                                                ? List.of()
                                                : context.facts()
                                                        .milestones(candidate
                                                                .project()
                                                                .id())));
    }

    private PackException refusal(BudgetExceeded overrun, Candidate candidate, EvaluationContext context) {
        CheckedRule rule = plan.rules().stream()
                .map(JoinRule::checked)
                .filter(one -> one.id().equals(overrun.rule()))
                .findFirst()
                .orElseThrow();
        return overrun.of(rule, candidate.project(), context);
    }

    /** Computes the matches of rules for a candidate in a city when they are first read. */
    private final class CandidateMatches implements RuleOutcome.Later {

        private final JoinCity city;
        private final CandidateProfile profile;

        CandidateMatches(JoinCity city, CandidateProfile profile) {
            this.city = city;
            this.profile = profile;
        }

        @Override
        public RuleOutcome outcome(int rule) {
            int place = places[rule];
            CityMatches front = city.front(place);
            JoinRun run = run();
            MatchCollector matches = run.matches();
            matches.begin(front.rule(), front.matched());
            run.run(front, profile.own(place), matches);
            List<Match> certain = matches.certain();
            List<Match> possible = matches.possible(certain);
            city.leaveRun(run);
            return RuleOutcome.of(front.rule().checked(), worths[rule].points(), certain, possible);
        }

        @Override
        public @Nullable Object seen(int rule) {
            CityMatches front = city.front(places[rule]);
            if (!front.rule().looksUp()) {
                return null;
            }
            JoinRun run = run();
            Seen seen = new Seen(city, run.seen(front));
            city.leaveRun(run);
            return seen;
        }

        /**
         * A run with the candidate selected. It has no budget: scoring stayed within it, and a rule that was not
         * counted has few matches.
         */
        private JoinRun run() {
            JoinRun spare = city.takeRun();
            JoinRun run = spare == null ? new JoinRun(plan, conditions, city.keys(), Budget.UNLIMITED) : spare;
            run.select(profile);
            return run;
        }
    }
}
