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
import dev.winnow.model.result.Effect;
import dev.winnow.model.result.Effect.Bearing;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Side;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.value.ScoreInterval;
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
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Searches the fewest answers that settle a verdict. A quick search gives some; then all fewer are tried, one more at a time,
 * as long as the number of judgements allows. What cannot lead there is left out: a knock-out or a red flag that stays open
 * unless one of the facts that it misses is answered, and a score that the remaining answers cannot lift or lower so far.
 * Not thread-safe.
 */
final class PathSearch {

    /** The most judgements of each of the two searches; a number, so that every machine finds the same. */
    private static final int JUDGEMENTS = 800;

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

    /** The fewest answers to a verdict; null if it is settled, not possible, or none were found. */
    @Nullable
    DecisionPath to(Verdict verdict) {
        if (start.isSettled() || !start.possible().contains(verdict)) {
            return null;
        }
        left = JUDGEMENTS;
        Map<String, Object> some = some(verdict);
        left = JUDGEMENTS;
        int most = Math.min(DecisionPath.MOST, some == null ? stakes.facts().size() : some.size() - 1);
        for (int number = 1; number <= most && left > 0; number++) {
            Map<String, Object> found = search(verdict, new TreeMap<>(), number, new HashSet<>());
            if (found != null) {
                some = found;
                break;
            }
        }
        boolean all = left > 0;
        if (some == null || some.size() > DecisionPath.MOST) {
            return null;
        }
        Map<String, Object> told = new Relaxing(answering, answers -> settles(verdict, answers)).relaxed(some);
        return settled(answering.screen(told).possible(), verdict) ? way(verdict, told, all) : null;
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

    private Judged judge(Map<String, Object> answers) {
        left--;
        return answering.judge(answers);
    }

    private boolean settles(Verdict verdict, Map<String, Object> answers) {
        return settled(answering.judge(answers).possible(), verdict);
    }

    /** By open knock-out, the answers that clear it alone. It holds only if every fact of them is answered otherwise. */
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
        Relaxing relaxing = new Relaxing(answering, all -> clears(rule, all));
        clear.forEach((fact, answer) -> relaxing.relaxed(Map.of(fact, answer))
                .forEach((name, value) -> answers.add(new SupposedAnswer(name, value))));
        return answers;
    }

    /** Whether a knock-out certainly does not hold with some answers. */
    private boolean clears(UndecidedRule rule, Map<String, Object> answers) {
        Judged judged = answering.judge(answers);
        return !judged.open().get(rule.number()) && !judged.held().get(rule.number());
    }

    // --- all sets of so many answers ---

    /**
     * A set of so many answers, or fewer, that settles a verdict; null if there is none, or the search ended.
     *
     * @param number how many answers may be added
     * @param tried facts with which all sets were tried already
     */
    private @Nullable Map<String, Object> search(
            Verdict verdict, Map<String, Object> answers, int number, Set<String> tried) {
        if (left <= 0) {
            return null;
        }
        Judged here = judge(answers);
        if (settled(here.possible(), verdict)) {
            return new TreeMap<>(answers);
        }
        if (number == 0 || !here.possible().contains(verdict)) {
            return null;
        }
        Set<String> untried = new HashSet<>(tried);
        for (String fact : next(verdict, here, answers.keySet(), number)) {
            if (untried.add(fact)) {
                for (Object answer : answering.answers(fact)) {
                    answers.put(fact, answer);
                    Map<String, Object> found = search(verdict, answers, number - 1, untried);
                    answers.remove(fact);
                    if (found != null || left <= 0) {
                        return found;
                    }
                }
            }
        }
        return null;
    }

    /** The facts of which at least one must be answered; none if so many answers do not suffice. */
    private Collection<String> next(Verdict verdict, Judged here, Set<String> answered, int number) {
        return verdict == Verdict.RECOMMEND ? lifting(here, answered, number) : lowering(here, answered, number);
    }

