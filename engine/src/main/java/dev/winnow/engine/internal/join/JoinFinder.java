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
    private final RuleScores[] scores;

    /** By rule number, the rule's place in its phase. */
    private final int[] places;
    /** By rule number. */
    private final Phase[] phases;

    private final PhaseRules own;
    private final PhaseRules local;
    /** By the rule's place in its phase. */
    private final RuleScores[] ownScores;

    private final RuleScores[] localWorths;
    private final JoinPlan plan;
    private final BitSet all = new BitSet();
    /** Owner, in caches, of cities for which few rules are evaluated. */
    private final Object onDemandOwner = new Object();

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
        this.scores = plan.rules().stream().map(RuleScores::of).toArray(RuleScores[]::new);
        this.all.set(0, plan.rules().size());
        this.own = PhaseRules.of(plan, Phase.OWN);
        this.local = PhaseRules.of(plan, Phase.LOCAL);
        this.ownScores = scores(own);
        this.localWorths = scores(local);
        this.places = new int[scores.length];
        this.phases = new Phase[scores.length];
        for (PhaseRules phaseRules : List.of(own, local)) {
            for (int place = 0; place < phaseRules.rules().size(); place++) {
                int number = phaseRules.rules().get(place).number();
                places[number] = place;
                phases[number] = phaseRules.phase();
            }
        }
    }

    private RuleScores[] scores(PhaseRules phaseRules) {
        return phaseRules.rules().stream().map(rule -> scores[rule.number()]).toArray(RuleScores[]::new);
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

    private List<Found> find(PhaseRules phaseRules, EvaluationContext context, List<Candidate> batch) {
        return find(phaseRules, context, batch, Collections.nCopies(batch.size(), all));
    }

    private List<Found> find(
            PhaseRules phaseRules, EvaluationContext context, List<Candidate> batch, List<BitSet> asked) {
        if (phaseRules.rules().isEmpty()) {
            return Collections.nCopies(batch.size(), Found.NOTHING);
        }
        JoinCity city;
        try {
            city = city(phaseRules, context);
        } catch (BudgetExceeded overrun) {
            throw refusal(overrun, batch.get(0), context);
        }
        JoinRun run = new JoinRun(plan, conditions, context.keys(), Budget.STANDARD);
        List<Found> found = new ArrayList<>(batch.size());
        JoinScore score = new JoinScore(conditions, run, city.prefix(0));
        RuleOutcome[] room = new RuleOutcome[phaseRules.rules().size()];
        for (int i = 0; i < batch.size(); i++) {
            Candidate candidate = batch.get(i);
            if (asked.get(i).isEmpty()) {
                found.add(Found.NOTHING);
                continue;
            }
            try {
                CandidateProfile profile = profile(phaseRules, context, candidate);
                run.select(profile);
                int many = score(phaseRules, score, city, profile, asked.get(i), room);
                found.add(new Scored(Arrays.copyOf(room, many), new CandidateMatches(city, profile)));
            } catch (BudgetExceeded overrun) {
                throw refusal(overrun, candidate, context);
            }
        }
        return found;
    }

    @Override
    public @Nullable RuleOutcome[] findChanged(
            EvaluationContext context, Candidate candidate, @Nullable Project otherwise, int[] rules) {
        @Nullable RuleOutcome[] found = new RuleOutcome[rules.length];
        findChanged(own, context, candidate, otherwise, rules, found);
        findChanged(local, context, candidate, otherwise, rules, found);
        return found;
    }

    /** Computes the outcomes of those rules that belong to a phase; leaves out a rule that exceeds the budget. */
    private void findChanged(
            PhaseRules phaseRules,
            EvaluationContext context,
            Candidate candidate,
            @Nullable Project otherwise,
            int[] rules,
            @Nullable RuleOutcome[] into) {
        int[] asked = new int[rules.length];
        int many = 0;
        for (int rule : rules) {
            if (phases[rule] == phaseRules.phase()) {
                asked[many++] = places[rule];
            }
        }
        if (many == 0) {
            return;
        }
        CandidateProfile profile = profile(phaseRules, context, candidate);
        if (otherwise != null) {
            profile = new CandidateProfile(
                    profile,
                    plan,
                    phaseRules,
                    conditions,
                    otherwise,
                    phaseRules.milestones().isEmpty() ? List.of() : context.milestones(otherwise),
                    Arrays.copyOf(asked, many));
        }
        JoinCity city = onDemandCity(phaseRules, context);
        JoinRun spare = city.takeChangedRun();
        JoinRun run = spare == null ? new JoinRun(plan, conditions, context.keys(), Budget.STANDARD) : spare;
        run.select(profile);
        for (int i = 0; i < rules.length; i++) {
            int rule = rules[i];
            if (phases[rule] == phaseRules.phase()) {
                try {
                    into[i] = findChanged(city.evaluated(places[rule]), run, profile.own(places[rule]), scores[rule]);
                } catch (BudgetExceeded overrun) {
                    into[i] = null; // the caller uses the walker
                }
            }
        }
        city.leaveChangedRun(run);
    }

    private RuleOutcome findChanged(CityMatches prefix, JoinRun run, Truth own, RuleScores worth) {
        if (own == Truth.NO || prefix.best() == Truth.NO) {
            return worth.nothing();
        }
        RuleOutcome outcome = new JoinScore(conditions, run, prefix).outcome(prefix, own, worth);
        return outcome == null ? worth.nothing() : outcome;
    }

    /** The city with all prefixes evaluated if it is cached, otherwise one for the requested rules. */
    private JoinCity onDemandCity(PhaseRules phaseRules, EvaluationContext context) {
        JoinCity known = context.kept().find(phaseRules.phase(), conditions, JoinCity.class);
        return known != null
                ? known
                : context.kept()
                        .get(
                                phaseRules.phase(),
                                onDemandOwner,
                                JoinCity.class,
                                () -> JoinCity.onDemand(phaseRules, conditions, context));
    }

    /**
     * Computes the outcomes of the matching rules for the selected candidate.
     *
     * @param asked the numbers of the rules
     * @param into receives the outcomes, from index 0
     * @return the number of outcomes
     */
    private int score(
            PhaseRules phaseRules,
            JoinScore score,
            JoinCity city,
            CandidateProfile profile,
            BitSet asked,
            RuleOutcome[] into) {
        boolean some = !asked.equals(all);
        RuleScores[] ofSort = phaseRules.phase() == Phase.OWN ? ownScores : localWorths;
        int many = 0;
        for (int word = 0; word < city.matching().length; word++) {
            for (long left = city.matching()[word] & profile.open()[word]; left != 0; left &= left - 1) {
                int place = word * Long.SIZE + Long.numberOfTrailingZeros(left);
                CityMatches prefix = city.prefix(place);
                RuleOutcome outcome = some && !asked.get(prefix.rule().number())
                        ? null
                        : score.outcome(prefix, profile.own(place), ofSort[place]);
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
        private final RuleOutcome.MatchSource source;

        Scored(RuleOutcome[] scored, RuleOutcome.MatchSource source) {
            this.scored = scored;
            this.source = source;
        }

        @Override
        public void putInto(RuleOutcome[] outcomes, List<Fraction> points) {
            for (RuleOutcome outcome : scored) {
                outcomes[outcome.number()] = outcome;
            }
        }

        @Override
        public MatchedOutcomes withMatches(List<RuleOutcome> outcomes) {
            return MatchedOutcomes.of(outcomes, source);
        }
    }

    private JoinCity city(PhaseRules phaseRules, EvaluationContext context) {
        JoinCity known = context.kept().find(phaseRules.phase(), conditions, JoinCity.class);
        return known != null
                ? known
                : context.kept()
                        .get(
                                phaseRules.phase(),
                                conditions,
                                JoinCity.class,
                                () -> new JoinCity(phaseRules, conditions, context, whole(phaseRules, context)));
    }

    /**
     * The evaluated city with all presences, if the context leaves some out; null if it does not, or if that city
     * exceeds the budget.
     */
    private @Nullable JoinCity whole(PhaseRules phaseRules, EvaluationContext context) {
        EvaluationContext whole = context.whole();
        if (whole == null) {
            return null;
        }
        try {
            return city(phaseRules, whole);
        } catch (BudgetExceeded overrun) {
            return null;
        }
    }

    private CandidateProfile profile(PhaseRules phaseRules, EvaluationContext context, Candidate candidate) {
        CandidateProfile known = candidate.kept().find(phaseRules.phase(), conditions, CandidateProfile.class);
        return known != null
                ? known
                : candidate
                        .kept()
                        .get(
                                phaseRules.phase(),
                                conditions,
                                CandidateProfile.class,
                                () -> new CandidateProfile(
                                        plan,
                                        phaseRules,
                                        conditions,
                                        candidate.project(),
                                        phaseRules.milestones().isEmpty()
                                                ? List.of()
                                                : context.milestones(candidate.project())));
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
    private final class CandidateMatches implements RuleOutcome.MatchSource {

        private final JoinCity city;
        private final CandidateProfile profile;

        CandidateMatches(JoinCity city, CandidateProfile profile) {
            this.city = city;
            this.profile = profile;
        }

        @Override
        public RuleOutcome outcome(int rule) {
            int place = places[rule];
            CityMatches prefix = city.prefix(place);
            JoinRun run = run();
            MatchCollector matches = run.matches();
            matches.begin(prefix.rule(), prefix.matched());
            run.run(prefix, profile.own(place), matches);
            List<Match> certain = matches.certain();
            List<Match> possible = matches.possible(certain);
            city.leaveRun(run);
            return RuleOutcome.of(prefix.rule().checked(), scores[rule].points(), certain, possible);
        }

        @Override
        public @Nullable Object view(int rule) {
            CityMatches prefix = city.prefix(places[rule]);
            if (!prefix.rule().looksUp()) {
                return null;
            }
            JoinRun run = run();
            CandidateView view = new CandidateView(city, run.view(prefix));
            city.leaveRun(run);
            return view;
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
