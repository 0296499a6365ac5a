package dev.winnow.workbench.internal.mutate;

import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.pack.LimitTable;
import dev.winnow.language.internal.pack.WorkedExample.Expected;
import dev.winnow.model.source.Node;
import dev.winnow.model.vocabulary.Vocabulary;
import dev.winnow.workbench.internal.mutate.MutantJudge.Judgement;
import dev.winnow.workbench.internal.mutate.Mutations.Variant;
import dev.winnow.workbench.internal.testing.RuleResult;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Searches for facts on which a rule and its mutants have different results: first the facts of the rule's own cases,
 * then generated ones. Deterministic.
 */
final class KillerSearch {

    private static final int MOST = 4_000;
    private static final int LEAST = 500;
    /** Cost of generating a scene and judging the rule by it, in judgements of mutants. */
    private static final int SCENE = 10;

    /**
     * Facts that distinguish a rule from some of its mutants.
     *
     * @param staged the facts
     * @param result the result of the rule
     * @param kills the indexes of the mutants with another result
     * @param clear the indexes among them where both results are decided
     * @param own whether a case of the rule already has these facts
     */
    record Scene(TestFacts staged, RuleResult result, BitSet kills, BitSet clear, boolean own) {

        int size() {
            return CaseFactsText.size(staged.given());
        }

        private boolean beats(Scene other) {
            return own != other.own ? own : size() < other.size();
        }

        /** Returns the value of the facts for the remaining mutants: double where both results are decided. */
        private int worth(BitSet left) {
            return count(kills, left) + count(clear, left);
        }
    }

    private static int count(BitSet one, BitSet other) {
        int count = 0;
        for (int i = one.nextSetBit(0); i >= 0; i = one.nextSetBit(i + 1)) {
            count += other.get(i) ? 1 : 0;
        }
        return count;
    }

    private record Sort(BitSet kills, BitSet clear, Expected outcome) {}

    private static BitSet common(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.and(other);
        return both;
    }

    private final CheckedRule rule;
    private final Vocabulary vocabulary;
    private final LimitTable limits;
    private final @Nullable Node background;
    private final List<Variant> survivors;
    private final MutantJudge judge;
    private final Set<Expected> lacking;
    private final Map<Sort, Scene> best = new LinkedHashMap<>();
    private final BitSet open = new BitSet();
    private final Set<Expected> unseen = EnumSet.noneOf(Expected.class);
    /** Facts already tried: where few values matter, the same facts are generated repeatedly. */
    private final Set<Map<String, Object>> seen = new HashSet<>();

    private int tried;

    /**
     * @param survivors the mutants that no case kills
     * @param judge judges the rule and the survivors
     * @param lacking the outcomes without a case of the rule
     */
    KillerSearch(
            CheckedRule rule,
            Vocabulary vocabulary,
            LimitTable limits,
            @Nullable Node background,
            List<Variant> survivors,
            MutantJudge judge,
            Set<Expected> lacking) {
        this.rule = rule;
        this.vocabulary = vocabulary;
        this.limits = limits;
        this.background = background;
        this.survivors = survivors;
        this.judge = judge;
        this.lacking = lacking;
        open.set(0, survivors.size());
        unseen.addAll(lacking);
    }

    /**
     * Runs the search.
     *
     * @param own the facts of the rule's own cases
     * @param effort the maximum number of judgements
     */
    void run(List<Map<String, Object>> own, CaseFactsMaker maker, Random random, int effort) {
        own.forEach(given -> look(given, true));
        int most = Math.min(MOST, effort / (SCENE + survivors.size()));
        while (tried < most && (tried < LEAST || !open.isEmpty() || !unseen.isEmpty())) {
            boolean vary = !own.isEmpty() && random.nextBoolean();
            look(vary ? maker.varied(own.get(random.nextInt(own.size()))) : maker.scene(), false);
        }
    }

    /** Returns the number of scenes tried. */
    int tried() {
        return tried;
    }

    private void look(Map<String, Object> given, boolean own) {
        tried++;
        if (!seen.add(given)) {
            return;
        }
        Scene found = found(given, own);
        if (found == null || (found.kills.isEmpty() && !lacking.contains(found.result.outcome()))) {
            return;
        }
        open.andNot(found.kills);
        unseen.remove(found.result.outcome());
        best.merge(
                new Sort(found.kills, found.clear, found.result.outcome()),
                found,
                (one, other) -> other.beats(one) ? other : one);
    }

