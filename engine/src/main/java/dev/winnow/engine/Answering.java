package dev.winnow.engine;

import dev.winnow.engine.internal.evaluate.EvaluationContext;
import dev.winnow.engine.internal.evaluate.Evaluator;
import dev.winnow.engine.internal.evaluate.RuleOutcome;
import dev.winnow.engine.internal.evaluate.Truth;
import dev.winnow.engine.internal.score.Missing;
import dev.winnow.engine.internal.score.PairScorer.Standing;
import dev.winnow.engine.internal.walk.Walker;
import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.syntax.Expression;
import dev.winnow.model.domain.Project;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Effect;
import dev.winnow.model.result.Effect.Bearing;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.universe.AssumedFacts;
import dev.winnow.model.value.Amount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Judges a candidate again with some of its unknown facts answered. Decided rules stay decided, so only open rules are
 * evaluated again, once per set of answers to the facts that they miss. Not thread-safe.
 *
 * <p>An answer is a value as the records store it: a figure, a text, a list of texts, a date or a flag. For an
 * incomplete list of the city the answer is {@code true}: nothing is missing from it.
 */
public final class Answering {

    /** Placeholder text in an answer for a name that no other fact mentions. */
    public static final String SOMEBODY = "?";

    /**
     * The result of judging a candidate with answers.
     *
     * @param standing the verdict and the scores behind it
     * @param possible the verdicts that full knowledge could still bring
     * @param open numbers of the rules that remain open and affect the verdict or the score
     * @param held numbers of the rules that were open and now certainly hold
     * @param blocking numbers of the open rules that prevent RECOMMEND
     */
    public record Judged(Standing standing, Set<Verdict> possible, BitSet open, BitSet held, BitSet blocking) {

        /** {@return the verdict} */
        public Verdict verdict() {
            return standing.judgement().because().verdict();
        }
    }

    private final RulePack pack;
    private final boolean illustrative;
    private final List<RuleOutcome> outcomes;
    private final AnsweredFacts facts;
    private final @Nullable AnsweredBaseCase base;
    private final PossibleAnswers possible;
    /** Per rule, the unknown facts whose answers may change its outcome; empty for a decided rule. */
    private final List<Set<String>> missing = new ArrayList<>();

    private final BitSet open = new BitSet();
    private final Map<String, MissedFact> missed = new HashMap<>();

    private final Map<String, List<Object>> answers = new HashMap<>();
    private final Map<AnswerKey, RuleOutcome> known = new HashMap<>();
    /** Outcomes in the base case, by the answers that a rule reads. */
    private final Map<AnswerKey, RuleOutcome> assumed = new HashMap<>();

    /**
     * An unknown fact that at least one rule misses.
     *
     * @param number the number of the fact
     * @param by numbers of the rules that miss it
     * @param answers the number of each answer tried so far, by identity
     */
    private record MissedFact(int number, BitSet by, IdentityHashMap<Object, Integer> answers) {

        int numberOf(Object answer) {
            return answers.computeIfAbsent(answer, any -> answers.size());
        }
    }

    /** A missed fact with the number of its answer. */
    private record NumberedAnswer(MissedFact fact, int answer) {}

    /** Cache key: a rule and the answers that it reads. */
    private static final class AnswerKey {

        private static final int SPREAD = 0x9E3779B1;

        private final int rule;
        /** Pairs of fact number and answer number, by fact number. */
        private final int[] answers;

        AnswerKey(int rule, int[] answers) {
            this.rule = rule;
            this.answers = answers;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof AnswerKey that && rule == that.rule && Arrays.equals(answers, that.answers);
        }

        @Override
        public int hashCode() {
            int hash = rule;
            for (int number : answers) {
                hash = (hash ^ number) * SPREAD; // small numbers would otherwise give many equal hashes
                hash ^= hash >>> 15;
            }
            return hash;
        }

        boolean isOne() {
            return answers.length == 2;
        }

        /** The key without the answer at a place. */
        AnswerKey without(int place) {
            int[] fewer = new int[answers.length - 2];
            System.arraycopy(answers, 0, fewer, 0, 2 * place);
            System.arraycopy(answers, 2 * place + 2, fewer, 2 * place, fewer.length - 2 * place);
            return new AnswerKey(rule, fewer);
        }
    }