    private Collection<String> lifting(Judged here, Set<String> answered, int number) {
        List<UndecidedRule> stops = open(here, Bearing.VERDICT);
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

    /** Whether both sides may come to the recommend threshold. */
    private boolean reaches(Judged one, Gain gain) {
        return lacks(one, Side.CITY).compareTo(gain.city()) <= 0
                && lacks(one, Side.PROJECT).compareTo(gain.project()) <= 0;
    }

    private BigDecimal lacks(Judged one, Side side) {
        return pack.recommendFrom().subtract(span(one, side).low());
    }

    private Collection<String> lowering(Judged here, Set<String> answered, int number) {
        List<UndecidedRule> scoring = open(here, Bearing.SCORE);
        Gain gain = stakes.most(scoring, answered, number);
        boolean sinks = exceeds(here, Side.CITY).compareTo(gain.city()) < 0
                || exceeds(here, Side.PROJECT).compareTo(gain.project()) < 0;
        Set<String> facts = new TreeSet<>();
        for (UndecidedRule stop : open(here, rule -> rule.effect() == Effect.KNOCK_OUT)) {
            Set<String> needed =
                    new TreeSet<>(cleared.getOrDefault(stop, Map.of()).keySet());
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

    /** What some rules miss, that on which most depends first. */
    private Collection<String> facts(List<UndecidedRule> some, Set<String> answered) {
        Set<String> facts = new TreeSet<>();
        some.forEach(rule -> facts.addAll(unanswered(rule, answered)));
        return stakes.sorted(facts);
    }

    // --- some answers ---

    /** Answers that settle a verdict, of which none can be spared; null if none were found. */
    private @Nullable Map<String, Object> some(Verdict verdict) {
        List<Map<String, Object>> found = new ArrayList<>();
        if (verdict == Verdict.RECOMMEND) {
            found.add(raised());
        } else {
            for (UndecidedRule rule : rules) {
                if (rule.effect() == Effect.KNOCK_OUT) {
                    found.add(held(rule, false));
                    found.add(held(rule, true));
                }
            }
            found.add(sunk());
        }
        return found.stream()
                .filter(answers -> settles(verdict, answers))
                .map(answers -> spared(verdict, answers))
                .min(Comparator.comparing(Map::size))
                .orElse(null);
    }

    /** Without the answers that can be spared, those on which least depends first. */
    private Map<String, Object> spared(Verdict verdict, Map<String, Object> answers) {
        Map<String, Object> all = new TreeMap<>(answers);
        List<String> facts = new ArrayList<>(stakes.sorted(answers.keySet()));
        for (int i = facts.size() - 1; i >= 0; i--) {
            Object answer = Objects.requireNonNull(all.remove(facts.get(i)));
            if (!settles(verdict, all)) {
                all.put(facts.get(i), answer);
            }
        }
        return all;
    }

    /** Answers one fact after another so that a knock-out may still hold, then changes one if it does not. */
    private Map<String, Object> held(UndecidedRule rule, boolean lowest) {
        Map<String, Object> answers = new TreeMap<>();
        for (String fact : rule.missing()) {
            List<Object> tried = new ArrayList<>(answering.answers(fact));
            if (lowest && tried.size() > 1) {
                Collections.swap(tried, 0, 1);
            }
            for (Object answer : tried) {
                answers.put(fact, answer);
                Judged judged = judge(answers);
                if (judged.open().get(rule.number()) || judged.held().get(rule.number())) {
                    break;
                }
                answers.remove(fact);
            }
        }
        return judge(answers).held().get(rule.number()) ? answers : changed(rule, answers);
    }

    private Map<String, Object> changed(UndecidedRule rule, Map<String, Object> answers) {
        for (String fact : rule.missing()) {
            for (Object answer : answering.answers(fact)) {
                Map<String, Object> tried = new TreeMap<>(answers);
                tried.put(fact, answer);
                if (judge(tried).held().get(rule.number())) {
                    return tried;
                }
            }
        }
        return answers;
    }

    /** Answers the fact that lowers the highest score most, again and again. */
    private Map<String, Object> sunk() {
        return stepwise(
                Verdict.DECLINE,
                judged -> judged.standing().judgement().score().high().negate());
    }

    /** Answers the fact that leaves fewest stops open and lifts the lowest score most, again and again. */
    private Map<String, Object> raised() {
        BigDecimal stop = BigDecimal.valueOf(1_000);
        return stepwise(Verdict.RECOMMEND, judged -> {
            BigDecimal open = BigDecimal.valueOf(open(judged, Bearing.VERDICT).size());
            BigDecimal missing = lacks(judged, Side.CITY)
                    .max(BigDecimal.ZERO)
                    .add(lacks(judged, Side.PROJECT).max(BigDecimal.ZERO));
            return open.multiply(stop).add(missing).negate();
        });
    }

    private interface Worth {
        BigDecimal of(Judged judged);
    }

    private Map<String, Object> stepwise(Verdict verdict, Worth worth) {
        Map<String, Object> answers = new TreeMap<>();
        Judged here = judge(answers);
        while (left > 0 && !settled(here.possible(), verdict)) {
            String best = null;
            Object bestAnswer = null;
            Judged bestJudged = here;
            for (String fact : nearest(verdict, here, answers.keySet())) {
                for (Object answer : answering.answers(fact)) {
                    answers.put(fact, answer);
                    Judged judged = judge(answers);
                    answers.remove(fact);
                    if (judged.possible().contains(verdict) && worth.of(judged).compareTo(worth.of(bestJudged)) > 0) {
                        best = fact;
                        bestAnswer = answer;
                        bestJudged = judged;
                    }
                }
            }
            if (best != null && bestAnswer != null) {
                answers.put(best, bestAnswer);
                here = bestJudged;
            } else {
                Map<String, Object> two = pair(answers, verdict, here, worth);
                if (two.isEmpty()) {
                    return answers;
                }
                answers.putAll(two);
                here = judge(answers);
            }
        }
        return answers;
    }

    /** The facts to answer next: on the way to RECOMMEND those of knock-outs and red flags first. */
    private Collection<String> nearest(Verdict verdict, Judged here, Set<String> answered) {
        List<UndecidedRule> stops = verdict == Verdict.RECOMMEND ? open(here, Bearing.VERDICT) : List.of();
        return facts(stops.isEmpty() ? open(here, Bearing.SCORE) : stops, answered);
    }

    /** Two answers that come nearer together where none does alone; empty if there are none among those of one rule. */
    private Map<String, Object> pair(Map<String, Object> answers, Verdict verdict, Judged here, Worth worth) {
        for (UndecidedRule rule : open(here, Bearing.VERDICT)) {
            List<String> facts = List.copyOf(unanswered(rule, answers.keySet()));
            for (int i = 0; i < facts.size(); i++) {
                for (int j = i + 1; j < facts.size(); j++) {
                    Map<String, Object> two = pair(answers, verdict, worth.of(here), worth, facts.get(i), facts.get(j));
                    if (!two.isEmpty() || left <= 0) {
                        return two;
                    }
                }
            }
        }
        return Map.of();
    }

    private Map<String, Object> pair(
            Map<String, Object> answers, Verdict verdict, BigDecimal before, Worth worth, String one, String other) {
        for (Object first : answering.answers(one)) {
            for (Object second : answering.answers(other)) {
                Map<String, Object> tried = new TreeMap<>(answers);
                tried.put(one, first);
                tried.put(other, second);
                Judged judged = judge(tried);
                if (judged.possible().contains(verdict) && worth.of(judged).compareTo(before) > 0) {
                    return Map.of(one, first, other, second);
                }
            }
        }
        return Map.of();
    }
}
