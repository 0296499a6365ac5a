package dev.winnow.analysis.internal.paths;

import dev.winnow.analysis.internal.paths.DecisionPath.SupposedAnswer;
import dev.winnow.analysis.internal.paths.DecisionPaths.Clearing;
import dev.winnow.analysis.internal.paths.Stakes.Gain;
import dev.winnow.analysis.internal.paths.Stakes.UndecidedRule;
import dev.winnow.engine.Answering;
import dev.winnow.engine.Answering.Judged;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.ScreeningSession;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.BaseCase;
import dev.winnow.model.result.Effect;
import dev.winnow.model.result.Effect.Bearing;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Side;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.value.ScoreInterval;
import dev.winnow.model.vocabulary.FactName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Searches the fewest answers that reach a verdict. Builds a first set from answers that clear stops and raise or lower
 * the score, then tries all smaller sets, one more answer at a time, within a number of judgements. Sets that cannot
 * succeed are skipped: those that leave a knock-out or red flag open because none of its missing facts is answered, and
 * those whose answers cannot move the score far enough. Not thread-safe.
 */
final class PathSearch {

    /** Maximum number of judgements in the search for fewer answers; a count, so that every machine finds the same. */
    private static final int JUDGEMENTS = 800;

    /** Maximum number of judgements for the first set of answers. */
    private static final int BUILDING = 4_000;

    /** Maximum number of tried ways to answer the facts of one rule; facts of the same kind are answered alike. */
    private static final int MOST_COMBINATIONS = 250;

    private final RulePack pack;
    private final Assessment start;
    private final Answering answering;
    private final List<UndecidedRule> rules;
    private final Stakes stakes;
    private final Map<UndecidedRule, Map<String, Object>> cleared;
    private int left;

    PathSearch(ScreeningSession session, Explanation explanation) {
        this.pack = session.pack();
        this.start = explanation.assessment();
        this.answering = session.answering(start);
        this.rules = explanation.undetermined().stream()
                .filter(open -> open.effect().bearing() != Bearing.NOTHING)
                .map(open -> UndecidedRule.of(open, answering))
                .toList();
        this.stakes = new Stakes(explanation, rules);
        this.cleared = cleared();
    }

    /** The goal of a search. */
    enum Goal {
        /** The verdict is certain for all values of the other unknown facts. */
        CERTAIN,
        /** The verdict is reached, although facts that are still unknown could change it. */
        KNOWN,
        /** The base case has the verdict; facts without an answer keep their assumptions. */
        BASE
    }

    /**
     * Searches the fewest answers for a verdict; null if the verdict is settled, already reached or impossible, or if
     * no answers were found.
     */
    @Nullable
    DecisionPath to(Verdict verdict, Goal goal) {
        if (start.isSettled() || !start.possible().contains(verdict) || isReached(verdict, goal)) {
            return null;
        }
        left = BUILDING;
        Map<String, Object> some = some(verdict, goal);
        left = JUDGEMENTS;
        int most = Math.min(DecisionPath.MOST, some == null ? stakes.facts().size() : some.size() - 1);
        for (int number = 1; number <= most && left > 0; number++) {
            Map<String, Object> found = search(verdict, goal, new TreeMap<>(), number, new HashSet<>());
            if (found != null) {
                some = found;
                break;
            }
        }
        boolean all = left > 0;
        if (some == null || some.size() > DecisionPath.MOST) {
            return null;
        }
        Map<String, Object> relaxed =
                new AnswerRelaxation(answering, answers -> settles(verdict, goal, answers)).relaxed(some);
        return isScreened(verdict, goal, relaxed) ? way(verdict, relaxed, all) : null;
    }

    private boolean isReached(Verdict verdict, Goal goal) {
        BaseCase base = start.base();
        return switch (goal) {
            case CERTAIN -> false; // a certain verdict is settled, and no search starts from one
            case KNOWN -> start.verdict() == verdict;
            case BASE -> base == null || base.verdict() == verdict;
        };
    }

    /** Whether answers reach the goal when every rule is evaluated. */
    private boolean isScreened(Verdict verdict, Goal goal, Map<String, Object> answers) {
        return answering.allows(answers)
                && switch (goal) {
                    case CERTAIN -> settled(answering.screen(answers).possible(), verdict);
                    case KNOWN -> answering.screen(answers).verdict() == verdict;
                    case BASE -> answering.screenBase(answers) == verdict;
                };
    }

