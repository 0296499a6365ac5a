package dev.winnow.analysis.matching;

import java.util.BitSet;
import java.util.SplittableRandom;

/**
 * Projects and cities whose scores of each other are known within bounds. A <em>completion</em> is a market with each score somewhere
 * within its bounds, in which a pair that is not sure to be acceptable may be missing. Immutable and thread-safe.
 */
public final class UncertainMarket {

    private final int projects;
    private final int[] rooms;
    private final long[][] bounds;
    private final BitSet possible;
    private final BitSet sure;

    private static final int PROJECT_LOW = 0;
    private static final int PROJECT_HIGH = 1;
    private static final int CITY_LOW = 2;
    private static final int CITY_HIGH = 3;

    private UncertainMarket(int projects, int[] rooms, long[][] bounds, BitSet possible, BitSet sure) {
        this.projects = projects;
        this.rooms = rooms;
        this.bounds = bounds;
        this.possible = possible;
        this.sure = sure;
    }

    /**
     * Begins a market.
     *
     * @param projects how many projects there are
     * @param rooms how many projects each city has room for, by its number
     * @throws IllegalArgumentException as {@link TwoSidedMarket#of}
     */
    public static Builder of(int projects, int... rooms) {
        return new Builder(projects, rooms);
    }

    /** {@return a market of which everything is known} */
    public static UncertainMarket of(TwoSidedMarket market) {
        int[] rooms = new int[market.cities()];
        for (int city = 0; city < rooms.length; city++) {
            rooms[city] = market.room(city);
        }
        Builder builder = of(market.projects(), rooms);
        for (int project = 0; project < market.projects(); project++) {
            for (int city = 0; city < rooms.length; city++) {
                if (market.accepts(project, city)) {
                    long ofProject = market.gainOfProject(project, city);
                    long ofCity = market.gainOfCity(project, city);
                    builder.pair(project, city, new Between(ofProject, ofProject), new Between(ofCity, ofCity), true);
                }
            }
        }
        return builder.build();
    }

    /**
     * The bounds of a score.
     *
     * @param low the least that it may be
     * @param high the most
     */
    public record Between(long low, long high) {

        public Between {
            if (low > high) {
                throw new IllegalArgumentException(low + " is above " + high);
            }
        }
    }

    /** A market in the making. Not thread-safe. */
    public static final class Builder {

        private final int projects;
        private final int[] rooms;
        private final long[][] bounds;
        private final BitSet possible = new BitSet();
        private final BitSet sure = new BitSet();

        private Builder(int projects, int... rooms) {
            TwoSidedMarket.checkSizes(projects, rooms);
            this.projects = projects;
            this.rooms = rooms.clone();
            this.bounds = new long[4][projects * rooms.length];
        }

        /**
         * Adds a pair that may be acceptable to both sides.
         *
         * @param project the project's number
         * @param city the city's number
         * @param ofProject how the project scores the city
         * @param ofCity how the city scores the project
         * @param certain whether both sides accept it whatever is unknown
         */
        public Builder pair(int project, int city, Between ofProject, Between ofCity, boolean certain) {
            int at = TwoSidedMarket.at(project, city, projects, rooms.length);
            bounds[PROJECT_LOW][at] = ofProject.low();
            bounds[PROJECT_HIGH][at] = ofProject.high();
            bounds[CITY_LOW][at] = ofCity.low();
            bounds[CITY_HIGH][at] = ofCity.high();
            possible.set(at);
            sure.set(at, certain);
            return this;
        }

        /** {@return the market of the pairs added so far} */
        public UncertainMarket build() {
            long[][] copy = new long[bounds.length][];
            for (int i = 0; i < bounds.length; i++) {
                copy[i] = bounds[i].clone();
            }
            return new UncertainMarket(projects, rooms, copy, (BitSet) possible.clone(), (BitSet) sure.clone());
        }
    }

    int projects() {
        return projects;
    }

    int cities() {
        return rooms.length;
    }

    int room(int city) {
        return rooms[city];
    }

    boolean isPossible(int project, int city) {
        return possible.get(project * rooms.length + city);
    }

    boolean isSure(int project, int city) {
        return sure.get(project * rooms.length + city);
    }

    /** Below 0 if a project prefers the one city at its best to the other at its best. */
    int bestByProject(int project, int one, int other) {
        return byProject(project, one, PROJECT_HIGH, CITY_HIGH, other, PROJECT_HIGH, CITY_HIGH);
    }

    /** Whether a project prefers a city to another in every completion that has both. */
    boolean surelyByProject(int project, int one, int other) {
        return byProject(project, one, PROJECT_LOW, CITY_LOW, other, PROJECT_HIGH, CITY_HIGH) < 0;
    }

    private int byProject(int project, int one, int own, int others, int other, int own2, int others2) {
        int at = project * rooms.length + one;
        int at2 = project * rooms.length + other;
        return TwoSidedMarket.order(
                bounds[own][at], bounds[others][at], one, bounds[own2][at2], bounds[others2][at2], other);
    }

    /** Below 0 if a city prefers the one project at its best to the other at its best. */
    int bestByCity(int city, int one, int other) {
        return byCity(city, one, CITY_HIGH, PROJECT_HIGH, other, CITY_HIGH, PROJECT_HIGH);
    }

    /** Below 0 if a city prefers the one project at its worst to the other at its worst. */
    int worstByCity(int city, int one, int other) {
        return byCity(city, one, CITY_LOW, PROJECT_LOW, other, CITY_LOW, PROJECT_LOW);
    }

    /** Whether a city prefers a project to another in every completion that has both. */
    boolean surelyByCity(int city, int one, int other) {
        return byCity(city, one, CITY_LOW, PROJECT_LOW, other, CITY_HIGH, PROJECT_HIGH) < 0;
    }

    private int byCity(int city, int one, int own, int others, int other, int own2, int others2) {
        int at = one * rooms.length + city;
        int at2 = other * rooms.length + city;
        return TwoSidedMarket.order(
                bounds[own][at], bounds[others][at], one, bounds[own2][at2], bounds[others2][at2], other);
    }

    /** {@return a completion: each score anywhere within its bounds, each pair that is not sure there in every second one} */
    public TwoSidedMarket draw(SplittableRandom random) {
        TwoSidedMarket.Builder drawn = TwoSidedMarket.of(projects, rooms);
        for (int at = possible.nextSetBit(0); at >= 0; at = possible.nextSetBit(at + 1)) {
            long ofProject = between(random, bounds[PROJECT_LOW][at], bounds[PROJECT_HIGH][at]);
            long ofCity = between(random, bounds[CITY_LOW][at], bounds[CITY_HIGH][at]);
            if (sure.get(at) || random.nextBoolean()) {
                drawn.pair(at / rooms.length, at % rooms.length, ofProject, ofCity);
            }
        }
        return drawn.build();
    }

    private static long between(SplittableRandom random, long low, long high) {
        return low == high ? low : random.nextLong(low, high + 1);
    }
}
