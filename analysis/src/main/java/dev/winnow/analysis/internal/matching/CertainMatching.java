package dev.winnow.analysis.internal.matching;

import dev.winnow.analysis.internal.lists.NumberSort;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * What is true of every stable matching of every completion of a market. Found from the bounds, not by drawing, by striking out pairs
 * until none can be struck out any more:
 *
 * <ul>
 *   <li>If a city is surely the first choice, among the pairs left, of as many projects as it has room for, and surely accepts them,
 *       no project that it surely likes less than each of them is ever there: these pairs are struck out.
 *   <li>A project is <em>safe</em> in a city if it is surely accepted and no more others of the pairs left may be preferred to it than
 *       leave room. It never goes to a city that it surely likes less: these pairs are struck out.
 * </ul>
 *
 * <p>A project that is left with one city and is safe there goes there; one that is left with none goes nowhere. What is said is never
 * wrong. Of a market that is wholly known it is all there is to say: what is left are the reduced lists of D. Gusfield and R. W. Irving
 * (The Stable Marriage Problem, MIT Press 1989, sections 1.2.4 and 1.6), from the one end to the other. With bounds, a completion may
 * exist for none of the pairs that are left.
 */
public final class CertainMatching {

    private final TwoSidedMarket market;
    private final int cities;
    /** The pairs that are left, and those in which the project is safe. */
    private final BitSet left = new BitSet();

    private final BitSet safe = new BitSet();
    /** The cities of each project, and the projects of each city, best first as they are at their best. */
    private final int[][] ofProject;

    private final int[][] ofCity;
    /** So many of these lists are not struck out by what is surely better. */
    private final int[] endOfProject;

    private final int[] endOfCity;
    /** The surely accepted projects of each city, best first as they are at their worst; so many of them are known to be safe. */
    private final int[][] accepted;

    private final int[] secured;
    /** Where in the list of a city a project stands. */
    private final int[] position;
    /** As many of the projects left as a city has room for and one more stand in the first so many places of its list. */
    private final int[] top;

    private final int[] inTop;
    /** The city that is surely a project's first choice among those left; below 0 if that is not known of any. */
    private final int[] first;

    /** The best places of its list at which a city is left, and is left second, or where to look on for them. */
    private final int[] best;

    private final int[] second;
    /** The best of those whose first choice a city surely is, no more than it has room for. */
    private final List<PriorityQueue<Integer>> firstOf = new ArrayList<>();

    private final Deque<Integer> projectsToLookAt = new ArrayDeque<>();
    private final Deque<Integer> citiesToLookAt = new ArrayDeque<>();
    private final BitSet projectsWaiting = new BitSet();
    private final BitSet citiesWaiting = new BitSet();

    /** {@return what is true of every stable matching of every completion of a market} */
    public static CertainMatching of(TwoSidedMarket market) {
        CertainMatching certain = new CertainMatching(market);
        certain.strikeOut();
        return certain;
    }

    private CertainMatching(TwoSidedMarket market) {
        this.market = market;
        this.cities = market.cities();
        int projects = market.projects();
        ofProject = new int[projects][];
        endOfProject = new int[projects];
        first = new int[projects];
        best = new int[projects];
        second = new int[projects];
        for (int project = 0; project < projects; project++) {
            int one = project;
            ofProject[project] = IntStream.range(0, cities)
                    .filter(city -> market.accepts(one, city) && market.room(city) > 0)
                    .toArray();
            NumberSort.sort(ofProject[project], (a, b) -> market.bestByProject(one, a, b));
            endOfProject[project] = ofProject[project].length;
            first[project] = -1;
            lookAtProject(project);
        }
        ofCity = new int[cities][];
        endOfCity = new int[cities];
        accepted = new int[cities][];
        secured = new int[cities];
        position = new int[projects * cities];
        top = new int[cities];
        inTop = new int[cities];
        for (int city = 0; city < cities; city++) {
            list(city);
        }
    }

    private void list(int city) {
        ofCity[city] = IntStream.range(0, market.projects())
                .filter(project -> market.accepts(project, city) && market.room(city) > 0)
                .toArray();
        accepted[city] = IntStream.of(ofCity[city])
                .filter(project -> market.surelyAccepts(project, city))
                .toArray();
        NumberSort.sort(ofCity[city], (a, b) -> market.bestByCity(city, a, b));
        NumberSort.sort(accepted[city], (a, b) -> market.byCity(city, a, b));
        endOfCity[city] = ofCity[city].length;
        for (int place = 0; place < ofCity[city].length; place++) {
            int pair = ofCity[city][place] * cities + city;
            position[pair] = place;
            left.set(pair);
        }
        firstOf.add(new PriorityQueue<>((a, b) -> market.byCity(city, b, a))); // the worst is dropped first
        lookAtCity(city);
    }

