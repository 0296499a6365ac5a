package dev.winnow.portfolio.match;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;

/**
 * Projects and cities that score each other. A project takes one city, a city as many projects as it has room for: the
 * college admissions problem of Gale and Shapley (1962), also known as hospitals and residents. Projects and cities are
 * numbered from 0.
 * <p>Each side prefers higher scores. Equal scores are ordered by the score that the other side gives in that pair,
 * then by the lower number, so preferences are strict. A pair that was not added is acceptable to neither side.
 * <p>Scores may be known only within bounds, and a pair may be acceptable only in some cases. A <em>completion</em> is
 * a market with each score somewhere within its bounds, in which pairs that are not certainly acceptable may be
 * missing. Immutable and thread-safe.
 */
public final class TwoSidedMarket {

    private final int projects;
    private final int[] rooms;
    private final Scores low;
    private final Scores high;
    private final BitSet possible;
    private final BitSet sure;

    /**
     * The scores of each pair: the one that the project gives the city, and the one that the city gives the project.
     */
    private static final class Scores {

        private final long[] byProject;
        private final long[] byCity;

        private Scores(long[] byProject, long[] byCity) {
            this.byProject = byProject;
            this.byCity = byCity;
        }

        static Scores of(int pairs) {
            return new Scores(new long[pairs], new long[pairs]);
        }

        Scores copy() {
            return new Scores(byProject.clone(), byCity.clone());
        }
    }

    /**
     * The bounds of a score.
     *
     * @param low the lowest possible score
     * @param high the highest possible score
     */
    public record Between(long low, long high) {

        public Between {
            if (low > high) {
                throw new IllegalArgumentException(low + " is above " + high);
            }
        }
    }

    private TwoSidedMarket(int projects, int[] rooms, Scores low, Scores high, BitSet possible, BitSet sure) {
        this.projects = projects;
        this.rooms = rooms;
        this.low = low;
        this.high = high;
        this.possible = possible;
        this.sure = sure;
    }

    /**
     * Begins a market.
     *
     * @param projects the number of projects
     * @param rooms the number of projects that each city has room for, by number of the city
     * @throws IllegalArgumentException if a number is below 0, or there are more than 2<sup>31</sup> pairs
     */
    public static Builder of(int projects, int... rooms) {
        return new Builder(projects, rooms);
    }

    /** Builds a market. Not thread-safe. */
    public static final class Builder {

        private final int projects;
        private final int[] rooms;
        private final Scores low;
        private final Scores high;
        private final BitSet possible = new BitSet();
        private final BitSet sure = new BitSet();

        private Builder(int projects, int... rooms) {
            if (projects < 0 || (long) projects * rooms.length > Integer.MAX_VALUE) {
                throw new IllegalArgumentException(projects + " projects and " + rooms.length + " cities");
            }
            if (Arrays.stream(rooms).anyMatch(room -> room < 0)) {
                throw new IllegalArgumentException("a city's room must be at least 0");
            }
            this.projects = projects;
            this.rooms = rooms.clone();
            this.low = Scores.of(projects * rooms.length);
            this.high = Scores.of(projects * rooms.length);
        }

        /**
         * Adds a pair that both sides accept.
         *
         * @param project the project's number
         * @param city the city's number
         * @param gainOfProject the score that the project gives the city
         * @param gainOfCity the score that the city gives the project
         */
        public Builder pair(int project, int city, long gainOfProject, long gainOfCity) {
            return pair(
                    project,
                    city,
                    new Between(gainOfProject, gainOfProject),
                    new Between(gainOfCity, gainOfCity),
                    true);
        }

        /**
         * Adds a pair that may be acceptable to both sides.
         *
         * @param project the project's number
         * @param city the city's number
         * @param ofProject the score that the project gives the city
         * @param ofCity the score that the city gives the project
         * @param certain whether both sides accept it in every completion
         */
        public Builder pair(int project, int city, Between ofProject, Between ofCity, boolean certain) {
            if (project < 0 || project >= projects || city < 0 || city >= rooms.length) {
                throw new IndexOutOfBoundsException("project " + project + " in city " + city);
            }
            int at = project * rooms.length + city;
            low.byProject[at] = ofProject.low();
            high.byProject[at] = ofProject.high();
            low.byCity[at] = ofCity.low();
            high.byCity[at] = ofCity.high();
            possible.set(at);
            sure.set(at, certain);
            return this;
        }