    private @Nullable Scene found(Map<String, Object> given, boolean own) {
        TestFacts staged = TestFacts.of(rule.id(), given, background, vocabulary, limits);
        if (staged == null) {
            return null;
        }
        Judgement original = judge.judge(staged);
        RuleResult result = original.result();
        BitSet kills = new BitSet();
        BitSet clear = new BitSet();
        for (int i = 0; i < survivors.size(); i++) {
            RuleResult changed = judge.judge(i, staged, original);
            kills.set(i, CaseWriter.differ(result, changed));
            clear.set(i, kills.get(i) && result.missing() == null && changed.missing() == null);
        }
        return new Scene(staged, result, kills, clear, own);
    }

    /**
     * Returns a small set of reduced scenes, chosen greedily: one for each lacking outcome, then those that kill most
     * of the remaining mutants.
     */
    List<Scene> chosen() {
        List<Scene> chosen = new ArrayList<>();
        BitSet left = new BitSet();
        left.set(0, survivors.size());
        for (Expected outcome : lacking) {
            choose(left, EnumSet.of(outcome), true, chosen);
        }
        boolean more = true;
        while (more) {
            more = choose(left, EnumSet.allOf(Expected.class), false, chosen);
        }
        return chosen;
    }

    private boolean choose(BitSet left, Set<Expected> outcomes, boolean any, List<Scene> chosen) {
        Scene winner = null;
        int most = any ? -1 : 0;
        for (Scene found : best.values()) {
            int worth = found.worth(left);
            boolean wins = worth > most || (winner != null && worth == most && isPlainer(found, winner));
            if (outcomes.contains(found.result.outcome()) && wins) {
                winner = found;
                most = worth;
            }
        }
        if (winner == null) {
            return false;
        }
        BitSet kills = common(winner.kills, left);
        Scene chosenOne = new Scene(winner.staged, winner.result, kills, common(winner.clear, left), winner.own);
        left.andNot(kills);
        chosen.add(winner.own ? chosenOne : shrunk(chosenOne));
        return true;
    }

    private static boolean isPlainer(Scene one, Scene other) {
        boolean open = one.result.outcome() == Expected.CANNOT_SAY;
        boolean otherOpen = other.result.outcome() == Expected.CANNOT_SAY;
        return open != otherOpen ? otherOpen : one.beats(other);
    }

    /** Returns facts reduced as far as outcome and kills stay the same. */
    private Scene shrunk(Scene found) {
        Scene least = found;
        boolean smaller = true;
        while (smaller) {
            smaller = false;
            for (int i = 0; !smaller; i++) {
                Map<String, Object> less = without(least.staged.given(), i);
                if (less == null) {
                    break;
                }
                Scene candidate = found(less, false);
                if (candidate != null
                        && candidate.result.outcome() == found.result.outcome()
                        && common(candidate.kills, found.kills).equals(found.kills)
                        && common(candidate.clear, found.clear).equals(found.clear)) {
                    smaller = true;
                    least = new Scene(candidate.staged, candidate.result, found.kills, found.clear, false);
                }
            }
        }
        return least;
    }

    /** Returns the facts without the part at an index, counted from the root; null if there are fewer parts. */
    @SuppressWarnings("unchecked") // the copy of a map is a map
    private static @Nullable Map<String, Object> without(Map<String, Object> given, int number) {
        Map<String, Object> copy = (Map<String, Object>) CaseFactsText.copy(given);
        return remove(copy, new int[] {number}, true) ? copy : null;
    }

    private static boolean remove(Object tree, int[] countdown, boolean top) {
        if (tree instanceof Map<?, ?> map) {
            for (Object key : List.copyOf(map.keySet())) {
                boolean kept = (top && key.equals("project")) || key.equals("name");
                if (!kept && countdown[0]-- == 0) {
                    map.remove(key);
                    return true;
                }
                if (remove(Objects.requireNonNull(map.get(key)), countdown, false)) {
                    return true;
                }
            }
        } else if (tree instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                if (countdown[0]-- == 0) {
                    list.remove(i);
                    return true;
                }
                if (remove(list.get(i), countdown, false)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns the survivors for which no facts were found. */
    BitSet open() {
        return open;
    }

    /** Returns the results of the mutants that a scene kills. */
    List<RuleResult> changed(Scene found) {
        Judgement original = judge.judge(found.staged());
        return found.kills().stream()
                .mapToObj(i -> judge.judge(i, found.staged(), original))
                .toList();
    }
}
