package dev.winnow.engine;

import dev.winnow.engine.internal.evaluate.EvaluationContext;
import dev.winnow.engine.internal.evaluate.Evaluator;
import dev.winnow.engine.internal.evaluate.RuleOutcome;
import dev.winnow.engine.internal.evaluate.Truth;
import dev.winnow.engine.internal.score.Assessor.Standing;
import dev.winnow.engine.internal.score.Missing;
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
 * Judges a candidate again with some of its unknown facts answered. What is decided stays decided, so only rules that are
 * open are evaluated again, once for each set of the answers that they miss. Not thread-safe.
 *
 * <p>An answer is a value as records hold it: a figure, a text, a list of texts, a date, true or false. Of a list of the city
 * that may hold more it is {@code true}, for nothing is missing from it.
 */
public final class Answering {

    /** The text of an answer that names somebody whom no other fact names. */
    public static final String SOMEBODY = "?";

    /**
     * What follows from answers.
     *
     * @param standing the verdict with the scores that it comes of
     * @param possible the verdicts that full knowledge could still bring
     * @param open the rules that remain open and bear on the verdict or the score, by number
     * @param held the rules that were open and now certainly hold, by number
     * @param blocking the open rules that keep the verdict from being RECOMMEND, by number
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
    /** By rule, the facts of which an answer may change its outcome; empty if it is decided. */
    private final List<Set<String>> missing = new ArrayList<>();

    private final BitSet open = new BitSet();
    /** The facts that rules miss. */
    private final Map<String, Missed> missed = new HashMap<>();

    private final Map<String, List<Object>> answers = new HashMap<>();
    private final Map<Given, RuleOutcome> known = new HashMap<>();
    /** The same in the base case. */
    private final Map<Given, RuleOutcome> assumed = new HashMap<>();

    /**
     * A fact that rules miss.
     *
     * @param number its own number
     * @param by the numbers of the rules
     * @param answers the number of each answer that was given, by the answer itself
     */
    private record Missed(int number, BitSet by, IdentityHashMap<Object, Integer> answers) {

        int numberOf(Object answer) {
            return answers.computeIfAbsent(answer, any -> answers.size());
        }
    }

    /** A fact that rules miss, and the number of the answer that it has. */
    private record Told(Missed fact, int answer) {}

    /** The answers that a rule is given. */
    private static final class Given {

        private static final int SPREAD = 0x9E3779B1;

        private final int rule;
        /** The number of each fact and of its answer, by the number of the fact. */
        private final int[] answers;

        Given(int rule, int[] answers) {
            this.rule = rule;
            this.answers = answers;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Given that && rule == that.rule && Arrays.equals(answers, that.answers);
        }

        @Override
        public int hashCode() {
            int hash = rule;
            for (int number : answers) {
                hash = (hash ^ number) * SPREAD; // all are small: without it, many keys would share a hash
                hash ^= hash >>> 15;
            }
            return hash;
        }

        boolean isOne() {
            return answers.length == 2;
        }

        /** The same without one of the answers. */
        Given without(int place) {
            int[] fewer = new int[answers.length - 2];
            System.arraycopy(answers, 0, fewer, 0, 2 * place);
            System.arraycopy(answers, 2 * place + 2, fewer, 2 * place, fewer.length - 2 * place);
            return new Given(rule, fewer);
        }
    }