    private static DecisionPath way(Verdict verdict, Map<String, Object> answers, boolean all) {
        return new DecisionPath(
                verdict,
                answers.entrySet().stream()
                        .map(entry -> new SupposedAnswer(entry.getKey(), entry.getValue()))
                        .toList(),
                all);
    }

    private static boolean settled(Set<Verdict> possible, Verdict verdict) {
        return possible.size() == 1 && possible.contains(verdict);
    }

    private static boolean reaches(Judged judged, Verdict verdict, Goal goal) {
        return goal == Goal.CERTAIN ? settled(judged.possible(), verdict) : judged.verdict() == verdict;
    }

    private Judged judge(Goal goal, Map<String, Object> answers) {
        left--;
        return judged(goal, answers);
    }

    private Judged judged(Goal goal, Map<String, Object> answers) {
        return goal == Goal.BASE ? answering.judgeBase(answers) : answering.judge(answers);
    }

    private boolean settles(Verdict verdict, Goal goal, Map<String, Object> answers) {
        return answering.allows(answers) && reaches(judged(goal, answers), verdict, goal);
    }

    /**
     * For each open knock-out, the answers that clear it alone. The knock-out holds only if each of these facts has
     * another answer.
     */
    private Map<UndecidedRule, Map<String, Object>> cleared() {
        Map<UndecidedRule, Map<String, Object>> all = new LinkedHashMap<>();
        for (UndecidedRule rule : rules) {
            if (rule.effect() == Effect.KNOCK_OUT && !start.isSettled()) {
                Map<String, Object> clear = new TreeMap<>();
                for (String fact : rule.missing()) {
                    for (Object answer : answering.answers(fact)) {
                        if (!clear.containsKey(fact) && clears(rule, Map.of(fact, answer))) {
                            clear.put(fact, answer);
                        }
                    }
                }
                all.put(rule, clear);
            }
        }
        return all;
    }

    /** Each open knock-out with the answers that clear it alone. */
    List<Clearing> clearings() {
        List<Clearing> clearings = new ArrayList<>();
        cleared.forEach((rule, clear) -> clearings.add(new Clearing(rule.id(), rule.title(), relaxed(rule, clear))));
        clearings.sort(Comparator.comparing(Clearing::rule));
        return clearings;
    }

    private List<SupposedAnswer> relaxed(UndecidedRule rule, Map<String, Object> clear) {
        List<SupposedAnswer> answers = new ArrayList<>();
        AnswerRelaxation relaxation = new AnswerRelaxation(answering, all -> clears(rule, all));
        clear.forEach((fact, answer) -> relaxation
                .relaxed(Map.of(fact, answer))
                .forEach((name, value) -> answers.add(new SupposedAnswer(name, value))));
        return answers;
    }

    /** Whether a knock-out certainly does not hold given some answers. */
    private boolean clears(UndecidedRule rule, Map<String, Object> answers) {
        Judged judged = answering.judge(answers);
        return !judged.open().get(rule.number()) && !judged.held().get(rule.number());
    }

    // --- Exhaustive search of small sets of answers ---

    /**
     * Searches all sets of at most {@code number} further answers for one that reaches the goal; null if none does, or
     * if the budget of the search is spent.
     *
     * @param number maximum number of added answers
     * @param tried facts for which all sets were tried already
     */
    private @Nullable Map<String, Object> search(
            Verdict verdict, Goal goal, Map<String, Object> answers, int number, Set<String> tried) {
        if (left <= 0) {
            return null;
        }
        Judged here = judge(goal, answers);
        if (reaches(here, verdict, goal)) {
            return new TreeMap<>(answers);
        }
        if (number == 0 || !here.possible().contains(verdict)) {
            return null;
        }
        Set<String> untried = new HashSet<>(tried);
        for (String fact : next(verdict, goal, here, answers.keySet(), number)) {
            if (untried.add(fact)) {
                for (Object answer : answering.answers(fact)) {
                    answers.put(fact, answer);
                    Map<String, Object> found =
                            answering.allows(answers) ? search(verdict, goal, answers, number - 1, untried) : null;
                    answers.remove(fact);
                    if (found != null || left <= 0) {
                        return found;
                    }
                }
            }
        }
        return null;
    }

    /** Facts such that every way must answer at least one of them; empty if {@code number} answers cannot suffice. */
    private Collection<String> next(Verdict verdict, Goal goal, Judged here, Set<String> answered, int number) {
        return verdict == Verdict.RECOMMEND
                ? lifting(stops(here, goal), here, answered, number)
                : lowering(goal, here, answered, number);
    }

