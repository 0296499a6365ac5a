package dev.winnow.analysis.matching;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Projects and cities that score each other. A project takes one city, a city as many projects as it has room for: the college
 * admissions problem of Gale and Shapley (1962), also called hospitals and residents. Projects and cities are numbered from 0.
 *
 * <p>Each side prefers what it scores higher. Among equal scores it prefers whom the other side scores higher in that pair, and then
 * the lower number, so that preferences are strict. A pair that was not added is acceptable to neither. Immutable and thread-safe.
 */
public final class TwoSidedMarket {

    private final int projects;
    private final int[] rooms;
    private final long[] forProject;
    private final long[] forCity;
    private final BitSet acceptable;

    private TwoSidedMarket(int projects, int[] rooms, long[] forProject, long[] forCity, BitSet acceptable) {
        this.projects = projects;
        this.rooms = rooms;
        this.forProject = forProject;
        this.forCity = forCity;
        this.acceptable = acceptable;
    }

    /**
     * Begins a market.
     *
     * @param projects how many projects there are
     * @param rooms how many projects each city has room for, by its number
     * @throws IllegalArgumentException if there are fewer than 0 of anything, or more than 2<sup>31</sup> pairs
     */
    public static Builder of(int projects, int... rooms) {
        return new Builder(projects, rooms);
    }

    /** A market in the making. Not thread-safe. */
    public static final class Builder {

        private final int projects;
        private final int[] rooms;
        private final long[] forProject;
        private final long[] forCity;
        private final BitSet acceptable = new BitSet();

        private Builder(int projects, int... rooms) {
            checkSizes(projects, rooms);
            this.projects = projects;
            this.rooms = rooms.clone();
            this.forProject = new long[projects * rooms.length];
            this.forCity = new long[projects * rooms.length];
        }

        /**
         * Adds a pair that both sides accept.
         *
         * @param project the project's number
         * @param city the city's number
         * @param gainOfProject how the project scores the city
         * @param gainOfCity how the city scores the project
         */
        public Builder pair(int project, int city, long gainOfProject, long gainOfCity) {
            int at = at(project, city, projects, rooms.length);
            forProject[at] = gainOfProject;
            forCity[at] = gainOfCity;
            acceptable.set(at);
            return this;
        }

        /** {@return the market of the pairs added so far} */
        public TwoSidedMarket build() {
            return new TwoSidedMarket(
                    projects, rooms, forProject.clone(), forCity.clone(), (BitSet) acceptable.clone());
        }
    }

    static void checkSizes(int projects, int[] rooms) {
        if (projects < 0 || (long) projects * rooms.length > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(projects + " projects and " + rooms.length + " cities");
        }
        if (Arrays.stream(rooms).anyMatch(room -> room < 0)) {
            throw new IllegalArgumentException("a city has room for less than 0 projects");
        }
    }

    static int at(int project, int city, int projects, int cities) {
        if (project < 0 || project >= projects || city < 0 || city >= cities) {
            throw new IndexOutOfBoundsException("project " + project + " in city " + city);
        }
        return project * cities + city;
    }

    /** {@return how many projects there are} */
    public int projects() {
        return projects;
    }

    /** {@return how many cities there are} */
    public int cities() {
        return rooms.length;
    }

    /** {@return how many projects a city has room for} */
    public int room(int city) {
        return rooms[city];
    }

    /** {@return whether both sides accept a pair} */
    public boolean accepts(int project, int city) {
        return acceptable.get(project * rooms.length + city);
    }

    /** {@return how a project scores a city} */
    public long gainOfProject(int project, int city) {
        return forProject[project * rooms.length + city];
    }

    /** {@return how a city scores a project} */
    public long gainOfCity(int project, int city) {
        return forCity[project * rooms.length + city];
    }

    /** {@return below 0 if a project prefers the first of two cities, above 0 if the second; of acceptable pairs} */
    public int byProject(int project, int first, int second) {
        int one = project * rooms.length + first;
        int other = project * rooms.length + second;
        return order(forProject[one], forCity[one], first, forProject[other], forCity[other], second);
    }

    /** {@return below 0 if a city prefers the first of two projects, above 0 if the second; of acceptable pairs} */
    public int byCity(int city, int first, int second) {
        int one = first * rooms.length + city;
        int other = second * rooms.length + city;
        return order(forCity[one], forProject[one], first, forCity[other], forProject[other], second);
    }

    /** Higher gains first, then higher gains of the other side, then lower numbers. */
    static int order(long own, long others, int number, long own2, long others2, int number2) {
        if (own != own2) {
            return own > own2 ? -1 : 1;
        }
        if (others != others2) {
            return others > others2 ? -1 : 1;
        }
        return Integer.compare(number, number2);
    }
}
