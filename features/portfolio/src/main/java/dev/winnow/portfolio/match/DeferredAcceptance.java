package dev.winnow.portfolio.match;

import dev.winnow.analysis.internal.lists.NumberSort;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * Deferred acceptance, which always finds a stable matching: one side proposes in the order of its preferences, the
 * other keeps the best proposals and refuses the rest, until nothing is refused any more. Among all stable matchings,
 * the result is the best for each member of the proposing side and the worst for each member of the other.
 * <p>D. Gale, L. S. Shapley: College Admissions and the Stability of Marriage. The American Mathematical Monthly 69
 * (1962), 9–15. Proposals by cities: A. E. Roth, M. A. O. Sotomayor: Two-Sided Matching, Cambridge 1990, chapter 5.
 */
public final class DeferredAcceptance {

    private final TwoSidedMarket market;

    private DeferredAcceptance(TwoSidedMarket market) {
        this.market = market;
    }

    /** {@return the stable matching that is the best for each project} */
    public static Matching bestForProjects(TwoSidedMarket market) {
        return new DeferredAcceptance(market).projectsPropose();
    }

    /** {@return the stable matching that is the best for each city} */
    public static Matching bestForCities(TwoSidedMarket market) {
        return new DeferredAcceptance(market).citiesPropose();
    }

    private Matching projectsPropose() {
        List<PriorityQueue<Integer>> held = new ArrayList<>();
        for (int city = 0; city < market.cities(); city++) {
            int at = city;
            held.add(new PriorityQueue<>((one, other) -> market.byCity(at, other, one))); // the worst is refused first
        }
        for (int project = 0; project < market.projects(); project++) {
            seek(project, held);
        }
        int[] cities = new int[market.projects()];
        Arrays.fill(cities, Matching.NOWHERE);
        for (int city = 0; city < market.cities(); city++) {
            for (int project : held.get(city)) {
                cities[project] = city;
            }
        }
        return Matching.of(cities);
    }

    /** The preferences of each project and the position it has reached; created with its first proposal. */
    private final List<int[]> orders = new ArrayList<>();

    private int[] next = {};

    /** Lets a project propose; a project refused because of it proposes in turn. */
    private void seek(int project, List<PriorityQueue<Integer>> held) {
        if (next.length == 0) {
            next = new int[market.projects()];
        }
        orders.add(order(project));
        int seeking = project;
        while (seeking != Matching.NOWHERE) {
            int[] order = orders.get(seeking);
            if (next[seeking] == order.length) {
                return; // every city has refused the project
            }
            int city = order[next[seeking]++];
            PriorityQueue<Integer> holds = held.get(city);
            holds.add(seeking);
            seeking = holds.size() > market.room(city) ? holds.remove() : Matching.NOWHERE;
        }
    }

    private int[] order(int project) {
        int[] order = IntStream.range(0, market.cities())
                .filter(city -> market.accepts(project, city))
                .toArray();
        NumberSort.sort(order, (one, other) -> market.byProject(project, one, other));
        return order;
    }

    private Matching citiesPropose() {
        int[] at = new int[market.projects()];
        Arrays.fill(at, Matching.NOWHERE);
        int[] free = IntStream.range(0, market.cities()).map(market::room).toArray();
        int[] proposed = new int[market.cities()];
        int[][] wanted = new int[market.cities()][];
        Deque<Integer> open = new ArrayDeque<>();
        for (int city = 0; city < market.cities(); city++) {
            int chooser = city;
            wanted[city] = IntStream.range(0, market.projects())
                    .filter(project -> market.accepts(project, chooser))
                    .toArray();
            NumberSort.sort(wanted[city], (one, other) -> market.byCity(chooser, one, other));
            open.add(city);
        }
        while (!open.isEmpty()) {
            int city = open.remove();
            while (free[city] > 0 && proposed[city] < wanted[city].length) {
                int project = wanted[city][proposed[city]++];
                int before = at[project];
                if (before == Matching.NOWHERE || market.byProject(project, city, before) < 0) {
                    at[project] = city;
                    free[city]--;
                    if (before != Matching.NOWHERE) {
                        free[before]++;
                        open.add(before);
                    }
                }
            }
        }
        return Matching.of(at);
    }
}