        /** {@return the market of the pairs added so far} */
        public TwoSidedMarket build() {
            return new TwoSidedMarket(
                    projects, rooms, low.copy(), high.copy(), (BitSet) possible.clone(), (BitSet) sure.clone());
        }
    }

    /** {@return the number of projects} */
    public int projects() {
        return projects;
    }

    /** {@return the number of cities} */
    public int cities() {
        return rooms.length;
    }

    /** {@return the number of projects that a city has room for} */
    public int room(int city) {
        return rooms[city];
    }

    /** {@return whether both sides accept a pair in at least one completion} */
    public boolean accepts(int project, int city) {
        return possible.get(project * rooms.length + city);
    }

    /** Whether both sides accept a pair in every completion. */
    boolean surelyAccepts(int project, int city) {
        return sure.get(project * rooms.length + city);
    }

    /** {@return the lowest score that a project gives a city} */
    public long gainOfProject(int project, int city) {
        return low.byProject[project * rooms.length + city];
    }

    /** {@return the lowest score that a city gives a project} */
    public long gainOfCity(int project, int city) {
        return low.byCity[project * rooms.length + city];
    }

    /** {@return below 0 if a project prefers the first of two cities by its lowest scores, above 0 if the second} */
    public int byProject(int project, int first, int second) {
        return byProject(project, low, first, low, second);
    }

    /** {@return below 0 if a city prefers the first of two projects by its lowest scores, above 0 if the second} */
    public int byCity(int city, int first, int second) {
        return byCity(city, low, first, low, second);
    }

    /** Compares two cities by the highest scores that a project gives them; below 0 if it prefers the first. */
    int bestByProject(int project, int one, int other) {
        return byProject(project, high, one, high, other);
    }

    /** Compares two projects by the highest scores that a city gives them; below 0 if it prefers the first. */
    int bestByCity(int city, int one, int other) {
        return byCity(city, high, one, high, other);
    }

    /**
     * Whether a project prefers one city to another in every completion that has both pairs; equals count in either
     * order.
     */
    boolean surelyByProject(int project, int one, int other) {
        int at = project * rooms.length + one;
        int at2 = project * rooms.length + other;
        return exceeds(low.byProject[at], low.byCity[at], high.byProject[at2], high.byCity[at2]);
    }

    /**
     * Whether a city prefers one project to another in every completion that has both pairs; equals count in either
     * order.
     */
    boolean surelyByCity(int city, int one, int other) {
        int at = one * rooms.length + city;
        int at2 = other * rooms.length + city;
        return exceeds(low.byCity[at], low.byProject[at], high.byCity[at2], high.byProject[at2]);
    }

    private static boolean exceeds(long own, long others, long own2, long others2) {
        return own > own2 || (own == own2 && others > others2);
    }

    private int byProject(int project, Scores ones, int one, Scores others, int other) {
        int at = project * rooms.length + one;
        int at2 = project * rooms.length + other;
        return order(ones.byProject[at], ones.byCity[at], one, others.byProject[at2], others.byCity[at2], other);
    }

    private int byCity(int city, Scores ones, int one, Scores others, int other) {
        int at = one * rooms.length + city;
        int at2 = other * rooms.length + city;
        return order(ones.byCity[at], ones.byProject[at], one, others.byCity[at2], others.byProject[at2], other);
    }

    /** Orders by own score, then by the score of the other side, both descending, then by number. */
    private static int order(long own, long others, int number, long own2, long others2, int number2) {
        if (own != own2) {
            return own > own2 ? -1 : 1;
        }
        if (others != others2) {
            return others > others2 ? -1 : 1;
        }
        return Integer.compare(number, number2);
    }

    /**
     * {@return a random completion: each score anywhere within its bounds, each uncertain pair present with probability
     * one half}
     */
    public TwoSidedMarket draw(SplittableRandom random) {
        Scores drawn = Scores.of(projects * rooms.length);
        BitSet accepted = new BitSet();
        for (int at = possible.nextSetBit(0); at >= 0; at = possible.nextSetBit(at + 1)) {
            drawn.byProject[at] = between(random, low.byProject[at], high.byProject[at]);
            drawn.byCity[at] = between(random, low.byCity[at], high.byCity[at]);
            accepted.set(at, sure.get(at) || random.nextBoolean());
        }
        return new TwoSidedMarket(projects, rooms, drawn, drawn, accepted, accepted);
    }

    private static long between(SplittableRandom random, long low, long high) {
        return low == high ? low : random.nextLong(low, high + 1);
    }
}