    /** @param base the base case; null if there is none */
    Answering(
            RulePack pack,
            EvaluationContext context,
            Project candidate,
            boolean illustrative,
            List<RuleOutcome> outcomes,
            @Nullable AssumedFacts assumedFacts,
            @Nullable BaseCaseResult base) {
        this.pack = pack;
        this.illustrative = illustrative;
        this.outcomes = outcomes;
        this.facts = new AnsweredFacts(pack.types(), context, candidate);
        this.base = base == null || assumedFacts == null ? null : new AnsweredBaseCase(facts, assumedFacts, base);
        this.possible = new PossibleAnswers(pack, context, candidate);
        Missing deciding = pack.scorer().missing();
        for (int i = 0; i < outcomes.size(); i++) {
            RuleOutcome outcome = outcomes.get(i);
            boolean counts = outcome.isOpen() && outcome.rule().rule().effect().bearing() != Bearing.NOTHING;
            missing.add(counts ? withLinks(deciding.of(i, outcome, context, candidate)) : Set.of());
            open.set(i, counts);
            for (String fact : missing.get(i)) {
                missed.computeIfAbsent(
                                fact, any -> new MissedFact(missed.size(), new BitSet(), new IdentityHashMap<>()))
                        .by
                        .set(i);
            }
        }
    }

    /** Adds the links of each missing stage, because its coverage follows from them. */
    private Set<String> withLinks(List<String> paths) {
        Set<String> all = new TreeSet<>(paths);
        paths.forEach(path -> all.addAll(facts.linksOf(path)));
        return all;
    }

