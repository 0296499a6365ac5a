package dev.winnow.portfolio.portfolio;

import dev.winnow.engine.Batch;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.universe.Universe;
import dev.winnow.portfolio.portfolio.SetValues.Judged;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Screens projects as if others had landed, and caches the results. Not thread-safe. */
final class SetScreening {

    private final ScreeningRequest request;
    private final LocalDate day;
    private final Eligibility eligibility;
    /** The results by city and its landed projects, then by project. */
    private final Map<Landed, Map<String, Judged>> known = new HashMap<>();

    /** The projects that have landed in a city. */
    private record Landed(String city, Set<String> projects) {}

    SetScreening(ScreeningRequest request, LocalDate day, Eligibility eligibility) {
        this.request = request;
        this.day = day;
        this.eligibility = eligibility;
    }

    /** The result for a project in a city without other landed projects, by its assessment. */
    Judged alone(Assessment assessment) {
        Judged judged = Judged.of(assessment, eligibility);
        landed(assessment.city(), Set.of()).put(assessment.project(), judged);
        return judged;
    }

    private Map<String, Judged> landed(String city, Set<String> projects) {
        return known.computeIfAbsent(new Landed(city, new TreeSet<>(projects)), unused -> new HashMap<>());
    }

    /** Judges projects in a city where others have landed. */
    Map<String, Judged> judge(String city, Set<String> landed, Collection<String> projects) {
        Map<String, Judged> judged = landed(city, landed);
        Set<String> open = new HashSet<>(projects);
        open.removeAll(judged.keySet());
        if (!open.isEmpty()) {
            Map<String, String> cities = new HashMap<>();
            landed.forEach(project -> cities.put(project, city));
            Universe as =
                    cities.isEmpty() ? request.universe() : request.universe().landing(cities, day);
            List<Assessment> assessments = new ArrayList<>();
            request.over(as)
                    .open()
                    .batches(open::contains, city::equals)
                    .map(Batch::assess)
                    .forEach(assessments::addAll);
            for (Assessment one : assessments) {
                judged.put(one.project(), Judged.of(one, eligibility));
            }
        }
        return judged;
    }

    /** Judges a project in a city where others have landed. */
    Judged judge(String city, Set<String> landed, String project) {
        Judged judged = judge(city, landed, List.of(project)).get(project);
        if (judged == null) {
            throw new IllegalStateException(project + " cannot be screened in " + city);
        }
        return judged;
    }
}
