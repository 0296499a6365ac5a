package dev.winnow.portfolio.match;

import dev.winnow.analysis.internal.lists.NumberSort;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * Statements that are true of every stable matching of every completion of a market. They follow from the bounds, not
 * from sampling, by striking out pairs until no more can be struck out:
 * <ul>
 * <li>If a city is certainly the first choice, among the remaining pairs, of as many projects as it has room for, and
 * certainly accepts them, then no project that it certainly likes less than each of them is ever matched to it: these
 * pairs are struck out.
 * <li>A project is <em>safe</em> in a city if it is certainly accepted and the other remaining projects that may be
 * preferred to it leave room. It never goes to a city that it certainly likes less: these pairs are struck out.
 * </ul>
 * <p>A project with one remaining city in which it is safe goes there; a project without a remaining city goes nowhere.
 * The statements are sound. For a fully known market they are complete: the remaining pairs are the reduced lists of D.
 * Gusfield and R. W. Irving (The Stable Marriage Problem, MIT Press 1989, sections 1.2.4 and 1.6), from one end to the
 * other. With bounds, a remaining pair may occur in no completion.
 */
public final class CertainMatching {

    private final TwoSidedMarket market;
    private final int cities;
    /** The remaining pairs, and those in which the project is safe. */
    private final BitSet left = new BitSet();

    private final BitSet safe = new BitSet();
    /** The cities of each project, and the projects of each city, ordered by their highest scores, best first. */
    private final int[][] ofProject;

    private final int[][] ofCity;
    /** Length of the part of each list that is not struck out by certainly better choices. */
    private final int[] endOfProject;

    private final int[] endOfCity;
    /**
     * The certainly accepted projects of each city, ordered by their lowest scores, best first, and the number of them
     * known to be safe.
     */
    private final int[][] accepted;

    private final int[] secured;
    /** The position of a project in the list of a city. */
    private final int[] position;
    /** Length of the shortest prefix of a city's list that contains one remaining project more than it has room for. */
    private final int[] top;

    private final int[] inTop;
    /** The city that is certainly a project's first choice among the remaining ones; below 0 if none is. */
    private final int[] first;

    /**
     * The best and second-best remaining positions in the list of a project, or the positions from which the search for
     * them continues.
     */
    private final int[] best;

    private final int[] second;
    /** The best projects whose first choice a city certainly is, at most as many as it has room for. */
    private final List<PriorityQueue<Integer>> firstOf = new ArrayList<>();

    private final Deque<Integer> projectsToLookAt = new ArrayDeque<>();
    private final Deque<Integer> citiesToLookAt = new ArrayDeque<>();
    private final BitSet projectsWaiting = new BitSet();
    private final BitSet citiesWaiting = new BitSet();

    /** {@return the statements that are true of every stable matching of every completion of a market} */
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

    /**
     * Checks whether the first choice of a project is now certain; if so, certainly worse projects have no place in
     * that city.
     */
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

    /** The first position in a project's list, from a given one, of a remaining city. */
    private int leftFrom(int project, int from) {
        int place = from;
        while (place < ofProject[project].length && !left.get(project * cities + ofProject[project][place])) {
            place++;
        }
        return Math.min(place, ofProject[project].length);
    }

    /**
     * Adds a project to those whose first choice is a city. Once they fill the city, certainly worse projects have no
     * place there.
     */
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

    /** Finds the projects that are now safe in a city; they go to no city that they certainly like less. */
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

    /** {@return whether a project may be in a city: false if no stable matching of any completion has this pair} */
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
