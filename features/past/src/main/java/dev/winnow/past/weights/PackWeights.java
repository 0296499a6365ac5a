package dev.winnow.past.weights;

import dev.winnow.engine.AsOfPolicy;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.engine.ScreeningSession;
import dev.winnow.engine.internal.score.BlockingRules;
import dev.winnow.engine.internal.score.Weighing;
import dev.winnow.engine.internal.score.Weighing.Part;
import dev.winnow.language.Criterion;
import dev.winnow.language.internal.pack.Importance;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Side;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.result.VerdictReason;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.value.Fraction;
import dev.winnow.past.decisions.PastDecision;
import dev.winnow.past.decisions.PastDecision.Outcome;
import dev.winnow.past.decisions.PastDecisions;
import dev.winnow.past.decisions.PastPair;
import dev.winnow.past.decisions.PastPreference;
import dev.winnow.past.weights.ImpliedWeights.Figure;
import dev.winnow.past.weights.ImpliedWeights.Settled;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the weights and thresholds with which a pack would have decided as people did. Every pair is judged by the
 * facts known on the day of its decision.
 */
public final class PackWeights {

    /** The numbers of the thresholds. */
    private static final int RECOMMEND = 0;

    private static final int DECLINE = 1;

    /** Maximum number of pairs of contradicting decisions that are found by comparing criteria. */
    private static final int MOST_PAIRS = 1_000;

    /** Maximum number of candidates: each is compared with every other one of its city. */
    private static final int MOST_CANDIDATES = 40;

    private final RulePack pack;
    private final Universe universe;
    private final List<Criterion> criteria;
    private final boolean threefold;
    private final WeightSpace space;
    private final Map<PastPair, Judged> judged = new HashMap<>();
    private final List<Statement> statements = new ArrayList<>();
    private final List<Requirement> requirements = new ArrayList<>();
    private final List<Settled> settled = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    /** The parts of an assessment of a pair that do not depend on weights. */
    private record Judged(Assessment assessment, List<Fraction[]> low, List<Fraction[]> high, BlockingRules stops) {}

    /**
     * The weights with the problems of decisions that cannot be judged.
     *
     * @param weights the weights
     * @param leftOut the number of candidates that were not compared, since too many were requested
     * @param problems pairs that were unknown on the day of their decision
     */
    public record Result(ImpliedWeights weights, int leftOut, List<Problem> problems) {

        public Result {
            problems = List.copyOf(problems);
        }
    }

    private PackWeights(RulePack pack, Universe universe, boolean threefold, boolean keepThresholds) {
        this.pack = pack;
        this.universe = universe;
        this.criteria = pack.criteria();
        this.threefold = threefold;
        List<@Nullable Fraction> thresholds = new ArrayList<>();
        thresholds.add(keepThresholds ? Fraction.of(pack.recommendFrom()) : null);
        thresholds.add(keepThresholds ? Fraction.of(pack.declineBelow()) : null);
        this.space = new WeightSpace(
                Fraction.HUNDRED,
                criteria.stream()
                        .mapToInt(one -> one.side() == Side.CITY ? 0 : 1)
                        .toArray(),
                thresholds);
    }

    /**
     * Finds the weights.
     *
     * @param pack the pack
     * @param universe the facts, read with the vocabulary of the pack
     * @param past the decisions and preferences
     * @param swings answers about swings
     * @param keepThresholds whether the thresholds of the pack are kept, as they are without decisions
     * @param separation the smallest separation of the weights; null for half of the largest
     * @param candidates the pairs whose verdicts are in question, judged as of the universe's date
     */
    public static Result of(
            RulePack pack,
            Universe universe,
            PastDecisions past,
            List<Statement.Swing> swings,
            boolean keepThresholds,
            @Nullable BigDecimal separation,
            List<PastPair> candidates) {
        PackWeights weights = new PackWeights(
                pack,
                universe,
                past.threefold(),
                keepThresholds || past.decisions().isEmpty());
        return weights.result(past, swings, separation, candidates);
    }