    /**
     * The undecided rules that block RECOMMEND. An open red flag blocks only a certain RECOMMEND; a red flag that is
     * assumed to hold blocks the base case.
     */
    private List<UndecidedRule> stops(Judged here, Goal goal) {
        return goal == Goal.CERTAIN
                ? open(here, Bearing.VERDICT)
                : open(here, rule -> here.blocking().get(rule.number()));
    }

    private Collection<String> lifting(List<UndecidedRule> stops, Judged here, Set<String> answered, int number) {
        List<Set<String>> apart = new ArrayList<>();
        Set<String> fewest = null;
        for (UndecidedRule stop : stops) {
            Set<String> missing = unanswered(stop, answered);
            fewest = fewest == null || missing.size() < fewest.size() ? missing : fewest;
            if (apart.stream().allMatch(other -> Collections.disjoint(other, missing))) {
                apart.add(missing);
            }
        }
        List<UndecidedRule> scoring = open(here, Bearing.SCORE);
        Gain gain = stakes.most(scoring, answered, number);
        if (apart.size() > number || !reaches(here, gain)) {
            return List.of();
        }
        return fewest != null ? fewest : facts(scoring, answered);
    }

    /** Whether both sides may reach the threshold of RECOMMEND. */
    private boolean reaches(Judged one, Gain gain) {
        return lacks(one, Side.CITY).compareTo(gain.city()) <= 0
                && lacks(one, Side.PROJECT).compareTo(gain.project()) <= 0;
    }

    private BigDecimal lacks(Judged one, Side side) {
        return pack.recommendFrom().subtract(span(one, side).low());
    }

    private Collection<String> lowering(Goal goal, Judged here, Set<String> answered, int number) {
        List<UndecidedRule> scoring = open(here, Bearing.SCORE);
        Gain gain = stakes.most(scoring, answered, number);
        boolean sinks = exceeds(here, Side.CITY).compareTo(gain.city()) < 0
                || exceeds(here, Side.PROJECT).compareTo(gain.project()) < 0;
        Set<String> facts = new TreeSet<>();
        for (UndecidedRule stop : open(here, rule -> rule.effect() == Effect.KNOCK_OUT)) {
            // In the base case, the assumptions alone may already clear the knock-out.
            Set<String> needed = goal == Goal.BASE
                    ? new TreeSet<>()
                    : new TreeSet<>(cleared.getOrDefault(stop, Map.of()).keySet());
            needed.removeAll(answered);
            if (needed.size() <= number) {
                facts.addAll(needed.isEmpty() || sinks ? unanswered(stop, answered) : needed);
            }
        }
        if (sinks) {
            facts.addAll(facts(scoring, answered));
        }
        return facts;
    }

    private BigDecimal exceeds(Judged one, Side side) {
        return span(one, side).high().subtract(pack.declineBelow());
    }

    private static ScoreInterval span(Judged one, Side side) {
        return Objects.requireNonNull(one.standing().sides().get(side));
    }

    private List<UndecidedRule> open(Judged here, Bearing bearing) {
        return open(here, rule -> rule.effect().bearing() == bearing);
    }

    private List<UndecidedRule> open(Judged here, Predicate<UndecidedRule> sort) {
        return rules.stream()
                .filter(rule -> sort.test(rule) && here.open().get(rule.number()))
                .toList();
    }

    private Set<String> unanswered(UndecidedRule rule, Set<String> answered) {
        Set<String> missing = new TreeSet<>(rule.missing());
        missing.removeAll(answered);
        return missing;
    }

    /** The missing facts of some rules, those with the highest stakes first. */
    private Collection<String> facts(List<UndecidedRule> some, Set<String> answered) {
        Set<String> facts = new TreeSet<>();
        some.forEach(rule -> facts.addAll(unanswered(rule, answered)));
        return stakes.sorted(facts);
    }

    // --- A first set of answers ---

    /** Finds a minimal set of answers that reach a verdict; null if none were found. */
    private @Nullable Map<String, Object> some(Verdict verdict, Goal goal) {
        List<Map<String, Object>> found = new ArrayList<>();
        if (verdict == Verdict.RECOMMEND) {
            found.add(raised(goal));
        } else {
            for (UndecidedRule rule : rules) {
                if (rule.effect() == Effect.KNOCK_OUT) {
                    found.add(decided(goal, rule, true, Map.of(), verdict));
                }
            }
            found.add(sunk(goal));
        }
        return found.stream()
                .filter(answers -> settles(verdict, goal, answers))
                .map(answers -> minimal(answers, fewer -> settles(verdict, goal, fewer)))
                .min(Comparator.comparing(Map::size))
                .orElse(null);
    }

