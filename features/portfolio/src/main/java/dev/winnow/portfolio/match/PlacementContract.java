package dev.winnow.portfolio.match;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.winnow.model.result.Screening.Edition;
import dev.winnow.model.result.Verdict;
import dev.winnow.portfolio.match.Placement.Applicant;
import dev.winnow.portfolio.match.Placement.Certainty;
import dev.winnow.portfolio.match.Placement.Ends;
import dev.winnow.portfolio.match.Placement.Gains;
import dev.winnow.portfolio.match.Placement.Missed;
import dev.winnow.portfolio.match.Placement.Room;
import dev.winnow.portfolio.portfolio.Scenario;
import dev.winnow.report.json.Contract;
import dev.winnow.report.json.ScreeningDocument.Universe;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The assignment of projects to cities. Editions are absent if the plan brings its own projects and cities. */
public record PlacementContract(
        int schema,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Edition pack,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Universe universe,
        boolean illustrative,
        @Nullable String title,
        boolean ranked,
        Scenario main,
        List<City> cities,
        List<Project> projects,
        List<Assignment> assignments,
        List<Outlook> outlooks,
        List<Wish> wishes,
        List<Missed> missed,
        int draws,
        List<Pair> pairs) {

    public static PlacementContract of(Placement placement) {
        MatchPlan.@Nullable Given given = placement.plan().given();
        boolean ranked = given != null && given.ranked();
        return new PlacementContract(
                Contract.SCHEMA,
                placement.pack(),
                placement.universe() == null ? null : Universe.of(placement.universe()),
                placement.illustrative(),
                placement.plan().title(),
                ranked,
                placement.main(),
                Contract.list(placement.cities(), City::of),
                Contract.list(placement.projects(), one -> new Project(one.project(), one.projectName())),
                Assignment.all(placement),
                Contract.list(placement.prospects(), Outlook::of),
                Contract.list(placement.wishes(), Wish::of),
                placement.missed(),
                placement.draws(),
                Contract.list(placement.pairs(), one -> Pair.of(one, ranked)));
    }

    record City(String city, String name, int capacity) {

        static City of(Room room) {
            return new City(room.city(), room.cityName(), room.capacity());
        }
    }

    record Project(String project, String name) {}

    enum Party {
        PROJECTS,
        CITIES
    }

    record Assignment(Scenario reading, Party bestFor, List<Place> places) {

        static List<Assignment> all(Placement placement) {
            List<Assignment> all = new ArrayList<>();
            for (Scenario reading : Scenario.values()) {
                Ends ends = placement.ends().get(reading);
                if (ends != null) {
                    all.add(of(reading, Party.PROJECTS, ends.bestForProjects(), placement.projects()));
                    all.add(of(reading, Party.CITIES, ends.bestForCities(), placement.projects()));
                }
            }
            return all;
        }

        private static Assignment of(
                Scenario reading, Party bestFor, Map<String, String> cities, List<Applicant> projects) {
            return new Assignment(
                    reading,
                    bestFor,
                    Contract.list(projects, one -> new Place(one.project(), cities.get(one.project()))));
        }
    }

    record Place(String project, @Nullable String city) {}

    record Outlook(String project, Certainty certainty, boolean somewhere, List<String> cities) {

        static Outlook of(Placement.Prospect one) {
            return new Outlook(one.project(), one.certainty(), one.somewhere(), one.cities());
        }
    }

    record Wish(String project, @Nullable String city, String rather, List<String> instead, boolean tied) {

        static Wish of(Placement.Wish one) {
            return new Wish(one.project(), one.at(), one.rather(), one.instead(), one.tied());
        }
    }

    record Pair(
            String project,
            String city,
            boolean sure,
            boolean mayBe,
            int drawn,
            @Nullable Verdict verdict,
            @Nullable Verdict base,
            @Nullable BigDecimal known,
            Map<Scenario, Gain> readings,
            boolean tied) {

        static Pair of(Placement.Pair pair, boolean ranked) {
            Map<Scenario, Gain> readings = new TreeMap<>();
            pair.gains()
                    .forEach((reading, gains) -> readings.put(
                            reading, Gain.of(gains, Contract.text(pair.barred().get(reading)), ranked)));
            Placement.Ruling ruling = pair.ruling();
            return new Pair(
                    pair.project(),
                    pair.city(),
                    pair.sure(),
                    pair.mayBe(),
                    pair.drawn(),
                    ruling == null ? null : ruling.verdict(),
                    ruling == null ? null : ruling.base(),
                    ruling == null ? null : ruling.known(),
                    readings,
                    pair.tied());
        }
    }

    /** Points, or the place in a ranked list. */
    record Gain(
            BigDecimal projectGains,
            BigDecimal cityGains,
            @Nullable String barred) {

        static Gain of(Gains gains, @Nullable String barred, boolean ranked) {
            return new Gain(points(gains.project(), ranked), points(gains.city(), ranked), barred);
        }

        private static BigDecimal points(long millionths, boolean ranked) {
            return ranked ? BigDecimal.valueOf(-millionths) : BigDecimal.valueOf(millionths, 6);
        }
    }
}