    private Result result(
            PastDecisions past,
            List<Statement.Swing> swings,
            @Nullable BigDecimal separation,
            List<PastPair> candidates) {
        Map<PastPair, Place> pairs = new LinkedHashMap<>();
        past.decisions().forEach(one -> pairs.putIfAbsent(one.pair(), one.place()));
        past.preferences().forEach(one -> {
            pairs.putIfAbsent(one.better(), one.place());
            pairs.putIfAbsent(one.worse(), one.place());
        });
        judge(pairs);
        past.decisions().stream().filter(one -> judged.containsKey(one.pair())).forEach(this::decided);
        past.preferences().stream()
                .filter(one -> judged.containsKey(one.better()) && judged.containsKey(one.worse()))
                .forEach(this::preferred);
        pack.order().forEach(this::ordered);
        swings.forEach(this::swing);
        List<Candidate> asked = best(candidates);
        return new Result(
                new Implication(space, statements, requirements, separation)
                        .result(figures(), own(), pairs(), asked, settled, past.isYesOrNo()),
                candidates.size() - asked.size(),
                problems);
    }

    /** The candidates that are compared: those that rank best with the present weights. */
    private List<Candidate> best(List<PastPair> candidates) {
        ScreeningSession session = Screener.of(pack).open(universe, AsOfPolicy.ofUniverse());
        Set<PastPair> asked = new HashSet<>(candidates);
        Map<PastPair, Judged> best = new TreeMap<>();
        (asked.isEmpty() ? List.<Assessment>of() : session.screening().assessments())
                .stream()
                        .filter(one -> asked.contains(new PastPair(one.project(), one.city(), null)))
                        .sorted(Screener.BEST_OF_ALL)
                        .limit(MOST_CANDIDATES)
                        .forEach(one -> judged(session, one, new PastPair(one.project(), one.city(), null), best));
        List<Candidate> list = new ArrayList<>();
        best.forEach((pair, one) -> list.add(candidate(pair, one)));
        return list;
    }

    // --- Judging ---

    private void judge(Map<PastPair, Place> pairs) {
        Map<@Nullable LocalDate, List<PastPair>> byDay = new LinkedHashMap<>();
        for (PastPair pair : pairs.keySet()) {
            byDay.computeIfAbsent(pair.day(), any -> new ArrayList<>()).add(pair);
        }
        Screener screener = Screener.of(pack);
        byDay.forEach((day, some) -> {
            ScreeningSession session =
                    screener.open(universe, day == null ? AsOfPolicy.ofUniverse() : AsOfPolicy.on(day));
            some.stream()
                    .sorted(Comparator.comparing(PastPair::city).thenComparing(PastPair::project))
                    .forEach(pair -> judged(session, pair, Objects.requireNonNull(pairs.get(pair))));
        });
    }

    private void judged(ScreeningSession session, PastPair pair, Place place) {
        Assessment assessment = session.assess(pair.project(), pair.city());
        if (assessment == null) {
            problems.add(Problem.at(
                    place,
                    "`%s` in `%s` was not known on %s",
                    pair.project(),
                    pair.city(),
                    pair.day() == null ? universe.asOf() : pair.day()));
            return;
        }
        judged(session, assessment, pair, judged);
    }

    private void judged(ScreeningSession session, Assessment assessment, PastPair pair, Map<PastPair, Judged> into) {
        Weighing weighing = session.weighings(List.of(assessment)).findFirst().orElseThrow();
        into.put(
                pair,
                new Judged(
                        assessment,
                        List.of(side(weighing, Side.CITY, Part::low), side(weighing, Side.PROJECT, Part::low)),
                        List.of(side(weighing, Side.CITY, Part::high), side(weighing, Side.PROJECT, Part::high)),
                        weighing.stops()));
    }

    /** The score of a side as a sum of weights. */
    private Fraction[] side(Weighing weighing, Side side, Function<Part, Fraction> value) {
        Fraction[] values = ExactSimplex.zeros(criteria.size());
        for (int i = 0; i < values.length; i++) {
            Part part = weighing.parts().get(i);
            if (part.criterion().side() == side) {
                values[i] = value.apply(part).over(Fraction.HUNDRED);
            }
        }
        return space.score(values);
    }

    // --- Requirements ---