    private void lookAtProject(int project) {
        if (!projectsWaiting.get(project)) {
            projectsWaiting.set(project);
            projectsToLookAt.add(project);
        }
    }

    private void lookAtCity(int city) {
        if (!citiesWaiting.get(city)) {
            citiesWaiting.set(city);
            citiesToLookAt.add(city);
        }
    }

    private void strikeOut() {
        while (!projectsToLookAt.isEmpty() || !citiesToLookAt.isEmpty()) {
            if (!projectsToLookAt.isEmpty()) {
                int project = projectsToLookAt.remove();
                projectsWaiting.clear(project);
                findFirst(project);
            } else {
                int city = citiesToLookAt.remove();
                citiesWaiting.clear(city);
                findSafe(city);
            }
        }
    }

    private void strikeOut(int project, int city) {
        int pair = project * cities + city;
        if (left.get(pair)) {
            left.clear(pair);
            if (position[pair] < top[city]) {
                inTop[city]--;
            }
            lookAtProject(project);
            lookAtCity(city);
        }
    }

    /** Whether a project's first choice is sure by now; then worse ones have no place there that it is sure of. */
    private void findFirst(int project) {
        if (first[project] >= 0 && left.get(project * cities + first[project])) {
            return;
        }
        best[project] = leftFrom(project, best[project]);
        second[project] = leftFrom(project, Math.max(best[project] + 1, second[project]));
        int[] all = ofProject[project];
        if (best[project] < all.length) {
            int city = all[best[project]];
            boolean alone = second[project] == all.length;
            if (market.surelyAccepts(project, city)
                    && (alone || market.surelyByProject(project, city, all[second[project]]))) {
                first[project] = city;
                fill(city, project);
            }
        }
    }

    /** The first place of a project's list, from one on, at which a city is left. */
    private int leftFrom(int project, int from) {
        int place = from;
        while (place < ofProject[project].length && !left.get(project * cities + ofProject[project][place])) {
            place++;
        }
        return Math.min(place, ofProject[project].length);
    }

    /** A city is the first choice of one more: those that as many are preferred to as it has room for have no place. */
    private void fill(int city, int project) {
        PriorityQueue<Integer> those = firstOf.get(city);
        those.add(project);
        if (those.size() > market.room(city)) {
            those.remove();
        }
        if (those.size() == market.room(city)) {
            int worst = those.element();
            int[] all = ofCity[city];
            while (endOfCity[city] > 0 && market.surelyByCity(city, worst, all[endOfCity[city] - 1])) {
                endOfCity[city]--;
                strikeOut(all[endOfCity[city]], city);
            }
        }
    }

    /** Who is safe in a city by now; none of these goes where it likes less. */
    private void findSafe(int city) {
        int[] all = ofCity[city];
        while (top[city] < all.length && inTop[city] <= market.room(city)) {
            if (left.get(all[top[city]] * cities + city)) {
                inTop[city]++;
            }
            top[city]++;
        }
        int beyond = inTop[city] > market.room(city) ? all[top[city] - 1] : -1;
        int[] those = accepted[city];
        while (secured[city] < those.length
                && (beyond < 0 || market.surelyByCity(city, those[secured[city]], beyond))) {
            int project = those[secured[city]++];
            if (left.get(project * cities + city)) {
                safe.set(project * cities + city);
                keep(project, city);
            }
        }
    }

    private void keep(int project, int city) {
        int[] all = ofProject[project];
        while (endOfProject[project] > 0 && market.surelyByProject(project, city, all[endOfProject[project] - 1])) {
            endOfProject[project]--;
            strikeOut(project, all[endOfProject[project]]);
        }
    }

    /** {@return whether a project may be in a city: false if it is not in any stable matching of any completion} */
    public boolean mayBe(int project, int city) {
        return left.get(project * cities + city);
    }

    /** {@return the city in which a project is in every stable matching of every completion, or {@link Matching#NOWHERE} if none is known} */
    public int city(int project) {
        int from = project * cities;
        int one = left.nextSetBit(from);
        boolean alone = one >= 0 && one < from + cities && !hasNext(one, from + cities);
        return alone && safe.get(one) ? one - from : Matching.NOWHERE;
    }

    private boolean hasNext(int pair, int end) {
        int next = left.nextSetBit(pair + 1);
        return next >= 0 && next < end;
    }

    /** {@return whether a project is in no city, in every stable matching of every completion} */
    public boolean isNowhere(int project) {
        return !hasNext(project * cities - 1, (project + 1) * cities);
    }

    /** {@return whether a project is in some city, in every stable matching of every completion} */
    public boolean isSomewhere(int project) {
        return hasSafe(project * cities, (project + 1) * cities);
    }

    private boolean hasSafe(int from, int end) {
        int next = safe.nextSetBit(from);
        return next >= 0 && next < end;
    }
}
