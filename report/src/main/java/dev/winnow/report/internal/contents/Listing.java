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
 * In which order a workbook lists the candidates of a screening, and of which it tells everything.
 *
 * @param all every candidate: cities of which something is known first, the best of them before the others. Of more than a
 *     few such cities the best candidates of each come first of all, as many as a page takes
 * @param informative how many of them are in cities of which something is known
 * @param bestFirst whether the best of several cities come before the rest of them
 * @param detailed the best of each of those cities, by city
 * @param days the days as of which candidates were judged
 * @param assumes whether a candidate has a base case
 * @param districts whether a district is advised for one
 */
record Listing(
        List<Assessment> all,
        int informative,
        boolean bestFirst,
        List<Assessment> detailed,
        SortedSet<LocalDate> days,
        boolean assumes,
        boolean districts) {

    /** How many rows fit the first page. */
    private static final int PAGE = 24;

    /** Of how many cities every candidate is listed before the next city. */
    private static final int FEW_CITIES = 3;

    /**
     * The most candidates of which everything is told. Nobody reads more; what a workbook holds of each is some fifty rows.
     */
    static final int MOST_DETAILED = 300;

    /** {@return the listing of a screening by what its overview sets apart} */
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

    /** So many candidates, as evenly of each city as there are; at least one of each while they last. */
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