    private void add(Statement statement, @Nullable Requirement requirement) {
        if (requirement != null) {
            statements.add(statement);
            requirements.add(requirement);
        }
    }

    private int owner() {
        return statements.size();
    }

    private void decided(PastDecision decision) {
        Judged one = judged.get(decision.pair());
        if (one == null) {
            return;
        }
        Statement.Decided statement = new Statement.Decided(decision);
        BlockingRules stops = one.stops();
        boolean blocked = stops.flagged() || stops.mayBeKnockedOut();
        boolean declined = decision.outcome() == Outcome.DECLINED;
        if (stops.knockedOut()) {
            settled.add(new Settled(statement, VerdictReason.KNOCK_OUT, declined));
        } else if (blocked && (decision.outcome() == Outcome.APPROVED || !threefold)) {
            VerdictReason because = stops.flagged() ? VerdictReason.RED_FLAG : VerdictReason.KNOCK_OUT_OPEN;
            settled.add(new Settled(statement, because, declined));
        } else if (declined && !threefold) {
            add(statement, new Requirement(each(below(one.low(), RECOMMEND, owner()))));
        } else {
            add(statement, classed(one, decision.outcome().verdict(), owner()));
        }
    }

    /** The requirement of a verdict; null if no weights bring it. */
    private @Nullable Requirement classed(Judged one, Verdict verdict, int owner) {
        BlockingRules stops = one.stops();
        boolean blocked = stops.flagged() || stops.mayBeKnockedOut();
        if (stops.knockedOut()) {
            return verdict == Verdict.DECLINE ? new Requirement(List.of(List.of())) : null;
        }
        return switch (verdict) {
            case RECOMMEND -> blocked ? null : new Requirement(List.of(reach(one.low(), RECOMMEND, owner)));
            case HOLD -> {
                List<Inequality> notDeclined = reach(one.high(), DECLINE, owner);
                yield new Requirement(
                        blocked
                                ? List.of(notDeclined)
                                : below(one.low(), RECOMMEND, owner).stream()
                                        .map(row -> joined(notDeclined, row))
                                        .toList());
            }
            case DECLINE -> new Requirement(each(below(one.high(), DECLINE, owner)));
        };
    }

    private static List<List<Inequality>> each(List<Inequality> rows) {
        return rows.stream().map(List::of).toList();
    }

    private static List<Inequality> joined(List<Inequality> rows, Inequality row) {
        List<Inequality> joined = new ArrayList<>(rows);
        joined.add(row);
        return joined;
    }

    /** All scores reach a threshold. */
    private List<Inequality> reach(List<Fraction[]> scores, int threshold, int owner) {
        return scores.stream()
                .map(score -> space.reaches(score, space.level(threshold), owner))
                .toList();
    }

    /** One score each that is below a threshold. */
    private List<Inequality> below(List<Fraction[]> scores, int threshold, int owner) {
        return scores.stream()
                .map(score -> space.below(score, space.level(threshold), owner))
                .toList();
    }

    private void preferred(PastPreference preference) {
        Judged better = judged.get(preference.better());
        Judged worse = judged.get(preference.worse());
        if (better == null || worse == null) {
            return;
        }
        List<List<Inequality>> alternatives = new ArrayList<>();
        for (Fraction[] lower : worse.low()) {
            if (preference.tied()) {
                better.low().forEach(other -> alternatives.add(tied(lower, worse.low(), other, better.low())));
            } else {
                alternatives.add(better.low().stream()
                        .map(score -> space.below(lower, score, owner()))
                        .toList());
            }
        }
        add(new Statement.Preferred(preference), new Requirement(alternatives));
    }

    /** The scores of two sides are equal, and each is the lower one of its pair. */
    private List<Inequality> tied(Fraction[] one, List<Fraction[]> ofOne, Fraction[] other, List<Fraction[]> ofOther) {
        List<Inequality> rows = new ArrayList<>();
        rows.add(space.reaches(one, other, owner()));
        rows.add(space.reaches(other, one, owner()));
        ofOne.forEach(score -> rows.add(space.reaches(score, one, owner())));
        ofOther.forEach(score -> rows.add(space.reaches(score, other, owner())));
        return rows;
    }

