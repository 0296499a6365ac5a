package dev.winnow.model.internal.history;

import dev.winnow.model.domain.Milestone;
import dev.winnow.model.domain.Outcome;
import dev.winnow.model.domain.Project;
import dev.winnow.model.value.Evidence;
import dev.winnow.model.vocabulary.Vocabulary;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The statements of all files about one project.
 *
 * @param milestones in the order in which they were reached
 * @param city the city it landed in or was decided for; null for an open candidate
 * @param decided the day of its decision; null if none is known
 * @param start the day from which it may hold its links: of landing, else of the decision
 * @param built the day from which it certainly holds them: of the first step of building; null if none is stated
 * @param outcome its outcome; null if unknown
 * @param illustrative whether it is marked as invented
 * @param own whether it was added to the universe
 */
public record ProjectHistory(
        String id,
        String name,
        History<Project> history,
        List<History<Milestone>> milestones,
        @Nullable String city,
        @Nullable LocalDate decided,
        @Nullable LocalDate start,
        @Nullable LocalDate built,
        @Nullable Outcome outcome,
        boolean illustrative,
        boolean own) {

    /**
     * Returns the links that it holds in a city; empty if it does not run there on the day, null if they are unknown.
     */
    public @Nullable List<String> links(String inCity, View view) {
        boolean runs = inCity.equals(city) && start != null && !start.isAfter(view.day()) && !isOver(view.day());
        return !runs || isUnbuilt(view) ? List.of() : history.at(view).links();
    }

    /** Whether its milestones are complete to the day and no step of building is among them. */
    private boolean isUnbuilt(View view) {
        LocalDate complete = history.at(view).declared().date(Vocabulary.MILESTONES_COMPLETE);
        return (built == null || built.isAfter(view.day())) && complete != null && !complete.isBefore(view.day());
    }

    /** Returns the same project as if it had landed in a city on a day. */
    public ProjectHistory landing(String inCity, LocalDate day) {
        return new ProjectHistory(
                id,
                name,
                history,
                milestones,
                inCity,
                decided == null ? day : decided,
                day,
                day,
                null,
                illustrative,
                own);
    }

    /**
     * Returns the same project with the value that a panel gives a fact.
     *
     * @param judged the value; null if the panel leaves the fact unknown
     */
    public ProjectHistory judged(String property, LocalDate day, @Nullable Statement judged) {
        return new ProjectHistory(
                id,
                name,
                history.judged(property, day, judged),
                milestones,
                city,
                decided,
                start,
                built,
                outcome,
                illustrative,
                own);
    }

    /** Returns the evidence that it holds its links since its start. */
    public Evidence evidence(LocalDate since, View view) {
        Settled settled = Settled.latest(history.of("links"), statement -> statement.counts(view));
        return new Evidence(
                settled == null ? null : settled.evidence().source(),
                since,
                settled != null && settled.evidence().hindsight(),
                name);
    }

    private boolean isOver(LocalDate day) {
        LocalDate end = outcome == null || outcome.isSuccess() ? null : outcome.ended();
        return end != null && !end.isAfter(day);
    }

    /** Whether it failed or stopped on an unknown day, so that it may still hold its links. */
    public boolean mayBeOver() {
        return outcome != null && !outcome.isSuccess() && outcome.ended() == null;
    }
}
