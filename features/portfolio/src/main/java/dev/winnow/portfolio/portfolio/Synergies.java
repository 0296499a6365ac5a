package dev.winnow.portfolio.portfolio;

import dev.winnow.model.domain.ChainLink;
import dev.winnow.portfolio.portfolio.SearchWatch.Step;
import dev.winnow.portfolio.portfolio.SetValues.Judged;
import dev.winnow.portfolio.selection.Cancellation;
import dev.winnow.portfolio.selection.SelectionProblem.JointValue;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Joint values by the rules: each candidate is screened as if others of the same city had landed, and the differences
 * of its score are split into terms of pairs and groups, so that the terms of a set add up to the scores of its members
 * within it. Up to {@value #FEW} others of a city, every set of them is screened; for more, only related ones, one or
 * two at a time. The remainder is screened once a set is chosen.
 */
final class Synergies implements SetValues {

    /** Maximum number of other candidates for which all sets are screened. */
    static final int FEW = 7;

    /** Maximum number of sets of landed projects that are screened for pairs of others. */
    private static final int MOST_SETS = 1_500;

    private final List<Candidate> candidates;
    private final SetScreening screening;
    /** For each candidate, the candidates of its city whose landing may affect it. */
    private final List<Set<Integer>> touching = new ArrayList<>();
    /** For each candidate, its results by the other landed projects. With each set, all of its subsets are present. */
    private final List<Map<Set<Integer>, Judged>> judged = new ArrayList<>();

    private boolean complete = true;

    /**
     * Screens the sets.
     *
     * @param cancellation ends the screening without a result
     */
    Synergies(
            List<Candidate> candidates,
            SetScreening screening,
            List<ChainLink> chain,
            Cancellation cancellation,
            SearchWatch watch) {
        this.candidates = candidates;
        this.screening = screening;
        Map<String, Set<String>> near = near(chain);
        Map<String, List<Integer>> byCity = new TreeMap<>();
        for (int i = 0; i < candidates.size(); i++) {
            byCity.computeIfAbsent(city(i), unused -> new ArrayList<>()).add(i);
            judged.add(new LinkedHashMap<>());
        }
        for (int i = 0; i < candidates.size(); i++) {
            Set<Integer> others = new LinkedHashSet<>(Objects.requireNonNull(byCity.get(city(i))));
            others.remove(i);
            if (others.size() > FEW) {
                complete = false;
                Set<String> around = around(candidates.get(i), near);
                others.removeIf(other -> !touch(around, candidates.get(other).links()));
            }
            touching.add(others);
        }
        Map<Set<Integer>, Set<Integer>> wanted = new LinkedHashMap<>();
        for (int i = 0; i < candidates.size(); i++) {
            want(i, touching.get(i), touching.get(i).size() <= FEW ? FEW : 1, wanted);
        }
        Map<Set<Integer>, Set<Integer>> pairs = new LinkedHashMap<>();
        for (int i = 0; i < candidates.size() && pairs.size() <= MOST_SETS; i++) {
            if (touching.get(i).size() > FEW) {
                want(i, touching.get(i), 2, pairs);
            }
        }
        if (pairs.size() <= MOST_SETS) {
            pairs.forEach((landed, of) ->
                    wanted.computeIfAbsent(landed, unused -> new TreeSet<>()).addAll(of));
        }
        long done = 0;
        for (Map.Entry<Set<Integer>, Set<Integer>> one : wanted.entrySet()) {
            cancellation.requireNone();
            watch.at(Step.TOGETHER, done, wanted.size());
            screen(Map.of(one.getKey(), one.getValue()));
            done++;
        }
    }

    private String city(int candidate) {
        return Objects.requireNonNull(candidates.get(candidate).city());
    }

    /** Whether every set that may matter was screened. */
    @Override
    public boolean isComplete() {
        return complete;
    }

    /** For each link, the link itself, its neighbours, and the links of its stage. */
    private static Map<String, Set<String>> near(List<ChainLink> chain) {
        Map<String, Set<String>> near = new HashMap<>();
        for (ChainLink link : chain) {
            Set<String> links = new HashSet<>(link.neighbours());
            chain.stream()
                    .filter(other ->
                            other.chain().equals(link.chain()) && other.stage().equals(link.stage()))
                    .forEach(other -> links.add(other.id()));
            near.put(link.id(), links);
        }
        return near;
    }

    /** The links near those of a candidate; null if its own are unknown. */
    private static @Nullable Set<String> around(Candidate one, Map<String, Set<String>> near) {
        List<String> links = one.links();
        if (links == null) {
            return null;
        }
        Set<String> around = new HashSet<>();
        links.forEach(link -> around.addAll(near.getOrDefault(link, Set.of(link))));
        return around;
    }

    /** Whether the links of one candidate are near those of another; unknown links may be. */
    private static boolean touch(@Nullable Set<String> around, @Nullable List<String> links) {
        return around == null || links == null || links.stream().anyMatch(around::contains);
    }

    /** Requests the screening of a candidate with every set of some others, up to a size. */
    private void want(int candidate, Collection<Integer> others, int largest, Map<Set<Integer>, Set<Integer>> into) {
        subsets(
                new ArrayList<>(others),
                largest,
                landed ->
                        into.computeIfAbsent(landed, unused -> new TreeSet<>()).add(candidate));
    }

    private static void subsets(List<Integer> of, int largest, Consumer<Set<Integer>> into) {
        subsets(of, 0, largest, new ArrayList<>(), into);
    }

    private static void subsets(
            List<Integer> of, int from, int more, List<Integer> taken, Consumer<Set<Integer>> into) {
        into.accept(new TreeSet<>(taken));
        for (int i = from; i < of.size() && more > 0; i++) {
            taken.add(of.get(i));
            subsets(of, i + 1, more - 1, taken, into);
            taken.remove(taken.size() - 1);
        }
    }

    private void screen(Map<Set<Integer>, Set<Integer>> wanted) {
        wanted.forEach((landed, of) -> {
            Map<String, Set<Integer>> byCity = new TreeMap<>();
            of.forEach(one ->
                    byCity.computeIfAbsent(city(one), unused -> new TreeSet<>()).add(one));
            byCity.forEach((city, ones) -> {
                Map<String, Judged> came = screening.judge(
                        city,
                        ids(landed),
                        ones.stream().map(one -> candidates.get(one).project()).toList());
                ones.forEach(one -> judged.get(one)
                        .put(
                                landed,
                                Objects.requireNonNull(
                                        came.get(candidates.get(one).project()))));
            });
        });
    }

    private Set<String> ids(Set<Integer> some) {
        Set<String> ids = new HashSet<>();
        some.forEach(one -> ids.add(candidates.get(one).project()));
        return ids;
    }

    /**
     * Screens each member of a set with the subsets of the others in its city that were left out; in a large city, with
     * subsets of at most two.
     */
    @Override
    public void refine(BitSet chosen) {
        Map<Set<Integer>, Set<Integer>> wanted = new LinkedHashMap<>();
        chosen.stream().forEach(one -> {
            List<Integer> others = chosen.stream()
                    .filter(other -> other != one && city(other).equals(city(one)))
                    .boxed()
                    .toList();
            want(one, others, others.size() <= FEW ? FEW : 2, wanted);
        });
        screen(wanted);
    }

    /** The score of each member within a set, as if the others of its city had landed, by number. */
    @Override
    public List<Judged> inSet(BitSet chosen) {
        return chosen.stream()
                .mapToObj(one -> {
                    Set<Integer> others = new TreeSet<>();
                    chosen.stream()
                            .filter(other -> other != one && city(other).equals(city(one)))
                            .forEach(others::add);
                    return screening.judge(
                            city(one), ids(others), candidates.get(one).project());
                })
                .toList();
    }

    /** The joint values in a scenario. */
    @Override
    public List<JointValue> together(Scenario scenario) {
        Map<Set<Integer>, Long> terms = new HashMap<>();
        for (int i = 0; i < candidates.size(); i++) {
            int one = i;
            Map<Set<Integer>, Judged> sets = judged.get(i);
            Map<Set<Integer>, Long> own = new HashMap<>();
            sets.keySet().stream()
                    .sorted((left, right) -> Integer.compare(left.size(), right.size()))
                    .forEach(landed -> {
                        long term = worth(sets.get(landed), scenario);
                        for (Map.Entry<Set<Integer>, Long> smaller : own.entrySet()) {
                            term -= landed.containsAll(smaller.getKey()) ? smaller.getValue() : 0;
                        }
                        if (term != 0) {
                            own.put(landed, term);
                            if (!landed.isEmpty()) {
                                Set<Integer> all = new TreeSet<>(landed);
                                all.add(one);
                                terms.merge(all, term, Long::sum);
                            }
                        }
                    });
        }
        List<JointValue> together = new ArrayList<>();
        new TreeMap<String, Set<Integer>>(byText(terms.keySet())).values().forEach(set -> {
            long worth = terms.getOrDefault(set, 0L);
            if (worth != 0) {
                together.add(new JointValue(set, worth));
            }
        });
        return together;
    }

    private static Map<String, Set<Integer>> byText(Collection<Set<Integer>> sets) {
        Map<String, Set<Integer>> byText = new HashMap<>();
        sets.forEach(set -> byText.put(set.toString(), set));
        return byText;
    }

    private static long worth(@Nullable Judged one, Scenario scenario) {
        return one == null ? 0 : one.worth().getOrDefault(scenario, 0L);
    }

    /**
     * Sets that cannot be chosen: with the others landed, one member is barred that is not barred alone, whichever
     * further projects land.
     */
    @Override
    public List<Set<Integer>> conflicts(Scenario scenario) {
        Map<String, Set<Integer>> conflicts = new TreeMap<>();
        for (int i = 0; i < candidates.size(); i++) {
            int one = i;
            List<Set<Integer>> smallest = new ArrayList<>();
            List<Set<Integer>> sets = new ArrayList<>(judged.get(i).keySet());
            sets.sort((left, right) -> Integer.compare(left.size(), right.size()));
            for (Set<Integer> landed : sets) {
                if (isBarred(i, landed, scenario)
                        && sets.stream()
                                .filter(more -> more.containsAll(landed))
                                .allMatch(more -> isBarred(one, more, scenario))
                        && smallest.stream().noneMatch(landed::containsAll)) {
                    smallest.add(landed);
                    if (!landed.isEmpty()) {
                        Set<Integer> all = new TreeSet<>(landed);
                        all.add(i);
                        conflicts.put(all.toString(), all);
                    }
                }
            }
        }
        return List.copyOf(conflicts.values());
    }

    private boolean isBarred(int candidate, Set<Integer> landed, Scenario scenario) {
        return Objects.requireNonNull(judged.get(candidate).get(landed))
                .barred()
                .containsKey(scenario);
    }
}