    /**
     * {@return the number of a rule}
     *
     * @param rule the id of the rule
     */
    public int number(String rule) {
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i).rule().id().equals(rule)) {
                return i;
            }
        }
        throw new IllegalArgumentException("unknown rule `" + rule + "`");
    }

    /**
     * {@return the unknown facts that a rule misses; empty if it is decided, or affects neither verdict nor score}
     *
     * @param rule the number of the rule
     */
    public Set<String> missing(int rule) {
        return missing.get(rule);
    }

    /**
     * {@return the answers to try for a fact} Of texts and lists for which every condition has the same result, only
     * the first is returned.
     *
     * @param fact the name of an unknown fact, such as {@code city.funds.core-park.available}
     */
    public List<Object> answers(String fact) {
        return answers.computeIfAbsent(fact, this::distinct);
    }

    private List<Object> distinct(String fact) {
        Map<Object, Object> distinct = new LinkedHashMap<>();
        for (Object answer : possible.of(fact)) {
            boolean isText = answer instanceof String || answer instanceof Collection<?>;
            distinct.putIfAbsent(isText ? conditions(fact, answer) : answer, answer);
        }
        return List.copyOf(distinct.values());
    }

    /** The results of all conditions in the rules that miss a fact, given an answer. */
    private List<Truth> conditions(String fact, Object answer) {
        List<Truth> truths = new ArrayList<>();
        Walker.Watch watch = new Walker.Watch() {
            @Override
            public void condition(int pattern, Expression test, Evaluator evaluator, Truth truth) {
                truths.add(truth);
            }
        };
        Map<String, Object> all = Map.of(fact, answer);
        missedBy(fact).stream()
                .forEach(rule ->
                        Walker.walk(pack.checkedRules().get(rule), facts.context(all), facts.candidate(all), watch));
        return truths;
    }

    /**
     * {@return typical values of a figure, ascending: its values elsewhere in the universe and the limits of its unit}
     *
     * @param fact the name of a figure
     */
    public List<Amount> usual(String fact) {
        return possible.usual(fact);
    }

    /** {@return the day on which the candidate is judged} */
    public LocalDate day() {
        return possible.day();
    }

    /**
     * {@return the values of the same figure elsewhere in the universe, ascending}
     *
     * @param fact the name of a figure
     */
    public List<Amount> elsewhere(String fact) {
        return possible.elsewhere(fact);
    }

    /**
     * {@return the known part of a fact; null if nothing is known}
     *
     * @param fact the name of a fact
     */
    public @Nullable Object now(String fact) {
        return possible.now(fact);
    }

    /**
     * {@return whether an answer file may contain these answers together, given the vocabulary's `apart-from`
     * declarations}
     *
     * @param all the answers, by the name of the fact
     */
    public boolean allows(Map<String, Object> all) {
        return possible.allows(all);
    }

    /**
     * Judges the candidate with some facts answered.
     *
     * @param all the answers, by the name of the fact
     */
    public Judged judge(Map<String, Object> all) {
        List<RuleOutcome> results = outcomes(all, known, null);
        return judged(results, results);
    }

    /** {@return whether there is a base case} */
    public boolean assumes() {
        return base != null;
    }

    /**
     * Judges the base case with some facts answered. Answered facts count as known; the others are assumed as before.
     *
     * @param all the answers, by the name of the fact
     */
    public Judged judgeBase(Map<String, Object> all) {
        return judged(outcomes(all, known, null), outcomes(all, assumed, Objects.requireNonNull(base)));
    }

    /**
     * {@return the verdict of the base case with some facts answered, evaluating every open rule without the cache}
     *
     * @param all the answers, by the name of the fact
     */
    public Verdict screenBase(Map<String, Object> all) {
        AnsweredBaseCase assuming = Objects.requireNonNull(base);
        List<RuleOutcome> results = new ArrayList<>(outcomes);
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i).isOpen()) {
                results.set(i, walk(pack.checkedRules().get(i), all, assuming));
            }
        }
        return pack.scorer().standing(results).judgement().because().verdict();
    }

    /**
     * @param sound outcomes from known facts alone
     * @param read outcomes of the reading that is judged: the same list, or that of the base case
     */
    private Judged judged(List<RuleOutcome> sound, List<RuleOutcome> read) {
        Standing standing = pack.scorer().standing(read);
        BitSet blocking = new BitSet();
        BitSet stillOpen = new BitSet();
        BitSet held = new BitSet();
        for (int i = open.nextSetBit(0); i >= 0; i = open.nextSetBit(i + 1)) {
            stillOpen.set(i, sound.get(i).isOpen());
            held.set(i, sound.get(i).holds() && !outcomes.get(i).holds());
            Effect effect = pack.checkedRules().get(i).rule().effect();
            blocking.set(
                    i,
                    sound.get(i).isOpen()
                            && ((effect == Effect.KNOCK_OUT
                                            && (read.get(i).holds()
                                                    || read.get(i).isOpen()))
                                    || (effect == Effect.RED_FLAG && read.get(i).holds())));
        }
        return new Judged(standing, possible(sound, read, standing), stillOpen, held, blocking);
    }

    private Set<Verdict> possible(List<RuleOutcome> sound, List<RuleOutcome> read, Standing standing) {
        return sound == read
                ? standing.judgement().possible()
                : pack.scorer().judge(sound).possible();
    }

    private BitSet missedBy(String fact) {
        MissedFact one = missed.get(fact);
        return one == null ? new BitSet() : one.by;
    }

    /**
     * @param before cached outcomes of the same reading
     * @param assuming the base case; null to use known facts alone
     */
    private List<RuleOutcome> outcomes(
            Map<String, Object> all, Map<AnswerKey, RuleOutcome> before, @Nullable AnsweredBaseCase assuming) {
        List<RuleOutcome> results = new ArrayList<>(assuming == null ? outcomes : assuming.outcomes());
        List<NumberedAnswer> numbered = new ArrayList<>(all.size());
        BitSet touched = new BitSet();
        all.forEach((fact, answer) -> {
            MissedFact one = missed.get(fact);
            if (one != null) {
                numbered.add(new NumberedAnswer(one, one.numberOf(answer)));
                touched.or(one.by);
            }
        });
        numbered.sort(Comparator.comparingInt(one -> one.fact.number));
        for (int i = touched.nextSetBit(0); i >= 0; i = touched.nextSetBit(i + 1)) {
            results.set(i, outcome(i, numbered, all, before, assuming));
        }
        return results;
    }

    /** @param numbered the answers, ordered by the number of their fact */
    private RuleOutcome outcome(
            int rule,
            List<NumberedAnswer> numbered,
            Map<String, Object> all,
            Map<AnswerKey, RuleOutcome> before,
            @Nullable AnsweredBaseCase assuming) {
        int[] read = new int[2 * numbered.size()];
        int length = 0;
        for (NumberedAnswer one : numbered) {
            if (one.fact.by.get(rule)) {
                read[length++] = one.fact.number;
                read[length++] = one.answer;
            }
        }
        AnswerKey answered = new AnswerKey(rule, Arrays.copyOf(read, length));
        RuleOutcome outcome = before.get(answered);
        if (outcome == null) {
            outcome = decided(answered);
            if (outcome == null) {
                Map<String, Object> some = new TreeMap<>(all);
                some.keySet().retainAll(missing.get(rule));
                outcome = walk(pack.checkedRules().get(rule), some, assuming);
            }
            before.put(answered, outcome);
        }
        return outcome;
    }

    /**
     * The outcome that a subset of the answers already decides, because more answers cannot change it; null if none
     * does.
     */
    private @Nullable RuleOutcome decided(AnswerKey answered) {
        for (int i = 0; !answered.isOne() && 2 * i < answered.answers.length; i++) {
            RuleOutcome fewer = known.get(answered.without(i));
            if (fewer != null && fewer.isDecided()) {
                return fewer;
            }
        }
        return null;
    }

    private RuleOutcome walk(CheckedRule rule, Map<String, Object> all, @Nullable AnsweredBaseCase assuming) {
        EvaluationContext context = assuming == null ? facts.context(all) : assuming.context(all);
        Project candidate = assuming == null ? facts.candidate(all) : assuming.candidate(all);
        return Walker.walk(rule, context, candidate, Walker.Watch.NONE).outcome();
    }

    /**
     * Screens the candidate with some facts answered, evaluating every rule without the cache.
     *
     * @param all the answers, by the name of the fact
     */
    public Assessment screen(Map<String, Object> all) {
        return pack.scorer()
                .assess(
                        facts.candidate(all),
                        illustrative,
                        facts.context(all),
                        pack.checkedRules().stream()
                                .map(rule -> walk(rule, all, null))
                                .toList());
    }
}
