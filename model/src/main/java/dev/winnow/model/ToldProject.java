package dev.winnow.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the files say of one project.
 *
 * @param milestones in the order in which they were reached
 * @param city where it landed or was decided for; null for an open candidate
 * @param decided the day of its decision; null if none is known
 * @param start the day from which it holds its links: of landing, else of the decision
 * @param illustrative whether it says of itself that it is invented
 * @param own whether it was added to the universe
 */
record ToldProject(
        String id,
        String name,
        Told<Project> told,
        List<Told<Milestone>> milestones,
        @Nullable String city,
        @Nullable LocalDate decided,
        @Nullable LocalDate start,
        boolean illustrative,
        boolean own) {

    /** The links that it holds in a city on a day; empty if it has not started there, null if they are unknown. */
    @Nullable
    List<String> links(String inCity, LocalDate day, boolean hindsight) {
        return !inCity.equals(city) || start == null || start.isAfter(day)
                ? List.of()
                : told.at(day, hindsight).links();
    }
}
