package dev.winnow.analysis.internal.placement;

import dev.winnow.analysis.internal.portfolio.Scenario;
import dev.winnow.model.result.Names;
import dev.winnow.model.result.Screening.Edition;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.source.Message;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who goes where, and what bears on it. Gains are in millionths of a point.
 *
 * @param plan what was asked for
 * @param pack the pack whose rules judged; null where the plan brings its own projects and cities
 * @param universe the universe; null likewise
 * @param illustrative whether candidates are invented
 * @param names what things are called
 * @param cities those that take part, by id
 * @param projects those that take part, by id
 * @param pairs each project in each city, by project and city; of a plan's own, those that are acceptable to both
 * @param ends the stable assignments by each reading
 * @param main the reading of which the rest is told: the base case where there is one
 * @param prospects what is true of each project whatever is unknown, by id
 * @param wishes who would rather be elsewhere, by the main reading
 * @param missed whom a city would rather have, by the main reading
 * @param draws how often what is unknown was drawn
 */
public record Placement(
        MatchPlan plan,
        @Nullable Edition pack,
        @Nullable Edition universe,
        boolean illustrative,
        Names names,
        List<Room> cities,
        List<Applicant> projects,
        List<Pair> pairs,
        Map<Scenario, Ends> ends,
        Scenario main,
        List<Prospect> prospects,
        List<Wish> wishes,
        List<Missed> missed,
        int draws) {

    public Placement {
        cities = List.copyOf(cities);
        projects = List.copyOf(projects);
        pairs = List.copyOf(pairs);
        ends = Map.copyOf(ends);
        prospects = List.copyOf(prospects);
        wishes = List.copyOf(wishes);
        missed = List.copyOf(missed);
    }

    /**
     * A city that takes part.
     *
     * @param city its id
     * @param cityName its display name
     * @param capacity how many projects it takes
     */
    public record Room(String city, String cityName, int capacity) {}

    /**
     * A project that takes part.
     *
     * @param project its id
     * @param projectName its display name
     */
    public record Applicant(String project, String projectName) {}

    /**
     * What both sides gain of each other.
     *
     * @param project what the project gains
     * @param city what the city gains
     */
    public record Gains(long project, long city) {}

    /**
     * A project in a city.
     *
     * @param project the project's id
     * @param city the city's id
     * @param gains what both gain, by each reading
     * @param barred why they cannot be matched, likewise; none where they can
     * @param sure whether they can whatever is unknown
     * @param mayBe whether they may be matched in some stable assignment, as far as is known
     * @param drawn how often they were, as what is unknown was drawn
     * @param ruling what the rules say of them; null for a pair of the plan
     * @param tied whether it is part of the assignment of the main reading by a choice between equals: another project would rather be
     *     there, and both sides gain as much of that; or another city would take it, and both sides gain as much there
     */
    public record Pair(
            String project,
            String city,
            Map<Scenario, Gains> gains,
            Map<Scenario, Message> barred,
            boolean sure,
            boolean mayBe,
            int drawn,
            @Nullable Ruling ruling,
            boolean tied) {

        public Pair {
            gains = Map.copyOf(gains);
            barred = Map.copyOf(barred);
        }
    }

    /**
     * What the rules say of a project in a city.
     *
     * @param verdict the sound verdict
     * @param base the verdict of the base case; null if there is none
     * @param known how much is known of what bears on the score, 0 to 1
     */
    public record Ruling(Verdict verdict, @Nullable Verdict base, BigDecimal known) {}

    /**
     * The two ends of what is stable. Whoever is missing goes nowhere; that is the same in every stable assignment.
     *
     * @param bestForProjects the city of each project, by their ids, in the assignment that is the best for each project
     * @param bestForCities the same in that which is the best for each city
     */
    public record Ends(Map<String, String> bestForProjects, Map<String, String> bestForCities) {

        public Ends {
            bestForProjects = Map.copyOf(bestForProjects);
            bestForCities = Map.copyOf(bestForCities);
        }

        /** {@return whether there is one stable assignment only} */
        public boolean isOnly() {
            return bestForProjects.equals(bestForCities);
        }
    }

    /** How sure it is where a project goes. */
    public enum Certainty {
        /** To one city, in every stable assignment whatever is unknown. */
        SETTLED,
        /** It may be one city or another, or none. */
        OPEN,
        /** To none, in every stable assignment whatever is unknown. */
        NOWHERE
    }

    /**
     * What is true of a project in every stable assignment, whatever is unknown.
     *
     * @param project its id
     * @param certainty how sure it is where it goes
     * @param cities the cities it may go to
     * @param somewhere whether it is sure to go to one of them
     */
    public record Prospect(String project, Certainty certainty, List<String> cities, boolean somewhere) {

        public Prospect {
            cities = List.copyOf(cities);
        }
    }

    /**
     * A project that would gain more in a city, and cannot be there: the city is full with projects that gain it no less.
     *
     * @param project its id
     * @param at the id of the city it is in; null for none
     * @param rather the id of the city
     * @param instead the ids of those that the city is full with, whom it gains the least of first
     * @param tied whether it and the first of those are equals: the city gains as much of both, and both as much there
     */
    public record Wish(String project, @Nullable String at, String rather, List<String> instead, boolean tied) {

        public Wish {
            instead = List.copyOf(instead);
        }
    }

    /**
     * A project of which a city would gain more than of one that it has, or of an empty place, and that gains no less where it is.
     *
     * @param city the id of the city
     * @param project the id of the project
     * @param at the id of the city that the project is in
     */
    public record Missed(String city, String project, String at) {}

    /** {@return the stable assignments of the main reading} */
    public Ends best() {
        Ends best = ends.get(main);
        if (best == null) {
            throw new IllegalStateException("no assignment by " + main);
        }
        return best;
    }
}