    private void ordered(Importance line) {
        Fraction[] more = weight(line.more(), Fraction.ONE);
        Fraction[] less = weight(line.less(), Fraction.ONE);
        add(
                new Statement.Ordered(line.more(), line.less()),
                new Requirement(List.of(List.of(space.reaches(more, less, owner())))));
    }

    private void swing(Statement.Swing swing) {
        Fraction[] weight = weight(swing.criterion(), Fraction.ONE);
        Fraction[] low = weight(swing.top(), Fraction.of(swing.low()).over(Fraction.HUNDRED));
        Fraction[] high = weight(swing.top(), Fraction.of(swing.high()).over(Fraction.HUNDRED));
        add(
                swing,
                new Requirement(
                        List.of(List.of(space.reaches(weight, low, owner()), space.reaches(high, weight, owner())))));
    }

    private Fraction[] weight(String criterion, Fraction factor) {
        Fraction[] values = ExactSimplex.zeros(criteria.size());
        for (int i = 0; i < values.length; i++) {
            if (criteria.get(i).id().equals(criterion)) {
                values[i] = factor;
            }
        }
        return space.score(values);
    }

    /**
     * Pairs of decisions that contradict each other for all weights: one was approved, and the other was not, although
     * no criterion scores less.
     */
    private List<BitSet> pairs() {
        List<Integer> approved = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            if (statements.get(i) instanceof Statement.Decided one) {
                (one.decision().outcome() == Outcome.APPROVED ? approved : others).add(i);
            }
        }
        List<BitSet> pairs = new ArrayList<>();
        for (int i : approved) {
            for (int j : others) {
                if (pairs.size() < MOST_PAIRS && isNowhereBelow(judgedOf(j), judgedOf(i))) {
                    BitSet pair = new BitSet();
                    pair.set(i);
                    pair.set(j);
                    pairs.add(pair);
                }
            }
        }
        return pairs;
    }

    private Judged judgedOf(int statement) {
        Statement.Decided decided = (Statement.Decided) statements.get(statement);
        return Objects.requireNonNull(judged.get(decided.decision().pair()));
    }

    private static boolean isNowhereBelow(Judged one, Judged other) {
        if (one.stops().flagged() || one.stops().mayBeKnockedOut()) {
            return false;
        }
        for (int side = 0; side < one.low().size(); side++) {
            for (int i = 0; i < one.low().get(side).length; i++) {
                if (one.low().get(side)[i].compareTo(other.low().get(side)[i]) < 0) {
                    return false;
                }
            }
        }
        return true;
    }

    // --- Labels and candidates ---

    private List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        Point own = own();
        for (int i = 0; i < criteria.size(); i++) {
            Criterion one = criteria.get(i);
            figures.add(new Figure(
                    one.id(), one.title(), one.side(), true, own.get(i).rounded(), null));
        }
        figures.add(new Figure("recommend", "recommend", null, false, pack.recommendFrom(), null));
        figures.add(new Figure("decline", "decline", null, false, pack.declineBelow(), null));
        return figures;
    }

    /** The weights and thresholds of the pack, with weights of each side that add up to 100. */
    private Point own() {
        Fraction[] own = ExactSimplex.zeros(space.size());
        for (Side side : Side.values()) {
            Fraction sum = Fraction.ZERO;
            for (Criterion one : criteria) {
                sum = one.side() == side ? sum.plus(Fraction.of(one.weight())) : sum;
            }
            for (int i = 0; i < criteria.size(); i++) {
                if (criteria.get(i).side() == side) {
                    own[i] = Fraction.of(criteria.get(i).weight())
                            .times(Fraction.HUNDRED)
                            .over(sum);
                }
            }
        }
        own[space.threshold(RECOMMEND)] = Fraction.of(pack.recommendFrom());
        own[space.threshold(DECLINE)] = Fraction.of(pack.declineBelow());
        return new Point(own);
    }

    private Candidate candidate(PastPair pair, Judged one) {
        List<@Nullable Requirement> classes = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            classes.add(classed(one, verdict, owner()));
        }
        return new Candidate(
                pair,
                one.low(),
                List.of(Verdict.values()).indexOf(one.assessment().verdict()),
                classes);
    }
}