    /** @param base the base case; null for none */
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
        Missing deciding = pack.assessor().missing();
        for (int i = 0; i < outcomes.size(); i++) {
            RuleOutcome outcome = outcomes.get(i);
            boolean counts = outcome.isOpen() && outcome.rule().rule().effect().bearing() != Bearing.NOTHING;
            missing.add(counts ? withLinks(deciding.of(i, outcome, context, candidate)) : Set.of());
            open.set(i, counts);
            for (String fact : missing.get(i)) {
                missed.computeIfAbsent(fact, any -> new Missed(missed.size(), new BitSet(), new IdentityHashMap<>()))
                        .by
                        .set(i);
            }
        }
    }

    /** With a stage that it misses, a rule misses the links of the stage, from which that follows. */
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
        throw new IllegalArgumentException("no rule `" + rule + "`");
    }

    /**
     * {@return the unknown facts that a rule misses; empty if it is decided, or bears on neither verdict nor score}
     *
     * @param rule the number of the rule
     */
    public Set<String> missing(int rule) {
        return missing.get(rule);
    }

    /**
     * {@return the answers to try for a fact: of texts and lists for which every condition comes out alike, the first}
     *
     * @param fact the name of an unknown fact, such as {@code city.funds.core-park.available}
     */
    public List<Object> answers(String fact) {
        return answers.computeIfAbsent(fact, this::distinct);
    }

    private List<Object> distinct(String fact) {
        Map<Object, Object> distinct = new LinkedHashMap<>();
        for (Object answer : possible.of(fact)) {
            boolean worded = answer instanceof String || answer instanceof Collection<?>;
            distinct.putIfAbsent(worded ? conditions(fact, answer) : answer, answer);
        }
        return List.copyOf(distinct.values());
    }

    /** How each condition of the rules that miss a fact comes out if it is answered. */
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
     * {@return numbers that a figure is elsewhere, and limits of its unit, the smallest first}
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
     * {@return numbers that the same figure is elsewhere, the smallest first}
     *
     * @param fact the name of a figure
     */
    public List<Amount> elsewhere(String fact) {
        return possible.elsewhere(fact);
    }

    /**
     * {@return what is known of a fact; null if nothing is}
     *
     * @param fact the name of a fact
     */
    public @Nullable Object now(String fact) {
        return possible.now(fact);
    }

    /**
     * {@return whether a file of answers may give all of these: none names what `apart-from` keeps apart}
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
        List<RuleOutcome> anew = outcomes(all, known, null);
        return judged(anew, anew);
    }

    /** {@return whether there is a base case} */
    public boolean assumes() {
        return base != null;
    }

    /**
     * Judges the base case with some facts answered: those are known, and the others are assumed as before.
     *
     * @param all the answers, by the name of the fact
     */
    public Judged judgeBase(Map<String, Object> all) {
        return judged(outcomes(all, known, null), outcomes(all, assumed, Objects.requireNonNull(base)));
    }

    /**
     * {@return the verdict of the base case with some facts answered: every open rule anew}
     *
     * @param all the answers, by the name of the fact
     */
    public Verdict screenBase(Map<String, Object> all) {
        AnsweredBaseCase assuming = Objects.requireNonNull(base);
        List<RuleOutcome> anew = new ArrayList<>(outcomes);
        for (int i = 0; i < anew.size(); i++) {
            if (anew.get(i).isOpen()) {
                anew.set(i, walk(pack.checkedRules().get(i), all, assuming));
            }
        }
        return pack.assessor().standing(anew).judgement().because().verdict();
    }

    /**
     * @param sound what the rules find by what is known
     * @param read what they find by the reading that is judged: the same, or the base case
     */
    private Judged judged(List<RuleOutcome> sound, List<RuleOutcome> read) {
        Standing standing = pack.assessor().standing(read);
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
                : pack.assessor().judge(sound).possible();
    }

    private BitSet missedBy(String fact) {
        Missed one = missed.get(fact);
        return one == null ? new BitSet() : one.by;
    }

    /**
     * @param before what was found earlier by the same reading
     * @param assuming the base case; null for what is known alone
     */
    private List<RuleOutcome> outcomes(
            Map<String, Object> all, Map<Given, RuleOutcome> before, @Nullable AnsweredBaseCase assuming) {
        List<RuleOutcome> anew = new ArrayList<>(assuming == null ? outcomes : assuming.outcomes());
        List<Told> told = new ArrayList<>(all.size());
        BitSet touched = new BitSet();
        all.forEach((fact, answer) -> {
            Missed one = missed.get(fact);
            if (one != null) {
                told.add(new Told(one, one.numberOf(answer)));
                touched.or(one.by);
            }
        });
        told.sort(Comparator.comparingInt(one -> one.fact.number));
        for (int i = touched.nextSetBit(0); i >= 0; i = touched.nextSetBit(i + 1)) {
            anew.set(i, outcome(i, told, all, before, assuming));
        }
        return anew;
    }

    /** @param told the answers by the number of their fact */
    private RuleOutcome outcome(
            int rule,
            List<Told> told,
            Map<String, Object> all,
            Map<Given, RuleOutcome> before,
            @Nullable AnsweredBaseCase assuming) {
        int[] read = new int[2 * told.size()];
        int length = 0;
        for (Told one : told) {
            if (one.fact.by.get(rule)) {
                read[length++] = one.fact.number;
                read[length++] = one.answer;
            }
        }
        Given answered = new Given(rule, Arrays.copyOf(read, length));
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

    /** What fewer answers decided already, if they did: it stays. */
    private @Nullable RuleOutcome decided(Given answered) {
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
     * Screens the candidate with some facts answered: every rule anew.
     *
     * @param all the answers, by the name of the fact
     */
    public Assessment screen(Map<String, Object> all) {
        return pack.assessor()
                .assess(
                        facts.candidate(all),
                        illustrative,
                        facts.context(all),
                        pack.checkedRules().stream()
                                .map(rule -> walk(rule, all, null))
                                .toList());
    }
}
