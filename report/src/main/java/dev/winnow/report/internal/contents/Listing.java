package dev.winnow.report.internal.contents;

import dev.winnow.analysis.internal.overview.Overview;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Screening;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The order in which a workbook lists candidates, and those that it describes in full.
 *
 * @param all every candidate; cities with known facts first, and in each city the best first. With more than {@link
 *     #FEW_CITIES} such cities, the best candidates of all cities come first, up to one page
 * @param informative number of candidates in cities with known facts
 * @param bestFirst whether the best of several cities precede the others
 * @param detailed the candidates described in full: the best of each city with known facts, by city
 * @param days the days of the assessments
 * @param assumes whether any candidate has a base case
 * @param districts whether a district is advised for any candidate
 */
record Listing(
        List<Assessment> all,
        int informative,
        boolean bestFirst,
        List<Assessment> detailed,
        SortedSet<LocalDate> days,
        boolean assumes,
        boolean districts) {

    /** Number of rows on the first page. */
    private static final int PAGE = 24;

    /** Maximum number of cities that are listed one after the other. */
    private static final int FEW_CITIES = 3;

    /** Maximum number of candidates described in full; each fills some fifty rows of a workbook. */
    static final int MOST_DETAILED = 300;

    /** {@return the listing of a screening, in the order of its overview} */
    static Listing of(Screening screening, Overview overview) {
        Map<String, List<Integer>> byCity = new LinkedHashMap<>();
        SortedSet<LocalDate> days = new TreeSet<>();
        boolean assumes = false;
        boolean districts = false;
        int place = 0;
        for (Assessment one : screening.assessments()) {
            byCity.computeIfAbsent(one.city(), any -> new ArrayList<>()).add(place++);
            days.add(one.asOf());
            assumes |= one.base() != null;
            districts |= one.district() != null;
        }
        List<List<Integer>> cities = new ArrayList<>();
        for (Overview.Block block : overview.blocks()) {
            List<Integer> city = byCity.remove(block.first().city());
            if (city != null) {
                cities.add(city);
            }
        }
        boolean bestFirst = cities.size() > FEW_CITIES;
        List<Integer> order = new ArrayList<>(bestFirst ? best(cities, PAGE) : List.of());
        Set<Integer> first = Set.copyOf(order);
        for (List<Integer> city : cities) {
            city.stream().filter(one -> !first.contains(one)).forEach(order::add);
        }
        int informative = order.size();
        byCity.values().forEach(order::addAll);
        return new Listing(
                at(order, screening),
                informative,
                bestFirst,
                at(best(cities, MOST_DETAILED), screening),
                days,
                assumes,
                districts);
    }

    private static List<Assessment> at(List<Integer> places, Screening screening) {
        return places.stream().map(screening.assessments()::get).toList();
    }

    /**
     * Returns the indices of the best candidates, distributed evenly over cities, with at least one per city as long as
     * there is room.
     */
    private static List<Integer> best(List<List<Integer>> cities, int most) {
        int left = most;
        List<Integer> best = new ArrayList<>();
        for (int i = 0; i < cities.size() && left > 0; i++) {
            List<Integer> city = cities.get(i);
            int share = Math.min(city.size(), Math.max(1, left / (cities.size() - i)));
            best.addAll(city.subList(0, share));
            left -= share;
        }
        return best;
    }
}
