package dev.winnow.analysis.internal.overview;

import dev.winnow.engine.Screener;
import dev.winnow.engine.ScreeningSession;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Question;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.result.VerdictReason;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A screening at a glance: for each city, or for all projects, the candidates to pursue, those that are open and those
 * to leave. Cities and candidates about which little is known are listed separately, with the facts that would open
 * them.
 *
 * @param blocks the other cities, best first; one block for all projects
 * @param folded the cities about which little is known, by name; empty if none are separated
 * @param opening the facts that would open those cities, most important first
 */
public record Overview(List<Block> blocks, List<City> folded, List<String> opening) {

    /** Minimum known share of the weighted points for a candidate to be listed, 0 to 1. */
    public static final BigDecimal LITTLE = new BigDecimal("0.2");

    private static final String CITY = "city.";

    /** Maximum number of facts named for candidates about which little is known. */
    private static final int MOST_FACTS = 4;

    /**
     * A city that is listed separately.
     *
     * @param id the city's id
     * @param name its display name
     */
    public record City(String id, String name) {}

    /**
     * The candidates of a city, or all projects, each in its best city.
     *
     * @param first one of the candidates, which names the city
     * @param candidates the candidates by advice, best first; every advice has a list
     * @param unknown open candidates about which little is known, best first
     */
    public record Block(Assessment first, Map<Advice, List<Assessment>> candidates, List<Assessment> unknown) {

        /** {@return the candidates with some advice, best first} */
        public List<Assessment> of(Advice advice) {
            return Objects.requireNonNull(candidates.get(advice));
        }

        /** {@return the number of candidates} */
        public int size() {
            return candidates.values().stream().mapToInt(List::size).sum() + unknown.size();
        }
    }

    /** {@return the ids of the listed cities} */
    public Set<String> cities() {
        return blocks.stream()
                .flatMap(block -> Stream.concat(
                        block.candidates().values().stream().flatMap(List::stream), block.unknown().stream()))
                .map(Assessment::city)
                .collect(Collectors.toSet());
    }

    /**
     * {@return the overview of some candidates}
     *
     * @param candidates the candidates, by city, day and rank
     * @param grouping the grouping of the list
     * @param named the ids of cities that the user requested by name, which are never separated
     * @param session explains the candidates
     */
    public static Overview of(
            List<Assessment> candidates, Grouping grouping, Set<String> named, ScreeningSession session) {
        Map<String, List<Assessment>> byCity = candidates.stream()
                .collect(Collectors.groupingBy(Assessment::city, LinkedHashMap::new, Collectors.toList()));
        Set<String> folded = new HashSet<>();
        byCity.forEach((city, all) -> {
            if (!named.contains(city) && all.stream().allMatch(Overview::isLittleKnown)) {
                folded.add(city);
            }
        });
        if (folded.size() == byCity.size()) {
            byCity.entrySet().stream()
                    .max(Comparator.comparing(entry -> most(entry.getValue())))
                    .ifPresent(best -> folded.remove(best.getKey()));
        }
        List<City> apart = new ArrayList<>();
        List<Assessment> asking = new ArrayList<>();
        List<List<Assessment>> shown = new ArrayList<>();
        byCity.forEach((city, all) -> {
            if (folded.contains(city)) {
                apart.add(new City(city, all.get(0).cityName()));
                asking.add(all.get(0));
            } else {
                shown.add(all);
            }
        });
        List<Block> blocks = grouping == Grouping.CITY
                ? shown.stream()
                        .sorted(Comparator.comparing(Overview::best, Screener.BEST_FIRST))
                        .map(Overview::block)
                        .toList()
                : shown.isEmpty() ? List.of() : List.of(block(bestCities(shown)));
        return new Overview(blocks, List.copyOf(apart), opening(asking, session));
    }

    /** Whether little is known about an undecided candidate. A candidate with a red flag is always listed. */
    private static boolean isLittleKnown(Assessment one) {
        return one.verdict() == Verdict.DECLINE
                ? one.known().compareTo(LITTLE) < 0
                : isUnknown(one) && Advice.of(one) == Advice.OPEN;
    }

    private static boolean isUnknown(Assessment one) {
        return one.known().compareTo(LITTLE) < 0;
    }

    /** Whether a candidate of a listed city is listed separately because little is known about it. */
    private static boolean isApart(Assessment one) {
        return isUnknown(one) && Advice.of(one) == Advice.OPEN && one.because() != VerdictReason.RED_FLAG;
    }

    private static BigDecimal most(List<Assessment> all) {
        return all.stream()
                .map(Assessment::known)
                .max(Comparator.naturalOrder())
                .orElse(BigDecimal.ZERO);
    }

    private static Assessment best(List<Assessment> all) {
        return all.stream().min(Screener.BEST_FIRST).orElseThrow();
    }

    /** The best assessment of each project over all cities, best first. */
    private static List<Assessment> bestCities(List<List<Assessment>> cities) {
        Map<String, Assessment> best = new LinkedHashMap<>();
        cities.stream()
                .flatMap(List::stream)
                .forEach(one -> best.merge(
                        one.project(),
                        one,
                        (before, other) -> Screener.BEST_FIRST.compare(other, before) < 0 ? other : before));
        return best.values().stream()
                .sorted(Screener.BEST_FIRST.thenComparing(Assessment::project))
                .toList();
    }

    private static Block block(List<Assessment> all) {
        boolean apart = !all.stream().allMatch(Overview::isApart); // otherwise the list would be empty
        List<Assessment> unknown =
                apart ? all.stream().filter(Overview::isApart).toList() : List.of();
        Map<Advice, List<Assessment>> candidates = new EnumMap<>(Advice.class);
        for (Advice advice : Advice.values()) {
            candidates.put(
                    advice,
                    all.stream()
                            .filter(one -> Advice.of(one) == advice && !(apart && isApart(one)))
                            .toList());
        }
        return new Block(all.get(0), candidates, unknown);
    }

    /**
     * The facts about cities that matter most to some candidates, each once; explains no more candidates than needed.
     */
    private static List<String> opening(List<Assessment> candidates, ScreeningSession session) {
        Set<String> facts = new LinkedHashSet<>();
        for (int i = 0; i < candidates.size() && facts.size() < MOST_FACTS; i++) {
            session.explain(candidates.get(i)).questions().stream()
                    .map(Question::fact)
                    .filter(fact -> fact.startsWith(CITY) && fact.indexOf('.', CITY.length()) < 0)
                    .limit(MOST_FACTS)
                    .forEach(facts::add);
        }
        return facts.stream().limit(MOST_FACTS).toList();
    }
}
