package dev.winnow.model.universe;

import dev.winnow.model.internal.assumption.Assumptions;
import dev.winnow.model.internal.history.Answer;
import dev.winnow.model.internal.history.Chains;
import dev.winnow.model.internal.history.CityHistory;
import dev.winnow.model.internal.history.Header;
import dev.winnow.model.internal.history.PlacedFact;
import dev.winnow.model.internal.history.ProjectHistory;
import dev.winnow.model.internal.history.UniverseIds;
import dev.winnow.model.result.Names;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The statements of all files of a universe, of all days, indexed by subject.
 *
 * @param names the display names of its entries
 * @param projects by id
 * @param cities by id
 * @param landed projects by the city they name
 * @param sources by id
 * @param facts facts that belong to no component
 * @param assumptions its assumptions about unknown facts
 * @param problems sorted, without duplicates
 * @param conflicts sorted
 * @param disputes the conflicts by subject: {@code project ID}, {@code city ID}, {@code CITY KIND KEY} of a row, or
 *     {@code fact SUBJECT}
 * @param answers the answers that were added, in the order in which they were given
 * @param overlaid the entries with answers added, by list and id
 * @param words the ids against which references are checked
 * @param header the metadata of its files
 */
record StatementStore(
        String name,
        String title,
        LocalDate asOf,
        boolean illustrative,
        Unit money,
        Names names,
        Map<String, ProjectHistory> projects,
        Map<String, CityHistory> cities,
        Map<String, List<ProjectHistory>> landed,
        Chains chains,
        List<Universe.Source> sources,
        List<PlacedFact> facts,
        Assumptions assumptions,
        List<Problem> problems,
        List<Problem> conflicts,
        Map<String, List<Problem>> disputes,
        List<Answer> answers,
        Map<String, Node> overlaid,
        UniverseIds words,
        Header header) {

    /** Returns the projects by the city they name. */
    static Map<String, List<ProjectHistory>> landed(Map<String, ProjectHistory> projects) {
        Map<String, List<ProjectHistory>> landed = new TreeMap<>();
        for (ProjectHistory project : projects.values()) {
            if (project.city() != null) {
                landed.computeIfAbsent(project.city(), any -> new ArrayList<>()).add(project);
            }
        }
        return landed;
    }

    /** Returns this store with other projects. */
    StatementStore with(Map<String, ProjectHistory> others) {
        return with(names, others, landed(others), problems, conflicts, disputes);
    }

    /** Returns this store with the facts that a panel judges. */
    StatementStore judged(
            Map<String, ProjectHistory> others,
            Map<String, CityHistory> otherCities,
            LocalDate day,
            List<Problem> wrong,
            Map<String, Node> entries) {
        return new StatementStore(
                name,
                title,
                day,
                illustrative,
                money,
                names,
                others,
                otherCities,
                landed(others),
                chains,
                sources,
                facts,
                assumptions,
                wrong,
                conflicts,
                disputes,
                answers,
                entries,
                words,
                header);
    }

    /** Returns this store with other projects and their consequences. */
    StatementStore with(
            Names called,
            Map<String, ProjectHistory> others,
            Map<String, List<ProjectHistory>> othersLanded,
            List<Problem> wrong,
            List<Problem> disagreements,
            Map<String, List<Problem>> disputed) {
        return new StatementStore(
                name,
                title,
                asOf,
                illustrative,
                money,
                called,
                others,
                cities,
                othersLanded,
                chains,
                sources,
                facts,
                assumptions,
                wrong,
                disagreements,
                disputed,
                answers,
                overlaid,
                words,
                header);
    }
}