    /** Drops unnecessary answers, those with the lowest stakes first. */
    private Map<String, Object> minimal(Map<String, Object> answers, Predicate<Map<String, Object>> suffices) {
        Map<String, Object> all = new TreeMap<>(answers);
        List<String> facts = new ArrayList<>(stakes.sorted(answers.keySet()));
        for (int i = facts.size() - 1; i >= 0; i--) {
            Object answer = Objects.requireNonNull(all.remove(facts.get(i)));
            if (!suffices.test(all)) {
                all.put(facts.get(i), answer);
            }
        }
        return all;
    }

    /** Clears the open stops one by one, those with the fewest missing facts first, then raises the lowest score. */
    private Map<String, Object> raised(Goal goal) {
        Map<String, Object> answers = new TreeMap<>();
        List<UndecidedRule> stops = stops(judge(goal, answers), goal);
        while (!stops.isEmpty()) {
            UndecidedRule fewest = Collections.min(
                    stops,
                    Comparator.comparingInt(
                            rule -> unanswered(rule, answers.keySet()).size()));
            Map<String, Object> cleared = decided(goal, fewest, false, answers, Verdict.RECOMMEND);
            if (cleared.isEmpty()) {
                return answers;
            }
            answers.putAll(cleared);
            stops = stops(judge(goal, answers), goal);
        }
        return stepwise(
                Verdict.RECOMMEND,
                goal,
                answers,
                true,
                judged -> lacks(judged, Side.CITY)
                        .max(BigDecimal.ZERO)
                        .add(lacks(judged, Side.PROJECT).max(BigDecimal.ZERO))
                        .negate());
    }

    /** Lowers the highest score. */
    private Map<String, Object> sunk(Goal goal) {
        return stepwise(
                Verdict.DECLINE,
                goal,
                new TreeMap<>(),
                false,
                judged -> judged.standing().judgement().score().high().negate());
    }

    private interface Worth {
        BigDecimal of(Judged judged);
    }

    /**
     * The gain of an answer when it was last tried.
     *
     * @param place its position among the answers to try
     */
    private record Step(String fact, int place, Object answer, BigDecimal worth) {}

    /**
     * Adds the answer with the largest gain until none helps. Gains are recomputed only for the answer that comes
     * first, since other answers mostly reduce them. If no single answer helps, adds those that decide a rule together.
     *
     * @param holds whether a rule decided in this way then holds
     */
    private Map<String, Object> stepwise(
            Verdict verdict, Goal goal, Map<String, Object> first, boolean holds, Worth worth) {
        Map<String, Object> answers = new TreeMap<>(first);
        Judged here = judge(goal, answers);
        boolean fresh = true;
        PriorityQueue<Step> steps = steps(goal, verdict, here, answers, worth);
        while (left > 0 && !reaches(here, verdict, goal)) {
            Step best = steps.poll();
            if (best == null) {
                if (!fresh) {
                    steps = steps(goal, verdict, here, answers, worth);
                    fresh = true;
                    continue;
                }
                Map<String, Object> several = several(goal, verdict, here, answers, holds, worth);
                if (several.isEmpty()) {
                    return answers;
                }
                answers.putAll(several);
                here = judge(goal, answers);
                steps = steps(goal, verdict, here, answers, worth);
                continue;
            }
            Judged judged = judged(goal, answers, best);
            BigDecimal now = worth.of(judged);
            Step next = steps.peek();
            if (answers.containsKey(best.fact())
                    || !answering.allows(with(answers, best))
                    || !judged.possible().contains(verdict)
                    || now.compareTo(worth.of(here)) <= 0) {
                continue;
            }
            BigDecimal gain = now.subtract(worth.of(here));
            if (next != null && gain.compareTo(next.worth()) < 0) {
                steps.add(new Step(best.fact(), best.place(), best.answer(), gain));
            } else {
                answers.put(best.fact(), best.answer());
                here = judged;
                fresh = false;
            }
        }
        return answers;
    }

    private Judged judged(Goal goal, Map<String, Object> answers, Step step) {
        return judge(goal, with(answers, step));
    }

