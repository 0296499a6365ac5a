package dev.winnow.past.scenarios;

import dev.winnow.engine.Progress;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.engine.ScreeningSession;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Screening.Edition;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.universe.Universe;
import dev.winnow.report.i18n.WordPrefix;
import dev.winnow.workbench.internal.compare.Attribution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A universe and its scenarios, screened side by side.
 *
 * @param pack the pack
 * @param universe the universe
 * @param illustrative whether the universe is fictitious
 * @param scenarios the scenarios, in the order of their file
 * @param pairs the requested pairs, by city and project
 */
public record ScenarioComparison(
        Edition pack, Edition universe, boolean illustrative, List<NamedScenario> scenarios, List<Pair> pairs) {

    /** Maximum number of sets of several changes that are tried for one changed verdict. */
    private static final int TRIALS = 100;

    /**
     * Maximum number of sets of several changes of a scenario that are tried for all its verdicts together; each one
     * reads the universe again. Single changes are always tried.
     */
    private static final int SETS = 200;

    public ScenarioComparison {
        scenarios = List.copyOf(scenarios);
        pairs = List.copyOf(pairs);
    }

    /** How far the verdict of a pair stands. */
    @WordPrefix("standing.")
    public enum Standing {
        /** In every scenario. */
        EVERY,
        /** In some scenarios, but not in all. */
        SOME,
        /** In no scenario. */
        NONE
    }

    /**
     * A pair in a scenario.
     *
     * @param assessment its assessment; null if the scenario does not have the pair
     * @param causes the smallest sets of changes without which the verdict would be that of today; empty if the verdict
     *     is the same, or if no cause was found
     * @param proven whether certainly no smaller set is a cause
     */
    public record Outcome(@Nullable Assessment assessment, List<List<ScenarioChange>> causes, boolean proven) {

        private static final Outcome MISSING = new Outcome(null, List.of(), true);

        public Outcome {
            causes = causes.stream().map(List::copyOf).toList();
        }
    }

    /**
     * A pair in all scenarios.
     *
     * @param today its assessment as known today; null if only scenarios have the pair
     * @param outcomes its outcome in each scenario, in their order
     */
    public record Pair(@Nullable Assessment today, List<Outcome> outcomes) {

        public Pair {
            outcomes = List.copyOf(outcomes);
        }

        /** Any assessment of the pair, for its names. */
        public Assessment any() {
            return today != null
                    ? today
                    : outcomes.stream()
                            .map(Outcome::assessment)
                            .filter(Objects::nonNull)
                            .map(Objects::requireNonNull)
                            .findFirst()
                            .orElseThrow();
        }

        /** Whether the verdict in a scenario is that of today. */
        public boolean stands(int scenario) {
            Assessment there = outcomes.get(scenario).assessment();
            return today != null && there != null && there.verdict() == today.verdict();
        }

        /** How far the verdict of today stands; null if there is none. */
        public @Nullable Standing standing() {
            if (today == null) {
                return null;
            }
            long standing =
                    IntStream.range(0, outcomes.size()).filter(this::stands).count();
            return standing == outcomes.size() ? Standing.EVERY : standing == 0 ? Standing.NONE : Standing.SOME;
        }
    }

    private record Key(String city, String project) implements Comparable<Key> {

        static Key of(Assessment one) {
            return new Key(one.city(), one.project());
        }

        @Override
        public int compareTo(Key other) {
            int order = city.compareTo(other.city);
            return order == 0 ? project.compareTo(other.project) : order;
        }
    }

    /**
     * Screens the unchanged universe and each scenario.
     *
     * @param request the screening without changes; projects that a scenario adds are requested if no projects are
     *     named
     * @param progress called as pairs are judged
     */
    public static ScenarioComparison of(ScreeningRequest request, List<NamedScenario> scenarios, Progress progress) {
        TreeMap<Key, Assessment> today = byKey(request.screen(progress));
        Map<Key, List<Outcome>> outcomes = new TreeMap<>();
        today.keySet().forEach(key -> outcomes.put(key, new ArrayList<>()));
        int before = 0;
        for (NamedScenario scenario : scenarios) {
            Map<Key, Assessment> there =
                    byKey(request(request, scenario.pack(), scenario.universe()).screen(progress));
            Map<Key, Attribution.Found> causes = causes(request, today, scenario, there);
            int place = before++;
            there.keySet()
                    .forEach(key -> outcomes.computeIfAbsent(
                            key, any -> new ArrayList<>(Collections.nCopies(place, Outcome.MISSING))));
            outcomes.forEach((key, list) -> list.add(outcome(scenario, there.get(key), causes.get(key))));
        }
        return new ScenarioComparison(
                request.pack().edition(),
                request.universe().edition(),
                request.universe().illustrative(),
                scenarios,
                outcomes.entrySet().stream()
                        .map(one -> new Pair(today.get(one.getKey()), one.getValue()))
                        .toList());
    }

    private static TreeMap<Key, Assessment> byKey(ScreeningResult result) {
        TreeMap<Key, Assessment> assessments = new TreeMap<>();
        result.asked().assessments().forEach(one -> assessments.put(Key.of(one), one));
        return assessments;
    }

    private static Outcome outcome(
            NamedScenario scenario, @Nullable Assessment there, Attribution.@Nullable Found found) {
        return found == null
                ? new Outcome(there, List.of(), true)
                : new Outcome(
                        there,
                        found.causes().stream()
                                .map(set -> set.stream()
                                        .map(scenario.changes()::get)
                                        .toList())
                                .toList(),
                        found.proven());
    }

    /** Returns the causes of each changed verdict: the changes of the scenario that, undone, restore that of today. */
    private static Map<Key, Attribution.Found> causes(
            ScreeningRequest request, Map<Key, Assessment> today, NamedScenario scenario, Map<Key, Assessment> there) {
        Map<Key, Verdict> flipped = new TreeMap<>();
        today.forEach((key, was) -> {
            Assessment is = there.get(key);
            if (is == null || is.verdict() != was.verdict()) {
                flipped.put(key, was.verdict());
            }
        });
        Undoing undoing = new Undoing(request, scenario, flipped);
        List<Integer> all =
                IntStream.range(0, scenario.changes().size()).boxed().toList();
        Map<Key, Attribution.Found> causes = new HashMap<>();
        for (Key key : flipped.keySet()) {
            causes.put(key, undoing.causes(key, all));
        }
        return causes;
    }

    /** Undoes changes of a scenario, each set once for all pairs. */
    private static final class Undoing {

        private final ScreeningRequest request;
        private final NamedScenario scenario;
        private final Map<Key, Verdict> flipped;
        private final Map<Set<Integer>, Set<Key>> known = new HashMap<>();
        private int joint;
        private boolean untried;

        /** @param flipped the verdicts of today that the scenario changes */
        Undoing(ScreeningRequest request, NamedScenario scenario, Map<Key, Verdict> flipped) {
            this.request = request;
            this.scenario = scenario;
            this.flipped = flipped;
        }

        /** Returns the causes for a pair. A set of two is smallest even if others were not tried: no single one is a cause. */
        Attribution.Found causes(Key key, List<Integer> all) {
            untried = false;
            Attribution.Found found =
                    Attribution.of(all, undone -> restored(undone).contains(key), TRIALS);
            boolean smallest = found.causes().stream().allMatch(set -> set.size() <= 2);
            return new Attribution.Found(found.causes(), found.proven() && (!untried || smallest));
        }

        /** Returns the pairs whose verdict of today returns if some changes are undone; none for a set that is not tried. */
        private Set<Key> restored(Set<Integer> undone) {
            if (undone.size() == scenario.changes().size()) {
                return flipped.keySet();
            }
            Set<Key> before = known.get(undone);
            if (before != null) {
                return before;
            }
            if (undone.size() > 1 && joint++ >= SETS) {
                untried = true;
                return Set.of();
            }
            ScenarioReader.Changed changed = ScenarioReader.without(scenario.origin(), undone);
            ScreeningSession session = ScenarioComparison.request(request, changed.pack(), changed.universe())
                    .open();
            Set<Key> restored = new HashSet<>();
            flipped.forEach((key, verdict) -> {
                Assessment again = session.assess(key.project(), key.city());
                if (again != null && again.verdict() == verdict) {
                    restored.add(key);
                }
            });
            known.put(undone, restored);
            return restored;
        }
    }

    private static ScreeningRequest request(ScreeningRequest known, RulePack pack, Universe universe) {
        return new ScreeningRequest(
                pack,
                universe,
                known.asOfPolicy(),
                known.assumptions(),
                known.matcher(),
                known.projects(),
                known.cities(),
                null);
    }

    /** Counts the verdicts of a scenario. */
    public Map<Verdict, Integer> verdicts(int scenario) {
        return counts(pairs.stream()
                .map(pair -> pair.outcomes().get(scenario).assessment())
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull));
    }

    /** Counts the verdicts of today. */
    public Map<Verdict, Integer> today() {
        return counts(pairs.stream().map(Pair::today).filter(Objects::nonNull).map(Objects::requireNonNull));
    }

    private static Map<Verdict, Integer> counts(Stream<Assessment> some) {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        Arrays.stream(Verdict.values()).forEach(verdict -> counts.put(verdict, 0));
        some.forEach(one -> counts.merge(one.verdict(), 1, Integer::sum));
        return counts;
    }

    /** The pairs whose verdict of today stands so far. */
    public List<Pair> standing(Standing standing) {
        return pairs.stream().filter(pair -> pair.standing() == standing).toList();
    }
}
