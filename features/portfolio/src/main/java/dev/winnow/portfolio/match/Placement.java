package dev.winnow.portfolio.match;

import dev.winnow.analysis.internal.chains.ChainArrivals;
import dev.winnow.model.result.Names;
import dev.winnow.model.result.Screening.Edition;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.source.Message;
import dev.winnow.model.universe.Facts;
import dev.winnow.portfolio.portfolio.Scenario;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which project goes to which city, and the facts behind it. Gains are in millionths of a point.
 *
 * @param plan the plan
 * @param pack the pack whose rules judged; null if the plan has its own projects and cities
 * @param universe the universe; null if the plan has its own projects and cities
 * @param illustrative whether candidates are invented
 * @param names display names
 * @param cities the participating cities, by id
 * @param projects the participating projects, by id
 * @param pairs every pair of a project and a city, by project and city; of a plan's own, those acceptable to both
 * @param ends the stable assignments, by scenario
 * @param main the scenario that the rest is based on: the base case if there is one
 * @param prospects the possible cities of each project, for all values of unknown facts, by id
 * @param wishes projects that would rather be elsewhere, in the main scenario
 * @param missed projects that a city would rather have, in the main scenario
 * @param draws number of random draws of the unknown facts
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
     * A participating city.
     *
     * @param city the city's id
     * @param cityName its display name
     * @param capacity the number of projects that it takes
     */
    public record Room(String city, String cityName, int capacity) {}

    /**
     * A participating project.
     *
     * @param project the project's id
     * @param projectName its display name
     */
    public record Applicant(String project, String projectName) {}

    /**
     * The gains of both sides in a pair.
     *
     * @param project the gain of the project
     * @param city the gain of the city
     */
    public record Gains(long project, long city) {}

    /**
     * A project in a city.
     *
     * @param project the project's id
     * @param city the city's id
     * @param gains the gains of both sides, by scenario
     * @param barred the reasons why they cannot be matched, by scenario; none where they can
     * @param sure whether they can be matched for all values of unknown facts
     * @param mayBe whether some stable assignment may match them, as far as known
     * @param drawn number of draws in which they were matched
     * @param ruling the verdicts of the rules; null for a pair of the plan
     * @param tied whether the assignment of the main scenario contains it only by a choice between equals: another
     *     project would rather be there, or another city would take the project, with equal gains on both sides
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
     * The verdicts of the rules on a project in a city.
     *
     * @param verdict the sound verdict
     * @param base the verdict of the base case; null if there is none
     * @param known the known share of the weighted points, 0 to 1
     */
    public record Ruling(Verdict verdict, @Nullable Verdict base, BigDecimal known) {}

    /**
     * The two extreme stable assignments. A missing project goes nowhere, and does so in every stable assignment.
     *
     * @param bestForProjects the city of each project in the assignment that is best for each project, by ids
     * @param bestForCities the same in the assignment that is best for each city
     */
    public record Ends(Map<String, String> bestForProjects, Map<String, String> bestForCities) {

        public Ends {
            bestForProjects = Map.copyOf(bestForProjects);
            bestForCities = Map.copyOf(bestForCities);
        }

        /** {@return whether there is only one stable assignment} */
        public boolean isOnly() {
            return bestForProjects.equals(bestForCities);
        }
    }

    /** Certainty of a project's city. */
    public enum Certainty {
        /** One city, in every stable assignment and for all values of unknown facts. */
        SETTLED,
        /** One city or another, or none. */
        OPEN,
        /** No city, in every stable assignment and for all values of unknown facts. */
        NOWHERE
    }

    /**
     * The possible cities of a project over all stable assignments and values of unknown facts.
     *
     * @param project the project's id
     * @param certainty the certainty of its city
     * @param cities the cities it may go to
     * @param somewhere whether it certainly goes to one of them
     */
    public record Prospect(String project, Certainty certainty, List<String> cities, boolean somewhere) {

        public Prospect {
            cities = List.copyOf(cities);
        }
    }

    /**
     * A project that would gain more in a city without a place for it: the projects there give the city no lower gain.
     *
     * @param project the project's id
     * @param at the id of its city; null for none
     * @param rather the id of the preferred city
     * @param instead the ids of the projects that fill that city, lowest gain of the city first
     * @param tied whether the project and the first of these are equal: both sides gain as much with either
     */
    public record Wish(String project, @Nullable String at, String rather, List<String> instead, boolean tied) {

        public Wish {
            instead = List.copyOf(instead);
        }
    }

    /**
     * A project that a city would prefer to one of its own or to a free place, and that gains no less where it is.
     *
     * @param city the id of the city
     * @param project the id of the project
     * @param at the id of the project's city
     */
    public record Missed(String city, String project, String at) {}

    /** {@return the stable assignments of the main scenario} */
    public Ends best() {
        Ends best = ends.get(main);
        if (best == null) {
            throw new IllegalStateException("no assignment for scenario " + main);
        }
        return best;
    }

    /**
     * {@return the chain links that it adds; null without facts}
     *
     * @param facts the facts of its universe; null if the plan has its own projects and cities
     */
    public @Nullable ChainArrivals arrivals(@Nullable Facts facts) {
        return facts == null ? null : ChainArrivals.of(facts, best().bestForProjects());
    }
}