    private static Map<String, Object> with(Map<String, Object> answers, Step step) {
        Map<String, Object> more = new TreeMap<>(answers);
        more.put(step.fact(), step.answer());
        return more;
    }

    /** The single answers that help, with their gains, largest first. */
    private PriorityQueue<Step> steps(
            Goal goal, Verdict verdict, Judged here, Map<String, Object> answers, Worth worth) {
        PriorityQueue<Step> steps = new PriorityQueue<>(Comparator.comparing(Step::worth)
                .reversed()
                .thenComparing(Step::fact)
                .thenComparing(Step::place));
        BigDecimal before = worth.of(here);
        for (String fact : facts(open(here, Bearing.SCORE), answers.keySet())) {
            List<Object> possible = answering.answers(fact);
            for (int place = 0; place < possible.size(); place++) {
                Judged judged = judged(goal, answers, new Step(fact, place, possible.get(place), before));
                BigDecimal gain = worth.of(judged).subtract(before);
                if (gain.signum() > 0 && judged.possible().contains(verdict)) {
                    steps.add(new Step(fact, place, possible.get(place), gain));
                }
            }
        }
        return steps;
    }

    /** The answers that decide a scoring rule together and help; empty if there are none. */
    private Map<String, Object> several(
            Goal goal, Verdict verdict, Judged here, Map<String, Object> answers, boolean holds, Worth worth) {
        List<UndecidedRule> scoring = new ArrayList<>(open(here, Bearing.SCORE));
        scoring.sort(Comparator.comparing(UndecidedRule::points).reversed().thenComparing(UndecidedRule::id));
        for (UndecidedRule rule : scoring) {
            Map<String, Object> together = decided(goal, rule, holds, answers, verdict);
            Map<String, Object> all = new TreeMap<>(answers);
            all.putAll(together);
            if (!together.isEmpty() && worth.of(judge(goal, all)).compareTo(worth.of(here)) > 0) {
                return together;
            }
        }
        return Map.of();
    }

    /**
     * Finds a minimal set of answers that decide a rule: one if it suffices, otherwise all missing facts of the rule,
     * those of the same kind answered alike; empty if none were found.
     *
     * @param holds whether the rule then holds
     * @param before other answers that are given
     * @param verdict the verdict that must stay possible
     */
    private Map<String, Object> decided(
            Goal goal, UndecidedRule rule, boolean holds, Map<String, Object> before, Verdict verdict) {
        Predicate<Map<String, Object>> decides = more -> {
            Map<String, Object> all = new TreeMap<>(before);
            all.putAll(more);
            Judged judged = judge(goal, all);
            return answering.allows(all)
                    && judged.held().get(rule.number()) == holds
                    && !judged.open().get(rule.number())
                    && judged.possible().contains(verdict);
        };
        Map<String, List<String>> kinds = new TreeMap<>();
        Collection<String> missing = stakes.sorted(unanswered(rule, before.keySet()));
        for (String fact : missing) {
            FactName name = FactName.of(fact);
            kinds.computeIfAbsent(name.list() + "." + name.property(), any -> new ArrayList<>())
                    .add(fact);
            for (Object answer : answering.answers(fact)) {
                if (left > 0 && decides.test(Map.of(fact, answer))) {
                    return Map.of(fact, answer);
                }
            }
        }
        List<List<String>> groups = List.copyOf(kinds.values());
        int[] places = new int[groups.size()];
        for (int tried = 0; tried < MOST_COMBINATIONS && left > 0; tried++) {
            Map<String, Object> all = new TreeMap<>();
            for (int i = 0; i < places.length; i++) {
                for (String fact : groups.get(i)) {
                    List<Object> possible = answering.answers(fact);
                    if (!possible.isEmpty()) {
                        all.put(fact, possible.get(Math.min(places[i], possible.size() - 1)));
                    }
                }
            }
            if (decides.test(all)) {
                return minimal(all, decides);
            }
            if (!advance(places, groups)) {
                break;
            }
        }
        return Map.of();
    }

    /** Advances to the next combination; false after the last. */
    private boolean advance(int[] places, List<List<String>> groups) {
        for (int i = 0; i < places.length; i++) {
            int most = groups.get(i).stream()
                    .mapToInt(fact -> answering.answers(fact).size())
                    .max()
                    .orElse(0);
            if (++places[i] < most) {
                return true;
            }
            places[i] = 0;
        }
        return false;
    }
}
